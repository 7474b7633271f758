extension Path {
    /// Adds an open contour through points; nothing for an empty list.
    public mutating func addLine(_ points: some Sequence<SubpixelPoint>) {
        var isFirst = true
        for point in points {
            elements.append(isFirst ? .move(point) : .line(point))
            isFirst = false
        }
    }

    /// Adds a closed contour through points; nothing for an empty list.
    public mutating func addPolygon(_ points: some Sequence<SubpixelPoint>) {
        let start = elements.count
        addLine(points)
        if elements.count > start { elements.append(.close) }
    }

    /// An upright rectangle, clockwise as seen on the screen.
    public static func rectangle(_ bounds: SubpixelBounds) -> Path {
        var path = Path()
        path.addPolygon([
            SubpixelPoint(x: bounds.minX, y: bounds.minY),
            SubpixelPoint(x: bounds.maxX, y: bounds.minY),
            SubpixelPoint(x: bounds.maxX, y: bounds.maxY),
            SubpixelPoint(x: bounds.minX, y: bounds.maxY),
        ])
        return path
    }

    /// A circle of four cubic curves, clockwise as seen on the screen; the radius is in 1/256 pixel.
    ///
    /// The curves lie within 0.03 % of the radius of the circle.
    public static func circle(center: SubpixelPoint, radius: Int32) -> Path {
        roundedRectangle(
            SubpixelBounds(
                minX: center.x &- radius, minY: center.y &- radius, maxX: center.x &+ radius,
                maxY: center.y &+ radius), radius: radius)
    }

    /// An upright rectangle with round corners, clockwise as seen on the screen.
    ///
    /// The radius, in 1/256 pixel, is cut to half the shorter side; 0 or less gives sharp corners.
    public static func roundedRectangle(_ bounds: SubpixelBounds, radius: Int32) -> Path {
        let sides = (Int(bounds.maxX) - Int(bounds.minX), Int(bounds.maxY) - Int(bounds.minY))
        let radius = Int32(max(0, min(Int(radius), sides.0 / 2, sides.1 / 2)))
        guard radius > 0 else { return rectangle(bounds) }
        return RoundedCorners(bounds: bounds, radius: radius).path
    }
}

/// The outline of a rounded rectangle, corner by corner.
private struct RoundedCorners {
    let bounds: SubpixelBounds
    let radius: Int32

    var path: Path {
        let (left, top, right, bottom) = (bounds.minX, bounds.minY, bounds.maxX, bounds.maxY)
        var path = Path([.move(SubpixelPoint(x: left + radius, y: top))])
        path.elements += corner(x: right, y: top, from: (-1, 0), to: (0, 1))
        path.elements += corner(x: right, y: bottom, from: (0, -1), to: (-1, 0))
        path.elements += corner(x: left, y: bottom, from: (1, 0), to: (0, -1))
        path.elements += corner(x: left, y: top, from: (0, 1), to: (1, 0))
        path.elements.append(.close)
        return path
    }

    /// A side up to a corner and the quarter circle round it; `from` and `to` point away from the
    /// corner along the two sides.
    private func corner(
        x: Int32, y: Int32, from: (x: Int32, y: Int32), to: (x: Int32, y: Int32)
    ) -> [Path.Element] {
        func point(_ direction: (x: Int32, y: Int32), _ distance: Int32) -> SubpixelPoint {
            SubpixelPoint(x: x + direction.x * distance, y: y + direction.y * distance)
        }
        // A quarter circle's control points stand 4/3 (sqrt(2) - 1) = 0.5522847 of the radius along.
        // Source: M. Goldapp, "Approximation of circular arcs by cubic polynomials", CAGD 8 (1991).
        let inset = radius - Int32((Int64(radius) * 5_522_847 + 5_000_000) / 10_000_000)
        return [
            .line(point(from, radius)),
            .cubic(point(from, inset), point(to, inset), to: point(to, radius)),
        ]
    }
}
