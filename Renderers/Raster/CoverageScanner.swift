/// Turns an outline into coverage, row by row from the top, exact to rounding.
///
/// The cost follows the edges: between edges a row is one span. Memory is that of the edges and of
/// one row.
struct CoverageScanner {
    /// The row of the latest spans.
    private(set) var y: Int

    private let list: EdgeList
    private let bounds: PixelBounds
    private let end: Int
    private var row = RowPieces()
    private var leftSide = LeftSide()
    private var cover: RowCover

    /// Scans the rows that an outline and a range share.
    init(_ outline: PreparedOutline, rows: Range<Int>) {
        list = outline.list
        bounds = outline.bounds
        cover = RowCover(
            rule: outline.rule, width: bounds.width, isCutOnRight: outline.isCutOnRight)
        let first = max(list.rows.lowerBound, rows.lowerBound)
        end = min(list.rows.upperBound, rows.upperBound)
        y = first - 1
        if first > list.rows.lowerBound, first < end { row.takeUp(above: first << 8, in: list) }
    }

    /// The column at which spans start to count.
    var left: Int { bounds.minX }
    /// What is covered in the row, from the left.
    var spans: [CoverageSpan] { cover.spans }
    /// Coverage by column, 0...65536, from the left edge of the clip; holds for spans not solid.
    var coverage: [UInt32] { cover.coverage }

    /// Goes to the next row; false after the last.
    mutating func nextRow() -> Bool {
        guard y + 1 < end else { return false }
        y += 1
        row.goTo(y << 8, in: list, firstEdge: list.firstInRow[y - bounds.minY])
        leftSide.removeAll()
        let start = leftSide.add(row.pieces, count: row.count)
        if leftSide.hasChanges {
            let pieces = leftSide.pieces(among: row.pieces[start..<row.count])
            cover.cover(pieces, 0..<pieces.count, winding: leftSide.winding)
        } else {
            cover.cover(row.pieces, start..<row.count, winding: leftSide.winding)
        }
        return true
    }
}

/// What lies left of the clip in one row: only how it winds matters, so a thousand edges there are
/// no more than one.
private struct LeftSide {
    /// Of edges that pass the whole row.
    private(set) var winding: Int32 = 0
    /// Farther left than any edge that enters the clip, so that none crosses what stands here.
    private static let x = -1 << 40

    /// Changes by height, 0...256, of the others.
    private var changes: [Int32] = []
    private(set) var hasChanges = false

    mutating func removeAll() {
        winding = 0
        guard hasChanges else { return }
        for index in changes.indices { changes[index] = 0 }
        hasChanges = false
    }

    /// Takes the pieces that lie left of the clip, which stand before all others, and tells how many
    /// they are.
    mutating func add(_ pieces: [EdgePiece], count: Int) -> Int {
        var index = 0
        while index < count, pieces[index].isLeftOfClip {
            add(pieces[index])
            index += 1
        }
        return index
    }

    private mutating func add(_ piece: EdgePiece) {
        guard piece.winding != 0 else { return }
        if piece.height == EdgePiece.fullHeight {
            winding += piece.winding
        } else {
            if changes.isEmpty { changes = [Int32](repeating: 0, count: 257) }
            changes[Int(piece.yTop >> 8)] += piece.winding
            changes[Int(piece.yBottom >> 8)] -= piece.winding
            hasChanges = true
        }
    }

    /// The other pieces, and among them upright ones that wind like all edges beyond the left edge of
    /// the clip.
    func pieces(among others: ArraySlice<EdgePiece>) -> [EdgePiece] {
        let touching = others.prefix { $0.minX == 0 }
        var pieces = Array(touching)
        var (start, sum) = (Int32(0), Int32(0))
        for height in Int32(0)...256 where changes[Int(height)] != 0 {
            if sum != 0 {
                pieces.append(
                    EdgePiece(
                        xTop: Self.x, xBottom: Self.x, yTop: start << 8, yBottom: height << 8,
                        winding: sum, edge: .max))
            }
            sum += changes[Int(height)]
            start = height
        }
        return pieces + others[touching.endIndex...]
    }
}
