/// The order of a few pieces of a row that do not cross, found pair by pair, without cutting the row.
///
/// Where no piece crosses or touches another but at ends that they share, the winding number beside a
/// piece is one along all of it, and what it is at the piece's top follows from who stands to the left
/// there. So a thin line or a dash, two or three sides of which share most of its pixels, is added
/// piece by piece; only where outlines cross is a row swept in bands. All pieces must be there that hang
/// together with these: where a contour breaks off, the winding number changes beside the others.
struct RowOrder {
    /// Pieces up to which all pairs cost less than a sweep.
    static let mostPieces = 12

    /// The winding number to the left of each piece at its top.
    private var windings = [12 of Int32](repeating: 0)

    /// Adds the boundary of the region that some pieces cover, unless they cross or touch: then it adds
    /// nothing and says so. `winding` is the winding number to the left of all.
    @inline(__always)
    mutating func add(
        _ pieces: Span<EdgePiece>, _ range: Range<Int>, winding: Int32, rule: FillRule,
        to cells: inout MutableSpan<Int>
    ) -> Bool {
        let start = range.lowerBound
        for index in range {
            windings[index &- start] = winding
            for other in start..<index {
                guard let order = pieces[other].order(beside: pieces[index]) else { return false }
                if order.isLeft {
                    windings[index &- start] &+= order.turn
                } else {
                    windings[other &- start] &+= order.turn
                }
            }
        }
        for index in range {
            let before = rule.isInside(windings[index &- start])
            let after = rule.isInside(windings[index &- start] &+ pieces[index].winding)
            if before != after { CoverageRow.add(pieces[index], sign: after ? 1 : -1, to: &cells) }
        }
        return true
    }
}

extension EdgePiece {
    /// Whether this piece stands to the left of another, and how the left one turns the winding number
    /// at the right one's top: not at all if it does not stand beside it.
    ///
    /// Nil where they cross, or touch but at an end of both.
    @inline(__always)
    fileprivate func order(beside other: EdgePiece) -> (isLeft: Bool, turn: Int32)? {
        let (top, bottom) = (max(yTop, other.yTop), min(yBottom, other.yBottom))
        if top >= bottom { return isBeside(other) ? (true, 0) : nil }
        let isLeft: Bool
        if maxX < other.minX {
            isLeft = true
        } else {
            let above = yTop == top ? -other.side(xTop, top) : side(other.xTop, top)
            let below =
                yBottom == bottom ? -other.side(xBottom, bottom) : side(other.xBottom, bottom)
            guard above != 0 || yTop == other.yTop, below != 0 || yBottom == other.yBottom,
                (above | below) != 0, above == 0 || below == 0 || (above > 0) == (below > 0)
            else { return nil }
            isLeft = above > 0 || below > 0
        }
        if isLeft { return (true, yTop <= other.yTop ? winding : 0) }
        return (false, other.yTop <= yTop ? other.winding : 0)
    }

    /// Positive for a point to the right of the piece, at a height within it.
    @inline(__always)
    private func side(_ x: Int, _ y: Int32) -> Int {
        (x &- xTop) &* Int(height) &- (xBottom &- xTop) &* Int(y &- yTop)
    }

    /// Whether a level edge lies to one side of another piece; pieces that are none and have no height in
    /// common do anyway.
    @inline(__always)
    private func isBeside(_ other: EdgePiece) -> Bool {
        func isClear(_ level: EdgePiece, of piece: EdgePiece) -> Bool {
            guard level.height == 0, level.yTop > piece.yTop, level.yTop < piece.yBottom else {
                return true
            }
            let ends = (piece.side(level.xTop, level.yTop), piece.side(level.xBottom, level.yTop))
            return ends.0 > 0 && ends.1 > 0 || ends.0 < 0 && ends.1 < 0
        }
        return isClear(self, of: other) && isClear(other, of: self)
    }
}
