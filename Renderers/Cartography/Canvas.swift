internal import Projections
internal import Raster
internal import Scenes
internal import Typesetting

/// Collects what is drawn, with the few ways that a map draws things.
struct Canvas {
    private(set) var items: [SceneItem] = []
    /// Where hatches take their phase from, in pixels of the picture.
    private let patternOrigin: (x: Int, y: Int)

    init() {
        patternOrigin = (0, 0)
    }

    /// A canvas over a view: in windows of the picture of a zoom hatches take their phase from the world.
    /// `worldStart` is where it begins, in pixels of it: not 0 for a later turn round it.
    init(over viewport: Viewport, worldStart: Int = 0) {
        let origin = viewport.worldOrigin
        patternOrigin = viewport.isWindow ? (worldStart - origin.x, -origin.y) : (0, 0)
    }

    mutating func add(_ more: [SceneItem]) { items += more }

    mutating func fill(_ path: Path, _ color: Color, rule: FillRule = .nonZero) {
        guard !path.elements.isEmpty else { return }
        items.append(.fill(path, rule: rule, color: color))
    }

    mutating func stroke(
        _ path: Path, _ color: Color, width: Double, dashes: [Double] = [], cap: Stroke.Cap = .butt
    ) {
        guard !path.elements.isEmpty else { return }
        let stroke = Stroke(widthInPixels: width, join: .round, cap: cap, dashesInPixels: dashes)
        items.append(.stroke(path, stroke: stroke, color: color))
    }

    mutating func hatch(_ path: Path, _ color: Color, angle: Int, spacing: Double, width: Double) {
        guard !path.elements.isEmpty else { return }
        let pattern = Hatch(
            angle: angle, spacing: subpixels(spacing), width: subpixels(width),
            originX: patternOrigin.x, originY: patternOrigin.y)
        items.append(.hatch(path, pattern: pattern, color: color))
    }

    mutating func picture(_ picture: IndexedPicture, inside path: Path, over frame: PixelFrame) {
        guard !path.elements.isEmpty else { return }
        items.append(.picture(picture, inside: path, over: SubpixelBounds(frame)))
    }

    mutating func line(
        _ start: PixelPoint, _ end: PixelPoint, _ color: Color, width: Double, dashes: [Double] = []
    ) {
        let path = Path.polyline([start, end], closed: false)
        stroke(path, color, width: width, dashes: dashes)
    }

    mutating func circle(_ centre: PixelPoint, radius: Double, fill color: Color) {
        fill(.circle(center: SubpixelPoint(centre), radius: subpixels(radius)), color)
    }

    mutating func ring(
        _ centre: PixelPoint, radius: Double, _ color: Color, width: Double, dashes: [Double] = []
    ) {
        stroke(
            .circle(center: SubpixelPoint(centre), radius: subpixels(radius)), color, width: width,
            dashes: dashes)
    }

    mutating func text(_ line: TextLine, at origin: PixelPoint, _ color: Color, halo: Halo? = nil) {
        items.append(.text(line, origin: SubpixelPoint(origin), color: color, halo: halo))
    }

    mutating func clipped(to frame: PixelFrame, _ inside: Canvas) {
        guard !inside.items.isEmpty else { return }
        items.append(.clipped(SubpixelBounds(frame), inside.items))
    }
}

extension Path {
    /// A contour through points of the picture.
    static func polyline(_ points: [PixelPoint], closed: Bool) -> Path {
        var path = Path()
        let corners = points.map { SubpixelPoint($0) }
        if closed { path.addPolygon(corners) } else { path.addLine(corners) }
        return path
    }
}

/// A straight line between two points, in pixels.
struct LineSegment {
    let start, end: PixelPoint

    /// The distance from a point to the nearest point of the segment.
    func distance(to point: PixelPoint) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        guard length > 0 else { return start.distance(to: point) }
        let share = ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
        return start.toward(end, max(0, min(1, share))).distance(to: point)
    }
}

extension Path {
    /// The first and last point of a path of one straight line.
    var ends: LineSegment? {
        guard case .move(let start)? = elements.first, case .line(let end)? = elements.last else {
            return nil
        }
        func pixels(_ point: SubpixelPoint) -> PixelPoint {
            PixelPoint(x: Double(point.x) / 256, y: Double(point.y) / 256)
        }
        return LineSegment(start: pixels(start), end: pixels(end))
    }
}

extension TextLine {
    /// The advance in pixels.
    var widthInPixels: Double { Double(width) / 64 }

    /// The height of a capital, in pixels.
    var capHeightInPixels: Double { Double(capHeight) / 64 }
}
