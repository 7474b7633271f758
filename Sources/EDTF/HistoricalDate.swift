/// A date or an interval with its doubt, as EDTF (ISO 8601-2:2019) spells it.
///
/// The days it may cover run from `earliest` to `latest`, both inclusive; nil is an open or unknown end.
/// A doubt mark (`~`, `?`) does not move them: it is told by `isApproximate` and `isUncertain`, and
/// `overlaps` makes allowance for it. Times of day are read and dropped.
public struct HistoricalDate: Hashable, Sendable, CustomStringConvertible {
    /// The canonical EDTF spelling.
    public let description: String
    /// The first day it may cover, or nil when the start is open or unknown.
    public let earliest: CalendarDay?
    /// The last day it may cover, or nil when the end is open or unknown.
    public let latest: CalendarDay?
    /// Whether any part is marked approximate (`~`).
    public let isApproximate: Bool
    /// Whether any part is marked uncertain (`?`).
    public let isUncertain: Bool
    /// What the expression is made of.
    package let form: Form

    /// Years run from minus this to this.
    public static let greatestYear = 999_999_999_999
    /// The most Unicode scalars that an expression may have.
    public static let greatestLength = 1_000

    /// What an expression is made of.
    package enum Form: Hashable, Sendable {
        /// One date, to whatever precision.
        case date(DatePart)
        /// From a start to an end.
        case interval(start: Bound, end: Bound)
        /// Each of several dates: `{a,b}`.
        case all([Member])
        /// One of several dates: `[a,b]`.
        case oneOf([Member])
    }

    /// An end of an interval.
    package enum Bound: Hashable, Sendable {
        /// At a date.
        case date(DatePart)
        /// Without end (`..`).
        case open
        /// At a date that is not known (nothing written).
        case unknown

        /// The date, if there is one.
        package var part: DatePart? {
            if case .date(let part) = self { part } else { nil }
        }
    }

    /// One entry of a set.
    package enum Member: Hashable, Sendable {
        /// One date.
        case single(DatePart)
        /// All dates between two; nil is without end.
        case range(from: DatePart?, through: DatePart?)
    }

    /// Reads one EDTF expression.
    ///
    /// Covers levels 0, 1 and 2. Older spellings (`unknown`, `open`, `u` for an open digit, `?~`)
    /// are read and written anew in `description`.
    ///
    /// - Throws: `EDTFError`, with the column of the first character that does not fit.
    public init(edtf text: String) throws(EDTFError) {
        if let plain = PlainDate.edtf(text) {
            self = plain
            return
        }
        var parser = try DateParser(text)
        self.init(try parser.parse())
    }

    /// One day.
    public init(_ day: CalendarDay) {
        let digits = "\(day.year.magnitude)".count
        var part = DatePart(year: Digits(Int(day.year.magnitude), width: max(4, digits)))
        part.isNegative = day.year < 0
        part.month = Digits(day.month, width: 2)
        part.day = Digits(day.day, width: 2)
        self.init(.date(part))
    }

    /// A date without doubt whose spelling and days are known.
    init(
        _ form: Form, spelled text: String, from first: CalendarDay, through last: CalendarDay
    ) {
        self.form = form
        description = text
        (earliest, latest) = (first, last)
        (isApproximate, isUncertain) = (false, false)
    }

    init(_ form: Form) {
        let parts = form.parts
        self.form = form
        description = form.text
        earliest = form.earliest
        latest = form.latest
        isApproximate = parts.contains { $0.qualifier.contains(.approximate) }
        isUncertain = parts.contains { $0.qualifier.contains(.uncertain) }
    }
}

extension HistoricalDate {
    /// Whether the start has no limit (`..`), as opposed to one that is not known.
    public var hasOpenStart: Bool {
        switch form {
        case .interval(.open, _): true
        case .all(let members), .oneOf(let members): members.contains { $0.ends.first == .open }
        default: false
        }
    }

    /// Whether the end has no limit (`..`), as opposed to one that is not known.
    public var hasOpenEnd: Bool {
        switch form {
        case .interval(_, .open): true
        case .all(let members), .oneOf(let members): members.contains { $0.ends.last == .open }
        default: false
        }
    }
}

extension HistoricalDate.Member {
    /// The two ends as of an interval.
    package var ends: (first: HistoricalDate.Bound, last: HistoricalDate.Bound) {
        switch self {
        case .single(let part): (.date(part), .date(part))
        case .range(let first, let last):
            (first.map { .date($0) } ?? .open, last.map { .date($0) } ?? .open)
        }
    }

    var text: String {
        switch self {
        case .single(let part): part.description
        case .range(let first, let last): "\(first?.description ?? "")..\(last?.description ?? "")"
        }
    }
}

extension HistoricalDate.Form {
    /// All dates written, in order.
    package var parts: [DatePart] {
        ends.flatMap { [$0.first.part, $0.last.part].compactMap(\.self) }
    }

    /// The pairs of ends: one for a date or an interval, one for each member of a set.
    package var ends: [(first: HistoricalDate.Bound, last: HistoricalDate.Bound)] {
        switch self {
        case .date(let part): [(.date(part), .date(part))]
        case .interval(let start, let end): [(start, end)]
        case .all(let members), .oneOf(let members): members.map(\.ends)
        }
    }

    var earliest: CalendarDay? {
        let days = ends.map { $0.first.part?.extent?.lowerBound }
        return days.contains(nil) ? nil : days.compactMap(\.self).min()
    }

    var latest: CalendarDay? {
        let days = ends.map { $0.last.part?.extent?.upperBound }
        return days.contains(nil) ? nil : days.compactMap(\.self).max()
    }

    var text: String {
        switch self {
        case .date(let part): part.description
        case .interval(let start, let end): "\(start.text)/\(end.text)"
        case .all(let members): "{\(members.map(\.text).joined(separator: ","))}"
        case .oneOf(let members): "[\(members.map(\.text).joined(separator: ","))]"
        }
    }
}

extension HistoricalDate.Bound {
    var text: String {
        switch self {
        case .date(let part): part.description
        case .open: ".."
        case .unknown: ""
        }
    }
}
