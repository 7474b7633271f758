import EDTF
import Testing

/// One expression with the days that the judge gives it, and why ours are others.
struct JudgedExpression: Sendable, CustomTestStringConvertible {
    let text: String
    let first: String?
    let last: String?
    let difference: Difference?
    var testDescription: String { text }

    /// Why two answers differ.
    enum Difference: Sendable {
        /// The judge takes ten years for an end that is not known; we know none.
        case guess
        /// The judge's winter is December alone; ours lasts until February, three months as every
        /// season of the judge but this one.
        case winter
        /// The judge takes an unknown year as 0...9999; we give no days.
        case anyYear
        /// The judge takes the estimate as the date, and the years of its significant digits as the
        /// allowance for doubt; the specification says "some year between 1900 and 1999, estimated to
        /// be 1950", so that these years are what the date may mean.
        case estimate
    }

    init(_ text: String, _ first: String?, _ last: String?, _ difference: Difference? = nil) {
        self.text = text
        self.first = first
        self.last = last
        self.difference = difference
    }
}

/// The cases of the Python package `edtf` 5.0.2 (PyPI), `tests/test_parser.py`: its first and last day
/// without allowance, nil for its infinities. Of 94 expressions we agree on 83 and differ on 11, each
/// for the reason beside it. Its allowances for doubt (`lower_fuzzy`, `upper_fuzzy`) are not compared:
/// they add up settings of the package, and widen uncertain dates too; ours are told by `overlaps`.
@Suite("EDTF beside the Python package") struct ExpressionJudgeTests {
    static let expressions: [JudgedExpression] = [
        .init("2001-02-03", "2001-02-03", "2001-02-03"),
        .init("2008-12", "2008-12-01", "2008-12-31"),
        .init("2008", "2008-01-01", "2008-12-31"),
        .init("-0999", "-0999-01-01", "-0999-12-31"),
        .init("0000", "0000-01-01", "0000-12-31"),
        .init("2001-02-03T09:30:01", "2001-02-03", "2001-02-03"),
        .init("2004-01-01T10:10:10Z", "2004-01-01", "2004-01-01"),
        .init("2004-01-01T10:10:10+05:00", "2004-01-01", "2004-01-01"),
        .init("1985-04-12T23:20:30", "1985-04-12", "1985-04-12"),
        .init("1964/2008", "1964-01-01", "2008-12-31"),
        .init("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        .init("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        .init("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
        .init("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        .init("2005/2006-02", "2005-01-01", "2006-02-28"),
        .init("-2005/-1999-02", "-2005-01-01", "-1999-02-28"),
        .init("1984?", "1984-01-01", "1984-12-31"),
        .init("2004-06-11?", "2004-06-11", "2004-06-11"),
        .init("2004-06?", "2004-06-01", "2004-06-30"),
        .init("1984~", "1984-01-01", "1984-12-31"),
        .init("1984%", "1984-01-01", "1984-12-31"),
        .init("199X", "1990-01-01", "1999-12-31"),
        .init("19XX", "1900-01-01", "1999-12-31"),
        .init("1999-XX", "1999-01-01", "1999-12-31"),
        .init("1999-01-XX", "1999-01-01", "1999-01-31"),
        .init("1999-XX-XX", "1999-01-01", "1999-12-31"),
        .init("-01XX", "-0199-01-01", "-0100-12-31"),
        .init("-0275~", "-0275-01-01", "-0275-12-31"),
        .init("-0001~", "-0001-01-01", "-0001-12-31"),
        .init("0000~", "0000-01-01", "0000-12-31"),
        .init("16XX~", "1600-01-01", "1699-12-31"),
        .init("16XX%", "1600-01-01", "1699-12-31"),
        .init("1XXX", "1000-01-01", "1999-12-31"),
        .init("1XXX~", "1000-01-01", "1999-12-31"),
        .init("156X~", "1560-01-01", "1569-12-31"),
        .init("-01XX~", "-0199-01-01", "-0100-12-31"),
        .init("/2006", "1996-12-31", "2006-12-31", .guess),
        .init("2004-06-01/", "2004-06-01", "2014-06-01", .guess),
        .init("../2006", nil, "2006-12-31"),
        .init("2004-01-01/..", "2004-01-01", nil),
        .init("1984~/2004-06", "1984-01-01", "2004-06-30"),
        .init("1984/2004-06~", "1984-01-01", "2004-06-30"),
        .init("1984?/2004%", "1984-01-01", "2004-12-31"),
        .init("1984~/2004~", "1984-01-01", "2004-12-31"),
        .init("1984-06?/2004-08?", "1984-06-01", "2004-08-31"),
        .init("1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"),
        .init("1984-06-02?/", "1984-06-02", "1994-06-02", .guess),
        .init("Y170000002", "170000002-01-01", "170000002-12-31"),
        .init("Y-170000002", "-170000002-01-01", "-170000002-12-31"),
        .init("2001-21", "2001-03-01", "2001-05-31"),
        .init("2003-22", "2003-06-01", "2003-08-31"),
        .init("2000-23", "2000-09-01", "2000-11-30"),
        .init("2010-24", "2010-12-01", "2010-12-31", .winter),
        .init("2004-06-11%", "2004-06-11", "2004-06-11"),
        .init("2004?-06-11", "2004-06-11", "2004-06-11"),
        .init("2004-06~-11", "2004-06-11", "2004-06-11"),
        .init("2004-06-~11", "2004-06-11", "2004-06-11"),
        .init("2004-%06", "2004-06-01", "2004-06-30"),
        .init("2004-?06-?11", "2004-06-11", "2004-06-11"),
        .init("2004?-06-~11", "2004-06-11", "2004-06-11"),
        .init("?2004-%06", "2004-06-01", "2004-06-30"),
        .init("2004?-%06", "2004-06-01", "2004-06-30"),
        .init("2004?-~06-~04", "2004-06-04", "2004-06-04"),
        .init("2011-~06-~04", "2011-06-04", "2011-06-04"),
        .init("156X-12-25", "1560-12-25", "1569-12-25"),
        .init("15XX-12-25", "1500-12-25", "1599-12-25"),
        .init("1560-XX-25", "1560-01-25", "1560-12-25"),
        .init("15XX-12-XX", "1500-12-01", "1599-12-31"),
        .init("XXXX-XX-23", "0000-01-23", "9999-12-23", .anyYear),
        .init("[1667, 1668, 1670..1672]", "1667-01-01", "1672-12-31"),
        .init("[..1760-12-03]", nil, "1760-12-03"),
        .init("[1760-12..]", "1760-12-01", nil),
        .init("[1760-01, 1760-02, 1760-12..]", "1760-01-01", nil),
        .init("[1667, 1760-12]", "1667-01-01", "1760-12-31"),
        .init("[1774-11..1774-12]", "1774-11-01", "1774-12-31"),
        .init("[1785-07-30..1785-08-06]", "1785-07-30", "1785-08-06"),
        .init("[1667, 1912-03..1912-05]", "1667-01-01", "1912-05-31"),
        .init("{1667,1668, 1670..1672}", "1667-01-01", "1672-12-31"),
        .init("{1960, 1961-12}", "1960-01-01", "1961-12-31"),
        .init("{1912-03..1912-05}", "1912-03-01", "1912-05-31"),
        .init("196X", "1960-01-01", "1969-12-31"),
        .init("19XX", "1900-01-01", "1999-12-31"),
        .init("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
        .init("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
        .init("Y17E7", "170000000-01-01", "170000000-12-31"),
        .init("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
        .init("1950S2", "1950-01-01", "1950-12-31", .estimate),
        .init("1953S2", "1953-01-01", "1953-12-31", .estimate),
        .init("1953S3", "1953-01-01", "1953-12-31", .estimate),
        .init("Y17101E4S3", "171010000-01-01", "171010000-12-31", .estimate),
        .init("Y3388E2S3", "338800-01-01", "338800-12-31", .estimate),
        .init("Y171010000S3", "171010000-01-01", "171010000-12-31", .estimate),
        .init("2001-29", "2001-09-01", "2001-11-30"),
        .init("2001-34", "2001-04-01", "2001-06-30"),
    ]

    @Test(arguments: expressions)
    func `days are the same, or differ for a reason`(judged: JudgedExpression) throws {
        let date = try HistoricalDate(edtf: judged.text)
        let days = [date.earliest?.description, date.latest?.description]
        #expect((days == [judged.first, judged.last]) == (judged.difference == nil), "\(days)")
    }

    /// What the judge refuses is refused, but for a year after Y with a month, which has one meaning,
    /// and for year -0000, which is 0000.
    @Test(arguments: [
        "not a edtf string",
        "Y17E7-12-26",
        "2016-13-08",
        "2016-02-39",
        "-0000-01-01",
        "2004-(06)?-11",
        "2004-06-(11)~",
        "2004-(06)%",
        "2004-(06-11)?",
        "2004?-06-(11)~",
        "(2004-(06)~)?",
        "(2004)?-06-04~",
        "(2011)-06-04~",
        "2011-(06-04)~",
        "2004-06-(01)~/2004-06-(20)~",
    ])
    func `what is no expression is refused`(text: String) throws {
        let read = ["Y17E7-12-26": "Y170000000-12-26", "-0000-01-01": "0000-01-01"]
        #expect((try? HistoricalDate(edtf: text))?.description == read[text])
    }

    /// The judge tells the mark for both from the two marks; we tell what is in doubt.
    @Test(arguments: [
        ("2004", false, false),
        ("2006-06-11", false, false),
        ("-0999", false, false),
        ("1984?", true, false),
        ("2004-06-11?", true, false),
        ("1984~", false, true),
        ("1984%", true, true),
        ("1984~/2004-06", false, true),
        ("2004-%06", true, true),
        ("2004?-~06-~04", true, true),
        ("2004?-06-04", true, false),
        ("2011-~06-~04", false, true),
        ("2004-06-~01/2004-06-~20", false, true),
        ("156X~", false, true),
        ("?1945/1959", true, false),
        ("?1945", true, false),
        ("?1945-01", true, false),
        ("?1945-01-01", true, false),
        ("~1945/1959", false, true),
        ("~1945", false, true),
        ("~1945-01", false, true),
        ("~1945-01-01", false, true),
        ("%1945/1959", true, true),
        ("%1945", true, true),
        ("%1945-01", true, true),
        ("%1945-01-01", true, true),
    ])
    func `doubt is the same`(text: String, isUncertain: Bool, isApproximate: Bool) throws {
        let date = try HistoricalDate(edtf: text)
        #expect(date.isUncertain == isUncertain && date.isApproximate == isApproximate)
    }
}
