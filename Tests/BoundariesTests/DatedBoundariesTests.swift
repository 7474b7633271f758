import Boundaries
import EDTF
import GeoModel
import TestSupport
import Testing

@Suite("Boundaries by date") struct DatedBoundariesTests {
    let store = BoundaryStore.embedded

    /// The oblast: 7 July 1923 to 26 November 1991. The line: ceasefire of 12 May 1994 to the
    /// statement of 10 November 2020.
    @Test(arguments: [
        ("1990", true, false), ("1991-11-26", true, false), ("1992-02", false, false),
        ("2000", false, true), ("2020-10", false, true), ("2020-12", false, false),
        ("2021", false, false),
    ])
    func `a dated line is there only while it held`(date: String, oblast: Bool, contact: Bool)
        throws
    {
        let kinds = store.lines(asOf: try HistoricalDate(edtf: date)).map(\.kind)
        #expect(kinds.contains(.formerOblast) == oblast)
        #expect(kinds.contains(.lineOfContact) == contact)
    }

    @Test func `today neither dated line is there`() {
        let kinds = Set(store.lines().map(\.kind))
        #expect(kinds == [.country, .district, .coast])
    }

    /// The Soviet Union ended on 26 December 1991.
    @Test(arguments: [("1988", true), ("1991-12-25", true), ("1991-12-26", false), ("2022", false)])
    func `the borders of the republics are the nearest known before 1991 ended`(
        date: String, isNearestKnown: Bool
    ) throws {
        let lines = store.lines(asOf: try HistoricalDate(edtf: date))
        let border = try #require(
            lines.first { $0.kind == .country && $0.left == "iso:AM" && $0.right == "iso:AZ" })
        #expect(border.isNearestKnown == isNearestKnown)
        #expect(!border.parts.isEmpty)
    }

    /// Aghdara became a district again in December 2023, eight others changed.
    @Test(arguments: [("2010", false), ("2024", true), ("1995", true)])
    func `Azerbaijan's district lines hold from 2004 to 2023`(
        date: String, isNearestKnown: Bool
    ) throws {
        let lines = store.lines(asOf: try HistoricalDate(edtf: date))
            .filter { $0.kind == .district && $0.left?.hasPrefix("iso:AZ") ?? false }
        #expect(lines.count > 150)
        #expect(lines.allSatisfy { $0.isNearestKnown == isNearestKnown })
    }

    @Test func `an outline is found for a date outside its time, and says so`() throws {
        let oblast = try #require(store.area(of: "tp:nkao", asOf: try HistoricalDate(edtf: "1993")))
        #expect(oblast.isNearestKnown)
        #expect(store.area(of: "tp:nowhere") == nil)
    }

    @Test func `fills and lines share their positions`() throws {
        let district = try #require(store.area(of: "iso:AZ-TOV"))
        let outline = Set(district.polygons.flatMap(\.outer))
        let lines = store.lines().filter { line in
            [line.left, line.right].contains { $0 == "iso:AZ-TOV" }
        }
        #expect(lines.count >= 2)
        #expect(lines.flatMap(\.parts).allSatisfy { outline.isSuperset(of: $0) })
    }

    /// Of claims about one thing, the one that held on the date is given.
    @Test(arguments: [("1950", 1.0, false), ("2000", 2.0, false), ("1970", 1.0, true)])
    func `the claim that held is chosen, else the nearest`(
        date: String, longitude: Double, isNearestKnown: Bool
    ) throws {
        let store = try BoundaryFileTests.store(.twoVersions)
        let date = try HistoricalDate(edtf: date)
        let area = try #require(store.area(of: "tp:a", asOf: date))
        #expect(area.polygons[0].outer[0].longitude == longitude)
        #expect(area.isNearestKnown == isNearestKnown)
        let lines = store.lines(asOf: date)
        #expect(lines.map { $0.parts[0][0].longitude } == [longitude])
    }

    @Test func `a box leaves out what lies elsewhere`() {
        let karabakh = BoundingBox(west: 46, south: 39, east: 47.5, north: 40.5)
        #expect(store.areas(in: karabakh).allSatisfy { !$0.polygons.isEmpty })
        #expect(!store.areas(in: karabakh).map(\.id).contains("iso:GE"))
        #expect(store.areas(in: karabakh).map(\.id).contains("iso:AZ-SUS"))
        let near = store.lines(in: karabakh)
        #expect(near.count < store.lines().count / 5)
    }

    @Test func `a box across the antimeridian finds both sides`() {
        let fiji = BoundingBox(west: 176, south: -20, east: -178, north: -15)
        #expect(store.areas(in: fiji).map(\.id).contains("iso:FJ"))
    }
}
