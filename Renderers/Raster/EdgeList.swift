/// A straight edge on the subpixel grid, upper end first, relative to the left edge of the clip.
struct Edge {
    var x0: Int32
    var y0: Int32
    var x1: Int32
    var y1: Int32
    /// +1 where the outline ran down, -1 where it ran up, 0 for a level edge.
    var winding: Int32
    /// Another edge that begins in the same row, by its place in the list; -1 for none.
    var next: Int32 = -1

    /// Where the edge is at a row's border, in 1/65536 pixel.
    ///
    /// Worked out from the ends alone, never step by step, so the answer does not depend on where
    /// the clip starts.
    @inline(__always)
    func x(atY y: Int) -> Int {
        // A level edge has its lower end where it has its upper one.
        let dy = max(1, Int(y1) &- Int(y0))
        let dx = Int(x1) &- Int(x0)
        let moved = y1 == y0 ? dx : dx &* (y &- Int(y0))
        // All but edges of a hundred thousand pixels: one division does.
        if moved.magnitude < 1 << 54 { return Int(x0) << 8 + (moved << 8) / dy }
        let (whole, rest) = moved.quotientAndRemainder(dividingBy: dy)
        return ((Int(x0) + whole) << 8) + (rest << 8) / dy
    }
}

/// The edges of an outline that can touch a clip, linked by the row in which they begin.
///
/// What lies above, below or to the right of the clip is left out; what lies to the left stays, for
/// it still winds round what follows. Coordinates are held within ±2³⁰ (four million pixels), so
/// that products fit 64 bits.
struct EdgeList {
    /// In the order of the outline.
    private(set) var edges: [Edge] = []
    /// For each row of the clip, one of the edges that begin there, which leads on to the others; -1
    /// for none.
    private(set) var firstInRow: [Int32] = []
    /// The rows of the clip that the edges touch.
    private(set) var rows: Range<Int> = 0..<0

    private let clip: PixelBounds

    init(_ path: Path, clip: PixelBounds) {
        self.clip = clip
        guard !clip.isEmpty else { return }
        edges.reserveCapacity(path.elements.count + 1)
        collect(path)
        linkRows()
    }

    // MARK: Collecting

    private mutating func collect(_ path: Path) {
        var start = SubpixelPoint(x: 0, y: 0)
        var point = start
        for element in path.elements {
            switch element {
            case .move(let to):
                add(point, start)
                (start, point) = (to, to)
            case .line(let to):
                add(point, to)
                point = to
            case .quadratic(let control, let to):
                if mayTouchClip(point, control, to, to) {
                    var last = point
                    CurveFlattening.quadratic(from: point, control, to: to) {
                        add(last, $0)
                        last = $0
                    }
                } else {
                    add(point, to)
                }
                point = to
            case .cubic(let first, let second, let to):
                if mayTouchClip(point, first, second, to) {
                    var last = point
                    CurveFlattening.cubic(from: point, first, second, to: to) {
                        add(last, $0)
                        last = $0
                    }
                } else {
                    add(point, to)
                }
                point = to
            case .close:
                add(point, start)
                point = start
            }
        }
        add(point, start)
    }

    /// Whether a curve of these points can enter the clip; if not, its chord winds the same.
    private func mayTouchClip(
        _ a: SubpixelPoint, _ b: SubpixelPoint, _ c: SubpixelPoint, _ d: SubpixelPoint
    ) -> Bool {
        let (left, right) = (clip.minX << 8, clip.maxX << 8)
        let (top, bottom) = (clip.minY << 8, clip.maxY << 8)
        return Int(min(a.x, b.x, c.x, d.x)) < right && Int(max(a.x, b.x, c.x, d.x)) > left
            && Int(min(a.y, b.y, c.y, d.y)) < bottom && Int(max(a.y, b.y, c.y, d.y)) > top
    }

    private mutating func add(_ from: SubpixelPoint, _ to: SubpixelPoint) {
        let (upper, lower) = from.y <= to.y ? (from, to) : (to, from)
        let (left, top) = (clip.minX << 8, clip.minY << 8)
        let isLevel = upper.y == lower.y
        guard Int(upper.y) < clip.maxY << 8, Int(min(from.x, to.x)) < clip.maxX << 8 else { return }
        if isLevel {
            // A level edge has no area. It matters only inside a row, where it ties together the
            // edges at its two ends; on a row's border those begin and end with the row.
            guard upper.y & 255 != 0, Int(upper.y) > top, Int(max(from.x, to.x)) > left,
                from.x != to.x
            else { return }
        } else {
            guard Int(lower.y) > top else { return }
        }
        edges.append(
            Edge(
                x0: Self.held(Int(upper.x) - left), y0: Self.held(Int(upper.y)),
                x1: Self.held(Int(lower.x) - left), y1: Self.held(Int(lower.y)),
                winding: isLevel ? 0 : from.y < to.y ? 1 : -1))
    }

    private static func held(_ value: Int) -> Int32 {
        Int32(max(-1 << 30, min(1 << 30, value)))
    }

    // MARK: Rows

    private mutating func linkRows() {
        guard !edges.isEmpty else { return }
        firstInRow = [Int32](repeating: -1, count: clip.maxY - clip.minY)
        let reach = Self.link(&edges, in: &firstInRow, top: clip.minY)
        let first = reach.firstRow + clip.minY
        rows = first..<max(first, min(clip.maxY, (reach.lastY + 255) >> 8))
    }

    private static func link(
        _ edges: inout [Edge], in firstInRow: inout [Int32], top: Int
    ) -> (firstRow: Int, lastY: Int) {
        var edges = edges.mutableSpan
        var firstInRow = firstInRow.mutableSpan
        var (firstRow, lastY) = (Int.max, Int.min)
        // From the last on, so that each row leads through its edges in the outline's order: letters
        // of a line come from left to right.
        for index in stride(from: edges.count - 1, through: 0, by: -1) {
            let row = max(Int(edges[index].y0) >> 8, top) - top
            edges[index].next = firstInRow[row]
            firstInRow[row] = Int32(index)
            firstRow = min(firstRow, row)
            lastY = max(lastY, Int(edges[index].y1))
        }
        return (firstRow, lastY)
    }
}
