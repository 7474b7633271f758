/// A stretch of one row that an outline covers.
struct CoverageSpan: Hashable {
    /// The first column, from the left edge of the clip.
    var start: Int
    /// The column after the last.
    var end: Int
    /// Whether every pixel is wholly covered; if not, `CoverageScanner.coverage` says how much.
    var isSolid: Bool
}

/// Turns an outline into coverage, row by row from the top, exact to rounding.
///
/// The cost follows the edges: between edges a row is one span. Memory is that of the edges and of
/// one row.
struct CoverageScanner {
    /// The row of the latest spans.
    private(set) var y: Int
    /// What is covered in the row, from the left.
    private(set) var spans: [CoverageSpan] = []
    /// Coverage by column, 0...65536, from the left edge of the clip; holds for spans not solid.
    private(set) var coverage: [UInt32]

    private let clip: PixelBounds
    private let rule: FillRule
    private let list: EdgeList
    private let width: Int
    private let isCutOnRight: Bool
    private var active = ActiveEdges()
    private var pieces: [EdgePiece] = []
    private var leftSide = LeftSide()
    private var sweep: RowSweep

    init(_ path: Path, rule: FillRule, clip: PixelBounds) {
        // The rectangle of what is drawn bounds the buffers of a row.
        let outline = path.bounds?.pixels
        let bounds = outline.map(clip.intersection) ?? clip
        self.clip = bounds
        self.rule = rule
        list = EdgeList(path, clip: bounds)
        width = bounds.isEmpty ? 0 : bounds.maxX - bounds.minX
        isCutOnRight = outline.map { $0.maxX > bounds.maxX } ?? false
        sweep = RowSweep(rule: rule, width: width)
        coverage = [UInt32](repeating: 0, count: width)
        y = list.rows.lowerBound - 1
    }

    /// The column at which spans start to count.
    var left: Int { clip.minX }

    /// Goes to the next row; false after the last.
    mutating func nextRow() -> Bool {
        guard y + 1 < list.rows.upperBound else { return false }
        y += 1
        spans.removeAll(keepingCapacity: true)
        active.goTo(y << 8, adding: list.firstInRow[y - clip.minY], of: list)
        collectPieces()
        coverRow()
        return true
    }

    /// Takes the pieces that can be seen out of the active edges, in order of their left ends.
    private mutating func collectPieces() {
        pieces.removeAll(keepingCapacity: true)
        leftSide.removeAll()
        let (count, active) = (active.count, active.edges)
        let edges = active.span
        var index = 0
        while index < count, edges[index].place < 0 {
            leftSide.add(edges[index].piece)
            index += 1
        }
        if leftSide.hasChanges {
            while index < count, edges[index].place == 0 {
                pieces.append(edges[index].piece)
                index += 1
            }
            leftSide.addPieces(to: &pieces)
        }
        while index < count, edges[index].place < width << 16 {
            pieces.append(edges[index].piece)
            index += 1
        }
    }

    // MARK: Pieces to spans

    /// Takes the pieces in clusters; between them a row is covered or not, without looking.
    private mutating func coverRow() {
        var (winding, start) = (leftSide.winding, 0)
        // The columns that have edges to be summed up, and whether what lies left of them is inside.
        var columns = 0..<0
        var wasInside = rule.isInside(winding)
        while start < pieces.count {
            let cluster = Cluster(pieces.span, from: start)
            let isInside = rule.isInside(winding)
            let (first, last) = (cluster.minX >> 16, min(width - 1, cluster.maxX >> 16))
            if first >= columns.upperBound {
                finish(columns, wasInside, nextColumn: first, isInside)
                (columns, wasInside) = (first..<first, isInside)
            }
            columns = columns.lowerBound..<max(columns.upperBound, last + 1)
            winding += cluster.twist
            // Where pieces beyond the right edge were left out, the rest may not be one chain.
            if cluster.isChain, !isCutOnRight || cluster.maxX < width << 16 {
                addChain(cluster.range, from: isInside, to: rule.isInside(winding))
            } else if cluster.isUncrossed {
                addUncrossed(cluster.range, winding: winding - cluster.twist)
            } else {
                sortByTop(cluster.range)
                sweep.sweep(pieces, cluster.range, winding: winding - cluster.twist)
            }
            start = cluster.range.upperBound
        }
        finish(columns, wasInside, nextColumn: width, rule.isInside(winding))
    }

    /// Sums up columns with edges, and takes those from there to the next alike.
    private mutating func finish(
        _ columns: Range<Int>, _ wasInside: Bool, nextColumn: Int, _ isInside: Bool
    ) {
        if !columns.isEmpty {
            sweep.boundary.row.resolve(columns, isInside: wasInside, into: &coverage)
            spans.append(
                CoverageSpan(start: columns.lowerBound, end: columns.upperBound, isSolid: false))
        }
        guard isInside, columns.upperBound < nextColumn else { return }
        spans.append(CoverageSpan(start: columns.upperBound, end: nextColumn, isSolid: true))
    }

    private mutating func addChain(_ chain: Range<Int>, from before: Bool, to after: Bool) {
        guard before != after else { return }
        for index in chain { sweep.boundary.row.add(pieces[index], sign: after ? 1 : -1) }
    }

    /// Adds pieces that all pass the whole row and do not cross.
    private mutating func addUncrossed(_ range: Range<Int>, winding: Int32) {
        var winding = winding
        for index in range {
            let before = rule.isInside(winding)
            winding += pieces[index].winding
            let after = rule.isInside(winding)
            if before != after { sweep.boundary.row.add(pieces[index], sign: after ? 1 : -1) }
        }
    }

    private mutating func sortByTop(_ range: Range<Int>) {
        // Sorting a slice of an array copies it; most clusters have a handful of pieces.
        guard range.count <= 24 else { return pieces[range].sort { $0.yTop < $1.yTop } }
        var span = pieces.mutableSpan
        span.insertionSort(range) { Int($0.yTop) }
    }
}

/// Pieces of one row that hang together from left to right.
///
/// A contour leaves a cluster only through the top and the bottom of the row, so the winding number
/// to the right of it is the same over the whole height.
private struct Cluster {
    var range: Range<Int>
    var minX: Int
    var maxX: Int
    /// How the winding number changes across it.
    var twist: Int32
    /// Whether it is one chain from the top to the bottom or back, which cannot cross itself.
    var isChain: Bool
    /// Whether all pieces pass the whole row, in one order at its top and at its bottom.
    var isUncrossed: Bool

    /// The cluster that begins with a piece; pieces are in order of their left ends.
    @inline(__always)
    init(_ pieces: Span<EdgePiece>, from start: Int) {
        var last = pieces[start]
        let firstWinding = last.winding
        (minX, maxX) = (last.minX, last.maxX)
        var end = start + 1
        var (height, turn) = (Int(last.height), Int(last.height) * Int(last.winding))
        var (isOneWay, isOrdered) = (true, last.height == EdgePiece.fullHeight)
        while end < pieces.count, pieces[end].minX <= maxX {
            let piece = pieces[end]
            maxX = max(maxX, piece.maxX)
            isOneWay = isOneWay && piece.winding == firstWinding
            isOrdered =
                isOrdered && piece.height == EdgePiece.fullHeight && piece.xTop >= last.xTop
                && piece.xBottom >= last.xBottom
            height += Int(piece.height)
            turn += Int(piece.height) * Int(piece.winding)
            last = piece
            end += 1
        }
        range = start..<end
        twist = Int32(turn / Int(EdgePiece.fullHeight))
        isChain = isOneWay && height == Int(EdgePiece.fullHeight)
        isUncrossed = isOrdered
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

    mutating func add(_ piece: EdgePiece) {
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

    /// Adds upright pieces that wind like all edges beyond the left edge of the clip.
    func addPieces(to pieces: inout [EdgePiece]) {
        guard hasChanges else { return }
        var (start, sum) = (Int32(0), Int32(0))
        for height in Int32(0)...256 where changes[Int(height)] != 0 {
            if sum != 0 {
                pieces.append(
                    EdgePiece(
                        xTop: Self.x, xBottom: Self.x, yTop: start << 8, yBottom: height << 8,
                        winding: sum))
            }
            sum += changes[Int(height)]
            start = height
        }
    }
}
