import GeoModel
import Projections
import TestSupport
import Testing

@Suite("Windows of the picture of a zoom") struct WindowTests {
    /// At zoom z the world is 256 · 2^z pixels wide, with 180° W at its left edge (OSGeo, "Tile Map
    /// Service Specification", global-mercator); the equator runs through its middle.
    @Test func `pixels are counted from the world's top left corner`() throws {
        let window = PixelFrame(x: 500, y: 300, width: 300, height: 400)
        let view = Viewport(zoom: 2, window: window)
        let zero = try #require(view.position(of: Coordinate(longitude: 0, latitude: 0)))
        #expect(zero == PixelPoint(x: 12, y: 212))
        let tile = try #require(TileID(z: 2, x: 2, y: 1))
        #expect(Viewport(tile: tile).worldOrigin == (x: 0, y: -256))
    }

    @Test func `a window may reach over the edge of the world`() throws {
        let view = Viewport(zoom: 3, window: PixelFrame(x: 2000, y: 900, width: 100, height: 100))
        let east = try #require(view.position(of: Coordinate(longitude: -179, latitude: 5)))
        #expect(abs(east.x - (48 + 2048.0 / 360)) < 1)
        let west = Viewport(zoom: 3, window: PixelFrame(x: -48, y: 900, width: 100, height: 100))
        let same = try #require(west.position(of: Coordinate(longitude: -179, latitude: 5)))
        #expect(same == east)
    }

    /// At zoom z the world has 256 · 2^z pixels; 45° of longitude are an eighth of it, and the latitude of
    /// a quarter of its height is arctan(sinh(π/2)) = 66.513 260 443 1°.
    @Test func `a box has the pixels of its zoom`() throws {
        let box = BoundingBox(west: 0, south: 0, east: 45, north: 66.513_260_443_1)
        let window = PixelFrame(holding: box, zoom: 3)
        #expect(window == PixelFrame(x: 1024, y: 512, width: 256, height: 512))
        let across = PixelFrame(
            holding: BoundingBox(west: 170, south: -1, east: -170, north: 1), zoom: 3)
        #expect(across.x < 2048 && across.x + across.width > 2048)
    }

    /// Whatever else is in them, the edges that two windows both show are the same.
    @Test(arguments: 0..<25 as Range<UInt64>)
    func `an edge that is seen is the same in every window`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let polygon = Self.polygon(&random)
        let whole = PixelFrame(x: 2100, y: 1300, width: 500, height: 400)
        let part = PixelFrame(
            x: 2100 + .random(in: 0..<350, using: &random),
            y: 1300 + .random(in: 0..<250, using: &random), width: 150, height: 150)
        let seen = [whole, part].map { window in
            Self.edges(Viewport(zoom: 4, window: window).rings(of: polygon, margin: 0), window)
                .filter { Self.mayMeet($0, part) }
        }
        #expect(Set(seen[0]) == Set(seen[1]))
    }

    /// The winding number round points of the window, by counting crossings as Shimrat 1962 does.
    @Test(arguments: 0..<25 as Range<UInt64>)
    func `what is left out does not change what is inside`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let polygon = Self.polygon(&random)
        let window = PixelFrame(x: 2300, y: 1400, width: 90, height: 120)
        let all = Viewport(zoom: 4, window: PixelFrame(x: 0, y: 0, width: 4096, height: 4096))
        let view = Viewport(zoom: 4, window: window)
        for _ in 0..<50 {
            let point = PixelPoint(
                x: .random(in: 0..<90, using: &random), y: .random(in: 0..<120, using: &random))
            let far = PixelPoint(x: point.x + 2300, y: point.y + 1400)
            #expect(
                Self.holds(view.rings(of: polygon), point)
                    == Self.holds(all.rings(of: polygon), far))
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `a line's parts start at their distance along it in every window`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let line = Self.polygon(&random).outer
        let all = Viewport(zoom: 4, window: PixelFrame(x: 0, y: 0, width: 4096, height: 4096))
        let whole = try #require(all.lines(of: line).first)
        let view = Viewport(zoom: 4, window: PixelFrame(x: 2300, y: 1400, width: 90, height: 120))
        for part in view.lines(of: line) {
            let points = part.points.map { PixelPoint(x: $0.x + 2300, y: $0.y + 1400) }
            let start = try #require(whole.points.firstIndex(of: points[0]))
            #expect(Array(whole.points[start..<start + points.count]) == points)
            #expect(part.startInPixels == Self.length(whole.points[...start]))
        }
    }

    private struct Edge: Hashable {
        var start, end: [Double]
    }

    /// The edges in the world's pixels.
    private static func edges(_ rings: [[PixelPoint]], _ window: PixelFrame) -> [Edge] {
        rings.flatMap { ring in
            zip(ring, ring.dropFirst() + ring.prefix(1)).map { a, b in
                Edge(
                    start: [a.x + Double(window.x), a.y + Double(window.y)],
                    end: [b.x + Double(window.x), b.y + Double(window.y)])
            }
        }
    }

    private static func mayMeet(_ edge: Edge, _ window: PixelFrame) -> Bool {
        (0...400).contains { step in
            let share = Double(step) / 400
            let x = edge.start[0] + (edge.end[0] - edge.start[0]) * share - Double(window.x)
            let y = edge.start[1] + (edge.end[1] - edge.start[1]) * share - Double(window.y)
            return x >= 0 && x <= Double(window.width) && y >= 0 && y <= Double(window.height)
        }
    }

    private static func holds(_ rings: [[PixelPoint]], _ point: PixelPoint) -> Bool {
        var inside = false
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
            where (a.y > point.y) != (b.y > point.y)
                && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)
            {
                inside.toggle()
            }
        }
        return inside
    }

    private static func length(_ points: ArraySlice<PixelPoint>) -> Double {
        zip(points, points.dropFirst()).reduce(0) { sum, pair in
            let (dx, dy) = (pair.1.x - pair.0.x, pair.1.y - pair.0.y)
            return sum + (dx * dx + dy * dy).squareRoot()
        }
    }

    /// A wild ring about the Caucasus, far larger than the windows.
    private static func polygon(_ random: inout SplitMix64) -> Polygon {
        var ring = (0..<60).map { _ in
            Coordinate(
                longitude: .random(in: 10...60, using: &random),
                latitude: .random(in: 35...65, using: &random))
        }
        ring.append(ring[0])
        return Polygon(outer: ring)
    }
}
