public import GeoModel

/// Shapes of a window of the picture of a zoom, projected once, from which parts of the window take what
/// they show: the points that projecting for the part alone would give.
///
///     degrees ── project, leave out what no one sees ──▶ prepared ── for each part: thin out ──▶ pixels
///
/// - Complexity: A part costs some ns for each 32 points, and for each point near it.
public struct PreparedShapes: Sendable {
    private let shapes: [PreparedShape]

    /// Makes ready polygons, all their rings.
    public init(_ polygons: [Polygon], in window: Viewport) {
        self.init(polygons.flatMap { window.seenRings(of: $0, margin: Self.margin) }, window)
    }

    /// Makes ready lines.
    public init(along lines: [[Coordinate]], in window: Viewport) {
        self.init(lines.flatMap { window.seenLines(of: $0, margin: Self.margin) }, window)
    }

    private init(_ shapes: [[PlanePoint]], _ window: Viewport) {
        precondition(window.isWindow, "a frame that shapes are cut to has no parts")
        self.shapes = shapes.compactMap(PreparedShape.init)
    }

    /// Half of the broadest line that is drawn along shapes, in pixels.
    private static let margin = 16.0

    /// What a part shows of rings, in its own pixels; draw them even-odd. None where no edge comes in and
    /// nothing is inside.
    ///
    /// `part` is given in pixels of the window's picture.
    public func rings(in part: PixelFrame) -> [[PixelPoint]] {
        let box = PlaneRectangle(part, margin: Self.margin)
        return shapes.compactMap { shape in
            guard shape.bounds.intersects(box) else { return nil }
            let near = shape.points(near: box)
            guard box.meets(ring: near) else { return nil }
            let thinned = box.thinned(ring: near)
            let points = withoutRepeats(thinned.map(onGrid), isRing: true)
            return points.count > 2 ? Self.moved(points, to: part) : nil
        }
    }

    /// What a part shows of lines, in its own pixels: see `Viewport.lines`.
    public func lines(in part: PixelFrame) -> [[PixelPoint]] {
        let box = PlaneRectangle(part, margin: Self.margin)
        return shapes.filter { $0.bounds.intersects(box) }.flatMap { shape in
            box.runs(of: shape.points(near: box)).compactMap { run in
                let points = withoutRepeats(run.points.map(onGrid), isRing: false)
                return points.count > 1 ? Self.moved(points, to: part) : nil
            }
        }
    }

    /// Lines for dashes, which come whole where a part shows some of them: see `Viewport.dashedLines`.
    public func dashedLines(in part: PixelFrame) -> [ProjectedLine] {
        let box = PlaneRectangle(part, margin: Self.margin)
        return shapes.flatMap { shape in
            box.whole(shape.points).compactMap { run in
                let points = withoutRepeats(run.points.map(onGrid), isRing: false)
                guard points.count > 1 else { return nil }
                return ProjectedLine(
                    points: Self.moved(points, to: part), startInPixels: run.start)
            }
        }
    }

    private static func moved(_ points: [PlanePoint], to part: PixelFrame) -> [PixelPoint] {
        points.map { PixelPoint(x: $0.x - Double(part.x), y: $0.y - Double(part.y)) }
    }
}

/// A ring or a line with boxes around its stretches.
private struct PreparedShape: Sendable {
    let points: [PlanePoint]
    let bounds: PlaneRectangle
    /// The boxes around so many points each.
    private let stretches: [PlaneRectangle]
    private static let stretchLength = 32

    init?(_ points: [PlanePoint]) {
        let stretches = stride(from: 0, to: points.count, by: Self.stretchLength).compactMap {
            PlaneRectangle(around: points[$0..<min($0 + Self.stretchLength, points.count)])
        }
        guard let first = stretches.first else { return nil }
        self.points = points
        self.stretches = stretches
        bounds = stretches.dropFirst().reduce(first) { $0.union($1) }
    }

    /// Its points, but for those inside stretches that lie beyond one side of a box: the way between
    /// those that stay lies there too, and winds alike.
    func points(near box: PlaneRectangle) -> [PlanePoint] {
        var kept: [PlanePoint] = []
        for (index, stretch) in stretches.enumerated() {
            let start = index * Self.stretchLength
            let end = min(start + Self.stretchLength, points.count)
            if stretch.intersects(box) || end - start <= 4 {
                kept += points[start..<end]
            } else {
                // Two at each end, since the way to the next stretch may come in, with its joins.
                kept += points[start..<start + 2]
                kept += points[end - 2..<end]
            }
        }
        return kept
    }
}
