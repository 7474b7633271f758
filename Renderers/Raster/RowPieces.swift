/// The pieces of the edges that pass the row at hand, from left to right.
///
/// From row to row the order hardly changes, so it is kept and mended. Where pieces begin at the same
/// place, the order of the outline parts them, so that it does not matter where the clip starts.
struct RowPieces {
    /// The pieces, and behind them room for more.
    private(set) var pieces: [EdgePiece] = []
    private(set) var count = 0
    /// Those of edges that begin in the row.
    private var begun: [EdgePiece] = []

    /// Goes to the row whose top is at `top`, in 1/256 pixel: forgets the edges that ended above, and
    /// takes up those that begin here.
    mutating func goTo(_ top: Int, in list: EdgeList, firstEdge: Int32) {
        Self.advance(&pieces, &count, to: top, list.edges.span)
        guard firstEdge >= 0 else { return }
        Self.begin(firstEdge, at: top, list.edges.span, &begun)
        guard let filler = begun.first else { return }
        while pieces.count < count + begun.count { pieces.append(filler) }
        Self.merge(begun, into: &pieces, &count)
        begun.removeAll(keepingCapacity: true)
    }

    /// Takes up the edges that begin above a height, in 1/256 pixel, and reach below it, as if the row
    /// above it had been met.
    mutating func takeUp(above top: Int, in list: EdgeList) {
        let edges = list.edges.span
        for index in edges.indices {
            let edge = edges[index]
            guard Int(edge.y0) < top, Int(edge.y1) > top else { continue }
            pieces.append(
                EdgePiece(
                    xTop: 0, xBottom: edge.x(atY: top), yTop: 0, yBottom: EdgePiece.fullHeight,
                    winding: edge.winding, edge: Int32(index)))
        }
        count = pieces.count
    }

    private static func advance(
        _ pieces: inout [EdgePiece], _ count: inout Int, to top: Int, _ edges: Span<Edge>
    ) {
        var span = pieces.mutableSpan
        var (kept, isOrdered) = (0, true)
        for index in 0..<count {
            var piece = span[index]
            let edge = edges[Int(piece.edge)]
            guard Int(edge.y1) > top else { continue }
            piece.xTop = piece.xBottom
            piece.yTop = 0
            piece.end(edge, rowTop: top)
            isOrdered = isOrdered && (kept == 0 || !(piece < span[kept &- 1]))
            span[kept] = piece
            kept &+= 1
        }
        count = kept
        if !isOrdered { sort(&pieces, count: kept) }
    }

    private static func begin(
        _ first: Int32, at top: Int, _ edges: Span<Edge>, _ begun: inout [EdgePiece]
    ) {
        var next = first
        while next >= 0 {
            let edge = edges[Int(next)]
            let start = max(top, Int(edge.y0))
            var piece = EdgePiece(
                xTop: start == Int(edge.y0) ? Int(edge.x0) << 8 : edge.x(atY: start), xBottom: 0,
                yTop: Int32(truncatingIfNeeded: start &- top) << 8, yBottom: 0,
                winding: edge.winding, edge: next)
            piece.end(edge, rowTop: top)
            begun.append(piece)
            next = edge.next
        }
        sort(&begun, count: begun.count)
    }

    /// Puts the new pieces in among the old ones, from the right.
    private static func merge(
        _ begun: [EdgePiece], into pieces: inout [EdgePiece], _ count: inout Int
    ) {
        var span = pieces.mutableSpan
        let begun = begun.span
        var old = count
        var place = count + begun.count
        count = place
        for index in stride(from: begun.count - 1, through: 0, by: -1) {
            let piece = begun[index]
            while old > 0, piece < span[old &- 1] {
                (old, place) = (old &- 1, place &- 1)
                span[place] = span[old]
            }
            place &-= 1
            span[place] = piece
        }
    }

    /// Sorts the first pieces, which are nearly in order, or few.
    private static func sort(_ pieces: inout [EdgePiece], count: Int) {
        var moves = 32 * count
        var span = pieces.mutableSpan
        for index in (0..<count).dropFirst() {
            let piece = span[index]
            var place = index
            while place > 0, piece < span[place &- 1] {
                span[place] = span[place &- 1]
                place &-= 1
            }
            if place != index { span[place] = piece }
            moves -= index - place
            if moves < 0 { break }
        }
        // A tangle.
        if moves < 0 { pieces[..<count].sort(by: <) }
    }
}

extension EdgePiece {
    /// Sets the lower end: that of the edge, or that of the row.
    @inline(__always)
    fileprivate mutating func end(_ edge: Edge, rowTop top: Int) {
        // Without a branch: whether an edge ends in a row cannot be foretold.
        let bottom = min(Int(edge.y1), top &+ 256)
        yBottom = Int32(truncatingIfNeeded: bottom &- top) << 8
        xBottom = edge.x(atY: bottom)
    }

    /// By the left ends; what lies left of the clip as a whole stands before all others.
    @inline(__always)
    fileprivate static func < (a: EdgePiece, b: EdgePiece) -> Bool {
        let (x, other) = (a.place, b.place)
        return x != other ? x < other : a.edge < b.edge
    }

    @inline(__always)
    private var place: Int { isLeftOfClip ? -1 : minX }

    /// Whether nothing of it lies right of the left edge of the clip.
    @inline(__always)
    var isLeftOfClip: Bool { xTop <= 0 && xBottom <= 0 }
}
