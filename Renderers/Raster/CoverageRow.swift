/// Exact areas of one row of pixels, gathered edge by edge.
///
/// Each edge adds to the cells it crosses how the covered area changes there; a running sum from the
/// left then gives the area of every pixel. All sums are exact integers, so the order of edges does
/// not matter. Areas are in 2⁻³³ pixel: 2¹⁶ heights times 2¹⁷ (twice the mean width).
///
///         cell c     cell c+1
///       +---------+---------+        the area right of the edge:
///       |     \   |         |          in cell c    height · (1 - mean x)
///       |      \  |         |          in cell c+1  height, hence the rest is added there
///       +-------\-+---------+
///
/// Source: the signed-area accumulation of D. Turner's FreeType smooth rasterizer and of
/// R. Levien's font-rs.
struct CoverageRow {
    /// The area of a whole pixel.
    static let fullArea = 1 << 33
    /// The coverage of a whole pixel.
    static let fullCoverage: UInt32 = 65536

    /// Changes of area, one a column and one for what spills over the last.
    private var cells: [Int]
    private let width: Int

    init(width: Int) {
        self.width = width
        cells = [Int](repeating: 0, count: width + 2)
    }

    /// Adds what lies of an edge between two heights, 0...65536 in the row.
    ///
    /// `sign` is +1 where the right side is inside, -1 where the left side is.
    mutating func add(_ piece: EdgePiece, from top: Int32, to bottom: Int32, sign: Int) {
        let upper = (x: piece.x(at: top), y: Int(top))
        let lower = (x: piece.x(at: bottom), y: Int(bottom))
        if upper.x <= lower.x {
            addRightward(piece, upper, lower, sign: sign)
        } else {
            addRightward(piece, lower, upper, sign: -sign)
        }
    }

    private typealias Point = (x: Int, y: Int)

    /// Adds part of an edge given left end first; height counts as positive where it goes down.
    private mutating func addRightward(
        _ piece: EdgePiece, _ start: Point, _ end: Point, sign: Int
    ) {
        let lastColumn = end.x >> 16
        var (column, point) = (start.x >> 16, start)
        if column == lastColumn || end.x <= 0 {
            let left = column << 16
            let insets = column < 0 ? 0 : (start.x - left) + (end.x - left)
            return addCell(max(0, column), height: (end.y - start.y) * sign, insets: insets)
        }
        if column < 0 {
            // All that lies left of the clip counts as standing on its edge.
            let y = piece.height(atColumnEdge: 0, between: start.y, end.y)
            addCell(0, height: (y - start.y) * sign, insets: 0)
            (column, point) = (0, (0, y))
        }
        while column < min(lastColumn, width) {
            let edge = (column + 1) << 16
            let y = piece.height(atColumnEdge: edge, between: start.y, end.y)
            let insets = (point.x - (column << 16)) + 65536
            addCell(column, height: (y - point.y) * sign, insets: insets)
            (column, point) = (column + 1, (edge, y))
        }
        guard column < width else { return }
        let left = column << 16
        addCell(
            column, height: (end.y - point.y) * sign, insets: (point.x - left) + (end.x - left))
    }

    /// `insets` is the sum of the two ends' distances from the cell's left edge, 0...2¹⁷.
    private mutating func addCell(_ column: Int, height: Int, insets: Int) {
        guard column < width else { return }
        cells[column] &+= height &* ((1 << 17) - insets)
        cells[column + 1] &+= height &* insets
    }

    /// Sums up a stretch of columns into coverage, 0...65536, and clears it for the next one;
    /// `isInside` says whether what lies to the left of the stretch is covered.
    mutating func resolve(
        _ columns: Range<Int>, isInside: Bool, into coverage: inout [UInt32]
    ) {
        var area = isInside ? Self.fullArea : 0
        var cells = cells.mutableSpan
        var coverage = coverage.mutableSpan
        for column in columns {
            area &+= cells[column]
            cells[column] = 0
            coverage[column] = UInt32(max(0, min(65536, (area + (1 << 16)) >> 17)))
        }
        cells[columns.upperBound] = 0
    }
}
