import EDTF
import Testing

/// Expected relations worked by hand from the definition in `overlaps`.
@Suite("Overlap of dates") struct OverlapTests {
    @Test(arguments: [
        // Days within spans
        ("1992-02-10", "1992-02", TemporalRelation.certainly),
        ("1992-02", "1992-02-10", .possibly), ("1992-02", "1992", .certainly),
        ("1992-02", "1992-02", .certainly), ("1992-02", "1992-03", .not),
        ("1992-02-25/1992-02-26", "1992-02-26", .certainly),
        ("1992-02-25/1992-02-26", "1992-02-27", .not),
        // A filter of years
        ("1992", "1988/1994", .certainly), ("1987/1989", "1988/1994", .certainly),
        ("1988-02-13", "../1988-02-12", .not), ("2020", "1988/..", .certainly),
        // A date within a period and the other way round
        ("1988", "1923/1991", .certainly), ("1923/1991", "1988", .certainly),
        ("1923/1991", "1992", .not), ("1950", "1923~/1991", .certainly),
        ("1923", "1923~/1991", .possibly), ("1922", "1923~/1991", .possibly),
        ("1920", "1923~/1991", .not),
        // Approximate: a unit of the coarsest approximate part on each side
        ("1993~", "1993", .possibly), ("1993~", "1994", .possibly), ("1993~", "1995", .not),
        ("1993~", "1990/2000", .certainly), ("1993-05~", "1993-06", .possibly),
        ("1993-05-~01", "1993-04-30", .possibly), ("1993-05-~01", "1993-04-29", .not),
        // Uncertain: never certainly
        ("1984?", "1984", .possibly), ("1984", "1984?", .possibly), ("1984?", "1985", .not),
        // Open and unknown ends
        ("1985/..", "2020", .certainly), ("1985/", "2020", .possibly), ("1985/", "1984", .not),
        ("1985/", "1985", .certainly), ("/1985", "1970", .possibly), ("/1985", "1986", .not),
        ("1970", "/1985", .possibly), ("1985-03-01", "/1985", .certainly),
        ("2020", "1985/..", .certainly), ("2020", "1985/", .possibly),
        ("../1985", "1970", .certainly),
        // Open digits
        ("199X", "1992", .possibly), ("199X", "1990/1999", .certainly), ("1992", "199X", .possibly),
        ("2004-XX-XX", "2004", .certainly), ("XXXX", "1992", .possibly),
        // Sets
        ("{2020-10-04,2020-10-11}", "2020-10-11", .certainly),
        ("{2020-10-04,2020-10-11}", "2020-10-05", .not),
        ("[2020-10-04,2020-10-11]", "2020-10-11", .possibly),
        ("[2020-10-04,2020-10-11]", "2020-10", .certainly), ("[1667..1672]", "1670", .possibly),
        ("1670", "{1667..1672}", .certainly), ("1670", "[1667..1672]", .possibly),
        ("1667-05-05", "[1667,1668]", .possibly),
    ])
    func `is three-valued`(event: String, asked: String, expected: TemporalRelation) throws {
        let (event, asked) = (try HistoricalDate(edtf: event), try HistoricalDate(edtf: asked))
        #expect(event.overlaps(asked) == expected)
    }

    /// Whether two dates can share a day at all does not depend on who asks.
    @Test func `never says no in one direction alone`() throws {
        let texts = [
            "1992", "1992-02", "1992-02-10", "199X", "1993~", "1985/..", "1985/", "/1985",
            "../1985",
            "{1990,1994}", "[1990..1994]", "1984?", "2001-24", "XXXX", "1987~/1993-05~",
        ]
        let dates = try texts.map { text throws in try HistoricalDate(edtf: text) }
        for first in dates {
            for second in dates {
                #expect((first.overlaps(second) == .not) == (second.overlaps(first) == .not))
            }
        }
    }
}
