import Basemap
import GeoModel
import Projections
import Raster
import Scenes
import TestSupport
import Testing
import Typesetting

@testable import Cartography

/// Whatever window of the picture of a zoom is drawn, it is the crop of any larger one.
@Suite("The one picture of a zoom") struct ZoomMapTests {
    @Test(arguments: [(4, 44.0, 41.0), (6, 44, 41), (9, 44, 41), (6, 179.9, -17), (13, 44.5, 40.2)])
    func `a window is the crop of a larger one`(zoom: Int, longitude: Double, latitude: Double)
        throws
    {
        let map = try Self.map(seed: 1, around: (longitude, latitude), zoom: zoom)
        let whole = Self.window(on: map, longitude, latitude, width: 420, height: 300)
        let picture = try Self.draw(map, whole)
        var random = SplitMix64(seed: UInt64(zoom))
        for _ in 0..<3 {
            let part = Self.part(of: whole, &random)
            #expect(try Self.draw(map, part) == picture.crop(whole, part), "\(part)")
        }
        // One tile drawn from the plate of the whole.
        let tile = PixelFrame(x: whole.x + 100, y: whole.y + 50, width: 128, height: 128)
        let scene = map.plate(for: whole).scene(of: tile)
        #expect(try Self.draw(scene) == picture.crop(whole, tile))
    }

    @Test func `a window at double scale is the crop of a larger one`() throws {
        let map = try Self.map(seed: 2, around: (44, 41), zoom: 7)
        let whole = Self.window(on: map, 44, 41, width: 300, height: 200)
        let picture = try Self.draw(map, whole, scale: 2)
        var random = SplitMix64(seed: 5)
        for _ in 0..<2 {
            let part = Self.part(of: whole, &random)
            #expect(try Self.draw(map, part, scale: 2) == picture.crop(whole, part, scale: 2))
        }
    }

    @Test(arguments: [0, 1, 2])
    func `tiles of a small world are crops of all of it`(zoom: Int) throws {
        let map = try Self.map(seed: 3, around: (170, 10), zoom: zoom, spread: 140)
        let whole = PixelFrame(x: 0, y: 0, width: map.worldWidth, height: map.worldWidth)
        let picture = try Self.draw(map, whole)
        let side = 1 << zoom
        for tile in Set([[0, 0], [side - 1, 0], [side / 2, side - 1]]) {
            let part = PixelFrame(x: tile[0] * 256, y: tile[1] * 256, width: 256, height: 256)
            #expect(try Self.draw(map, part) == picture.crop(whole, part), "\(tile)")
        }
        let turned = PixelFrame(x: map.worldWidth, y: 0, width: 256, height: 256)
        let first = PixelFrame(x: 0, y: 0, width: 256, height: 256)
        #expect(try Self.draw(map, turned) == picture.crop(whole, first))
    }

    @Test func `points of a layer reach over the edges of windows`() throws {
        var random = SplitMix64(seed: 6)
        var request = try Self.request(seed: 6, around: (44, 41), zoom: 7)
        let shapes = (0..<400).map { _ in
            OwnLayer.Shape(
                .point(
                    Coordinate(
                        longitude: .random(in: 43...45, using: &random),
                        latitude: .random(in: 40...42, using: &random))))
        }
        request.ownLayers = [OwnLayer(name: "points", shapes: shapes)]
        let map = ZoomMap(request, zoom: 7, typesetter: try Typesetter())
        let whole = Self.window(on: map, 44, 41, width: 300, height: 200)
        let picture = try Self.draw(map, whole)
        for _ in 0..<3 {
            let part = Self.part(of: whole, &random)
            #expect(try Self.draw(map, part) == picture.crop(whole, part), "\(part)")
        }
    }

    @Test func `the order of features and places does not matter`() throws {
        var random = SplitMix64(seed: 8)
        var request = try Self.request(seed: 4, around: (44, 41), zoom: 7)
        let typesetter = try Typesetter()
        let map = ZoomMap(request, zoom: 7, typesetter: typesetter)
        request.features.shuffle(using: &random)
        request.places.shuffle(using: &random)
        let shuffled = ZoomMap(request, zoom: 7, typesetter: typesetter)
        let window = Self.window(on: map, 44, 41, width: 500, height: 400)
        #expect(map.scene(of: window) == shuffled.scene(of: window))
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func `no label, halo or mark overlaps another`(seed: UInt64) throws {
        let map = try Self.map(seed: seed, around: (44, 41), zoom: 7)
        let window = Self.window(on: map, 44, 41, width: 900, height: 700)
        let labels = map.plate(for: window).labels
        let boxes = labels.layouts.flatMap(\.placements).map(\.box)
        let halo = subpixels(1.6)
        #expect(boxes.count > 15)
        let origin = WorldPixel(window)
        var discs: [LabelShape] = []
        for group in map.marks.groups {
            var cluster = group.cluster
            cluster.shift(by: PixelPoint(x: -Double(origin.x), y: -Double(origin.y)))
            discs += cluster.marks.map {
                .disc(SubpixelPoint($0.centre), radius: subpixels($0.reach))
            }
        }
        for (index, box) in boxes.enumerated() {
            for other in boxes[(index + 1)...] {
                #expect(!box.outset(by: halo).intersects(other))
            }
            for disc in discs { #expect(!disc.intersects(box.outset(by: halo))) }
        }
    }

    @Test func `parts of the picture leave all others where they are`() throws {
        var map = try Self.map(seed: 1, around: (44, 41), zoom: 7)
        let window = Self.window(on: map, 44, 41, width: 300, height: 200)
        let all = map.scene(of: window)
        map.parts = .ground
        let ground = map.scene(of: window)
        #expect(ground.items.allSatisfy(all.items.contains))
        map.parts = [.events, .labels]
        let rest = map.scene(of: window)
        #expect(rest.background.alpha == 0)
        #expect(rest.items.allSatisfy(all.items.contains))
        #expect(Set(ground.items).isDisjoint(with: rest.items))
    }

    // MARK: Drawing

    private static func draw(_ map: ZoomMap, _ window: PixelFrame, scale: Int = 1) throws -> Crop {
        try draw(map.scene(of: window), scale: scale)
    }

    private static func draw(_ scene: Scene, scale: Int = 1) throws -> Crop {
        let picture = SceneRasterizer(typesetter: try Typesetter()).draw(scene, scale: scale)
        return Crop(width: picture.width, bytes: picture.bytes)
    }

    private struct Crop: Equatable {
        let width: Int
        let bytes: [UInt8]

        func crop(_ whole: PixelFrame, _ part: PixelFrame, scale: Int = 1) -> Crop {
            var cut: [UInt8] = []
            let left = (part.x - whole.x) * scale
            for row in (part.y - whole.y) * scale..<(part.y - whole.y + part.height) * scale {
                let start = (row * width + left) * 4
                cut += bytes[start..<start + part.width * scale * 4]
            }
            return Crop(width: part.width * scale, bytes: cut)
        }
    }

    private static func window(
        on map: ZoomMap, _ longitude: Double, _ latitude: Double, width: Int, height: Int
    ) -> PixelFrame {
        let place = Coordinate(longitude: longitude, latitude: latitude)
        let middle = map.world.view.position(of: place) ?? PixelPoint(x: 0, y: 0)
        return PixelFrame(
            x: Int(middle.x) - width / 2, y: Int(middle.y) - height / 2, width: width,
            height: height)
    }

    private static func part(of whole: PixelFrame, _ random: inout SplitMix64) -> PixelFrame {
        PixelFrame(
            x: whole.x + .random(in: 0..<whole.width - 90, using: &random),
            y: whole.y + .random(in: 0..<whole.height - 90, using: &random), width: 90, height: 90)
    }

    // MARK: Making maps

    private static func map(
        seed: UInt64, around centre: (Double, Double), zoom: Int, spread: Double? = nil
    ) throws -> ZoomMap {
        ZoomMap(
            try request(seed: seed, around: centre, zoom: zoom, spread: spread), zoom: zoom,
            typesetter: try Typesetter())
    }

    /// Made-up land, events and places about a place, over some thousand pixels of a zoom.
    private static func request(
        seed: UInt64, around centre: (Double, Double), zoom: Int, spread: Double? = nil
    ) throws -> MapRequest {
        var random = SplitMix64(seed: seed)
        let world = ZoomSample(
            centre: centre, spread: spread ?? 1200 * 360 / Double(256 << zoom))
        let layers = world.layers(&random)
        let around = world.places(160, &random)
        var request = MapRequest { _ in layers }
        request.features = world.features(70, &random)
        request.placesAround = { box, _ in around.filter { box.contains($0.anchor) } }
        return request
    }
}
