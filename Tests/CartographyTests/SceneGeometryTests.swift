import Cartography
import GeoModel
import Projections
import Raster
import Testing

@Suite("Shapes as paths") struct SceneGeometryTests {
    private static let view = Viewport(
        fitting: BoundingBox(west: 45.5, south: 39, east: 48, north: 40.7),
        in: PixelFrame(x: 10, y: 20, width: 400, height: 300))

    @Test func `a frame keeps its place in the picture`() {
        #expect(
            SubpixelBounds(Self.view.frame)
                == SubpixelBounds(minX: 2560, minY: 5120, maxX: 410 * 256, maxY: 320 * 256))
    }

    @Test func `points are taken over exactly`() throws {
        let place = Coordinate(longitude: 46.75, latitude: 39.82)
        let position = try #require(Self.view.position(of: place))
        let point = try #require(Self.view.point(of: place))
        #expect(Double(point.x) / 256 == position.x && Double(point.y) / 256 == position.y)
    }

    @Test func `polygons are closed contours, lines are open ones`() {
        let corners = [(46.0, 39.5), (47.0, 39.5), (46.5, 40.2), (46.0, 39.5)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        }
        let area = Self.view.path(of: [Polygon(outer: corners), Polygon(outer: corners)])
        #expect(area.elements.filter { $0 == .close }.count == 2)
        let line = Self.view.path(along: [corners])
        #expect(!line.elements.contains(.close))
        guard case .move(let start)? = line.elements.first,
            case .line(let end)? = line.elements.last
        else {
            Issue.record("a line runs from a move to a line")
            return
        }
        #expect(start == end)
    }

    @Test func `dashes go on where a line comes back into the frame`() {
        let line = [(46.0, 40.0), (46.0, 50.0), (47.0, 50.0), (47.0, 40.0)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        }
        let parts = Self.view.paths(along: line)
        #expect(parts.map { $0.dashPhase > 0 } == [false, true])
    }

    @Test func `rectangles know what they touch`() {
        let box = SubpixelBounds(minX: 0, minY: 0, maxX: 100, maxY: 50)
        #expect(!box.intersects(SubpixelBounds(minX: 100, minY: 0, maxX: 120, maxY: 50)))
        #expect(box.intersects(SubpixelBounds(minX: 99, minY: 49, maxX: 120, maxY: 60)))
        #expect(box.contains(SubpixelPoint(x: 0, y: 0)))
        #expect(!box.contains(SubpixelPoint(x: 100, y: 0)))
        #expect(box.contains(box) && !box.contains(box.outset(by: 1)))
        #expect(box.outset(by: -10).width == 80)
        #expect(box.middle == SubpixelPoint(x: 50, y: 25))
        let far = SubpixelBounds(minX: 200, minY: -10, maxX: 300, maxY: 5)
        #expect(box.union(far) == SubpixelBounds(minX: 0, minY: -10, maxX: 300, maxY: 50))
    }
}
