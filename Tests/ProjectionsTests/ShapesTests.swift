import GeoModel
import Projections
import TestSupport
import Testing

@Suite("Shapes in a viewport") struct ShapesTests {
    private static let frame = PixelFrame(width: 400, height: 300)
    private static let view = Viewport(fitting: ViewportTests.karabakh, in: frame)

    @Test func `a polygon around the frame becomes the frame and its margin`() {
        let rings = Self.view.rings(of: Self.box(40, 35, 53, 45), margin: 10)
        #expect(rings.count == 1)
        let xs = Set(rings.flatMap { $0 }.map(\.x))
        let ys = Set(rings.flatMap { $0 }.map(\.y))
        #expect(xs == [-10, 410])
        #expect(ys == [-10, 310])
    }

    @Test func `a polygon elsewhere is nothing`() {
        #expect(Self.view.rings(of: Self.box(10, 35, 20, 45)).isEmpty)
        #expect(Self.view.rings(of: Self.box(-134, 35, -131, 45)).isEmpty)
    }

    @Test func `holes come after the outer ring`() {
        var polygon = Self.box(46, 39.5, 47, 40.5)
        polygon.holes = [Self.box(46.4, 39.8, 46.6, 40.2).outer]
        let rings = Self.view.rings(of: polygon)
        #expect(rings.count == 2)
        #expect(Self.area(rings[0]) > 3 * Self.area(rings[1]))
    }

    @Test func `islands that no one could see are left out`() {
        #expect(Self.view.rings(of: Self.box(46, 39.5, 46.002, 39.502)).isEmpty)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func `points stay within the margin and on the grid`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var ring = (0..<40).map { _ in
            Coordinate(
                longitude: .random(in: 30...60, using: &random),
                latitude: .random(in: 20...60, using: &random))
        }
        ring.append(ring[0])
        for point in Self.view.rings(of: Polygon(outer: ring), margin: 5).flatMap({ $0 }) {
            #expect((-5...405).contains(point.x) && (-5...305).contains(point.y))
            #expect((point.x * 256).rounded() == point.x * 256)
        }
    }

    /// Expected: each point of a parallel, projected on its own.
    @Test func `a long edge follows its parallel`() throws {
        let wide = Viewport(
            fitting: BoundingBox(west: 20, south: 30, east: 70, north: 55), in: Self.frame,
            projection: .lambert)
        let edge = [
            Coordinate(longitude: 20, latitude: 40), Coordinate(longitude: 70, latitude: 40),
        ]
        let lines = wide.lines(of: edge)
        #expect(lines.count == 1)
        let points = try #require(lines.first).points
        #expect(points.count > 10)
        for step in 0...100 {
            let place = Coordinate(longitude: 20 + Double(step) / 2, latitude: 40)
            let exact = try #require(wide.position(of: place))
            #expect(Self.distance(from: exact, to: points) < 0.7)
        }
    }

    @Test func `thinning moves a line by less than a pixel`() throws {
        var random = SplitMix64(seed: 9)
        let line = (0..<2000).map { step in
            Coordinate(
                longitude: 45.8 + Double(step) * 0.001,
                latitude: 39.8 + .random(in: -0.001...0.001, using: &random))
        }
        let lines = Self.view.lines(of: line)
        #expect(lines.count == 1)
        let points = try #require(lines.first).points
        #expect(points.count < 400)
        for place in line {
            let exact = try #require(Self.view.position(of: place))
            #expect(Self.distance(from: exact, to: points) < 1)
        }
    }

    @Test func `a line that leaves and comes back has two parts that know where they start`() throws
    {
        let line = [
            Coordinate(longitude: 46, latitude: 40), Coordinate(longitude: 46, latitude: 50),
            Coordinate(longitude: 47, latitude: 50), Coordinate(longitude: 47, latitude: 40),
        ]
        let parts = Self.view.lines(of: line)
        #expect(parts.count == 2)
        #expect(parts[0].startInPixels == 0)
        // The way out and back is the same length, and the second part starts past its middle.
        let whole = parts[1].startInPixels + Self.length(parts[1].points)
        #expect(parts[1].startInPixels > whole / 2)
        #expect(abs(whole - Self.length(parts[0].points) - parts[1].startInPixels) < 20)
    }

    @Test(arguments: [ProjectionChoice.lambert, .mercator, .equalEarth, .plateCarree])
    func `a country across the antimeridian is whole, cut or not`(choice: ProjectionChoice) {
        let view = Viewport(
            fitting: BoundingBox(west: 170, south: 60, east: -165, north: 72), in: Self.frame,
            projection: choice)
        let uncut = view.rings(of: Self.box(172, 62, -168, 70))
        let cut =
            view.rings(of: Self.box(172, 62, 180, 70))
            + view.rings(of: Self.box(-180, 62, -168, 70))
        #expect(uncut.count == 1)
        #expect(cut.count == 2)
        let areas = (Self.area(uncut[0]), cut.map(Self.area).reduce(0, +))
        #expect(areas.0 > 10_000)
        #expect(abs(areas.0 - areas.1) < 0.01 * areas.0)
    }

    @Test func `a ring around a pole is filled to it`() {
        let view = Viewport(
            fitting: BoundingBox(west: -180, south: -90, east: 180, north: 90), in: Self.frame)
        var ring = stride(from: -180.0, to: 180, by: 10).map {
            Coordinate(longitude: $0, latitude: -70)
        }
        ring.append(ring[0])
        let rings = view.rings(of: Polygon(outer: ring))
        let lowest = rings.flatMap { $0 }.map(\.y).max() ?? 0
        let pole = view.position(of: Coordinate(longitude: 0, latitude: -90))
        #expect(abs(lowest - (pole?.y ?? 0)) < 0.01)
    }

    @Test func `tiles and larger maps see the same points`() throws {
        let place = Coordinate(longitude: 46.7515, latitude: 39.8152)
        let tile = try #require(TileID(containing: place, zoom: 8))
        var random = SplitMix64(seed: 11)
        let ring = (0..<200).map { step -> Coordinate in
            let angle = Double(step) * 0.0314159
            let radius = Double.random(in: 0.15...0.2, using: &random)
            // A wobbly blob without trigonometry: a diamond.
            let (u, v) = (abs(angle - 3.14159) / 3.14159, 1 - abs(angle - 3.14159) / 3.14159)
            return Coordinate(
                longitude: 46.75 + radius * (step < 100 ? v : -v), latitude: 39.8 + radius * u)
        }
        let polygon = Polygon(outer: ring + [ring[0]])
        let own = Viewport(tile: tile).rings(of: polygon, margin: 4096)
        let next = try #require(TileID(z: 8, x: tile.x + 1, y: tile.y))
        let shifted = Viewport(tile: next).rings(of: polygon, margin: 4096)
        #expect(!own.isEmpty)
        #expect(own.map { $0.map { PixelPoint(x: $0.x - 256, y: $0.y) } } == shifted)
    }

    // MARK: Measures

    private static func box(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double
    ) -> Polygon {
        Polygon(outer: [
            Coordinate(longitude: west, latitude: south),
            Coordinate(longitude: east, latitude: south),
            Coordinate(longitude: east, latitude: north),
            Coordinate(longitude: west, latitude: north),
            Coordinate(longitude: west, latitude: south),
        ])
    }

    private static func area(_ ring: [PixelPoint]) -> Double {
        let next = ring.dropFirst() + ring.prefix(1)
        return abs(zip(ring, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
    }

    private static func length(_ line: [PixelPoint]) -> Double {
        zip(line, line.dropFirst()).reduce(0) { sum, edge in
            let (dx, dy) = (edge.1.x - edge.0.x, edge.1.y - edge.0.y)
            return sum + (dx * dx + dy * dy).squareRoot()
        }
    }

    private static func distance(from point: PixelPoint, to line: [PixelPoint]) -> Double {
        zip(line, line.dropFirst()).map { start, end in
            let (dx, dy) = (end.x - start.x, end.y - start.y)
            let along = (point.x - start.x) * dx + (point.y - start.y) * dy
            let share = max(0, min(1, along / (dx * dx + dy * dy)))
            let (x, y) = (start.x + dx * share - point.x, start.y + dy * share - point.y)
            return (x * x + y * y).squareRoot()
        }.min() ?? .infinity
    }
}
