import Testing

@testable import Raster

@Suite("Coverage") struct CoverageTests {
    /// Expected: 64 by 64 sample points in each pixel, an independent count. An edge through a pixel
    /// leaves at most about 1/64 in doubt, and a tangle has several.
    @Test(arguments: 0..<24 as Range<UInt64>)
    func `is what counting points gives, under both rules`(seed: UInt64) {
        var random = SplitMix(state: seed)
        let path = random.tangle(contours: 3, points: 7, in: -512...3072)
        for rule in [FillRule.nonZero, .evenOdd] {
            let ours = CoverageMap(path, rule: rule, width: 10, height: 10)
            let counted = CoverageMap(
                sampling: path, rule: rule, width: 10, height: 10, samples: 64)
            #expect(ours.greatestDifference(to: counted) < 1.0 / 32)
        }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func `a part of a picture is that part of the whole`(seed: UInt64) {
        var random = SplitMix(state: seed)
        let path = random.tangle(contours: 4, points: 9, in: -2000...5000)
        let whole = CoverageMap(path, width: 12, height: 12)
        for (x, y) in [(0, 0), (5, 0), (0, 7), (3, 4), (11, 11)] {
            let part = CoverageMap(path, clip: PixelBounds(minX: x, minY: y, maxX: 12, maxY: 12))
            let same = (0..<part.height).allSatisfy { row in
                (0..<part.width).allSatisfy { column in
                    part.values[row * part.width + column]
                        == whole.values[(row + y) * 12 + column + x]
                }
            }
            #expect(same, "from \(x), \(y)")
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>, [1, 2, 5])
    func `stripes of rows are those of the whole`(seed: UInt64, rows: Int) {
        var random = SplitMix(state: seed)
        let path = random.tangle(contours: 4, points: 9, in: -2000...5000)
        let clip = PixelBounds(minX: 2, minY: 1, maxX: 14, maxY: 14)
        for rule in [FillRule.nonZero, .evenOdd] {
            let whole = CoverageMap(path, rule: rule, clip: clip)
            #expect(CoverageMap(path, rule: rule, clip: clip, rowsInStripe: rows) == whole)
        }
    }
}
