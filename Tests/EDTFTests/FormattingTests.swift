import EDTF
import Testing

/// Expected texts follow the house rule: day before month, an en dash between bare numbers.
@Suite("Dates for people") struct FormattingTests {
    @Test(arguments: [
        ("1992-02-25/1992-02-26", "25–26 February 1992"), ("2020-10", "October 2020"),
        ("1993~", "c. 1993"), ("1987/", "from 1987"), ("1987~/", "from c. 1987"),
        ("1985/..", "since 1985"), ("/1985", "until 1985"), ("../1985-04", "up to April 1985"),
        ("1988-02-13", "13 February 1988"), ("2018", "2018"), ("1991/2020", "1991–2020"),
        ("1991~/2020~", "c. 1991 – c. 2020"), ("2020-04/2020-06", "April–June 2020"),
        ("2020-09-27/2020-11-10", "27 September – 10 November 2020"),
        ("2020-12-30/2021-01-02", "30 December 2020 – 2 January 2021"),
        ("2020-12/2021-01", "December 2020 – January 2021"),
        ("2020-10-04/2020-10-04", "4 October 2020"),
        ("2020-10-04/2020-11", "4 October 2020 – November 2020"),
        ("{2020-10-04,2020-10-11,2020-10-17}", "4, 11 and 17 October 2020"),
        ("{1990-01,1991-02}", "January 1990 and February 1991"), ("[1667,1668]", "1667 or 1668"),
        ("[1667,1670..1672]", "1667 or 1670–1672"), ("[..1984]", "1984 or earlier"),
        ("{1985..}", "1985 or later"), ("1984?", "perhaps 1984"),
        ("1984-05%", "perhaps c. May 1984"),
        ("199X", "1990s"), ("19XX", "between 1900 and 1999"), ("1950S2", "between 1900 and 1999"),
        ("1999-XX", "some month of 1999"), ("1999-XX-XX", "some day of 1999"),
        ("1999-07-XX", "some day of July 1999"),
        ("1999-1X", "between 1 October 1999 and 31 December 1999"),
        ("XXXX", "an unknown year"), ("XXXX-12-25", "25 December of an unknown year"),
        ("2001-21", "spring 2001"), ("2001-34", "second quarter of 2001"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("0079", "79 CE"), ("0000", "1 BCE"), ("-0100/0100", "101 BCE – 100 CE"),
        ("Y170000002", "170000002"), ("[1991..1994]", "between 1991 and 1994"),
        ("[1992-02-25..1992-02-28]", "between 25 February 1992 and 28 February 1992"),
        ("199X/", "from the 1990s"), ("2001-34/..", "since the second quarter of 2001"),
        ("1987-~37", "early 1987"), ("1987-~38", "mid-1987"), ("1987-~39", "late 1987"),
        ("156X-12-25", "25 December of the 1560s"),
        ("15XX-12", "December of a year between 1500 and 1599"),
    ])
    func `are written in English`(text: String, expected: String) throws {
        #expect(try HistoricalDate(edtf: text).formatted(in: .english) == expected)
    }

    @Test func `no date is said to be none`() {
        let none: HistoricalDate? = nil
        #expect(none.formatted(in: .english) == "undated")
    }
}
