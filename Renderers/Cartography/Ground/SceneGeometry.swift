public import GeoModel
public import Projections
public import Raster

extension SubpixelPoint {
    /// A projected point; exact, since projecting has rounded it to this grid.
    public init(_ point: PixelPoint) {
        self.init(xInPixels: point.x, yInPixels: point.y)
    }
}

extension SubpixelBounds {
    /// The frame of a map.
    public init(_ frame: PixelFrame) {
        let unit = Int(SubpixelPoint.unitsPerPixel)
        self.init(
            minX: Int32(clamping: frame.x * unit), minY: Int32(clamping: frame.y * unit),
            maxX: Int32(clamping: (frame.x + frame.width) * unit),
            maxY: Int32(clamping: (frame.y + frame.height) * unit))
    }
}

// Shapes in degrees as outlines in pixels, cut to the frame.
extension Viewport {
    /// Where a position falls in the picture; nil where it has no image.
    public func point(of place: Coordinate) -> SubpixelPoint? {
        position(of: place).map { SubpixelPoint($0) }
    }

    /// The outline of polygons: closed contours, holes included. Fill it even-odd.
    ///
    /// Its edges along the frame lie outside the frame, so stroke it only inside a `clipped` item.
    public func path(of polygons: [Polygon]) -> Path {
        Path(rings: polygons.flatMap { rings(of: $0) })
    }

    /// Lines as open contours.
    public func path(along lines: [[Coordinate]]) -> Path {
        Path(lines: lines.flatMap { self.lines(of: $0) }.map(\.points))
    }

    /// The parts of a line, each with how far into its dashes it starts (`Stroke.dashPhase`, in 1/256
    /// pixel), so that the dashes stand at the same places in every frame.
    public func paths(along line: [Coordinate]) -> [(path: Path, dashPhase: Int32)] {
        dashedLines(of: line).map { (Path(lines: [$0.points]), $0.dashPhase) }
    }

    /// The outline of polygons for dashes: in a window of the picture of a zoom every ring as one line
    /// from its first point.
    func dashedOutline(of polygons: [Polygon]) -> Path {
        guard isWindow else { return path(of: polygons) }
        let rings = polygons.flatMap { [$0.outer] + $0.holes }
        return Path(lines: rings.flatMap { dashedLines(of: $0) }.map(\.points))
    }

    /// Lines for dashes.
    func dashedPath(along lines: [[Coordinate]]) -> Path {
        guard isWindow else { return path(along: lines) }
        return Path(lines: lines.flatMap { dashedLines(of: $0) }.map(\.points))
    }
}

extension ProjectedLine {
    /// How far into its dashes it starts, in 1/256 pixel.
    var dashPhase: Int32 {
        Int32(clamping: Int((startInPixels * Double(SubpixelPoint.unitsPerPixel)).rounded()))
    }
}

extension Path {
    /// Closed contours through projected points.
    init(rings: [[PixelPoint]]) {
        self.init()
        elements.reserveCapacity(rings.reduce(0) { $0 + $1.count + 1 })
        for ring in rings {
            addContour(ring)
            elements.append(.close)
        }
    }

    /// Open contours through projected points.
    init(lines: [[PixelPoint]]) {
        self.init()
        elements.reserveCapacity(lines.reduce(0) { $0 + $1.count })
        for line in lines { addContour(line) }
    }

    private mutating func addContour(_ points: [PixelPoint]) {
        guard let first = points.first else { return }
        elements.append(.move(SubpixelPoint(first)))
        for point in points.dropFirst() { elements.append(.line(SubpixelPoint(point))) }
    }
}
