/// A contour in straight lines; no two neighbouring points are equal.
struct Polyline {
    var points: [SubpixelPoint] = []
    var isClosed = false
    /// The direction of a line whose points fell together; nil where there never was a line.
    var direction: Vector?

    /// Adds a point unless the line is there already.
    mutating func add(_ point: SubpixelPoint) {
        if points.last != point { points.append(point) }
    }

    /// How many lines, the closing one too.
    var segmentCount: Int { isClosed ? points.count : max(0, points.count - 1) }

    /// The ends of a line.
    func segment(_ index: Int) -> (SubpixelPoint, SubpixelPoint) {
        (points[index], points[index + 1 == points.count ? 0 : index + 1])
    }
}

extension Path {
    /// The contours, curves cut into lines within so many 1/256 pixel.
    func polylines(tolerance: Int) -> [Polyline] {
        var lines: [Polyline] = []
        forEachPolyline(tolerance: tolerance) { lines.append($0) }
        return lines
    }

    /// Calls `body` with each contour, curves cut into lines within so many 1/256 pixel.
    func forEachPolyline(
        tolerance: Int = CurveFlattening.tolerance, _ body: (Polyline) -> Void
    ) {
        var line = Polyline()
        var start = SubpixelPoint(x: 0, y: 0)
        for element in elements {
            let point = line.points.last ?? start
            switch element {
            case .move(let to):
                line.finish(body)
                line.points.append(to)
                start = to
            case .line(let to):
                line.addLine(from: start, to: to)
            case .quadratic(let control, let to):
                CurveFlattening.quadratic(from: point, control, to: to, tolerance: tolerance) {
                    line.addLine(from: start, to: $0)
                }
            case .cubic(let first, let second, let to):
                CurveFlattening.cubic(from: point, first, second, to: to, tolerance: tolerance) {
                    line.addLine(from: start, to: $0)
                }
            case .close:
                guard !line.points.isEmpty else { continue }
                line.addLine(from: start, to: start)
                line.isClosed = true
                line.finish(body)
            }
        }
        line.finish(body)
    }
}

extension Polyline {
    /// Adds a point of a line, which may have no length; the first begins at `start`.
    fileprivate mutating func addLine(from start: SubpixelPoint, to point: SubpixelPoint) {
        if points.isEmpty { points.append(start) }
        direction = direction ?? Vector(x: 1, y: 0)
        add(point)
    }

    /// Gives the contour away, if it is one, and begins another.
    fileprivate mutating func finish(_ body: (Polyline) -> Void) {
        if isClosed, points.count > 1, points.first == points.last { points.removeLast() }
        if points.count == 1 { isClosed = false }
        if points.count > 1 || !points.isEmpty && direction != nil { body(self) }
        points.removeAll(keepingCapacity: true)
        (isClosed, direction) = (false, nil)
    }
}
