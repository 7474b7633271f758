/// Walks round a line at half its width: down one side, round the end, back up the other.
///
///       left  ────────────┐ outer join
///       ●━━━━━━━━━━━━━━●  │
///       right ─────┐   ┃  │          A closed line has two rings instead, one each way.
///        inner join│   ┃  │
///
/// Every piece winds the same way, so under the non-zero rule the outline is the union of the
/// pieces: it has no gaps, and overlaps count once.
struct StrokeOutline {
    private let pen: Pen
    private var left: [SubpixelPoint] = []
    private var right: [SubpixelPoint] = []
    private(set) var path = Path()

    init(_ stroke: Stroke) {
        pen = Pen(halfWidth: Double(stroke.width) / 2, join: stroke.join, cap: stroke.cap)
    }

    /// Adds the outline of one contour.
    mutating func add(_ line: Polyline) {
        guard line.points.count > 1 else { return addDot(line) }
        left.removeAll(keepingCapacity: true)
        right.removeAll(keepingCapacity: true)
        let first = LineSegment(line.segment(0))
        var last = first
        if !line.isClosed { addSides(at: first.start, first.normal) }
        for index in 1..<line.segmentCount {
            let next = LineSegment(line.segment(index))
            addJoin(last, next)
            last = next
        }
        if line.isClosed {
            addJoin(last, first)
            path.addPolygon(left)
            path.addPolygon(right.reversed())
        } else {
            addSides(at: last.end, last.normal)
            pen.addCap(to: &left, at: last.end, last.direction)
            left += right.reversed()
            pen.addCap(to: &left, at: first.start, -first.direction)
            path.addPolygon(left)
        }
    }

    private mutating func addSides(at point: SubpixelPoint, _ normal: Vector) {
        left.append(point.offset(by: normal * pen.halfWidth))
        right.append(point.offset(by: -normal * pen.halfWidth))
    }

    private mutating func addJoin(_ last: LineSegment, _ next: LineSegment) {
        let sine = last.direction.cross(next.direction)
        let cosine = last.direction.dot(next.direction)
        if cosine > 0, abs(sine) * pen.halfWidth < 0.5 {
            // As good as straight: the corners of both segments fall on the same points.
            return addSides(at: next.start, next.normal)
        }
        // A line that turns towards its normal has its inner side on the left.
        if sine > 0 {
            pen.addInner(to: &left, Corner(last, next, side: 1))
            pen.addOuter(to: &right, Corner(last, next, side: -1))
        } else {
            pen.addInner(to: &right, Corner(last, next, side: -1))
            pen.addOuter(to: &left, Corner(last, next, side: 1))
        }
    }

    /// A line without length is its two caps.
    private mutating func addDot(_ line: Polyline) {
        guard let point = line.points.first, let direction = line.direction, pen.cap != .butt
        else { return }
        left = [point.offset(by: direction.normal * pen.halfWidth)]
        pen.addCap(to: &left, at: point, direction)
        left.append(point.offset(by: -direction.normal * pen.halfWidth))
        pen.addCap(to: &left, at: point, -direction)
        path.addPolygon(left)
    }
}

extension Path {
    /// The region that a line along this outline covers: fill it under the non-zero rule.
    ///
    /// A line of no width covers nothing; a contour without length is a dot, if it has round or
    /// square caps. Curves are cut into lines first, within 1/50 pixel.
    ///
    /// With `pixels`, contours and dashes that cannot be seen there are left out; a dashed line
    /// that runs far outside costs its whole length in dashes otherwise.
    public func stroked(_ stroke: Stroke, visibleIn pixels: PixelBounds? = nil) -> Path {
        guard stroke.width > 0 else { return Path() }
        let dashing = Dashing(stroke, visibleIn: pixels)
        var outline = StrokeOutline(stroke)
        forEachPolyline { line in
            dashing.cut(line) { outline.add($0) }
        }
        return outline.path
    }
}
