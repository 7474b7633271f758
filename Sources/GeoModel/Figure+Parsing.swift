/// Why a text is no figure.
@nonexhaustive
public enum FigureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A character that fits nowhere here; `column` counts Unicode scalars from 1.
    case unexpected(Character, column: Int, expected: String)
    /// The text ended where more was needed.
    case unexpectedEnd(column: Int, expected: String)
    /// More digits than a count of people or things needs.
    case tooLong(column: Int)
    /// A leading zero: a code, not a number.
    case leadingZero(column: Int)
    /// A range whose upper number is less than its lower.
    case runsDownwards

    /// What was seen and what was wanted, without a full stop.
    public var description: String {
        switch self {
        case .unexpected(let character, _, let expected):
            "\"\(character)\" where \(expected) should be"
        case .unexpectedEnd(_, let expected): "it ends where \(expected) should be"
        case .tooLong:
            "more digits than \(Figure.greatestDigits.whole) before or "
                + "\(Figure.greatestDigits.fraction) after the point"
        case .leadingZero: "a leading zero"
        case .runsDownwards: "a range from more to less"
        }
    }
}

extension Figure {
    /// The most digits before and after the point.
    package static let greatestDigits = (whole: 12, fraction: 4)

    /// Reads a figure as event tables spell it: `613`, `~500`, `>250000`, `<40`, `6500-7000`,
    /// `5 (3-9)`.
    ///
    /// Spaces around the parts are skipped, an en dash is read as the hyphen of a range, and the
    /// decimal mark is a point. Numbers have no thousands separators and no sign: a comma could be
    /// either mark, and a guess would change a claim.
    ///
    /// - Throws: `FigureError`, with the column of the first character that does not fit.
    public init(parsing text: String) throws(FigureError) {
        var scanner = FigureScanner(text)
        scanner.skipSpaces()
        let form: Form? =
            switch scanner.next {
            case "~": .about
            case ">": .moreThan
            case "<": .fewerThan
            default: nil
            }
        if form != nil { scanner.advance() }
        scanner.skipSpaces()
        let lower = try scanner.number()
        scanner.skipSpaces()
        if form == nil, scanner.next == "(" {
            self = try scanner.estimate(lower)
            return
        }
        guard form == nil, scanner.next == "-" || scanner.next == "\u{2013}" else {
            guard scanner.next == nil else { throw scanner.unexpected("the end of the figure") }
            self.init(lower, form: form ?? .exact)
            return
        }
        scanner.advance()
        let upper = try scanner.spacedNumber()
        guard scanner.next == nil else { throw scanner.unexpected("the end of the figure") }
        guard lower <= upper else { throw .runsDownwards }
        self.init(from: lower, through: upper)
    }
}

/// Walks over the scalars of a figure.
private struct FigureScanner {
    private let scalars: [Unicode.Scalar]
    private var position = 0

    init(_ text: String) {
        // Longer than any figure; what follows the limit is never reached without an error.
        scalars = Array(text.unicodeScalars.prefix(200))
    }

    var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    mutating func advance() { position += 1 }

    mutating func skipSpaces() {
        while next == " " || next == "\u{A0}" { position += 1 }
    }

    func unexpected(_ expected: String) -> FigureError {
        guard let next else { return .unexpectedEnd(column: position + 1, expected: expected) }
        return .unexpected(Character(next), column: position + 1, expected: expected)
    }

    mutating func spacedNumber() throws(FigureError) -> Double {
        skipSpaces()
        let number = try number()
        skipSpaces()
        return number
    }

    /// The `(3-9)` after the best estimate.
    mutating func estimate(_ best: Double) throws(FigureError) -> Figure {
        advance()
        let lower = try spacedNumber()
        guard next == "-" || next == "\u{2013}" else { throw unexpected("a hyphen") }
        advance()
        let upper = try spacedNumber()
        guard next == ")" else { throw unexpected("a closing bracket") }
        advance()
        skipSpaces()
        guard next == nil else { throw unexpected("the end of the figure") }
        guard lower <= best, best <= upper else { throw .runsDownwards }
        return Figure(best, from: lower, through: upper)
    }

    mutating func number() throws(FigureError) -> Double {
        let start = position
        let whole = try digits(atMost: Figure.greatestDigits.whole)
        guard whole.count == 1 || whole.first != "0" else { throw .leadingZero(column: start + 1) }
        guard next == "." else { return Double(whole) ?? 0 }
        advance()
        let fraction = try digits(atMost: Figure.greatestDigits.fraction)
        return Double("\(whole).\(fraction)") ?? 0
    }

    private mutating func digits(atMost limit: Int) throws(FigureError) -> String {
        var digits = ""
        let start = position
        while let scalar = next, ("0"..."9").contains(scalar) {
            guard digits.utf8.count < limit else { throw .tooLong(column: start + 1) }
            digits.unicodeScalars.append(scalar)
            position += 1
        }
        guard !digits.isEmpty else { throw unexpected("a number") }
        return digits
    }
}
