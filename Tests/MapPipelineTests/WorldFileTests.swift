import Cartography
import GeoModel
import MapPipeline
import Testing

@Suite("Windows of web maps") struct WorldFileTests {
    @Test func `the deepest zoom that fits is told`() {
        let world = BoundingBox(west: -180, south: -85, east: 180, north: 85)
        // 256 · 2^6 = 16 384 pixels squared are the limit of 2^28, less a little in the north and south.
        #expect(MapOptions.deepestZoom(of: world, scale: 1) == 6)
        #expect(MapOptions.deepestZoom(of: world, scale: 2) == 5)
    }

    @Test func `a world file stands beside its picture`() {
        #expect(WorldFile.name(beside: "out/map.png") == "out/map.pgw")
        #expect(WorldFile.name(beside: "MAP.PNG") == "MAP.pgw")
    }
}
