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
///
/// The cells of a row are changes of area, one a column and two for what spills over the last.
enum CoverageRow {
    /// The area of a whole pixel.
    static let fullArea = 1 << 33
    /// The coverage of a whole pixel.
    static let fullCoverage: UInt32 = 65536

    /// The cells of a row without edges.
    static func cells(width: Int) -> [Int] { [Int](repeating: 0, count: width + 2) }

    /// Adds a whole piece.
    ///
    /// `sign` is +1 where the right side is inside, -1 where the left side is.
    @inline(__always)
    static func add(_ piece: EdgePiece, sign: Int, to cells: inout MutableSpan<Int>) {
        let top = (x: piece.xTop, y: Int(piece.yTop))
        let bottom = (x: piece.xBottom, y: Int(piece.yBottom))
        let column = top.x >> 16
        guard column == bottom.x >> 16, top.x >= 0, column < cells.count - 2 else {
            return add(piece, top, bottom, sign: sign, to: &cells)
        }
        let height = (bottom.y &- top.y) &* sign
        let spill = height &* ((top.x & 65535) &+ (bottom.x & 65535))
        cells[column] &+= height << 17 &- spill
        cells[column &+ 1] &+= spill
    }

    /// Adds what lies of an edge between two heights, 0...65536 in the row.
    static func add(
        _ piece: EdgePiece, from top: Int32, to bottom: Int32, sign: Int,
        to cells: inout MutableSpan<Int>
    ) {
        add(
            piece, (x: piece.x(at: top), y: Int(top)), (x: piece.x(at: bottom), y: Int(bottom)),
            sign: sign, to: &cells)
    }

    private typealias Point = (x: Int, y: Int)

    private static func add(
        _ piece: EdgePiece, _ upper: Point, _ lower: Point, sign: Int,
        to cells: inout MutableSpan<Int>
    ) {
        // Chosen, not branched: which end is the left one cannot be foretold.
        let isRightward = upper.x <= lower.x
        addRightward(
            piece, isRightward ? upper : lower, isRightward ? lower : upper,
            sign: isRightward ? sign : -sign, to: &cells)
    }

    /// Adds part of an edge given left end first; height counts as positive where it goes down.
    private static func addRightward(
        _ piece: EdgePiece, _ start: Point, _ end: Point, sign: Int,
        to cells: inout MutableSpan<Int>
    ) {
        let (lastColumn, width) = (end.x >> 16, cells.count - 2)
        var (column, point) = (start.x >> 16, start)
        /// `insets` is the sum of the two ends' distances from the cell's left edge, 0...2¹⁷.
        func addCell(_ column: Int, _ height: Int, _ insets: Int, _ cells: inout MutableSpan<Int>) {
            guard column < width else { return }
            cells[column] &+= height &* sign &* ((1 << 17) - insets)
            cells[column + 1] &+= height &* sign &* insets
        }
        if column == lastColumn || end.x <= 0 {
            let left = column << 16
            let insets = column < 0 ? 0 : (start.x - left) + (end.x - left)
            return addCell(max(0, column), end.y - start.y, insets, &cells)
        }
        if column < 0 {
            // All that lies left of the clip counts as standing on its edge.
            let y = piece.height(atColumnEdge: 0, between: start.y, end.y)
            addCell(0, y - start.y, 0, &cells)
            (column, point) = (0, (0, y))
        }
        while column < min(lastColumn, width) {
            let edge = (column + 1) << 16
            let y = piece.height(atColumnEdge: edge, between: start.y, end.y)
            addCell(column, y - point.y, (point.x - (column << 16)) + 65536, &cells)
            (column, point) = (column + 1, (edge, y))
        }
        let left = column << 16
        addCell(column, end.y - point.y, (point.x - left) + (end.x - left), &cells)
    }

    /// Sums up a stretch of columns into coverage, 0...65536, and clears it for the next one;
    /// `isInside` says whether what lies to the left of the stretch is covered.
    static func resolve(
        _ cells: inout MutableSpan<Int>, _ columns: Range<Int>, isInside: Bool,
        into coverage: inout MutableSpan<UInt32>
    ) {
        var area = isInside ? fullArea : 0
        for column in columns {
            area &+= cells[column]
            cells[column] = 0
            coverage[column] = UInt32(
                truncatingIfNeeded: max(0, min(65536, (area &+ (1 << 16)) >> 17)))
        }
        cells[columns.upperBound] = 0
    }
}
