import FlatFile
import GeoModel
import TestSupport
import Testing

@testable import Basemap

@Suite("Heights of the land") struct TerrainStoreTests {
    let store = TerrainStore.embedded

    /// Squares of GLOBE's tile G and means of GMTED2010's, as numpy reads them from the packages.
    @Test(arguments: [
        ("Yerevan", 44.5125, 40.179167, 1000.0), ("Shusha", 46.745833, 39.754167, 1434),
        ("Khankendi", 46.754167, 39.820833, 824), ("Elbrus", 42.4375, 43.354167, 5203),
        ("Everest", 86.8, 27.866667, 4997), ("Mount Cook", 170.266667, -43.6, 1749),
        ("Chukotka, east of 180", -179.866667, 67.866667, 441),
        ("the Black Sea", 40.5, 42.5, 0),
    ])
    func `a place in the middle of a square has its height`(
        name: String, longitude: Double, latitude: Double, height: Double
    ) throws {
        let found = store.height(at: Coordinate(longitude: longitude, latitude: latitude))
        #expect(abs(try #require(found) - height) < 0.5, "\(name)")
    }

    /// The three squares of Yerevan from west to east: 1024, 1000, 1009.
    @Test func `between two squares the height is between theirs`() throws {
        let place = Coordinate(longitude: 44.5125 - 1.0 / 240, latitude: 40.179167)
        #expect(abs(try #require(store.height(at: place)) - 1012) < 0.5)
    }

    @Test func `every place from 84 N to the South Pole has a height`() {
        for latitude in stride(from: -90.0, through: 84, by: 6) {
            for longitude in stride(from: -180.0, through: 180, by: 12) {
                let place = Coordinate(longitude: longitude, latitude: min(latitude, 83.99))
                #expect(store.height(at: place) != nil)
            }
        }
        #expect(store.height(at: Coordinate(longitude: 0, latitude: 88)) == nil)
    }

    private func heights(_ places: [Coordinate], in box: BoundingBox, detail: Double) -> [Float] {
        let window = store.window(of: BasemapFrame(box: box, detailInMetres: detail))
        var heights = [Float](repeating: 0, count: places.count)
        var clarity = heights
        window.smoothed(at: places, heights: &heights, clarity: &clarity)
        return heights
    }

    @Test(arguments: [500.0, 1200, 5000, 30_000, 200_000])
    func `a height does not depend on the frame`(detail: Double) {
        var random = SplitMix64(seed: 1)
        let places = (0..<200).map { _ in
            Coordinate(
                longitude: .random(in: 44...46, using: &random),
                latitude: .random(in: 38...40, using: &random))
        }
        let near = BoundingBox(west: 44, south: 38, east: 46, north: 40)
        let far = BoundingBox(west: 41, south: 34, east: 53, north: 45)
        #expect(
            heights(places, in: near, detail: detail) == heights(places, in: far, detail: detail))
    }

    @Test func `a frame across the antimeridian has the heights of the world`() {
        let places = stride(from: -20, through: 8, by: 0.5).map { tenth in
            Coordinate(
                longitude: tenth < 0 ? 180 + tenth / 10 : tenth / 10 - 180, latitude: 67.9)
        }
        let across = BoundingBox(west: 175, south: 60, east: -175, north: 70)
        let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
        let seen = heights(places, in: across, detail: 20_000)
        #expect(seen == heights(places, in: world, detail: 20_000))
        #expect(seen.contains { $0 > 200 })
    }

    /// From the region out of it, over the edges of levels at 36, 34 and 30 N: between places 50 m apart no
    /// step near an edge is larger than the steepest one elsewhere.
    @Test func `levels go over into one another without a seam`() {
        let box = BoundingBox(west: 44.9, south: 28, east: 45.1, north: 40)
        let places = stride(from: 28.0, to: 39.9, by: 0.0005).map {
            Coordinate(longitude: 45, latitude: $0)
        }
        let seen = heights(places, in: box, detail: 900)
        func steepest(_ isWanted: (Double) -> Bool) -> Float {
            zip(places.indices, places).filter { isWanted($0.1.latitude) && $0.0 > 0 }
                .map { abs(seen[$0.0] - seen[$0.0 - 1]) }.max() ?? 0
        }
        func isNearEdge(_ latitude: Double) -> Bool {
            [30.0, 34, 36].contains { abs(latitude - $0) < 0.5 }
        }
        #expect(steepest(isNearEdge) < steepest { !isNearEdge($0) })
    }

    @Test func `the credits name what shows and nothing else`() {
        func credits(_ west: Double, _ east: Double, _ detail: Double) -> [String] {
            store.credits(
                of: BasemapFrame(
                    box: BoundingBox(west: west, south: 39, east: east, north: 41),
                    detailInMetres: detail))
        }
        let globe = "Terrain: GLOBE 1.0, NOAA National Geophysical Data Center"
        let gmted = "Terrain: GMTED2010, USGS and NGA"
        #expect(credits(45, 47, 500) == [globe])
        #expect(credits(-120, -100, 20_000) == [gmted])
        #expect(credits(20, 47, 5_000) == [gmted, globe])
        // Squares of 30 seconds tell nothing to a map of 20 m a pixel, nor those of 16 minutes to one of 1 km.
        #expect(credits(45, 47, 20).isEmpty)
        #expect(credits(-120, -100, 1_000).isEmpty)
    }

    @Test func `a window is bounded, whatever it is asked for`() {
        let world = BoundingBox(west: -180, south: -90, east: 180, north: 90)
        let window = store.window(of: BasemapFrame(box: world, detailInMetres: 0.001))
        #expect(window.isEmpty)
    }
}
