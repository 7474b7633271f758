internal import Projections
internal import Raster
internal import Typesetting

/// Collects what is drawn, with the few ways that a map draws things.
struct Canvas {
    private(set) var items: [SceneItem] = []

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
            angle: angle, spacing: subpixels(spacing), width: subpixels(width))
        items.append(.hatch(path, pattern: pattern, color: color))
    }

    mutating func line(_ start: PixelPoint, _ end: PixelPoint, _ color: Color, width: Double) {
        let path = Path.polyline([start, end], closed: false)
        stroke(path, color, width: width)
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
        items.append(.clipped(PixelRectangle(frame), inside.items))
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

    /// The outline of a rectangle.
    static func rectangle(_ rectangle: PixelRectangle) -> Path {
        .rectangle(
            SubpixelBounds(
                minX: rectangle.minX, minY: rectangle.minY, maxX: rectangle.maxX,
                maxY: rectangle.maxY))
    }
}

extension TextLine {
    /// The advance in pixels.
    var widthInPixels: Double { Double(width) / 64 }

    /// The height of a capital, in pixels.
    var capHeightInPixels: Double { Double(capHeight) / 64 }
}
