import GeoModel
import Projections
import TestSupport
import Testing

@Suite("Viewport") struct ViewportTests {
    static let karabakh = BoundingBox(west: 45.5, south: 39, east: 48, north: 40.7)
    static let frame = PixelFrame(x: 20, y: 60, width: 800, height: 600)

    @Test(arguments: ProjectionChoice.allCases)
    func `fits a box into the frame, as large as it goes`(choice: ProjectionChoice) throws {
        let view = Viewport(
            fitting: Self.karabakh, in: Self.frame, padding: 0.1, projection: choice)
        let edges = try Self.outline(of: Self.karabakh).map { try #require(view.position(of: $0)) }
        // A whole pixel is what snapping to the world's pixels may shift.
        #expect(edges.allSatisfy { $0.x > 99 && $0.x < 741 && $0.y > 119 && $0.y < 601 })
        let width = try #require(edges.map(\.x).max()) - #require(edges.map(\.x).min())
        let height = try #require(edges.map(\.y).max()) - #require(edges.map(\.y).min())
        #expect(abs(width - 640) < 1 || abs(height - 480) < 1)
    }

    @Test func `a single place gets half a degree around it`() throws {
        let here = BoundingBox(west: 46.75, south: 39.82, east: 46.75, north: 39.82)
        let view = Viewport(fitting: here, in: Self.frame)
        let north = try #require(
            view.position(of: Coordinate(longitude: 46.75, latitude: 40.07)))
        #expect(abs(north.y - 60) < 1)
        #expect(abs(north.x - 420) < 1)
    }

    @Test func `a box across the antimeridian is one piece`() throws {
        let fiji = BoundingBox(west: 176, south: -20, east: -178, north: -12)
        for choice in [ProjectionChoice.auto, .mercator, .equalEarth, .plateCarree] {
            let view = Viewport(fitting: fiji, in: Self.frame, projection: choice)
            let west = try #require(
                view.position(of: Coordinate(longitude: 177, latitude: -16)))
            let east = try #require(
                view.position(of: Coordinate(longitude: -179, latitude: -16)))
            #expect(view.contains(west) && view.contains(east), "\(choice)")
            #expect(west.x < east.x, "\(choice)")
        }
    }

    @Test func `positions lie on the 1/256 pixel grid`() throws {
        let view = Viewport(fitting: Self.karabakh, in: Self.frame)
        var random = SplitMix64(seed: 2)
        for _ in 0..<100 {
            let point = try #require(view.position(of: Self.place(using: &random)))
            #expect((point.x * 256).rounded() == point.x * 256)
            #expect((point.y * 256).rounded() == point.y * 256)
        }
    }

    @Test func `the place of a pixel is the place that falls there`() throws {
        let view = Viewport(fitting: Self.karabakh, in: Self.frame)
        var random = SplitMix64(seed: 3)
        for _ in 0..<100 {
            let place = Self.place(using: &random)
            let point = try #require(view.position(of: place))
            let back = try #require(view.coordinate(at: point))
            let distance = back.distance(to: place)
            #expect(distance <= view.metresPerPixel(at: place) / 256)
        }
    }

    /// Expected: 8561.765 m, `geod +ellps=WGS84 -I` of PROJ 9.1.1 for 39.82N 46.75E to 46.85E.
    @Test(arguments: ProjectionChoice.allCases)
    func `metres of a pixel are metres on the ground`(choice: ProjectionChoice) throws {
        let view = Viewport(fitting: Self.karabakh, in: Self.frame, projection: choice)
        let start = Coordinate(longitude: 46.75, latitude: 39.82)
        let end = Coordinate(longitude: 46.85, latitude: 39.82)
        let from = try #require(view.position(of: start))
        let to = try #require(view.position(of: end))
        let length = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
            .squareRoot()
        // Equal Earth shears, so that a slanted parallel has another scale than a row of pixels.
        let tolerance = choice == .equalEarth ? 20.0 : 2.0
        #expect(abs(length * view.metresPerPixel(at: start) - 8561.765) < tolerance)
    }

    @Test func `a tile shows its square of the world`() throws {
        let view = Viewport(tile: try #require(TileID(z: 0, x: 0, y: 0)))
        // Expected: the definition of the web map pyramid.
        #expect(
            view.position(of: Coordinate(longitude: 0, latitude: 0))
                == PixelPoint(x: 128, y: 128))
        #expect(
            view.position(of: Coordinate(longitude: -180, latitude: 85.0511287798066))
                .map { $0.x == 0 && abs($0.y) < 0.01 } ?? false)
    }

    @Test func `the same place has the same fraction in every tile and every larger map`() throws {
        let place = Coordinate(longitude: 46.7515, latitude: 39.8152)
        let tile = try #require(TileID(containing: place, zoom: 9))
        let own = try #require(Viewport(tile: tile).position(of: place))
        let next = try #require(TileID(z: 9, x: tile.x + 1, y: tile.y - 1))
        let other = try #require(Viewport(tile: next).position(of: place))
        #expect(other == PixelPoint(x: own.x - 256, y: own.y + 256))
        let map = Viewport(
            zoom: 9, centre: Coordinate(longitude: 45, latitude: 41),
            frame: PixelFrame(width: 777, height: 333))
        let wide = try #require(map.position(of: place))
        #expect(((wide.x - own.x) / 1).rounded() == wide.x - own.x)
        #expect(((wide.y - own.y) / 1).rounded() == wide.y - own.y)
    }

    @Test(arguments: ProjectionChoice.allCases)
    func `its box holds all that the frame shows`(choice: ProjectionChoice) throws {
        let view = Viewport(fitting: Self.karabakh, in: Self.frame, projection: choice)
        let box = view.boundingBox
        var random = SplitMix64(seed: 4)
        for _ in 0..<100 {
            let point = PixelPoint(
                x: .random(in: 20...820, using: &random), y: .random(in: 60...660, using: &random))
            #expect(box.contains(try #require(view.coordinate(at: point))))
        }
        #expect(box.width < 6 && box.height < 4)
    }

    @Test func `a frame with a pole shows all meridians`() {
        let view = Viewport(
            projection: LambertConformalConic(
                standardParallels: (70, 80), origin: Coordinate(longitude: 0, latitude: 75)),
            centre: Coordinate(longitude: 0, latitude: 88), pixelsPerMetre: 0.0005,
            frame: Self.frame)
        #expect(view.boundingBox.west == -180 && view.boundingBox.east == 180)
        #expect(view.boundingBox.north == 90)
    }

    static func place(using random: inout SplitMix64) -> Coordinate {
        Coordinate(
            longitude: .random(in: 45.5...48, using: &random),
            latitude: .random(in: 39...40.7, using: &random))
    }

    private static func outline(of box: BoundingBox) -> [Coordinate] {
        (0...100).flatMap { step -> [Coordinate] in
            let share = Double(step) / 100
            let longitude = box.west + box.width * share
            let latitude = box.south + box.height * share
            return [
                Coordinate(longitude: longitude, latitude: box.south),
                Coordinate(longitude: longitude, latitude: box.north),
                Coordinate(longitude: box.west, latitude: latitude),
                Coordinate(longitude: box.east, latitude: latitude),
            ]
        }
    }
}
