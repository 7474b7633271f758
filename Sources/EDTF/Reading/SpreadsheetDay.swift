/// Days as spreadsheets count them.
enum SpreadsheetDay {
    /// Numbers that are days rather than years: from 18 May 1927 to the end of 9999.
    private static let serials = 10_000...2_958_465

    /// The day of a bare number of five digits or more, its time of day dropped; nil for other texts.
    ///
    /// Counted from 1900, day 60 would be the 29th of February 1900, which was none, so that later
    /// days are one too high; none of the numbers read here is earlier. Source: ECMA-376 part 1
    /// (5th ed., 2016), section 18.17.4.1.
    ///
    /// - Throws: `EDTFError.spreadsheetDay` when no `system` is said.
    static func read(
        _ text: String, counting system: DateReadingOptions.SpreadsheetDays?
    ) throws(EDTFError) -> CalendarDay? {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = halves.first, (5...7).contains(whole.utf8.count),
            halves.allSatisfy({ half in !half.isEmpty && half.utf8.allSatisfy(isDigit) }),
            let serial = Int(whole), serials.contains(serial)
        else { return nil }
        switch system {
        case .from1900: return after(1899, 12, 30, serial)
        case .from1904: return after(1904, 1, 1, serial)
        case nil:
            throw .spreadsheetDay(
                serial, asOf1900: after(1899, 12, 30, serial).map(\.description) ?? "")
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func after(_ year: Int, _ month: Int, _ day: Int, _ days: Int) -> CalendarDay? {
        guard let start = CalendarDay(year: year, month: month, day: day),
            let found = DayCount.day(DayCount.gregorian(start) + days), found.year <= 9_999
        else { return nil }
        return found
    }
}
