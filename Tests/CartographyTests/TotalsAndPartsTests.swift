import GeoModel
import Testing

@testable import Cartography

/// Expected: the rule for totals and parts that the map's legend states, worked by hand.
@Suite("Totals and parts") struct TotalsAndPartsTests {
    private func roles(_ features: [Feature]) -> TotalsAndParts {
        let sheet = EventSheet(features)
        let drawn = Set((sheet.placed + sheet.lines).map(\.feature.eventID))
        return TotalsAndParts(sheet, isDrawn: drawn.contains, key: "killed")
    }

    @Test func `a total whose parts carry no figure is the mark and its parts are ticks`() {
        let roles = roles([
            SampleEvents.event("sum", longitude: 12, latitude: 42, killed: Figure(32)),
            SampleEvents.event("a", longitude: 12, latitude: 42, partOf: "sum"),
            SampleEvents.event("b", longitude: 13, latitude: 42, partOf: "sum"),
        ])
        #expect(roles.role(of: "sum") == .own)
        #expect(roles.role(of: "a") == .tick(of: "sum"))
        #expect(roles.role(of: "b") == .tick(of: "sum"))
    }

    @Test func `a total whose drawn parts carry the figure is stated, not drawn`() {
        let roles = roles([
            SampleEvents.event("sum", longitude: 12, latitude: 42, killed: Figure(94)),
            SampleEvents.event("a", longitude: 12, latitude: 42, killed: Figure(32), partOf: "sum"),
            SampleEvents.event("b", longitude: 13, latitude: 42, partOf: "sum"),
        ])
        #expect(roles.role(of: "sum") == .stated)
        #expect(roles.role(of: "a") == .own)
        // It is no tick: the total that it belongs to has no mark.
        #expect(roles.role(of: "b") == .own)
    }

    @Test func `parts that are not drawn do not take the mark from their total`() {
        let roles = roles([
            SampleEvents.event("sum", longitude: 12, latitude: 42, killed: Figure(94)),
            SampleEvents.national("a", killed: Figure(32)),
        ])
        #expect(roles.role(of: "sum") == .own)
    }

    @Test func `a figure counts through totals of totals, and a circle ends`() {
        var inner = SampleEvents.event("inner", longitude: 12, latitude: 42, partOf: "outer")
        let outer = SampleEvents.event(
            "outer", longitude: 12, latitude: 42, killed: Figure(9), partOf: "inner")
        let leaf = SampleEvents.event(
            "leaf", longitude: 13, latitude: 42, killed: Figure(3), partOf: "inner")
        #expect(roles([inner, outer, leaf]).role(of: "outer") == .stated)
        inner.partOf = "inner"
        #expect(roles([inner, leaf]).role(of: "leaf") == .own)
    }

    @Test func `parts where their total stands become ticks on its rim`() throws {
        let features = [
            SampleEvents.event("sum", longitude: 12, latitude: 42, killed: Figure(32), place: "P"),
            SampleEvents.event("a", longitude: 12, latitude: 42, partOf: "sum", place: "P"),
            SampleEvents.event("b", longitude: 12, latitude: 42, partOf: "sum", place: "P"),
        ]
        let map = try SharedComposer.get().compose(SampleEvents.request(features))
        let ticks = map.description.marks.filter { $0.form == "tick" }
        let total = try #require(map.description.marks.first { $0.id == "sum/1" })
        #expect(ticks.map(\.eventID) == ["a", "b"])
        #expect(ticks.allSatisfy { $0.centre == total.centre })
    }
}
