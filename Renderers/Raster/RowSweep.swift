/// Finds, inside one row of pixels, which edges bound the covered region, under either fill rule,
/// however contours overlap and cross.
///
/// Summing signed areas alone counts an overlap twice: two pieces that each cover half of a pixel
/// look like a whole one. So pieces that share cells are swept downwards in bands between their
/// ends. Within a band without crossings the pieces have one order from left to right, the winding
/// number is known between each two, and only a piece with inside on one side and outside on the
/// other bounds the region.
///
///     0 |  +1 \   +2  /  +1   \ 0        only the first and the last
///       |      \     /         \         of these four pieces bound
///
/// A band with a crossing is cut round it, until the crossing lies in a band 1/4096 pixel high,
/// where the order at half height stands for both.
struct RowSweep {
    private let boundary: RowBoundary
    /// The pieces to come, sorted by their upper ends, and those under way.
    private var waiting: [EdgePiece] = []
    private var active: [SweptPiece] = []

    init(rule: FillRule) {
        boundary = RowBoundary(rule: rule)
    }

    /// Adds the boundary of the region that some pieces cover; `winding` is the winding number to the
    /// left of them.
    mutating func sweep(
        _ pieces: Span<EdgePiece>, _ range: Range<Int>, winding: Int32,
        into cells: inout MutableSpan<Int>
    ) {
        waiting.removeAll(keepingCapacity: true)
        active.removeAll(keepingCapacity: true)
        var heights = HeightSet()
        for index in range where pieces[index].winding != 0 {
            let piece = pieces[index]
            waiting.append(piece)
            heights.insert(piece.yTop)
            heights.insert(piece.yBottom)
        }
        sortByTop()
        guard var top = heights.removeFirst() else { return }
        var next = 0
        while let bottom = heights.removeFirst() {
            finish(at: top, &next, &cells)
            while next < waiting.count, waiting[next].yTop <= top {
                active.append(SweptPiece(waiting[next], at: top))
                next += 1
            }
            boundary.sweep(&active, from: top, to: bottom, winding: winding, into: &cells)
            top = bottom
        }
        finish(at: top, &next, &cells)
    }

    private mutating func sortByTop() {
        // Most clusters have a handful of pieces.
        guard waiting.count <= 24 else { return waiting.sort { $0.yTop < $1.yTop } }
        var span = waiting.mutableSpan
        span.insertionSort(span.indices) { Int($0.yTop) }
    }

    /// Draws the pieces that end here and drops them, or puts in their places those that go on.
    private mutating func finish(
        at y: Int32, _ next: inout Int, _ cells: inout MutableSpan<Int>
    ) {
        var kept = 0
        for index in active.indices {
            guard active[index].piece.yBottom == y else {
                if kept != index { active[kept] = active[index] }
                kept += 1
                continue
            }
            boundary.draw(active[index], to: y, into: &cells)
            if next < waiting.count, waiting[next].yTop == y,
                waiting[next].xTop == active[index].piece.xBottom
            {
                active[kept] = SweptPiece(waiting[next], at: y)
                next += 1
                kept += 1
            }
        }
        if kept < active.count { active.removeLast(active.count - kept) }
    }
}

extension FillRule {
    /// Whether points with this winding number are inside.
    @inline(__always) func isInside(_ winding: Int32) -> Bool {
        switch self {
        case .nonZero: winding != 0
        case .evenOdd: winding & 1 != 0
        }
    }
}

/// A set of heights in a row of pixels, whole multiples of 1/256, taken out in order.
private struct HeightSet {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private var hasBottom = false

    mutating func insert(_ y: Int32) {
        let height = y >> 8
        let bit: UInt64 = 1 << UInt64(height & 63)
        switch height >> 6 {
        case 0: words.0 |= bit
        case 1: words.1 |= bit
        case 2: words.2 |= bit
        case 3: words.3 |= bit
        default: hasBottom = true
        }
    }

    mutating func removeFirst() -> Int32? {
        func take(_ word: inout UInt64, _ base: Int32) -> Int32? {
            guard word != 0 else { return nil }
            let bit = Int32(word.trailingZeroBitCount)
            word &= word - 1
            return (base + bit) << 8
        }
        if let height = take(&words.0, 0) ?? take(&words.1, 64) ?? take(&words.2, 128)
            ?? take(&words.3, 192)
        {
            return height
        }
        defer { hasBottom = false }
        return hasBottom ? 65536 : nil
    }
}
