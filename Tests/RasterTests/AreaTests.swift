import Testing

@testable import Raster

@Suite("Areas") struct AreaTests {
    /// Expected: the shoelace formula; the total is that of the pixels, each rounded to 1/65536.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func `the coverage of a shape adds up to its area`(seed: UInt64) {
        var random = SplitMix(state: seed)
        // Directions in the order of their angles, each with its own distance: a star, which does
        // not cross itself.
        let directions: [(Int32, Int32)] = [
            (4, 0), (4, 2), (3, 3), (2, 4), (0, 4), (-2, 4), (-3, 3), (-4, 2),
            (-4, 0), (-4, -2), (-3, -3), (-2, -4), (0, -4), (2, -4), (3, -3), (4, -2),
        ]
        let corners = directions.map { x, y in
            let distance = Int32.random(in: 100...600, using: &random)
            return SubpixelPoint(x: 2560 + x * distance, y: 2560 + y * distance)
        }
        var path = Path()
        path.addPolygon(corners)
        var twice = 0
        for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
            twice += Int(start.x) * Int(end.y) - Int(end.x) * Int(start.y)
        }
        let map = CoverageMap(path, width: 20, height: 20)
        let area = Double(twice) / 2 / 65536
        #expect(abs(map.area - area) < 1e-3)
    }

    @Test func `upright shapes are exact`() {
        let map = CoverageMap(
            .rectangle(SubpixelBounds(minX: 100, minY: 300, maxX: 900, maxY: 1000)),
            width: 4, height: 4)
        // In 1/65536 pixel: 800 by 700 subpixels; in the corner 156 by 212.
        #expect(map.sum == 800 * 700)
        #expect(map.values[4] == 156 * 212)
        #expect(map.values[5] == 256 * 212)
        #expect(map.values[9] == 65536)
    }

    @Test func `overlapping contours fill once under non-zero and leave holes under even-odd`() {
        func square(_ min: Int32, _ max: Int32) -> Path {
            Path.rectangle(SubpixelBounds(minX: min, minY: min, maxX: max, maxY: max))
        }
        // The overlap, 128...640, has borders inside pixels.
        let both = Path(square(0, 640).elements + square(128, 1024).elements)
        let union = CoverageMap(both, rule: .nonZero, width: 4, height: 4)
        #expect(union.sum == 640 * 640 + 896 * 896 - 512 * 512)
        let difference = CoverageMap(both, rule: .evenOdd, width: 4, height: 4)
        #expect(difference.sum == 640 * 640 + 896 * 896 - 2 * 512 * 512)
        // The other way round, an inner contour is a hole under both.
        var hole = square(0, 1024)
        hole.addPolygon(
            [(128, 128), (128, 640), (640, 640), (640, 128)].map { SubpixelPoint(x: $0, y: $1) })
        for rule in [FillRule.nonZero, .evenOdd] {
            let map = CoverageMap(hole, rule: rule, width: 4, height: 4)
            #expect(map.sum == 1024 * 1024 - 512 * 512)
        }
    }

    @Test func `coordinates as large as they come are cut to the picture`() {
        let huge = SubpixelBounds(minX: .min, minY: .min, maxX: .max, maxY: .max)
        #expect(CoverageMap(.rectangle(huge), width: 3, height: 3).area == 9)
        // A half plane left of a slanting line through the middle of the picture.
        let half = Path(polygon: [
            (.min, .min), (1536 - 400_000, -800_000 + 1536), (1536 + 400_000, 801_536),
            (.min, .max),
        ])
        let map = CoverageMap(half, width: 12, height: 12)
        #expect(map.values.first == 65536 && map.values[11] == 0)
        #expect(abs(map.area - 72) < 0.01)
        // Far off on each side: only what lies to the left winds round the picture, and closed.
        for (x, y) in [(-1_000_000_000, 0), (1_000_000_000, 0), (0, -1_000_000_000), (0, 1 << 30)] {
            let far = Path.circle(center: SubpixelPoint(x: Int32(x), y: Int32(y)), radius: 100_000)
            #expect(CoverageMap(far, width: 4, height: 4).area == 0)
        }
        var line = Path()
        line.addLine([SubpixelPoint(x: .min, y: 512), SubpixelPoint(x: .max, y: 512)])
        let stroke = Stroke(widthInPixels: 2, cap: .butt, dashesInPixels: [1, 1])
        let clip = PixelBounds(minX: 0, minY: 0, maxX: 8, maxY: 4)
        let dashes = line.stroked(stroke, visibleIn: clip)
        #expect(dashes.elements.count < 200)
        #expect(CoverageMap(dashes, clip: clip).area == 8)
    }

    @Test func `nothing comes of nothing`() {
        let points = [SubpixelPoint(x: 256, y: 256)]
        var paths = [Path(), Path([.close]), Path([.move(points[0])])]
        paths.append(Path(polygon: [(256, 256), (512, 512)]))
        paths.append(Path(polygon: [(256, 256), (900, 256), (300, 256)]))
        for path in paths {
            #expect(CoverageMap(path, width: 4, height: 4).area == 0)
        }
        let empty = PixelBounds(minX: 2, minY: 2, maxX: 2, maxY: 9)
        var buffer = PixelBuffer(width: 4, height: 4, color: Color(hex: 0))
        let before = buffer
        buffer.fill(
            Path(polygon: [(0, 0), (999, 0), (0, 999)]), color: Color(hex: 0xFFFFFF), clip: empty)
        #expect(buffer == before)
    }

    @Test func `the same shapes give the same bytes`() {
        func draw() -> PixelBuffer {
            var random = SplitMix(state: 3)
            var buffer = PixelBuffer(width: 40, height: 40, color: Color(hex: 0xEEEEEE))
            for _ in 0..<6 {
                let path = random.tangle(contours: 2, points: 5, in: -500...11_000)
                buffer.fill(path, rule: .evenOdd, color: Color(hex: 0x884422).opacity(0.4))
                buffer.stroke(
                    path, stroke: Stroke(widthInPixels: 1.5), color: Color(hex: 0x224488))
            }
            return buffer
        }
        #expect(draw() == draw())
    }
}
