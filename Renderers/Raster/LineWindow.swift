/// The part of the plane in which a line's middle must be for any of its width to be seen.
struct LineWindow {
    /// Left, top, right and bottom, in 1/256 pixel; nil for the whole plane.
    private let edges: (left: Double, top: Double, right: Double, bottom: Double)?

    init(_ pixels: PixelBounds?, _ stroke: Stroke) {
        guard let pixels else {
            edges = nil
            return
        }
        // A miter reaches 4 half widths, a square cap the root of 2; a pixel more for rounding.
        let reach = Double(stroke.width) * (stroke.join == .miter ? 2 : 0.75) + 256
        edges = (
            Double(pixels.minX) * 256 - reach, Double(pixels.minY) * 256 - reach,
            Double(pixels.maxX) * 256 + reach, Double(pixels.maxY) * 256 + reach
        )
    }

    /// Whether a point is inside.
    func contains(_ point: SubpixelPoint) -> Bool {
        guard let edges else { return true }
        let (x, y) = (Double(point.x), Double(point.y))
        return x >= edges.left && x <= edges.right && y >= edges.top && y <= edges.bottom
    }

    /// From where to where along a segment, 0...1, it is inside; nil if it is not.
    ///
    /// Source: Y.-D. Liang, B. A. Barsky, "A New Concept and Method for Line Clipping", ACM
    /// Transactions on Graphics 3 (1984), 1.
    func visiblePart(_ segment: (SubpixelPoint, SubpixelPoint)) -> ClosedRange<Double>? {
        guard let edges, !contains(segment.0) || !contains(segment.1) else { return 0...1 }
        let (x, y) = (Double(segment.0.x), Double(segment.0.y))
        let vector = Vector(from: segment.0, to: segment.1)
        var (start, end) = (0.0, 1.0)
        func meets(_ step: Double, _ inset: Double) -> Bool {
            if step == 0 { return inset >= 0 }
            if step < 0 { start = max(start, inset / step) } else { end = min(end, inset / step) }
            return true
        }
        guard meets(-vector.x, x - edges.left), meets(vector.x, edges.right - x),
            meets(-vector.y, y - edges.top), meets(vector.y, edges.bottom - y), start <= end
        else { return nil }
        return start...end
    }
}
