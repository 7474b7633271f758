import EDTF
import Testing

/// What is written for people reads back to the same EDTF, or is refused, or says no more than it.
@Suite("Dates read back from words") struct ReadBackTests {
    private static let parts = [
        "1992-02-25", "0079-08-24", "-0043-03-15", "2000-01-01", "1992-02", "-0043-03", "1992",
        "0079",
        "-0043", "2000", "1900", "199X", "200X", "19XX", "1992-21", "1992-22", "1992-23", "1992-24",
        "1992-25", "1992-33", "1992-37", "1992-40", "1992-XX", "1992-02-XX",
    ]

    /// Each part alone with each doubt, in each limit, and in pairs.
    private static let dates: [String] =
        parts.flatMap { part in ["", "~", "?", "%"].map { part + $0 } }
        + parts.flatMap { part in
            ["@/", "/@", "../@", "@/..", "[..@]", "[@..]"].map { $0.replacing("@", with: part) }
        }
        + ["1992-02-25", "1992-02", "1992", "199X", "1992-21", "1992~", "1992-02-25?"].flatMap {
            first in
            ["1993-03-01", "1993-03", "1993", "1993~", "1993?", "2000", "1993-23", "200X"].flatMap {
                last in
                [
                    "\(first)/\(last)", "[\(first),\(last)]", "{\(first),\(last)}",
                    "[\(first)..\(last)]",
                ]
            }
        }

    /// Why words do not carry a date.
    private static func loss(in date: String) -> String? {
        let losses: [(mark: String, why: String)] = [
            ("-24", "a winter named by one year is that which starts or that which ends in it"),
            ("19XX", "a century of the calendar has no name: between 1900 and 1999"),
            ("200X", "the 2000s are ten years or a hundred"),
            ("-25", "a season of one hemisphere is refused"),
            ("-33", "a quarter is refused"), ("-37", "a third is refused"),
            ("-40", "a half is refused"),
            ("-XX", "a day or month not said is not read in all languages"),
        ]
        // -25 is a day, too.
        let text = date.replacing("-02-25", with: "")
        return losses.first { text.contains($0.mark) }?.why
    }

    @Test(arguments: DateLanguage.allCases)
    func `are the same where words can carry them`(language: DateLanguage) throws {
        var count = 0
        for text in Self.dates {
            guard let date = try? HistoricalDate(edtf: text) else { continue }
            let words = date.formatted(in: language)
            let back = try? DateReading.read(words).date
            if let loss = Self.loss(in: text) {
                guard let back else { continue }
                #expect(back == date || back.holds(date), "\(text) as \"\(words)\": \(loss)")
            } else {
                #expect(back == date, "\(text) as \"\(words)\"")
                count += 1
            }
        }
        #expect(count > 200)
    }
}

extension HistoricalDate {
    /// Whether its days hold those of another.
    fileprivate func holds(_ other: HistoricalDate) -> Bool {
        func isBefore(_ first: CalendarDay?, _ second: CalendarDay?) -> Bool {
            guard let first else { return true }
            return second.map { first <= $0 } ?? false
        }
        guard isBefore(earliest, other.earliest) else { return false }
        guard let latest else { return true }
        return other.latest.map { $0 <= latest } ?? false
    }
}
