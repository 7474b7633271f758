import FlatFile
import GeoModel
import Testing

@testable import Boundaries

@Suite("Outlines by zoom") struct ZoomTests {
    let file = BoundaryStore.embedded.sets[0].file

    func line(_ arc: Int, zoom: Int) -> [Coordinate] {
        guard let row = file.arc(Int32(arc + 1)) else { return [] }
        return file.vertices(of: row, zoom: zoom).map(file.position)
    }

    /// 40 075 017 m / 256 / 2 at zoom 0: half a pixel, in degrees of latitude of 111 320 m.
    @Test(arguments: [0, 3, 6, 9])
    func `no vertex lies farther from the thinned line than half a pixel`(zoom: Int) {
        let tolerance = 78_272 / 111_320.0 / Double(1 << zoom)
        for arc in stride(from: 0, to: file.arcs.count, by: 17) {
            let (full, thin) = (line(arc, zoom: 12), line(arc, zoom: zoom))
            guard !thin.isEmpty else { continue }
            let edges = Array(zip(thin, thin.dropFirst()))
            for position in full {
                let nearest = edges.map { Self.distance(position, $0.0, $0.1) }.min() ?? .infinity
                // A degree of longitude was taken as short as it is within 2.5 degrees of latitude.
                #expect(nearest <= tolerance * 1.1 + 1e-9, "arc \(arc)")
            }
        }
    }

    @Test func `a larger zoom has what a smaller one has`() {
        for arc in stride(from: 0, to: file.arcs.count, by: 5) {
            for zoom in 0..<12 {
                #expect(Set(line(arc, zoom: zoom + 1)).isSuperset(of: line(arc, zoom: zoom)))
            }
        }
    }

    @Test(arguments: [0, 4, 8])
    func `fills and lines share their positions at each zoom`(zoom: Int) {
        let store = BoundaryStore.embedded
        let box = BoundingBox(west: 40, south: 38, east: 51, north: 44)
        let lines = store.lines(in: box, zoom: zoom)
        let areas = store.areas(in: box, zoom: zoom)
        for id in ["iso:AZ-TOV", "iso:AZ-XA", "iso:AM", "iso:GE"] {
            let polygons = areas.first { $0.id == id }?.polygons ?? []
            let outline = Set(polygons.flatMap { $0.outer + $0.holes.joined() })
            #expect(polygons.allSatisfy { $0.outer.count >= 4 && $0.outer.first == $0.outer.last })
            let mine = lines.filter { [$0.left, $0.right].contains(id) }
            #expect(!mine.isEmpty)
            #expect(mine.flatMap(\.parts).allSatisfy { outline.isSuperset(of: $0) })
        }
    }

    @Test func `a coarse map has far fewer vertices, and what is far from the frame too`() {
        let store = BoundaryStore.embedded
        let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
        let karabakh = BoundingBox(west: 46, south: 39, east: 47.5, north: 40.5)
        func count(_ areas: [BoundaryArea]) -> Int {
            areas.flatMap(\.polygons).map { $0.outer.count + $0.holes.joined().count }.reduce(0, +)
        }
        #expect(count(store.areas(in: world, zoom: 0)) < count(store.areas(in: world)) / 5)
        let near = count(store.areas(in: karabakh, zoom: 12))
        #expect(near < count(store.areas(in: karabakh)) * 2 / 3)
    }

    /// The distance of a position from an edge in degrees of latitude.
    static func distance(_ position: Coordinate, _ a: Coordinate, _ b: Coordinate) -> Double {
        let shrink = Self.cosine(position.latitude)
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        let (dx, dy) = ((b.longitude - a.longitude) * shrink, b.latitude - a.latitude)
        let (px, py) = (
            (position.longitude - a.longitude) * shrink, position.latitude - a.latitude
        )
        let along = dx * dx + dy * dy > 0 ? (px * dx + py * dy) / (dx * dx + dy * dy) : 0
        let share = min(1, max(0, along))
        return length(px - share * dx, py - share * dy)
    }

    /// Bhaskara's approximation of the cosine, good to 0.2 %.
    static func cosine(_ degrees: Double) -> Double {
        (32_400 - 4 * degrees * degrees) / (32_400 + degrees * degrees)
    }
}
