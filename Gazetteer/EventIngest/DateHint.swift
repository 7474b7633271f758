internal import EDTF

/// What to do about a date that was refused: offered and never taken.
struct DateHint {
    /// What to do.
    var remedy: String
    /// The spellings that the remedy offers.
    var spellings: [String] = []

    /// Makes the hint for a refusal.
    init(_ error: EDTFError) {
        remedy = "write EDTF, such as 1992-02-25, 2020-10, 1993~ or 1987/, or leave it empty"
        switch error {
        case .noSuchDay(let year, let month, _, _) where (1...12).contains(month):
            let last = CalendarDay.days(inMonth: month, of: year)
            remedy = "write a day from 01 to \(last), or the month alone"
        case .endsBeforeStart: remedy = "write the earlier date first"
        case .orderNotSaid(let dayFirst, let monthFirst, _):
            offer([dayFirst, monthFirst], or: "say the order of all with --date-order dmy or mdy")
        case .ambiguous(let readings, _): offer(readings)
        case .shortYear: remedy = "write the year with four digits"
        case .spreadsheetDay(_, let day):
            offer([day], or: "say --excel-dates 1900 if all such numbers are days")
        case .noJulianDate: remedy = "write the days of the Gregorian calendar"
        case .otherDay(let day, _), .otherWeekday(let day, _): offer([day])
        default: break
        }
    }

    private mutating func offer(_ spellings: [String], or other: String? = nil) {
        self.spellings = spellings
        let quoted = spellings.map { "\"\($0)\"" }.joined(separator: " or ")
        remedy = "write " + quoted + (other.map { ", or " + $0 } ?? "")
    }
}
