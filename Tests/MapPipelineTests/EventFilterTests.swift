import Cartography
import EDTF
import GeoModel
import MapPipeline
import Testing

@Suite("Which events are shown") struct EventFilterTests {
    private func date(_ text: String?) throws -> HistoricalDate? {
        try text.map { try HistoricalDate(edtf: $0) }
    }

    private func feature(_ id: String, _ date: String?, _ category: String = "fair") throws
        -> Feature
    {
        var feature = Feature(eventID: id, placeIndex: 1, placeCount: 1)
        feature.date = try self.date(date)
        feature.category = category
        return feature
    }

    /// Overlap worked by hand: an event is left out only when it surely lies outside.
    @Test(
        arguments: [
            ("1991-05", "1991", "1992", true), ("1990-12-31", "1991", "1992", false),
            ("1992-12-31", "1991", "1992", true), ("1993-01-01", "1991", "1992", false),
            ("1990/1995", "1991", "1992", true), ("1990/1991-01-01", "1991", nil, true),
            ("1990", nil, "1989", false), ("../1995", "1991", "1992", true),
            (nil, "1991", nil, false),
            (nil, nil, nil, true),
        ] as [(String?, String?, String?, Bool)])
    func `an event that may lie inside the bounds is shown`(
        when: String?, from: String?, to: String?, isShown: Bool
    ) throws {
        let filter = EventFilter(from: try date(from), to: try date(to))
        let (shown, left) = filter.apply(to: [try feature("E", when)])
        #expect(shown.isEmpty != isShown)
        #expect(left.map(\.count) == (isShown ? [] : [1]))
    }

    @Test func `counts events, not places, by the reason they are left out`() throws {
        let filter = EventFilter(from: try date("2000"), categories: ["fair"])
        let features = [
            try feature("A", "2001"), try feature("B", "1999"), try feature("B", "1999"),
            try feature("C", "2001", "march"), try feature("D", "1999", "march"),
        ]
        let (shown, left) = filter.apply(to: features)
        #expect(shown.map(\.eventID) == ["A"])
        #expect(left.map(\.count) == [1, 2])
        #expect(left.map(\.reason) == [.outsideDates, .otherCategory])
    }
}
