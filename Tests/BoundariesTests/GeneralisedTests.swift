import GeoModel
import Testing

@testable import Boundaries

@Suite("Generalised outlines") struct GeneralisedTests {
    let store = BoundaryStore.embedded

    @Test(arguments: [0, 0.01, 0.1])
    func `no vertex lies farther from the thinned line than the tolerance`(tolerance: Double) {
        let thinned = store.generalised(toDegrees: tolerance).records.arcs
        for (old, new) in zip(store.records.arcs, thinned).suffix(150) {
            let edges = Array(zip(new.points, new.points.dropFirst()))
            let farthest = old.points.map { position in
                edges.map { Self.distance(position, $0.0, $0.1) }.min() ?? .infinity
            }
            .max()
            #expect(farthest ?? .infinity <= tolerance + 1e-12)
            #expect(new.points.allSatisfy(Set(old.points).contains))
        }
    }

    @Test func `fills and lines still share their positions, and rings stay rings`() {
        let coarse = store.generalised(toDegrees: 0.05)
        for id in ["iso:AZ-TOV", "iso:AZ-XA", "iso:AM", "iso:GE"] {
            let polygons = coarse.area(of: id)?.polygons ?? []
            let outline = Set(polygons.flatMap { $0.outer + $0.holes.joined() })
            #expect(polygons.allSatisfy { $0.outer.count >= 4 && $0.outer.first == $0.outer.last })
            let lines = coarse.lines().filter { [$0.left, $0.right].contains(id) }
            #expect(!lines.isEmpty)
            #expect(lines.flatMap(\.parts).allSatisfy { outline.isSuperset(of: $0) })
        }
    }

    @Test func `a coarse map has far fewer vertices`() {
        let count = { (store: BoundaryStore) in store.records.arcs.map(\.points.count).reduce(0, +)
        }
        #expect(count(store.generalised(toDegrees: 0.5)) < count(store) / 2)
    }

    /// The distance of a position from an edge, by trying the three places where it can be least.
    static func distance(_ position: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        let (dx, dy) = (b.longitude - a.longitude, b.latitude - a.latitude)
        let toA = length(position.longitude - a.longitude, position.latitude - a.latitude)
        let toB = length(position.longitude - b.longitude, position.latitude - b.latitude)
        let along = (position.longitude - a.longitude) * dx + (position.latitude - a.latitude) * dy
        guard along > 0, along < dx * dx + dy * dy else { return min(toA, toB) }
        let cross = (position.longitude - a.longitude) * dy - (position.latitude - a.latitude) * dx
        return abs(cross) / length(dx, dy)
    }
}
