import Testing

@testable import Raster

@Suite("Parallel lines") struct ParallelLinesTests {
    private func ink(_ angle: Int, _ bounds: PixelBounds) -> CoverageMap {
        let lines = ParallelLines(angle: angle, spacing: 1024, width: 256)
        return CoverageMap(lines.path(covering: bounds), clip: bounds)
    }

    @Test func `level and upright lines lie on the grid`() {
        let bounds = PixelBounds(minX: 0, minY: 0, maxX: 8, maxY: 8)
        // Around the rows 0, 4 and 8: half of the pixels on both sides.
        let rows: [UInt32] = [32768, 0, 0, 32768, 32768, 0, 0, 32768]
        #expect(ink(0, bounds).values == rows.flatMap { [UInt32](repeating: $0, count: 8) })
        #expect(ink(90, bounds).values == (0..<8).flatMap { _ in rows })
        #expect(ink(180, bounds) == ink(0, bounds))
        #expect(ink(-90, bounds) == ink(90, bounds))
    }

    @Test func `angles turn from the right upwards`() {
        // Of a line at 30 degrees through the origin: 100 pixels right, 57.7 up (tan 30° = 0.5774).
        let right = PixelBounds(minX: 100, minY: -58, maxX: 101, maxY: -57)
        let lines = ParallelLines(angle: 30, spacing: 131_072, width: 1024)
        #expect(CoverageMap(lines.path(covering: right), clip: right).values == [65536])
        let below = PixelBounds(minX: 100, minY: 57, maxX: 101, maxY: 58)
        #expect(CoverageMap(lines.path(covering: below), clip: below).values == [0])
    }

    @Test(arguments: [0, 17, 30, 45, 90, 133, 359])
    func `cover their share of an area, and go on from part to part`(angle: Int) {
        let whole = PixelBounds(minX: 0, minY: 0, maxX: 64, maxY: 64)
        let map = ink(angle, whole)
        // A quarter: 1 pixel of every 4; the rim of an area this large counts for 2 %.
        #expect(abs(map.area / 4096 - 0.25) < 0.02)
        let part = PixelBounds(minX: 21, minY: 13, maxX: 50, maxY: 60)
        let cut = ink(angle, part)
        for y in 0..<part.maxY - 13 {
            for x in 0..<part.maxX - 21 {
                #expect(cut.values[y * cut.width + x] == map.values[(y + 13) * 64 + x + 21])
            }
        }
    }

    @Test func `of no width or no end cost nothing`() {
        let bounds = PixelBounds(minX: 0, minY: 0, maxX: 100, maxY: 100)
        #expect(ParallelLines(angle: 5, spacing: 100, width: 0).path(covering: bounds) == Path())
        let dense = ParallelLines(angle: 5, spacing: 0, width: 256).path(covering: bounds)
        #expect(dense.elements.count < 5000)
        #expect(CoverageMap(dense, clip: bounds).area == 10_000)
        let broad = ParallelLines(
            angle: 5, spacing: 900, width: .max, originX: -8_388_608,
            originY: 8_388_607
        ).path(covering: bounds)
        #expect(broad.elements.count < 1000)
        #expect(CoverageMap(broad, clip: bounds).area == 10_000)
    }
}
