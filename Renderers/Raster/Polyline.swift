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

    /// Adds a point of a line, which may have no length.
    mutating func addLine(to point: SubpixelPoint) {
        direction = direction ?? Vector(x: 1, y: 0)
        add(point)
    }

    /// How many lines, the closing one too.
    var segmentCount: Int { isClosed ? points.count : max(0, points.count - 1) }

    /// The ends of a line.
    func segment(_ index: Int) -> (SubpixelPoint, SubpixelPoint) {
        (points[index], points[index + 1 == points.count ? 0 : index + 1])
    }
}

extension Path {
    /// The contours, curves cut into lines.
    var polylines: [Polyline] { polylines(tolerance: CurveFlattening.tolerance) }

    /// The contours, curves cut into lines within so many 1/256 pixel.
    func polylines(tolerance: Int) -> [Polyline] {
        var result: [Polyline] = []
        var line = Polyline()
        func finish() {
            guard !line.points.isEmpty else { return }
            if line.isClosed, line.points.count > 1, line.points.first == line.points.last {
                line.points.removeLast()
            }
            if line.points.count == 1 { line.isClosed = false }
            if line.points.count > 1 || line.direction != nil { result.append(line) }
        }
        var start = SubpixelPoint(x: 0, y: 0)
        for element in flattened(tolerance: tolerance).elements {
            switch element {
            case .move(let to):
                finish()
                (line, start) = (Polyline(points: [to]), to)
            case .line(let to):
                if line.points.isEmpty { line.points = [start] }
                line.addLine(to: to)
            case .close:
                guard !line.points.isEmpty else { continue }
                line.addLine(to: start)
                line.isClosed = true
                finish()
                line = Polyline()
            case .quadratic, .cubic:
                preconditionFailure("a flattened path has no curves")
            }
        }
        finish()
        return result
    }
}
