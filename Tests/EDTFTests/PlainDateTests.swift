import Testing

@testable import EDTF

/// What is read without the parsers is held to what they read.
@Suite("Plain dates") struct PlainDateTests {
    private static let years = [1000, 1582, 1900, 1918, 1999, 2000, 2020, 9999]

    @Test func `days of EDTF are what the parser makes of them`() throws {
        for year in Self.years {
            for month in 1...12 {
                for day in [1, 9, 10, 28, 29, 30, 31] {
                    let text = [year, month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
                        .joined(separator: "-")
                    try expectParsed(text)
                    try expectParsed("\(text)/2020-02-29")
                    try expectParsed("1999-12-31/\(text)")
                }
            }
        }
    }

    private func expectParsed(_ text: String) throws {
        guard let plain = PlainDate.edtf(text) else {
            #expect(throws: EDTFError.self) { try parsed(text) }
            return
        }
        #expect(plain == (try parsed(text)))
    }

    private func parsed(_ text: String) throws -> HistoricalDate {
        var parser = try DateParser(text)
        return HistoricalDate(try parser.parse())
    }

    @Test(arguments: [
        "0999-01-01", "2020-1-01", "2020-01-01 ", "2020-13-01", "2021-02-29", "2020-01-0X",
        "2020-01-01/2019-01-01", "2020-01-01-2021-01-01", "２０２０-01-01", "-020-01-01",
    ])
    func `what is no plain day is left to the parser`(text: String) {
        #expect(PlainDate.edtf(text) == nil)
    }

    @Test func `words of months are read as the parser of words reads them`() throws {
        let words = DateVocabulary.words.filter { $0.key.utf8.allSatisfy { $0 < 0x80 } }
        var plain = 0
        for word in words.keys {
            let written = word.uppercased()
            for text in ["\(written) 2020", "1 \(written) 1582", "31 \(written) 1918"] {
                guard let date = PlainDate.inWords(text) else { continue }
                plain += 1
                let reading = try DateReading.inWords(text, options: DateReadingOptions())
                #expect(reading?.date == date)
                #expect(try DateReading.read(text) == reading)
            }
        }
        #expect(plain > 100)
    }

    @Test(arguments: [
        "31 June 2020", "12 July 20", "12 July 2020 ", " 12 July 2020", "12 Juli 2020",
        "12  July 2020", "112 July 2020", "12 spring 2020", "12 июля 2020", "July 0020",
    ])
    func `what is no plain date in words is left to the parser`(text: String) {
        #expect(PlainDate.inWords(text) == nil)
    }

    /// Of a span without a turning day inside, every date within is answered like its days.
    @Test(arguments: [
        "1923/1991", "1923~/1991", "1990?", "[1990,1992-02]", "{1988,1990}", "../1992-03-05",
        "1992-02-10/", "1992-02",
    ])
    func `days that are certain overlap like each of them`(text: String) throws {
        let period = try HistoricalDate(edtf: text)
        let turns = period.turningDays
        for asked in ["1990", "1991-12", "1992-02", "1992-02-11/1992-02-29", "1988/1990", "2020"] {
            let date = try HistoricalDate(edtf: asked)
            let days = try #require(date.certainDays)
            guard !turns.contains(where: { $0 > days.lowerBound && $0 <= days.upperBound }) else {
                continue
            }
            #expect(period.overlaps(date) == period.overlaps(HistoricalDate(days.lowerBound)))
            #expect(period.overlaps(date) == period.overlaps(HistoricalDate(days.upperBound)))
        }
    }

    @Test(arguments: [
        "1990~", "1990?", "199X-01", "[1990..1991]", "{1990,1991}", "1990/..", "1990/",
    ])
    func `days in doubt or open are not certain`(text: String) throws {
        #expect(try HistoricalDate(edtf: text).certainDays == nil)
    }
}
