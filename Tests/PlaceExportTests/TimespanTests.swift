import EDTF
import GeoJSON
import Testing

@testable import PlaceExport

/// Expected values by the section "when" of the Linked Places Format, version 1.1: `in` takes ISO 8601, a
/// date in doubt has `earliest` and `latest`, and a timespan must have a start.
@Suite("Timespans") struct TimespanTests {
    @Test(arguments: [
        ("1923-07-07/1991-11-26", #"[{"start":{"in":"1923-07-07"},"end":{"in":"1991-11-26"}}]"#),
        ("1991/..", #"[{"start":{"in":"1991"}}]"#), ("1988", #"[{"start":{"in":"1988"}}]"#),
        ("1988~", #"[{"start":{"earliest":"1988-01-01","latest":"1988-12-31"}}]"#),
        (
            "[1920..1923]",
            #"[{"start":{"in":"1920-01-01"},"end":{"in":"1923-12-31"}}]"#
        ),
    ])
    func `a period is a timespan of its ends`(edtf: String, spans: String) throws {
        let when = Timespan(try HistoricalDate(edtf: edtf)).when
        #expect(when["timespans"]?.description == spans)
        #expect(when["edtf"] == .string(edtf))
    }

    @Test func `a period without a start is told in words`() throws {
        let when = Timespan(try HistoricalDate(edtf: "../1991")).when
        #expect(when.description == #"{"label":"../1991","edtf":"../1991"}"#)
    }
}
