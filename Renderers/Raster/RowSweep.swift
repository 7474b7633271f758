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
    private struct Active {
        var piece: Int
        /// At the top and bottom of the band, in 1/65536 pixel.
        var xTop: Int
        var xBottom: Int
        /// What is being drawn of the piece: since which height, with which sign (0: nothing).
        var start: Int32
        var sign: Int

        /// The left end in the band of this piece and of all after it.
        var restMinX = 0

        var minX: Int { min(xTop, xBottom) }
        var maxX: Int { max(xTop, xBottom) }
    }

    private var active: [Active] = []
    private var heights = HeightSet()

    /// Adds to `row` the boundary of the region that `pieces` cover, sorted by their upper ends.
    mutating func sweep(
        _ pieces: ArraySlice<EdgePiece>, winding: Int32, rule: FillRule, into row: inout CoverageRow
    ) {
        heights.removeAll()
        for piece in pieces where piece.winding != 0 {
            heights.insert(piece.yTop)
            heights.insert(piece.yBottom)
        }
        var next = pieces.startIndex
        guard var top = heights.removeFirst() else { return }
        while let bottom = heights.removeFirst() {
            finish(at: top, pieces, into: &row)
            while next < pieces.endIndex, pieces[next].yTop <= top {
                if pieces[next].winding != 0 {
                    let x = pieces[next].xTop
                    active.append(Active(piece: next, xTop: x, xBottom: x, start: top, sign: 0))
                }
                next += 1
            }
            sweepBand(active.indices, top, bottom, pieces, winding, rule, into: &row)
            top = bottom
        }
        finish(at: top, pieces, into: &row)
    }

    /// Draws and drops the pieces that end here.
    private mutating func finish(
        at y: Int32, _ pieces: ArraySlice<EdgePiece>, into row: inout CoverageRow
    ) {
        var kept = 0
        for index in active.indices {
            let entry = active[index]
            if pieces[entry.piece].yBottom == y {
                draw(entry, to: y, pieces, into: &row)
            } else {
                active[kept] = entry
                kept += 1
            }
        }
        active.removeSubrange(kept...)
    }

    /// One band: neighbours that overlap from left to right are taken together.
    private mutating func sweepBand(
        _ range: Range<Int>, _ top: Int32, _ bottom: Int32, _ pieces: ArraySlice<EdgePiece>,
        _ winding: Int32, _ rule: FillRule, into row: inout CoverageRow
    ) {
        for index in range {
            let piece = pieces[active[index].piece]
            active[index].xTop = piece.x(at: top)
            active[index].xBottom = piece.x(at: bottom)
        }
        sortByMiddle(range)
        var restMinX = Int.max
        for index in range.reversed() {
            restMinX = min(restMinX, active[index].minX)
            active[index].restMinX = restMinX
        }
        var (start, winding) = (range.lowerBound, winding)
        while start < range.upperBound {
            var end = start + 1
            var maxX = active[start].maxX
            while end < range.upperBound, active[end].restMinX < maxX {
                maxX = max(maxX, active[end].maxX)
                end += 1
            }
            sweepGroup(start..<end, top, bottom, pieces, winding, rule, into: &row)
            for index in start..<end { winding += pieces[active[index].piece].winding }
            start = end
        }
    }

    /// A group of neighbours, cut round where they cross.
    private mutating func sweepGroup(
        _ range: Range<Int>, _ top: Int32, _ bottom: Int32, _ pieces: ArraySlice<EdgePiece>,
        _ winding: Int32, _ rule: FillRule, into row: inout CoverageRow
    ) {
        // A scribble of n pieces in one spot may cross n² times: there 1/256 pixel must do. Finer
        // than 1/4096, the rounding of x to 1/65536 decides where a crossing is, so that it comes
        // out otherwise when the picture is cut elsewhere (21 of 5,000 random cuts, now none).
        let finest: Int32 = range.count > 64 ? 256 : 16
        if range.count > 1, isAllInside(range, pieces, winding, rule) {
            for index in range { setSign(0, of: index, at: top, pieces, into: &row) }
            return
        }
        if bottom - top > finest, let crossing = crossing(range, top, bottom, finest) {
            for (from, to) in [
                (top, crossing), (crossing, crossing + finest), (crossing + finest, bottom),
            ] where from < to {
                sweepBand(range, from, to, pieces, winding, rule, into: &row)
            }
            return
        }
        var winding = winding
        for index in range {
            let before = rule.isInside(winding)
            winding += pieces[active[index].piece].winding
            let after = rule.isInside(winding)
            let sign = before == after ? 0 : after ? 1 : -1
            setSign(sign, of: index, at: top, pieces, into: &row)
        }
    }

    /// Whether all between some neighbours is inside, in whatever order they come: then none
    /// bounds the region, and where they cross does not matter. So it is inside a broad line.
    private func isAllInside(
        _ range: Range<Int>, _ pieces: ArraySlice<EdgePiece>, _ winding: Int32, _ rule: FillRule
    ) -> Bool {
        guard rule == .nonZero, winding != 0 else { return false }
        var farthest = winding
        for index in range {
            let turn = pieces[active[index].piece].winding
            if (turn < 0) == (winding > 0) { farthest += turn }
        }
        return (farthest > 0) == (winding > 0) && farthest != 0
    }

    /// Insertion sort: from band to band the order hardly changes.
    private mutating func sortByMiddle(_ range: Range<Int>) {
        for index in range.dropFirst() {
            let entry = active[index]
            let key = entry.xTop + entry.xBottom
            var place = index
            while place > range.lowerBound,
                active[place - 1].xTop + active[place - 1].xBottom > key
            {
                active[place] = active[place - 1]
                place -= 1
            }
            if place != index { active[place] = entry }
        }
    }

    /// About where the first two neighbours that change places do so: a whole number of finest
    /// heights from the row's top, at least one of them above the band's bottom.
    private func crossing(
        _ range: Range<Int>, _ top: Int32, _ bottom: Int32, _ finest: Int32
    ) -> Int32? {
        for index in range.dropFirst() {
            let (left, right) = (active[index - 1], active[index])
            let (above, below) = (right.xTop - left.xTop, right.xBottom - left.xBottom)
            guard above < 0 || below < 0 else { continue }
            let y = Int(top) + Int(bottom - top) * above / (above - below)
            return max(top, min(bottom - finest, Int32(y) / finest * finest))
        }
        return nil
    }

    private mutating func setSign(
        _ sign: Int, of index: Int, at y: Int32, _ pieces: ArraySlice<EdgePiece>,
        into row: inout CoverageRow
    ) {
        guard sign != active[index].sign else { return }
        draw(active[index], to: y, pieces, into: &row)
        active[index].start = y
        active[index].sign = sign
    }

    private func draw(
        _ entry: Active, to y: Int32, _ pieces: ArraySlice<EdgePiece>, into row: inout CoverageRow
    ) {
        guard entry.sign != 0, entry.start < y else { return }
        row.add(pieces[entry.piece], from: entry.start, to: y, sign: entry.sign)
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

    mutating func removeAll() { self = HeightSet() }

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
