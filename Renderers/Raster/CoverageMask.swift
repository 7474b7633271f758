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
        values = drawn.values.map { UInt16(truncatingIfNeeded: $0 >> 1) }
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
        var sums = [UInt32](repeating: 0, count: width * bounds.height)
        for row in 0..<bounds.height {
            for column in 0..<fineWidth {
                let pixel = (fine.minX + column + shift) >> 2 - bounds.minX
                sums[row * width + pixel] += quarters.values[row * fineWidth + column]
            }
        }
        values = sums.map { UInt16(truncatingIfNeeded: $0 >> 3) }
    }
}

/// What a scanner makes of an outline, non-zero.
private struct DrawnCoverage {
    let bounds: PixelBounds
    /// Row by row, 0...65536.
    private(set) var values: [UInt32]

    init(_ path: Path) {
        let bounds = path.bounds?.pixels ?? PixelBounds(minX: 0, minY: 0, maxX: 0, maxY: 0)
        let width = bounds.width
        values = [UInt32](repeating: 0, count: width * bounds.height)
        var scanner = CoverageScanner(path, rule: .nonZero, clip: bounds)
        while scanner.nextRow() {
            let row = (scanner.y - bounds.minY) * width + scanner.left - bounds.minX
            let coverage = scanner.coverage
            for span in scanner.spans {
                for column in span.start..<span.end {
                    values[row + column] =
                        span.isSolid ? CoverageRow.fullCoverage : coverage[column]
                }
            }
        }
        self.bounds = bounds
    }
}
