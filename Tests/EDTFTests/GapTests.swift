import Testing

@testable import EDTF

@Suite("Gaps between dates") struct GapTests {
    /// Worked by hand: a month of this measure has 31 days, a year 372.
    @Test(arguments: [
        ("1991", "1992", 1), ("1990", "1992", 373), ("1991-01-30", "1991-02-02", 3),
        ("1923/1991", "1950", 0), ("1991/..", "2026", 0), ("1994/..", "1993-12-31", 1),
    ])
    func `the gap is the same from both sides`(first: String, second: String, gap: Int) throws {
        let (one, other) = (try HistoricalDate(edtf: first), try HistoricalDate(edtf: second))
        #expect(one.gap(to: other) == gap)
        #expect(other.gap(to: one) == gap)
    }
}
