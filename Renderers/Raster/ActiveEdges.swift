/// An edge that passes the row at hand, with its piece there.
struct ActiveEdge {
    private(set) var piece: EdgePiece
    /// Where it stands in the row: the piece's left end, and before all others what lies left of the
    /// clip as a whole.
    private(set) var place: Int
    private let edge: Edge
    /// Its place in the outline, which parts what stands at the same place.
    private let index: Int32

    /// An edge that begins in the row, or above the clip.
    init(_ edge: Edge, index: Int32, top: Int) {
        self.edge = edge
        self.index = index
        let start = max(top, Int(edge.y0))
        let x = start == Int(edge.y0) ? Int(edge.x0) << 8 : edge.x(atY: start)
        piece = EdgePiece(
            xTop: x, xBottom: x, yTop: Int32(start - top) << 8, yBottom: 0, winding: edge.winding)
        place = 0
        cut(top: top)
    }

    /// Whether there is nothing of it below a height, in 1/256 pixel.
    func ends(above y: Int) -> Bool { Int(edge.y1) <= y }

    /// Goes from the row before to the one that begins at `top`.
    @inline(__always)
    mutating func advance(to top: Int) {
        piece.xTop = piece.xBottom
        piece.yTop = 0
        cut(top: top)
    }

    @inline(__always)
    private mutating func cut(top: Int) {
        let bottom = min(top + 256, Int(edge.y1))
        piece.yBottom = Int32(bottom - top) << 8
        piece.xBottom = edge.winding == 0 ? Int(edge.x1) << 8 : edge.x(atY: bottom)
        place = piece.maxX == 0 ? -1 : piece.minX
    }

    @inline(__always)
    static func < (a: ActiveEdge, b: ActiveEdge) -> Bool {
        a.place != b.place ? a.place < b.place : a.index < b.index
    }
}

/// The edges that pass the row at hand, from left to right.
///
/// From row to row the order hardly changes, so it is kept and mended.
struct ActiveEdges {
    /// The edges, and behind them room for those of the next row.
    private(set) var edges: [ActiveEdge] = []
    private(set) var count = 0
    /// Those that begin in the row.
    private var begun: [ActiveEdge] = []

    /// Goes to the row whose top is at `top`, in 1/256 pixel: forgets the edges that ended above, and
    /// takes up those that begin here, linked from `first` on.
    mutating func goTo(_ top: Int, adding first: Int32, of list: borrowing EdgeList) {
        let passed = count
        var kept = 0
        var isOrdered = true
        var span = edges.mutableSpan
        for index in 0..<passed where !span[index].ends(above: top) {
            var edge = span[index]
            edge.advance(to: top)
            if kept > 0, edge < span[kept - 1] { isOrdered = false }
            span[kept] = edge
            kept += 1
        }
        count = kept
        if !isOrdered { Self.sort(&edges, 0..<kept) }
        if first >= 0 { add(first, of: list, top: top) }
    }

    private mutating func add(_ first: Int32, of list: borrowing EdgeList, top: Int) {
        var next = first
        while next >= 0 {
            let edge = list.edges[Int(next)]
            begun.append(ActiveEdge(edge, index: next, top: top))
            next = edge.next
        }
        Self.sort(&begun, begun.indices)
        while edges.count < count + begun.count { edges.append(begun[0]) }
        merge()
        begun.removeAll(keepingCapacity: true)
    }

    /// Puts the new edges in among the old ones, from the right.
    private mutating func merge() {
        let new = begun
        var old = count
        count += new.count
        var place = count
        var span = edges.mutableSpan
        for edge in new.reversed() {
            while old > 0, edge < span[old - 1] {
                (old, place) = (old - 1, place - 1)
                span[place] = span[old]
            }
            place -= 1
            span[place] = edge
        }
    }

    private static func sort(_ edges: inout [ActiveEdge], _ range: Range<Int>) {
        var span = edges.mutableSpan
        var moves = 32 * range.count
        for index in range.dropFirst() {
            let edge = span[index]
            var place = index
            while place > range.lowerBound, edge < span[place - 1] {
                span[place] = span[place - 1]
                place -= 1
            }
            span[place] = edge
            moves -= index - place
            // A tangle: what is in order so far stays.
            if moves < 0 { return edges[range].sort(by: <) }
        }
    }
}
