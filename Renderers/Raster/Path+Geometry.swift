extension Path.Element {
    /// The same step with each of its points changed.
    func mapPoints(_ change: (SubpixelPoint) -> SubpixelPoint) -> Path.Element {
        switch self {
        case .move(let point): .move(change(point))
        case .line(let point): .line(change(point))
        case .quadratic(let control, let end): .quadratic(change(control), to: change(end))
        case .cubic(let first, let second, let end):
            .cubic(change(first), change(second), to: change(end))
        case .close: .close
        }
    }

    /// Calls `body` with each point, control points too.
    func forEachPoint(_ body: (SubpixelPoint) -> Void) {
        switch self {
        case .move(let point), .line(let point): body(point)
        case .quadratic(let control, let end):
            body(control)
            body(end)
        case .cubic(let first, let second, let end):
            body(first)
            body(second)
            body(end)
        case .close: break
        }
    }
}

extension Path {
    /// The smallest rectangle around all points, control points too; nil for an empty path.
    ///
    /// A contour that begins without a move begins at the origin.
    public var bounds: SubpixelBounds? {
        guard let first = elements.first(where: { $0 != .close }) else { return nil }
        var box = SubpixelBounds(minX: 0, minY: 0, maxX: 0, maxY: 0)
        if case .move(let start) = first {
            box = SubpixelBounds(minX: start.x, minY: start.y, maxX: start.x, maxY: start.y)
        }
        for element in elements {
            element.forEachPoint { point in
                box.minX = min(box.minX, point.x)
                box.minY = min(box.minY, point.y)
                box.maxX = max(box.maxX, point.x)
                box.maxY = max(box.maxY, point.y)
            }
        }
        return box
    }

    /// The same outline moved, in 1/256 pixel; a point that would leave 32 bits stops at their end.
    public func translated(x: Int32, y: Int32) -> Path {
        Path(
            elements.map { element in
                element.mapPoints {
                    SubpixelPoint(x: $0.x.addingClamped(x), y: $0.y.addingClamped(y))
                }
            })
    }

    /// The same outline moved by a vector.
    public func translated(by offset: SubpixelPoint) -> Path {
        translated(x: offset.x, y: offset.y)
    }

    /// The same outline under an affine map, each point rounded to the grid once.
    public func transformed(_ transform: AffineTransform) -> Path {
        Path(elements.map { $0.mapPoints(transform.apply) })
    }
}

/// An affine map of the drawing plane: `x' = a x + c y + tx`, `y' = b x + d y + ty`.
public struct AffineTransform: Hashable, Sendable {
    /// How much of x goes into x.
    public var a: Double
    /// How much of x goes into y.
    public var b: Double
    /// How much of y goes into x.
    public var c: Double
    /// How much of y goes into y.
    public var d: Double
    /// The move to the right, in 1/256 pixel.
    public var tx: Double
    /// The move down, in 1/256 pixel.
    public var ty: Double

    /// Makes a map from its six numbers.
    public init(a: Double, b: Double, c: Double, d: Double, tx: Double = 0, ty: Double = 0) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
        self.tx = tx
        self.ty = ty
    }

    /// Enlarges about the origin.
    public static func scale(_ factor: Double) -> AffineTransform {
        AffineTransform(a: factor, b: 0, c: 0, d: factor)
    }

    /// Moves a point, rounded to the grid (halves up) and clamped to what 32 bits hold.
    public func apply(_ point: SubpixelPoint) -> SubpixelPoint {
        let (x, y) = (Double(point.x), Double(point.y))
        return SubpixelPoint(
            x: Int32(roundingClamped: a * x + c * y + tx),
            y: Int32(roundingClamped: b * x + d * y + ty))
    }
}

extension Int32 {
    /// The sum, or the end of the range that it would pass.
    func addingClamped(_ other: Int32) -> Int32 {
        let (sum, overflow) = addingReportingOverflow(other)
        guard overflow else { return sum }
        return other > 0 ? .max : .min
    }

    /// Rounds to the nearest, halves up, so that adding a whole number before or after is the same;
    /// what is no number becomes 0.
    init(roundingClamped value: Double) {
        let rounded = value.isNaN ? 0 : (value + 0.5).rounded(.down)
        self = Int32(Swift.max(-2_147_483_648, Swift.min(2_147_483_647, rounded)))
    }
}
