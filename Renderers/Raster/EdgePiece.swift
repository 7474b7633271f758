/// The part of an edge inside one row of pixels.
struct EdgePiece {
    /// At the upper end, in 1/65536 pixel from the left edge of the clip.
    var xTop: Int
    /// At the lower end, in 1/65536 pixel from the left edge of the clip.
    var xBottom: Int
    /// The upper end, 0...65536 in the row, as is the lower one.
    var yTop: Int32
    /// The lower end; the same as the upper one for a level edge.
    var yBottom: Int32
    /// How the winding number changes from left to right.
    var winding: Int32
    /// The edge it is of, by its place in the outline.
    var edge: Int32

    /// The height of a row.
    static let fullHeight: Int32 = 65536

    var height: Int32 { yBottom - yTop }

    /// Its left end, in 1/65536 pixel; what lies left of the clip counts as standing on its edge.
    var minX: Int { max(0, min(xTop, xBottom)) }
    /// Its right end, as its left one.
    var maxX: Int { max(0, xTop, xBottom) }

    /// Where the piece is at a height within it, in 1/65536 pixel.
    func x(at y: Int32) -> Int {
        if y == yTop { return xTop }
        if y == yBottom { return xBottom }
        return xTop + (xBottom - xTop) * Int(y - yTop) / Int(height)
    }

    /// Where the piece crosses a column's edge, in 1/65536 of the row, held between two heights.
    ///
    /// Worked out from the whole piece, whatever part of it is drawn: so a pixel comes out the same
    /// when the picture is cut next to it.
    func height(atColumnEdge x: Int, between a: Int, _ b: Int) -> Int {
        let y = Int(yTop) + (x - xTop) * Int(height) / (xBottom - xTop)
        return max(min(a, b), min(max(a, b), y))
    }
}
