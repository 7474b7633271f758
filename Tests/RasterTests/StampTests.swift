import Testing

@testable import Raster

@Suite("Stamps") struct StampTests {
    /// A wobbly shape with a hole, left of and above the origin too.
    private static func shape(_ seed: UInt64) -> Path {
        var random = SplitMix(state: seed)
        return random.tangle(contours: 2, points: 6, in: -1200...1200)
    }

    /// Expected: the outline itself moved by so many quarters, as the scanner draws it.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `four masks are the shape at quarters of a pixel`(seed: UInt64) {
        let path = Self.shape(seed)
        for (shift, mask) in CoverageMask.quarters(of: path).enumerated() {
            let moved = path.translated(x: Int32(shift) * 64, y: 0)
            let expected = CoverageMap(moved, clip: mask.bounds)
            for (value, coverage) in zip(mask.values, expected.values) {
                #expect(abs(Int(value) * 2 - Int(coverage)) < 65536 / 256)
            }
            #expect(CoverageMap(moved, clip: mask.bounds.padded).sum == expected.sum)
        }
    }

    /// Expected: the outline drawn in place; coverage has a bit less here.
    @Test(arguments: [Color(hex: 0x102030), Color(hex: 0xFFFFFF).opacity(0.4)])
    func `a stamp is drawn as its outline is`(color: Color) {
        let path = Self.shape(3)
        var stamps = Stamps(overlap: .sum)
        stamps.add(CoverageMask(path), x: 9, y: 8)
        func draw(_ draw: (inout PixelBuffer) -> Void) -> PixelBuffer {
            var picture = PixelBuffer(width: 20, height: 20, color: Color(hex: 0x88AACC))
            draw(&picture)
            return picture
        }
        let outline = path.translated(x: 9 * 256, y: 8 * 256)
        let pairs = [
            (
                draw { $0.fill(stamps, color: color, clip: $0.bounds, origin: PixelOrigin()) },
                draw { $0.fill(outline, color: color) }
            ),
            (
                draw {
                    $0.fillGlyphs(stamps, color: color, clip: $0.bounds, origin: PixelOrigin())
                },
                draw { $0.fillGlyphs(outline, color: color) }
            ),
        ]
        for (ours, expected) in pairs {
            #expect(zip(ours.bytes, expected.bytes).allSatisfy { abs(Int($0) - Int($1)) <= 1 })
            #expect(ours.bytes.contains { $0 != 0x88 && $0 != 0xAA && $0 != 0xCC && $0 != 255 })
        }
    }

    @Test func `rims that lie on each other count once, and parts side by side add up`() {
        // A pixel covered by half, from the left and from the right.
        let left = CoverageMask(.rectangle(SubpixelBounds(minX: 0, minY: 0, maxX: 128, maxY: 256)))
        let right = CoverageMask(
            .rectangle(SubpixelBounds(minX: 128, minY: 0, maxX: 256, maxY: 256)))
        for (overlap, expected) in [(Stamps.Overlap.greatest, 32768), (.sum, 65536)] {
            var stamps = Stamps(overlap: overlap)
            for mask in [left, right] { stamps.add(mask, x: 2, y: 1) }
            var row = [UInt32](repeating: 7, count: 4)
            stamps.cover(&row, y: 1, left: 0)
            #expect(row == [0, 0, UInt32(expected), 0])
            stamps.cover(&row, y: 0, left: 0)
            #expect(row == [0, 0, 0, 0])
        }
    }

    @Test func `a part of a picture is that part of the whole`() {
        var stamps = Stamps(overlap: .greatest)
        for seed in 0..<5 {
            stamps.add(CoverageMask(Self.shape(UInt64(seed))), x: 4 * seed, y: 3 * seed)
        }
        let ink = Color(hex: 0xFFEEDD).opacity(0.7)
        var whole = PixelBuffer(width: 24, height: 20, color: Color(hex: 0x102030))
        whole.fill(stamps, color: ink, clip: whole.bounds, origin: PixelOrigin())
        let window = PixelBounds(minX: 7, minY: 5, maxX: 18, maxY: 13)
        var part = PixelBuffer(width: 11, height: 8, color: Color(hex: 0x102030))
        part.fill(stamps, color: ink, clip: window, origin: PixelOrigin(x: 7, y: 5))
        for y in 0..<8 {
            let row = ((y + 5) * 24 + 7) * 4
            #expect(part.bytes[y * 44..<y * 44 + 44].elementsEqual(whole.bytes[row..<row + 44]))
        }
    }
}

extension PixelBounds {
    fileprivate var padded: PixelBounds {
        PixelBounds(minX: minX - 2, minY: minY - 2, maxX: maxX + 2, maxY: maxY + 2)
    }
}
