/// A piece on its way down a row, as one band after the other meets it.
struct SweptPiece {
    let piece: EdgePiece
    /// At the top and bottom of the band, in 1/65536 pixel.
    private(set) var xTop: Int
    private(set) var xBottom: Int
    private var top: Int32
    private var bottom: Int32
    /// The left end in the band of this piece and of all after it.
    fileprivate var restMinX = 0
    /// What is being drawn of the piece: since which height, with which sign (0: nothing).
    fileprivate var start: Int32
    fileprivate var sign: Int32 = 0

    init(_ piece: EdgePiece, at y: Int32) {
        self.piece = piece
        (xTop, xBottom) = (piece.xTop, piece.xTop)
        (top, bottom, start) = (piece.yTop, piece.yTop, y)
    }

    /// Goes to a band; most begin where the last one ended.
    fileprivate mutating func place(_ top: Int32, _ bottom: Int32) {
        if self.top != top {
            xTop = self.bottom == top ? xBottom : piece.x(at: top)
            self.top = top
        }
        if self.bottom != bottom {
            xBottom = piece.x(at: bottom)
            self.bottom = bottom
        }
    }

    fileprivate var minX: Int { min(xTop, xBottom) }
    fileprivate var maxX: Int { max(xTop, xBottom) }
    /// Twice where it is at half the band's height.
    fileprivate var middle: Int { xTop + xBottom }
}

/// The boundary of the covered region in one row, found band by band.
///
/// Inside it the pieces are a span: an array would be asked at every step whether it is shared.
struct RowBoundary {
    let rule: FillRule

    /// Takes the pieces that pass a band, between two heights; `winding` is the winding number to
    /// the left of them.
    func sweep(
        _ pieces: inout [SweptPiece], from top: Int32, to bottom: Int32, winding: Int32,
        into cells: inout MutableSpan<Int>
    ) {
        var span = pieces.mutableSpan
        sweepBand(&span, span.indices, top, bottom, winding, &cells)
    }

    /// One band: in most, no pieces cross.
    private func sweepBand(
        _ pieces: inout MutableSpan<SweptPiece>, _ range: Range<Int>, _ top: Int32,
        _ bottom: Int32, _ winding: Int32, _ cells: inout MutableSpan<Int>
    ) {
        for index in range { pieces[index].place(top, bottom) }
        // From band to band the order hardly changes.
        pieces.insertionSort(range) { $0.middle }
        var isUncrossed = true
        for index in range.dropFirst() {
            isUncrossed =
                isUncrossed && pieces[index - 1].xTop <= pieces[index].xTop
                && pieces[index - 1].xBottom <= pieces[index].xBottom
        }
        if isUncrossed {
            setSigns(&pieces, range, top, winding, &cells)
        } else {
            sweepGroups(&pieces, range, top, bottom, winding, &cells)
        }
    }

    /// A band where pieces cross: neighbours that overlap from left to right are taken together.
    private func sweepGroups(
        _ pieces: inout MutableSpan<SweptPiece>, _ range: Range<Int>, _ top: Int32,
        _ bottom: Int32, _ winding: Int32, _ cells: inout MutableSpan<Int>
    ) {
        var restMinX = Int.max
        for index in range.reversed() {
            restMinX = min(restMinX, pieces[index].minX)
            pieces[index].restMinX = restMinX
        }
        var (start, winding) = (range.lowerBound, winding)
        while start < range.upperBound {
            var end = start + 1
            var maxX = pieces[start].maxX
            while end < range.upperBound, pieces[end].restMinX < maxX {
                maxX = max(maxX, pieces[end].maxX)
                end += 1
            }
            sweepGroup(&pieces, start..<end, top, bottom, winding, &cells)
            for index in start..<end { winding += pieces[index].piece.winding }
            start = end
        }
    }

    /// A group of neighbours, cut round where they cross.
    private func sweepGroup(
        _ pieces: inout MutableSpan<SweptPiece>, _ range: Range<Int>, _ top: Int32,
        _ bottom: Int32, _ winding: Int32, _ cells: inout MutableSpan<Int>
    ) {
        if range.count > 1 {
            if isAllInside(pieces, range, winding) {
                for index in range { setSign(0, of: &pieces[index], at: top, &cells) }
                return
            }
            // A scribble of n pieces in one spot may cross n² times: there 1/256 pixel must do.
            // Finer than 1/4096, the rounding of x to 1/65536 decides where a crossing is, so that
            // it comes out otherwise when the picture is cut elsewhere (21 of 5,000 random cuts,
            // now none).
            let finest: Int32 = range.count > 64 ? 256 : 16
            if bottom - top > finest, let crossing = crossing(pieces, range, top, bottom, finest) {
                let after = crossing + finest
                if top < crossing { sweepBand(&pieces, range, top, crossing, winding, &cells) }
                sweepBand(&pieces, range, crossing, after, winding, &cells)
                if after < bottom { sweepBand(&pieces, range, after, bottom, winding, &cells) }
                return
            }
        }
        setSigns(&pieces, range, top, winding, &cells)
    }

    /// From here on, pieces bound the region by the order in which they stand.
    @inline(__always)
    private func setSigns(
        _ pieces: inout MutableSpan<SweptPiece>, _ range: Range<Int>, _ top: Int32,
        _ winding: Int32, _ cells: inout MutableSpan<Int>
    ) {
        var winding = winding
        for index in range {
            let before = rule.isInside(winding)
            winding &+= pieces[index].piece.winding
            let after = rule.isInside(winding)
            setSign(before == after ? 0 : after ? 1 : -1, of: &pieces[index], at: top, &cells)
        }
    }

    /// Whether all between some neighbours is inside, in whatever order they come: then none
    /// bounds the region, and where they cross does not matter. So it is inside a broad line.
    private func isAllInside(
        _ pieces: borrowing MutableSpan<SweptPiece>, _ range: Range<Int>, _ winding: Int32
    ) -> Bool {
        guard rule == .nonZero, winding != 0 else { return false }
        var farthest = winding
        for index in range {
            let turn = pieces[index].piece.winding
            if (turn < 0) == (winding > 0) { farthest += turn }
        }
        return (farthest > 0) == (winding > 0) && farthest != 0
    }

    /// About where the first two neighbours that change places do so: a whole number of finest
    /// heights from the row's top, at least one of them above the band's bottom.
    private func crossing(
        _ pieces: borrowing MutableSpan<SweptPiece>, _ range: Range<Int>, _ top: Int32,
        _ bottom: Int32, _ finest: Int32
    ) -> Int32? {
        for index in range.dropFirst() {
            let above = pieces[index].xTop - pieces[index - 1].xTop
            let below = pieces[index].xBottom - pieces[index - 1].xBottom
            guard above < 0 || below < 0 else { continue }
            let y = Int(top) + Int(bottom - top) * above / (above - below)
            return max(top, min(bottom - finest, Int32(y) / finest * finest))
        }
        return nil
    }

    // MARK: Drawing

    @inline(__always)
    private func setSign(
        _ sign: Int32, of piece: inout SweptPiece, at y: Int32, _ cells: inout MutableSpan<Int>
    ) {
        guard sign != piece.sign else { return }
        draw(piece, to: y, into: &cells)
        piece.start = y
        piece.sign = sign
    }

    /// Adds what bounds the region of a piece, from where its sign was set.
    func draw(_ swept: SweptPiece, to y: Int32, into cells: inout MutableSpan<Int>) {
        guard swept.sign != 0, swept.start < y else { return }
        CoverageRow.add(
            swept.piece, from: swept.start, to: y, sign: Int(swept.sign), to: &cells)
    }
}

extension MutableSpan {
    /// A stable sort for a few elements, or for more that are nearly in order.
    @inline(__always)
    mutating func insertionSort(_ range: Range<Int>, by key: (Element) -> Int) {
        for index in range.dropFirst() {
            let element = self[index]
            let elementKey = key(element)
            var place = index
            while place > range.lowerBound, key(self[place - 1]) > elementKey {
                self[place] = self[place - 1]
                place -= 1
            }
            if place != index { self[place] = element }
        }
    }
}
