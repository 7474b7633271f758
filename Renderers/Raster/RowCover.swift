/// A stretch of one row that an outline covers.
struct CoverageSpan: Hashable {
    /// The first column, from the left edge of the clip.
    var start: Int
    /// The column after the last.
    var end: Int
    /// Whether every pixel is wholly covered; if not, `CoverageScanner.coverage` says how much.
    var isSolid: Bool
}

/// What the pieces of one row cover: whole stretches between them, and pixel by pixel where they are.
struct RowCover {
    /// What is covered, from the left.
    private(set) var spans: [CoverageSpan] = []
    /// Coverage by column, 0...65536; holds for spans not solid.
    private(set) var coverage: [UInt32]

    private let shape: Shape
    private var cells: [Int]
    private var sweep: RowSweep

    /// What all rows share.
    private struct Shape {
        let rule: FillRule
        let width: Int
        /// Whether the outline runs on beyond the right edge.
        let isCutOnRight: Bool
    }

    init(rule: FillRule, width: Int, isCutOnRight: Bool) {
        shape = Shape(rule: rule, width: width, isCutOnRight: isCutOnRight)
        cells = CoverageRow.cells(width: width)
        coverage = [UInt32](repeating: 0, count: width)
        sweep = RowSweep(rule: rule)
    }

    /// Takes some pieces of a row, in order of their left ends; `winding` is the winding number to the
    /// left of them.
    mutating func cover(_ pieces: [EdgePiece], _ range: Range<Int>, winding: Int32) {
        spans.removeAll(keepingCapacity: true)
        Self.cover(pieces.span, range, winding, shape, &cells, &coverage, &spans, &sweep)
    }

    /// Takes the pieces in clusters; between them a row is covered or not, without looking.
    ///
    /// The parts come one by one, not as `self`: each is looked at through a span.
    private static func cover(
        _ pieces: Span<EdgePiece>, _ range: Range<Int>, _ winding: Int32, _ shape: Shape,
        _ cells: inout [Int], _ coverage: inout [UInt32], _ spans: inout [CoverageSpan],
        _ sweep: inout RowSweep
    ) {
        var cells = cells.mutableSpan
        var coverage = coverage.mutableSpan
        let (rule, width) = (shape.rule, shape.width)
        let rightEdge = width << 16
        var (winding, start) = (winding, range.lowerBound)
        var stretch = Stretch(isInside: rule.isInside(winding))
        var order = RowOrder()
        while start < range.upperBound, pieces[start].minX < rightEdge {
            let cluster = Cluster(pieces, start..<range.upperBound, rightEdge: rightEdge)
            let before = winding
            let isInside = rule.isInside(winding)
            let first = cluster.minX >> 16
            if first >= stretch.columns.upperBound {
                stretch.end(at: first, isInside, &cells, &coverage, &spans)
            }
            stretch.grow(to: min(width - 1, cluster.maxX >> 16))
            winding &+= cluster.twist
            // Where pieces beyond the right edge were left out, the rest may not be whole chains; nor
            // where those beyond the left edge were summed up.
            let isWhole = !shape.isCutOnRight || cluster.maxX < rightEdge
            if isWhole, cluster.isChain {
                let isLeaving = isInside
                if isLeaving != rule.isInside(winding) {
                    for index in cluster.range {
                        CoverageRow.add(pieces[index], sign: isLeaving ? -1 : 1, to: &cells)
                    }
                }
            } else if !isWhole || cluster.minX == 0 || cluster.range.count > RowOrder.mostPieces
                || !order.add(pieces, cluster.range, winding: before, rule: rule, to: &cells)
            {
                sweep.sweep(pieces, cluster.range, winding: before, into: &cells)
            }
            start = cluster.range.upperBound
        }
        stretch.end(at: width, rule.isInside(winding), &cells, &coverage, &spans)
    }
}

/// Neighbouring columns that have edges, to be summed up together.
private struct Stretch {
    private(set) var columns = 0..<0
    /// Whether what lies left of them is inside.
    private var wasInside: Bool

    init(isInside: Bool) { wasInside = isInside }

    @inline(__always)
    mutating func grow(to column: Int) {
        columns = columns.lowerBound..<max(columns.upperBound, column + 1)
    }

    /// Sums up, takes the columns from there to the next with edges alike, and goes on from that one.
    @inline(__always)
    mutating func end(
        at next: Int, _ isInside: Bool, _ cells: inout MutableSpan<Int>,
        _ coverage: inout MutableSpan<UInt32>, _ spans: inout [CoverageSpan]
    ) {
        let end = columns.upperBound
        if !columns.isEmpty {
            CoverageRow.resolve(&cells, columns, isInside: wasInside, into: &coverage)
            spans.append(CoverageSpan(start: columns.lowerBound, end: end, isSolid: false))
        }
        if isInside, end < next { spans.append(CoverageSpan(start: end, end: next, isSolid: true)) }
        columns = next..<next
        wasInside = isInside
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

    /// The cluster that begins with the first of some pieces, which are in order of their left ends.
    @inline(__always)
    init(_ pieces: Span<EdgePiece>, _ some: Range<Int>, rightEdge: Int) {
        let start = some.lowerBound
        let first = pieces[start]
        (minX, maxX) = (first.minX, first.maxX)
        var end = start + 1
        var (height, turn) = (Int(first.height), Int(first.height) * Int(first.winding))
        var isOneWay = true
        while end < some.upperBound {
            let piece = pieces[end]
            guard piece.minX <= maxX, piece.minX < rightEdge else { break }
            maxX = max(maxX, piece.maxX)
            isOneWay = isOneWay && piece.winding == first.winding
            height += Int(piece.height)
            turn += Int(piece.height) * Int(piece.winding)
            end += 1
        }
        range = start..<end
        twist = Int32(turn / Int(EdgePiece.fullHeight))
        isChain = isOneWay && height == Int(EdgePiece.fullHeight)
    }
}
