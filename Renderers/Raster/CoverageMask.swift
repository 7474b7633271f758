/// How much of each pixel of a small rectangle is covered: a shape drawn once, to be stamped often.
package struct CoverageMask: Hashable, Sendable {
    /// The pixels, in the plane of the shape.
    package let bounds: PixelBounds
    /// Row by row, 0...32768.
    let values: [UInt16]

    /// The memory that it takes, in bytes.
    package var size: Int { 64 + 2 * values.count }

    /// Draws the inside of an outline, non-zero; takes two bytes a pixel of its bounds.
    package init(_ path: Path) {
        let drawn = DrawnCoverage(path)
        bounds = drawn.bounds
        let (width, sums) = (bounds.width, drawn.sums)
        values = (0..<bounds.height).flatMap { row in
            let start = row * (width + 1)
            return (start..<start + width).map {
                UInt16(truncatingIfNeeded: (sums[$0 + 1] &- sums[$0]) >> 1)
            }
        }
    }

    /// The masks of an outline as it stands and moved right by one, two and three quarters of a pixel.
    ///
    /// It is drawn once, in columns a quarter of a pixel wide, of which four make a pixel of each mask.
    package static func quarters(of path: Path) -> [CoverageMask] {
        let stretched = AffineTransform(a: 4, b: 0, c: 0, d: 1)
        let drawn = DrawnCoverage(path.transformed(stretched))
        return (0..<4).map { CoverageMask(joining: drawn, movedRight: $0) }
    }

    private init(joining quarters: DrawnCoverage, movedRight shift: Int) {
        let fine = quarters.bounds
        bounds = PixelBounds(
            minX: (fine.minX + shift) >> 2, minY: fine.minY, maxX: (fine.maxX + shift + 3) >> 2,
            maxY: fine.maxY)
        let (width, fineWidth) = (bounds.width, fine.width)
        /// The column of the drawing at which the first pixel ends.
        let first = (bounds.minX + 1) * 4 - shift - fine.minX
        var values = [UInt16](repeating: 0, count: width * bounds.height)
        var masks = values.mutableSpan
        let sums = quarters.sums.span
        for row in 0..<bounds.height {
            let start = row * (fineWidth + 1)
            var before: UInt32 = 0
            for column in 0..<width {
                let sum = sums[start &+ min(fineWidth, first &+ 4 &* column)]
                masks[row &* width &+ column] = UInt16(truncatingIfNeeded: (sum &- before) >> 3)
                before = sum
            }
        }
        self.values = values
    }
}

/// What a scanner makes of an outline, non-zero.
private struct DrawnCoverage {
    let bounds: PixelBounds
    /// Row by row, what is covered to the left of each column and of the row's end, in 1/65536 pixel.
    let sums: [UInt32]

    init(_ path: Path) {
        let bounds = path.bounds?.pixels ?? PixelBounds(minX: 0, minY: 0, maxX: 0, maxY: 0)
        let width = bounds.width
        var all = [UInt32](repeating: 0, count: (width + 1) * bounds.height)
        let outline = PreparedOutline(path, rule: .nonZero, clip: bounds)
        var scanner = CoverageScanner(outline, rows: bounds.minY..<bounds.maxY)
        var sums = all.mutableSpan
        while scanner.nextRow() {
            let row = (scanner.y - bounds.minY) * (width + 1)
            let coverage = scanner.coverage.span
            var (sum, column) = (UInt32(0), 0)
            for span in scanner.spans {
                while column < span.start {
                    sums[row &+ column] = sum
                    column &+= 1
                }
                while column < span.end {
                    sums[row &+ column] = sum
                    sum &+= span.isSolid ? CoverageRow.fullCoverage : coverage[column]
                    column &+= 1
                }
            }
            while column <= width {
                sums[row &+ column] = sum
                column &+= 1
            }
        }
        self.bounds = bounds
        self.sums = all
    }
}
