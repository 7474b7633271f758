import Testing

@testable import EDTF

/// The examples are those of the Extended Date/Time Format specification of the Library of Congress
/// (4 February 2019), the open text of ISO 8601-2:2019 annex A, unless a comment says otherwise.
@Suite("EDTF expressions") struct EDTFTests {
    @Test(arguments: [
        // Level 0
        "1985-04-12", "1985-04", "1985", "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08",
        "2004-02-01/2005-02", "2004-02-01/2005", "2005/2006-02",
        // Level 1
        "Y170000002", "Y-170000002", "2001-21", "1984?", "2004-06~", "2004-06-11%", "201X", "20XX",
        "2004-XX", "1985-04-XX", "1985-XX-XX", "1985-04-12/..", "1985-04/..", "1985/..",
        "../1985-04-12", "../1985-04", "../1985", "1985-04-12/", "1985-04/", "1985/",
        "/1985-04-12", "/1985-04", "/1985", "-1985",
        // Level 2
        "1950S2", "Y171010000S3", "2001-34", "[1667,1668,1670..1672]", "[..1760-12-03]",
        "[1760-12..]", "[1760-01,1760-02,1760-12..]", "[1667,1760-12]", "[..1984]",
        "{1667,1668,1670..1672}", "{1960,1961-12}", "{..1984}", "2004-06~-11", "2004?-06-11",
        "?2004-06-~11", "2004-%06-11", "156X-12-25", "15XX-12-25", "XXXX-12-XX", "1XXX-XX",
        "1XXX-12", "1984-1X", "2004-06-~01/2004-06-~20", "2004-06-XX/2004-07-03",
    ])
    func `examples of the specification come back as written`(text: String) throws {
        let date = try HistoricalDate(edtf: text)
        let expected = ["?2004-06-~11": "2004?-06-~11"][text] ?? text
        #expect(date.description == expected)
        #expect(try HistoricalDate(edtf: date.description) == date)
    }

    @Test(arguments: [
        // Date and time: the date part is kept (specification, level 0).
        ("1985-04-12T23:20:30", "1985-04-12"), ("1985-04-12T23:20:30Z", "1985-04-12"),
        ("1985-04-12T23:20:30-04", "1985-04-12"), ("1985-04-12T23:20:30+04:30", "1985-04-12"),
        ("1985-04-12T23:20:30.125Z", "1985-04-12"),
        // Exponents are written out: they say nothing that the digits do not.
        ("Y-17E7", "Y-170000000"), ("Y3388E2S3", "Y338800S3"),
        // The draft of 2012: u for open digits, words for ends, both marks for %.
        ("199u", "199X"), ("1999-uu", "1999-XX"), ("1999-uu-uu", "1999-XX-XX"), ("uuuu", "XXXX"),
        ("196x", "196X"), ("unknown/2006", "/2006"), ("2004-06-01/unknown", "2004-06-01/"),
        ("1984~/open", "1984~/.."), ("1984?~", "1984%"), ("y170000002", "Y170000002"),
        // One spelling for one meaning.
        ("[1667, 1668, 1670..1672]", "[1667,1668,1670..1672]"), ("~2004-~06", "2004-06~"),
        ("2004?-06~", "2004%-~06"), ("2004~-06-~11", "2004~-06-~11"), ("-0000", "0000"),
    ])
    func `other spellings are written anew`(text: String, expected: String) throws {
        #expect(try HistoricalDate(edtf: text).description == expected)
    }

    @Test(
        arguments: [
            ("1992-02", "1992-02-01", "1992-02-29"), ("1900-02", "1900-02-01", "1900-02-28"),
            ("1992-02-25/1992-02-26", "1992-02-25", "1992-02-26"),
            ("199X", "1990-01-01", "1999-12-31"),
            ("2004-XX-31", "2004-01-31", "2004-12-31"), ("1984-1X", "1984-10-01", "1984-12-31"),
            ("156X-02-29", "1560-02-29", "1568-02-29"), ("19XX-02-29", "1904-02-29", "1996-02-29"),
            ("-000X-02-29", "-0008-02-29", "0000-02-29"), ("1X50-06", "1050-06-01", "1950-06-30"),
            ("2004-02-3X", nil, nil),
            ("1987~/", "1987-01-01", nil), ("/1985-04", nil, "1985-04-30"),
            ("1985/..", "1985-01-01", nil), ("XXXX", nil, nil), ("XXXX-12-25", nil, nil),
            ("2001-21", "2001-03-01", "2001-05-31"), ("2001-24", "2001-12-01", "2002-02-28"),
            ("2001-29", "2001-09-01", "2001-11-30"), ("2001-36", "2001-10-01", "2001-12-31"),
            ("2001-39", "2001-09-01", "2001-12-31"), ("2001-41", "2001-07-01", "2001-12-31"),
            ("1950S2", "1900-01-01", "1999-12-31"), ("-199X", "-1999-01-01", "-1990-12-31"),
            ("{2020-10-04,2020-10-11,2020-10-17}", "2020-10-04", "2020-10-17"),
            ("[..1984]", nil, "1984-12-31"),
        ] as [(String, String?, String?)])
    func `the days it may cover are inclusive`(text: String, first: String?, last: String?) {
        let date = try? HistoricalDate(edtf: text)
        #expect(date?.earliest?.description == first)
        #expect(date?.latest?.description == last)
    }

    @Test func `open ends differ from unknown ones`() throws {
        #expect(try HistoricalDate(edtf: "1985/..").hasOpenEnd)
        #expect(try !HistoricalDate(edtf: "1985/").hasOpenEnd)
        #expect(try HistoricalDate(edtf: "../1985").hasOpenStart)
        #expect(try !HistoricalDate(edtf: "/1985").hasOpenStart)
        #expect(try HistoricalDate(edtf: "{..1984}").hasOpenStart)
        #expect(try HistoricalDate(edtf: "1985/..") != HistoricalDate(edtf: "1985/"))
    }

    @Test func `doubt marks are told`() throws {
        let both = try HistoricalDate(edtf: "2004-06-11%")
        #expect(both.isApproximate && both.isUncertain)
        let part = try HistoricalDate(edtf: "2004-06-~11")
        #expect(part.isApproximate && !part.isUncertain)
    }

    @Test func `a day makes a date`() throws {
        let day = try #require(CalendarDay(year: -43, month: 3, day: 15))
        #expect(HistoricalDate(day).description == "-0043-03-15")
        #expect(
            try HistoricalDate(HistoricalDate(edtf: "Y12345").earliest ?? day)
                == HistoricalDate(edtf: "Y12345-01-01"))
    }

    @Test(arguments: [
        ("", EDTFError.unexpectedEnd(column: 1, expected: "a year of four digits")),
        ("199", .unexpectedEnd(column: 4, expected: "a year of four digits")),
        (
            "19922",
            .unexpected("2", column: 5, expected: "- or the end (a year beyond 9999 opens with Y)")
        ),
        ("1871-13", .noSuchMonth(13, column: 6)), ("1871-00", .noSuchMonth(0, column: 6)),
        ("1871-42", .noSuchMonth(42, column: 6)),
        ("1992-02-30", .noSuchDay(year: 1992, month: 2, day: 30, column: 9)),
        ("1900-02-29", .noSuchDay(year: 1900, month: 2, day: 29, column: 9)),
        ("XXXX-02-30", .noSuchDay(year: 0, month: 2, day: 30, column: 9)),
        ("1992-02-00", .noSuchDay(year: 1992, month: 2, day: 0, column: 9)),
        ("1992-2-3", .unexpected("-", column: 7, expected: "a month of two digits")),
        ("13.02.1988", .unexpected(".", column: 3, expected: "a year of four digits")),
        ("1992-02-25/1992-02-24", .endsBeforeStart(column: 12)),
        ("1992 ", .unexpected(" ", column: 5, expected: "the end of the date")),
        ("1992-02-25 ", .unexpected(" ", column: 11, expected: "the end of the date")),
        ("/", .unexpectedEnd(column: 2, expected: "a date on one side of the interval")),
        ("..", .unexpectedEnd(column: 3, expected: "/ and the other end of the interval")),
        ("{1992", .unexpectedEnd(column: 6, expected: ", or }")),
        ("{1992]", .unexpected("]", column: 6, expected: ", or }")),
        ("{}", .unexpected("}", column: 2, expected: "a year of four digits")),
        ("[1990..1980]", .endsBeforeStart(column: 2)),
        ("2001-21-05", .unexpected("-", column: 8, expected: "the end of the date")),
        ("Y1999", .unexpectedEnd(column: 6, expected: "a year of five digits or more (after Y)")),
        ("Y17E99", .yearTooFar(column: 1)), ("Y9999999999999", .yearTooFar(column: 1)),
        ("1985-04-12T25:00", .unexpected("2", column: 12, expected: "an hour of two digits")),
        ("1992🙂", .unexpected("🙂", column: 5, expected: "the end of the date")),
        (String(repeating: "9", count: 1_001), .tooLong(limit: 1_000)),
    ])
    func `what is no date is told with its column`(text: String, expected: EDTFError) {
        #expect(throws: expected) { try HistoricalDate(edtf: text) }
    }

    @Test func `errors say what was seen and what was wanted`() {
        #expect(
            EDTFError.noSuchMonth(13, column: 6).description
                == "month 13; months run 01...12, seasons 21...41")
        #expect(
            EDTFError.noSuchDay(year: 1992, month: 2, day: 30, column: 9).description
                == "no such day as 1992-02-30")
        #expect(EDTFError.tooLong(limit: 10).column == 11)
    }
}
