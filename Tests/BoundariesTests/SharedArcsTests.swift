import FlatFile
import GeoModel
import TestSupport
import Testing

@testable import Boundaries

@Suite("Shared arcs") struct SharedArcsTests {
    let file = BoundaryStore.embedded.sets[0].file

    /// The numbers of the arcs of some areas' rings, each time they are used.
    func ringArcs(where isWanted: (AreaRow) -> Bool) -> [UInt32] {
        (0..<file.areas.count).compactMap(file.area).filter(isWanted)
            .flatMap { $0.polygons.flatMap { file.rings(ofPolygon: $0) } }
            .flatMap(arcs)
    }

    func lineArcs(where isWanted: (LineRow) -> Bool) -> [UInt32] {
        (0..<file.lines.count).compactMap(file.line).filter(isWanted).flatMap(\.parts)
            .flatMap(arcs)
    }

    func arcs(ofPart part: Int) -> [UInt32] {
        file.part(part).chain.map { file.chains[$0].magnitude }
    }

    @Test func `every arc bounds an area or is part of a line`() {
        let used = Set(ringArcs { _ in true } + lineArcs { _ in true })
        #expect(used.count == file.arcs.count)
    }

    /// Two countries, two districts, or land and sea: so an arc is in one line, but for the arcs
    /// that the former oblast and the Line of Contact share, and for those on the rim of the map.
    @Test func `no border is drawn twice`() {
        let drawn = lineArcs { $0.kind.persists }
        #expect(Set(drawn).count == drawn.count)
    }

    @Test func `no two arcs share an edge`() {
        var seen = Set<[Coordinate]>()
        for number in Set(ringArcs { $0.kind.persists }).sorted() {
            let points = file.arc(Int32(number))?.points.map(file.position) ?? []
            for (a, b) in zip(points, points.dropFirst()) {
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
