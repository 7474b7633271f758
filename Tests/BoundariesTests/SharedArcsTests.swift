import GeoModel
import TestSupport
import Testing

@testable import Boundaries

@Suite("Shared arcs") struct SharedArcsTests {
    let records = BoundaryStore.embedded.records

    @Test func `every arc bounds an area or is part of a line`() {
        var used = Set<Int32>()
        for area in records.areas {
            for ring in area.polygons.joined() { used.formUnion(ring.map { Int32($0.magnitude) }) }
        }
        for line in records.lines {
            for part in line.parts { used.formUnion(part.map { Int32($0.magnitude) }) }
        }
        #expect(used.count == records.arcs.count)
    }

    /// Two countries, two districts, or land and sea: so an arc is in one line, but for the arcs
    /// that the former oblast and the Line of Contact share, and for those on the rim of the map.
    @Test func `no border is drawn twice`() {
        let lines = records.lines.filter { $0.kind.persists }
        let drawn = lines.flatMap { $0.parts.joined().map(\.magnitude) }
        #expect(Set(drawn).count == drawn.count)
    }

    @Test func `no two arcs share an edge`() {
        var seen = Set<[Coordinate]>()
        let lasting = records.areas.filter(\.kind.persists).flatMap {
            $0.polygons.joined().joined()
        }
        for number in Set(lasting.map(\.magnitude)).sorted() {
            let arc = records.arcs[Int(number) - 1]
            for (a, b) in zip(arc.points, arc.points.dropFirst()) {
                let isForward = (a.longitude, a.latitude) < (b.longitude, b.latitude)
                #expect(seen.insert(isForward ? [a, b] : [b, a]).inserted)
            }
        }
    }

    /// Places compared with the plain test over every edge of a ring, without boxes.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `finding areas agrees with testing every edge`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let position = Coordinate(
            longitude: .random(in: -180...180, using: &random),
            latitude: .random(in: -60...75, using: &random))
        let expected = Self.lastingAreas.filter { area in
            area.polygons.contains { Self.contains(position, $0) }
        }
        let found = BoundaryStore.embedded.areas(containing: position)
        #expect(found.map(\.id).sorted() == expected.map(\.id))
    }

    static let lastingAreas = BoundaryStore.embedded.ids
        .compactMap { BoundaryStore.embedded.area(of: $0) }.filter(\.kind.persists)

    /// The even-odd rule by cross products, unlike the code under test, which divides.
    static func contains(_ position: Coordinate, _ polygon: Polygon) -> Bool {
        let edges = ([polygon.outer] + polygon.holes).flatMap { zip($0, $0.dropFirst()) }
        let crossings = edges.count { a, b in
            let isUpward = b.latitude > a.latitude
            let (low, high) = isUpward ? (a, b) : (b, a)
            guard low.latitude <= position.latitude, position.latitude < high.latitude else {
                return false
            }
            let cross =
                (high.longitude - low.longitude) * (position.latitude - low.latitude)
                - (position.longitude - low.longitude) * (high.latitude - low.latitude)
            return cross > 0
        }
        return !crossings.isMultiple(of: 2)
    }
}
