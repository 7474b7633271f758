/// Why a text is no EDTF date.
@nonexhaustive
public enum EDTFError: Error, Hashable, Sendable {
    /// A character that fits nowhere here; `column` counts Unicode scalars from 1.
    case unexpected(Character, column: Int, expected: String)
    /// The text ended where more was needed.
    case unexpectedEnd(column: Int, expected: String)
    /// A month that no calendar has; seasons run from 21 to 41.
    case noSuchMonth(Int, column: Int)
    /// A day that the month does not have.
    case noSuchDay(year: Int, month: Int, day: Int, column: Int)
    /// An interval that ends before it starts.
    case endsBeforeStart(column: Int)
    /// A year further from ours than this module counts (`HistoricalDate.greatestYear`).
    case yearTooFar(column: Int)
    /// More scalars than any date needs.
    case tooLong(limit: Int)
}

extension EDTFError: CustomStringConvertible {
    /// Where in the text it was seen, counted in Unicode scalars from 1.
    public var column: Int {
        switch self {
        case .unexpected(_, let column, _), .unexpectedEnd(let column, _),
            .noSuchMonth(_, let column), .noSuchDay(_, _, _, let column),
            .endsBeforeStart(let column), .yearTooFar(let column):
            column
        case .tooLong(let limit): limit + 1
        }
    }

    /// What was seen and what was wanted, without a full stop.
    public var description: String {
        switch self {
        case .unexpected(let character, _, let expected):
            "\"\(character)\" where \(expected) should be"
        case .unexpectedEnd(_, let expected): "the date ends where \(expected) should be"
        case .noSuchMonth(let month, _):
            "month \(CalendarDay.padded(month, to: 2)); months run 01...12, seasons 21...41"
        case .noSuchDay(let year, let month, let day, _):
            "no such day as \(CalendarDay.padded(year, to: 4))-\(CalendarDay.padded(month, to: 2))-"
                + CalendarDay.padded(day, to: 2)
        case .endsBeforeStart: "the interval ends before it starts"
        case .yearTooFar: "a year beyond ±\(HistoricalDate.greatestYear)"
        case .tooLong(let limit): "more than \(limit) characters, too long for a date"
        }
    }
}
