#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif
internal import GeoModel
internal import Projections
internal import Raster

/// A small map of where the map lies, set into a corner where nothing happened.
///
/// It shows ten times the height of the frame, at least 16°, so that the outlines of countries are
/// known again; beyond 60° it shows the world.
struct Locator {
    /// More names would hide what the small map shows.
    static let mostNames = 5
    /// A country that shows less is not named, in square pixels.
    static let leastArea = 900.0
    /// What the small map shows, with its frame in the picture.
    let viewport: Viewport
    /// The outline of the large map on it, in pixels.
    let extent: [PixelPoint]

    /// On maps of less than this, a newspaper prints a locator.
    static let greatestHeight = 2.0
    /// The share of the map's width that it takes.
    private static let share = 0.17
    /// What it keeps from all marks, in pixels.
    private static let room = 14.0

    /// Finds a corner for it; nil when none is free or it would show no more than the map does.
    init?(
        of main: Viewport, clearOf discs: [(centre: PixelPoint, radius: Double)],
        boxes: [SubpixelBounds], style: MapStyle
    ) {
        let map = main.frame
        let width = (Self.share * Double(map.width)).rounded()
        let height = min((width * 0.75).rounded(), (0.3 * Double(map.height)).rounded())
        guard !style.isSmall, width >= 100, height >= 75 else { return nil }
        let box = main.boundingBox
        guard box.height < 100, box.width < 180 else { return nil }
        let frame = Self.corner(
            width: Int(width), height: Int(height), in: map, clearOf: discs, boxes: boxes)
        guard let frame else { return nil }
        viewport = Viewport(
            fitting: Self.surroundings(of: box, around: main.centre), in: frame,
            minimumSpan: 1, projection: .auto)
        extent = Self.outline(of: main).compactMap(viewport.position)
        guard !extent.isEmpty else { return nil }
    }

    /// The box that the small map shows.
    private static func surroundings(of box: BoundingBox, around middle: Coordinate) -> BoundingBox
    {
        let height = max(16, 10 * box.height)
        guard height <= 60 else {
            // A hair less than a turn, so that east and west are told apart.
            return BoundingBox(
                west: turned(middle.longitude - 179.9), south: -60,
                east: turned(middle.longitude + 179.9), north: 80)
        }
        let south = max(-80, min(84 - height, middle.latitude - height / 2))
        // About as wide as it is high, on the ground.
        let widest = max(abs(south), abs(south + height))
        let width = min(150, height / max(0.3, cos(min(widest, 75) * .pi / 180)))
        return BoundingBox(
            west: turned(middle.longitude - width / 2), south: south,
            east: turned(middle.longitude + width / 2), north: south + height)
    }

    private static func turned(_ longitude: Double) -> Double {
        if longitude > 180 { return longitude - 360 }
        return longitude < -180 ? longitude + 360 : longitude
    }

    /// The places around the frame of the large map, in steps of an eighth of a side.
    private static func outline(of main: Viewport) -> [Coordinate] {
        let frame = main.frame
        let (left, top) = (Double(frame.x), Double(frame.y))
        let (width, height) = (Double(frame.width), Double(frame.height))
        let steps = (0..<8).map { Double($0) / 8 }
        let corners =
            steps.map { PixelPoint(x: left + width * $0, y: top) }
            + steps.map { PixelPoint(x: left + width, y: top + height * $0) }
            + steps.map { PixelPoint(x: left + width * (1 - $0), y: top + height) }
            + steps.map { PixelPoint(x: left, y: top + height * (1 - $0)) }
        return corners.compactMap(main.coordinate)
    }

    /// The corner with the most room: upper right, upper left, lower right; the lower left one belongs
    /// to the scale bar.
    private static func corner(
        width: Int, height: Int, in map: PixelFrame,
        clearOf discs: [(centre: PixelPoint, radius: Double)], boxes: [SubpixelBounds]
    ) -> PixelFrame? {
        let right = map.x + map.width - width
        let corners = [(right, map.y), (map.x, map.y), (right, map.y + map.height - height)]
        var best: (frame: PixelFrame, room: Double)?
        for (x, y) in corners {
            let frame = PixelFrame(x: x, y: y, width: width, height: height)
            let bounds = SubpixelBounds(frame)
            guard !boxes.contains(where: { $0.intersects(bounds.outset(by: subpixels(8))) }) else {
                continue
            }
            let room = discs.map { frame.distance(to: $0.centre) - $0.radius }.min() ?? 1_000
            // A label needs about 70 pixels; more room is no better.
            if room > Self.room, min(room, 70) > min(best?.room ?? 0, 70) { best = (frame, room) }
        }
        return best?.frame
    }

    /// Draws it: the small map, its names, and where the large one lies.
    func draw(_ content: Canvas, theme: Theme, on canvas: inout Canvas) {
        let frame = SubpixelBounds(viewport.frame)
        canvas.stroke(.rectangle(frame), theme.paper.opacity(0.9), width: 5)
        canvas.clipped(to: viewport.frame, content)
        var mark = Canvas()
        let accent = theme.categories.first ?? theme.text
        let bounds = extentBounds
        if bounds.width >= subpixels(8), bounds.height >= subpixels(6) {
            let path = Path.polyline(extent, closed: true)
            mark.fill(path, accent.opacity(0.18))
            mark.stroke(path, theme.paper.opacity(0.9), width: 3)
            mark.stroke(path, accent, width: 1.4)
        } else {
            let middle = PixelPoint(
                x: Double(bounds.minX + bounds.maxX) / 512,
                y: Double(bounds.minY + bounds.maxY) / 512)
            mark.ring(middle, radius: 5, theme.paper.opacity(0.9), width: 3.4)
            mark.ring(middle, radius: 5, accent, width: 1.8)
        }
        canvas.clipped(to: viewport.frame, mark)
        canvas.stroke(.rectangle(frame), theme.frame, width: 1)
    }

    /// Where the large map lies on the small one: its names keep clear of it.
    var extentBounds: SubpixelBounds {
        let points = extent.map { SubpixelPoint($0) }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        return SubpixelBounds(
            minX: xs.min() ?? 0, minY: ys.min() ?? 0, maxX: xs.max() ?? 0, maxY: ys.max() ?? 0)
    }
}

extension PixelFrame {
    /// From a point to the nearest point of the frame, in pixels; 0 inside.
    func distance(to point: PixelPoint) -> Double {
        let nearest = PixelPoint(
            x: max(Double(x), min(Double(x + width), point.x)),
            y: max(Double(y), min(Double(y + height), point.y)))
        return nearest.distance(to: point)
    }
}
