/// A number that a source gives, with what it leaves open: `613`, `~500`, `>250000`, `<40`, `6500-7000`,
/// `5 (3-9)`.
public struct Figure: Hashable, Sendable, CustomStringConvertible {
    /// How the source states the number.
    public enum Form: Hashable, Sendable {
        /// Exactly so.
        case exact
        /// About so (`~500`).
        case about
        /// More than (`>250000`).
        case moreThan
        /// Fewer than (`<40`).
        case fewerThan
        /// From the lower to the upper (`6500-7000`).
        case range
        /// The best estimate, with the least and the most that the source allows (`5 (3-9)`).
        case estimate
    }

    /// How the source states the number.
    public let form: Form
    /// The number stated, or the lower of a range.
    public let value: Double
    /// The least of an estimate; nil for the other forms.
    public let lower: Double?
    /// The upper of a range or an estimate; nil for the other forms.
    public let upper: Double?

    /// A single number in a form other than `range`.
    public init(_ value: Double, form: Form = .exact) {
        precondition(form != .range && form != .estimate, "a range needs its upper number")
        self.form = form
        self.value = value
        self.lower = nil
        self.upper = nil
    }

    /// A range, both ends included.
    public init(from lower: Double, through upper: Double) {
        precondition(lower <= upper, "a range runs upwards")
        self.form = .range
        self.value = lower
        self.lower = nil
        self.upper = upper
    }

    /// A best estimate between the least and the most that the source allows.
    public init(_ best: Double, from lower: Double, through upper: Double) {
        precondition(lower <= best && best <= upper, "the best lies between least and most")
        self.form = .estimate
        self.value = best
        self.lower = lower
        self.upper = upper
    }

    /// The least it can be: nil for "fewer than", since the source gives none.
    public var minimum: Double? {
        switch form {
        case .exact, .about, .range, .moreThan: value
        case .estimate: lower
        case .fewerThan: nil
        }
    }

    /// The most it can be: nil for "more than", since the source gives none.
    public var maximum: Double? {
        switch form {
        case .exact, .about, .fewerThan: value
        case .range, .estimate: upper
        case .moreThan: nil
        }
    }

    /// What a mark is sized by: the number stated, or the lower of a range.
    public var drawnValue: Double { value }

    /// As event tables spell it.
    public var description: String {
        switch form {
        case .exact: Self.digits(value)
        case .about: "~\(Self.digits(value))"
        case .moreThan: ">\(Self.digits(value))"
        case .fewerThan: "<\(Self.digits(value))"
        case .range: "\(Self.digits(value))-\(Self.digits(upper ?? value))"
        case .estimate:
            "\(Self.digits(value)) (\(Self.digits(lower ?? value))-\(Self.digits(upper ?? value)))"
        }
    }

    private static func digits(_ number: Double) -> String {
        guard let whole = Int(exactly: number) else { return "\(number)" }
        return "\(whole)"
    }
}
