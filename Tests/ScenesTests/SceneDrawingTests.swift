import Raster
import Scenes
import TestSupport
import Testing
import Typesetting

@Suite("Drawing a scene") struct SceneDrawingTests {
    private let typesetter: Typesetter
    private let rasterizer: SceneRasterizer

    init() throws {
        typesetter = try Typesetter()
        rasterizer = SceneRasterizer(typesetter: typesetter)
    }

    @Test func `the text form says all that is drawn`() {
        Golden.expect(sampleScene(typesetter).textForm, named: "Scenes/sample-scene.txt")
    }

    @Test(.enabled(if: Typesetter.isPinned, "golden pixels hold for the pinned fonts"))
    func `the pixels are those that were looked at`() {
        let scene = sampleScene(typesetter)
        let digests = [1, 2].map { scale in
            let picture = rasterizer.draw(scene, scale: scale)
            return "\(scale)x \(picture.width)x\(picture.height) \(digest(of: picture.bytes))\n"
        }
        Golden.expect(digests.joined(), named: "Scenes/sample-scene-pixels.txt")
    }

    @Test(arguments: [2, 3, 8])
    func `any number of threads gives the same bytes`(threads: Int) {
        var scene = sampleScene(typesetter)
        scene.height = 400
        let one = rasterizer.draw(scene, scale: 2)
        #expect(rasterizer.draw(scene, scale: 2, threads: threads) == one)
    }

    /// Expected: the whole picture. Tiles cut through land, hatches, dashes, halos and letters.
    @Test(arguments: [1, 2], [1, 2, 4])
    func `tiles side by side are the whole picture`(scale: Int, threads: Int) {
        let scene = sampleScene(typesetter)
        let whole = rasterizer.draw(scene, scale: scale)
        let side = 37 * scale
        for y in stride(from: 0, to: whole.height, by: side) {
            for x in stride(from: 0, to: whole.width, by: side) {
                let tile = PixelBounds(
                    minX: x, minY: y, maxX: min(whole.width, x + side),
                    maxY: min(whole.height, y + side))
                let drawn = rasterizer.draw(scene, scale: scale, window: tile, threads: threads)
                #expect(drawn == whole.crop(tile), "the tile at \(x), \(y)")
            }
        }
    }

    /// Expected: the parts of the whole picture.
    @Test(arguments: [1, 2], [8, 20, 80])
    func `squares are the parts of the whole, drawn or not`(scale: Int, side: Int) {
        let scene = sampleScene(typesetter)
        let whole = rasterizer.draw(scene, scale: scale)
        var evenCount = 0
        let squares = rasterizer.squares(of: scene, scale: scale, side: side * scale) { square in
            switch square {
            case .even(let color):
                evenCount += 1
                return PixelBuffer(width: side * scale, height: side * scale, color: color)
            case .drawn(let picture, let bounds): return picture.crop(bounds)
            }
        }
        let columns = scene.width / side
        #expect(squares.count == columns * (scene.height / side))
        for (index, square) in squares.enumerated() {
            let (x, y) = (index % columns * side * scale, index / columns * side * scale)
            let part = PixelBounds(
                minX: x, minY: y, maxX: x + side * scale, maxY: y + side * scale)
            #expect(square == whole.crop(part), "the square at \(x), \(y)")
        }
        // Sea, and land between the labels.
        if side == 8 { #expect(evenCount > 100) }
    }

    @Test func `a shape that a clip cuts off is no even square`() {
        var scene = Scene(width: 40, height: 40, background: .init(hex: 0xFFFFFF))
        let all = SubpixelBounds(
            minX: -40 * 256, minY: -40 * 256, maxX: 80 * 256, maxY: 80 * 256)
        let cut = SubpixelBounds(minX: 5 * 256, minY: 0, maxX: 40 * 256, maxY: 25 * 256)
        scene.items = [
            .clipped(cut, [.fill(.rectangle(all), rule: .nonZero, color: Color(hex: 0x000000))])
        ]
        let kinds = rasterizer.squares(of: scene, side: 20) { square in
            if case .even = square { "even" } else { "drawn" }
        }
        #expect(kinds == ["drawn", "even", "drawn", "drawn"])
    }

    @Test func `a scale multiplies every length`() {
        var scene = Scene(width: 10, height: 10, background: .init(hex: 0xFFFFFF))
        scene.items = [
            .fill(
                polygon([(1, 1), (3.5, 1), (3.5, 2), (1, 2)]), rule: .nonZero,
                color: Color(hex: 0x000000)),
            .stroke(
                polygon([(1, 6), (9, 6)], closed: false),
                stroke: Stroke(widthInPixels: 1, cap: .butt, dashesInPixels: [2, 1]),
                color: Color(hex: 0x000000)),
        ]
        let picture = rasterizer.draw(scene, scale: 2)
        #expect((picture.width, picture.height) == (20, 20))
        let dark = Self.darkPixels(of: picture)
        let box = (2..<7).flatMap { x in (2..<4).map { [x, $0] } }
        let dashes = [2..<6, 8..<12, 14..<18].flatMap { xs in
            xs.flatMap { x in (11..<13).map { [x, $0] } }
        }
        #expect(Set(dark) == Set(box + dashes))
    }

    @Test func `nothing is drawn outside a clip`() {
        var scene = Scene(width: 20, height: 20, background: .init(hex: 0xFFFFFF))
        let all = polygon([(0, 0), (20, 0), (20, 20), (0, 20)])
        let inner = SubpixelBounds(minX: 2 * 256, minY: 3 * 256, maxX: 12 * 256, maxY: 9 * 256)
        let outer = SubpixelBounds(minX: 5 * 256, minY: 0, maxX: 20 * 256, maxY: 20 * 256)
        scene.items = [
            .clipped(
                outer,
                [.clipped(inner, [.fill(all, rule: .nonZero, color: Color(hex: 0x000000))])])
        ]
        let expected = (5..<12).flatMap { x in (3..<9).map { [x, $0] } }
        #expect(Set(Self.darkPixels(of: rasterizer.draw(scene))) == Set(expected))
    }

    @Test func `halos lie under all glyphs of a run of labels`() {
        let black = Color(hex: 0x000000)
        let halo = Halo(color: Color(hex: 0xFFFFFF), radius: 4 * 256)
        func text(_ text: String, _ x: Double) -> SceneItem {
            .text(
                typesetter.line(text, style: TextStyle(sizeInPixels: 30)),
                origin: SubpixelPoint(xInPixels: x, yInPixels: 34), color: black, halo: halo)
        }
        func ink(_ items: [SceneItem]) -> Set<[Int]> {
            var scene = Scene(width: 80, height: 44, background: Color(hex: 0x88AACC))
            scene.items = items
            return Set(Self.darkPixels(of: rasterizer.draw(scene)))
        }
        let both = ink([text("H", 10), text("I", 28)])
        #expect(both == ink([text("H", 10)]).union(ink([text("I", 28)])))
        // Items between two texts part the run: what is drawn later covers what was drawn before.
        let speck = SceneItem.fill(
            polygon([(70, 2), (71, 2), (71, 3)]), rule: .nonZero, color: black)
        let parted = ink([text("H", 10), speck, text("I", 28)])
        #expect(parted.subtracting([[70, 2]]).isStrictSubset(of: both))
    }

    @Test func `a picture without items is its background`() {
        let scene = Scene(width: 3, height: 2, background: Color(hex: 0x123456))
        #expect(
            rasterizer.draw(scene, scale: 3)
                == PixelBuffer(width: 9, height: 6, color: Color(hex: 0x123456)))
    }

    private static func darkPixels(of picture: PixelBuffer) -> [[Int]] {
        (0..<picture.width * picture.height).filter { picture.bytes[$0 * 4] < 40 }.map {
            [$0 % picture.width, $0 / picture.width]
        }
    }
}

@Suite("Hatches") struct HatchTests {
    private static let square = polygon([(10, 10), (90, 10), (90, 90), (10, 90)])
    private let rasterizer: SceneRasterizer

    init() throws {
        rasterizer = SceneRasterizer(typesetter: try Typesetter())
    }

    /// Expected: the share of the plane that lines of a width at a spacing cover.
    @Test(arguments: [0, 30, 45, 90, 135, 180, -45])
    func `cover their share of an area and nothing outside`(angle: Int) {
        let hatch = Hatch(angle: angle, spacing: 8 * 256, width: 2 * 256)
        // 187 in sRGB is half the light: pixels more than half covered.
        let covered = Self.pixels(of: draw([Self.square], hatch), above: 187)
        #expect(covered.allSatisfy { (10..<90).contains($0.x) && (10..<90).contains($0.y) })
        #expect(abs(Double(covered.count) / 6400 - 0.25) < 0.03)
    }

    @Test func `leave holes free`() {
        let hole = polygon([(30, 30), (70, 30), (70, 70), (30, 70)])
        let hatch = Hatch(angle: 45, spacing: 1024, width: 300)
        let picture = draw([Path(Self.square.elements + hole.elements)], hatch)
        let covered = Self.pixels(of: picture, above: 0)
        #expect(covered.count > 1000)
        #expect(covered.allSatisfy { !(30..<70).contains($0.x) || !(30..<70).contains($0.y) })
    }

    @Test func `neighbouring areas share their lines`() {
        let left = polygon([(10, 10), (50, 10), (50, 90), (10, 90)])
        let right = polygon([(50, 10), (90, 10), (90, 90), (50, 90)])
        let hatch = Hatch(angle: 30, spacing: 5 * 256, width: 256)
        #expect(draw([left, right], hatch) == draw([Self.square], hatch))
    }

    @Test func `grow with the scale, threads or not`() {
        let hatch = Hatch(angle: 45, spacing: 5 * 256, width: 256)
        let large = draw([Self.square], hatch, scale: 4)
        #expect(large == draw([Self.square], hatch, scale: 4, threads: 3))
        let share = Double(Self.pixels(of: large, above: 187).count) / (6400 * 16)
        #expect(abs(share - 0.2) < 0.02)
    }

    @Test func `nothing has no lines`() {
        let hatch = Hatch(angle: 45, spacing: 256, width: 200)
        #expect(Self.pixels(of: draw([Path()], hatch), above: 0).isEmpty)
    }

    private func draw(
        _ areas: [Path], _ hatch: Hatch, scale: Int = 1, threads: Int = 1
    ) -> PixelBuffer {
        var scene = Scene(width: 100, height: 100, background: Color(hex: 0))
        scene.items = areas.map { .hatch($0, pattern: hatch, color: Color(hex: 0xFFFFFF)) }
        return rasterizer.draw(scene, scale: scale, threads: threads)
    }

    private static func pixels(
        of picture: PixelBuffer, above level: UInt8
    ) -> [(x: Int, y: Int)] {
        (0..<picture.width * picture.height).filter { picture.bytes[$0 * 4] > level }.map {
            ($0 % picture.width, $0 / picture.width)
        }
    }
}

extension PixelBuffer {
    /// The pixels inside a rectangle, as a picture.
    fileprivate func crop(_ bounds: PixelBounds) -> PixelBuffer {
        var part = PixelBuffer(
            width: bounds.maxX - bounds.minX, height: bounds.maxY - bounds.minY,
            color: Color(hex: 0))
        part.bytes = (bounds.minY..<bounds.maxY).flatMap { y in
            bytes[(y * width + bounds.minX) * 4..<(y * width + bounds.maxX) * 4]
        }
        return part
    }
}
