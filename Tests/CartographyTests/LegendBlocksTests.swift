import Basemap
import GeoModel
import Raster
import Scenes
import Testing

@testable import Cartography

@Suite("Legend and ground") struct LegendBlocksTests {
    /// The two small circles end within 3 pixels of each other.
    @Test func `the values of nested circles stand a line apart at least`() {
        #expect(LegendBlocks.shelves([0, 40, 43], apart: 11) == [0, 40, 51])
        #expect(LegendBlocks.shelves([0, 3, 5], apart: 11) == [0, 11, 22])
        #expect(LegendBlocks.shelves([], apart: 11).isEmpty)
    }

    @Test(arguments: [
        (BoundingBox(west: -180, south: -60, east: 180, north: 80), 1),
        (BoundingBox(west: 10, south: 40, east: 20, north: 46), 2),
    ])
    func `a map of the world shows the largest rivers alone`(box: BoundingBox, count: Int) throws {
        var layers = SampleEvents.land
        let course = [
            Coordinate(longitude: 12, latitude: 41), Coordinate(longitude: 18, latitude: 45),
        ]
        layers.rivers = [BasemapRiver.Kind.large, .middle].map {
            BasemapRiver(kind: $0, parts: [course])
        }
        let base = layers
        var request = MapRequest { _ in base }
        request.isBare = true
        request.boundingBox = box
        let scene = try SharedComposer.get().compose(request).scene
        #expect(Self.strokes(scene.items).count { $0 == request.theme.river } == count)
    }

    /// The colours of all lines.
    private static func strokes(_ items: [SceneItem]) -> [Color] {
        items.flatMap { item -> [Color] in
            switch item {
            case .stroke(_, _, let color): [color]
            case .clipped(_, let inside): strokes(inside)
            default: []
            }
        }
    }
}
