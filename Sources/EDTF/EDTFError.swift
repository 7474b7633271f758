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
    /// Numbers that are a day and a month in either order, with both dates in EDTF.
    case orderNotSaid(dayFirst: String, monthFirst: String, column: Int)
    /// Words with several meanings, each in EDTF.
    case ambiguous([String], column: Int)
    /// A year of two digits, whose century is not said.
    case shortYear(Int, column: Int)
    /// A bare number that may be a day of a spreadsheet; `asOf1900` is that day if counted from 1900.
    case spreadsheetDay(Int, asOf1900: String)
    /// A date of the Julian calendar that is no day, month or year, or no day at the end of a range.
    case noJulianDate(column: Int)
    /// A day of the Gregorian calendar that is not the one beside it of the Julian calendar.
    case otherDay(String, column: Int)
    /// A day of the week that is not that of the date.
    case otherWeekday(String, column: Int)
}

extension EDTFError: CustomStringConvertible {
    /// Where in the text it was seen, counted in Unicode scalars from 1.
    public var column: Int {
        switch self {
        case .unexpected(_, let column, _), .unexpectedEnd(let column, _),
            .noSuchMonth(_, let column), .noSuchDay(_, _, _, let column),
            .endsBeforeStart(let column), .yearTooFar(let column),
            .orderNotSaid(_, _, let column), .ambiguous(_, let column), .shortYear(_, let column),
            .noJulianDate(let column), .otherDay(_, let column), .otherWeekday(_, let column):
            column
        case .spreadsheetDay: 1
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
        case .orderNotSaid(let dayFirst, let monthFirst, _):
            "\(dayFirst) or \(monthFirst), as day or month comes first"
        case .ambiguous(let readings, _): readings.joined(separator: " or ")
        case .shortYear(let year, _): "the year \(CalendarDay.padded(year, to: 2)) of any century"
        case .spreadsheetDay(let number, let day):
            "the number \(number), perhaps the day \(day) of a spreadsheet"
        case .noJulianDate: "a Julian date that has no days to convert"
        case .otherDay(let day, _): "the Julian day is \(day), not the day beside it"
        case .otherWeekday(let day, _): "\(day) is another day of the week"
        case .tooLong(let limit): "more than \(limit) characters, too long for a date"
        }
    }
}
