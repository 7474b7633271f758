public import GeoModel

/// A part of a line as it crosses the frame.
public struct ProjectedLine: Hashable, Sendable {
    /// The points, in pixels of the picture.
    public var points: [PixelPoint]
    /// The length of the line before this part, in pixels: where its dashes stand, in every frame.
    public var startInPixels: Double
}

// Polygons and lines, cut to the frame. The steps:
//
//     degrees ── follow round the globe ── cut to the projection's image ── project, bending long
//     edges ── round ── leave out what no one sees ── cut to the frame ── pixels
//
// All but the last know no frame, so that neighbouring tiles see the same points.
extension Viewport {
    /// The least triangle that a point must make to be drawn, in square pixels: half a pixel off a
    /// line of one pixel, and still below sight when the picture is drawn at double size.
    private static let leastTriangle = 0.25
    /// The least ring that is drawn, in square pixels.
    private static let leastRing = 0.5
    /// How far a straight edge may stand off the bent one, in pixels.
    private static let bendTolerance = 0.125

    /// The rings of a polygon, outer first, without repeating their first points; draw them even-odd.
    ///
    /// - Parameters:
    ///   - polygon: Closed rings. A ring around a pole is closed along it.
    ///   - margin: How far beyond the frame rings still run, in pixels: more than half a line width.
    /// - Returns: What meets the frame: points within it and its margin, on the 1/256 pixel grid.
    public func rings(of polygon: Polygon, margin: Double = 16) -> [[PixelPoint]] {
        seenRings(of: polygon, margin: margin).compactMap { drawnRing($0, margin: margin) }
    }

    /// The rings of a polygon that come near the frame, projected and not yet cut to it.
    func seenRings(of polygon: Polygon, margin: Double) -> [[PlanePoint]] {
        let reach = reach(margin: margin)
        return ([polygon.outer] + polygon.holes).flatMap { ring in
            copies(of: closed(followed(ring)), meeting: reach).compactMap { copy in
                seenRing(imageWindow.clip(ring: copy))
            }
        }
    }

    /// The parts of a line, on the 1/256 pixel grid.
    ///
    /// - Parameters:
    ///   - line: Two positions or more; edges are straight in degrees, as RFC 7946 has it.
    ///   - margin: How far beyond the frame parts still run, in pixels: more than half a line width.
    /// - Returns: The parts within the frame and its margin, from the line's start to its end.
    public func lines(of line: [Coordinate], margin: Double = 16) -> [ProjectedLine] {
        lines(of: line, margin: margin, isUnbroken: false)
    }

    /// A line for dashes, which are counted from its start: in a window of the picture of a zoom it comes
    /// whole, as long as it fits the numbers that it is drawn with, so that no window rounds a part's
    /// start in its own way.
    public func dashedLines(of line: [Coordinate], margin: Double = 16) -> [ProjectedLine] {
        lines(of: line, margin: margin, isUnbroken: edges == .whole)
    }

    private func lines(
        of line: [Coordinate], margin: Double, isUnbroken: Bool
    ) -> [ProjectedLine] {
        seenLines(of: line, margin: margin).flatMap {
            drawnLines($0, margin: margin, isUnbroken: isUnbroken)
        }
    }

    /// The parts of a line that have an image and come near the frame, projected and not yet cut to it.
    func seenLines(of line: [Coordinate], margin: Double) -> [[PlanePoint]] {
        guard line.count > 1 else { return [] }
        let reach = reach(margin: margin)
        return copies(of: followed(line), meeting: reach).flatMap { copy in
            imageWindow.clip(line: copy).compactMap { part in
                let pixels = withoutRepeats(bent(part.points), isRing: false)
                guard pixels.count > 1 else { return nil }
                return simplified(pixels, isRing: false, area: Self.leastTriangle)
            }
        }
    }

    private func seenRing(_ degrees: [PlanePoint]) -> [PlanePoint]? {
        guard degrees.count > 2, let first = degrees.first else { return nil }
        let pixels = withoutRepeats(bent(degrees + [first]), isRing: true)
        let seen = simplified(pixels, isRing: true, area: Self.leastTriangle)
        return area(of: seen) >= Self.leastRing ? seen : nil
    }

    private func drawnRing(_ seen: [PlanePoint], margin: Double) -> [PixelPoint]? {
        let window = clipWindow(margin)
        let cut = withoutRepeats(
            (edges == .cut ? window.clip(ring: seen) : window.thinned(ring: seen)).map(onGrid),
            isRing: true)
        return cut.count > 2 ? cut.map { PixelPoint(x: $0.x, y: $0.y) } : nil
    }

    private func drawnLines(
        _ seen: [PlanePoint], margin: Double, isUnbroken: Bool
    ) -> [ProjectedLine] {
        let window = clipWindow(margin)
        let parts =
            switch (edges, isUnbroken) {
            case (.cut, _): window.clip(line: seen)
            case (.whole, false): window.runs(of: seen)
            case (.whole, true): window.whole(seen)
            }
        return parts.compactMap { part in
            let points = withoutRepeats(part.points.map(onGrid), isRing: false)
            guard points.count > 1 else { return nil }
            return ProjectedLine(
                points: points.map { PixelPoint(x: $0.x, y: $0.y) }, startInPixels: part.start)
        }
    }

    private func clipWindow(_ margin: Double) -> PlaneRectangle {
        PlaneRectangle(frame, margin: margin)
    }

    /// The degrees that the frame and its margin show.
    private func reach(margin: Double) -> PlaneRectangle {
        margin <= Self.reachMargin ? reach : degreesShown(margin: margin)
    }

    /// The degrees that have an image; a window of the picture of a zoom sees round the world.
    private var imageWindow: PlaneRectangle {
        let reach = edges == .cut ? 180.0 : 1080
        return PlaneRectangle(
            minX: middleLongitude - reach, minY: projection.latitudes.lowerBound,
            maxX: middleLongitude + reach, maxY: projection.latitudes.upperBound)
    }

    /// The positions with longitudes that run on past ±180 instead of jumping, the first one within
    /// half a turn of the middle.
    private func followed(_ positions: [Coordinate]) -> [PlanePoint] {
        var meridian = middleLongitude
        return positions.map { position in
            meridian = position.longitude.longitude(near: meridian)
            return PlanePoint(x: meridian, y: position.latitude)
        }
    }

    /// A ring without its first point repeated; one that winds around a pole is led along it.
    private func closed(_ ring: [PlanePoint]) -> [PlanePoint] {
        guard let first = ring.first, let last = ring.last, ring.count > 3 else { return ring }
        guard abs(last.x - first.x) > 180 else {
            return last == first ? Array(ring.dropLast()) : ring
        }
        let pole = ring.reduce(0) { $0 + $1.y } < 0 ? -90.0 : 90
        return ring + [PlanePoint(x: last.x, y: pole), PlanePoint(x: first.x, y: pole)]
    }

    /// The shape as it stands and turned by whole turns, where it meets the frame's degrees.
    private func copies(of shape: [PlanePoint], meeting reach: PlaneRectangle) -> [[PlanePoint]] {
        guard let bounds = PlaneRectangle(around: shape) else { return [] }
        let first = ((reach.minX - bounds.maxX) / 360).rounded(.up)
        let last = ((reach.maxX - bounds.minX) / 360).rounded(.down)
        return stride(from: first, through: last, by: 1).map { $0 * 360 }
            .filter { reach.intersects(bounds.shifted(x: $0)) }.map { turn in
                turn == 0 ? shape : shape.map { PlanePoint(x: $0.x + turn, y: $0.y) }
            }
    }

    /// Projects a chain of degrees to pixels, with points added where a straight edge would show.
    private func bent(_ degrees: [PlanePoint]) -> [PlanePoint] {
        guard let first = degrees.first else { return [] }
        var pixels: [PlanePoint] = []
        pixels.reserveCapacity(degrees.count)
        var previous = (degrees: first, pixel: pixel(first))
        if let start = previous.pixel { pixels.append(start) }
        for point in degrees.dropFirst() {
            let here = (degrees: point, pixel: pixel(point))
            bend(from: previous, to: here, depth: 0, into: &pixels)
            if let end = here.pixel { pixels.append(end) }
            previous = here
        }
        return pixels
    }

    /// Adds the points between two, halving the edge until its middle lies on the straight line.
    private func bend(
        from start: (degrees: PlanePoint, pixel: PlanePoint?),
        to end: (degrees: PlanePoint, pixel: PlanePoint?), depth: Int,
        into pixels: inout [PlanePoint]
    ) {
        guard depth < 10, let from = start.pixel, let to = end.pixel else { return }
        // The first halves are always made: the middle of an S lies on its chord.
        let isLong = depth < 2 && from.distance(to: to) > 256
        guard isLong || from.distance(to: to) > 8 else { return }
        let half = start.degrees.point(towards: end.degrees, share: 0.5)
        guard let middle = pixel(half) else { return }
        let chord = from.point(towards: to, share: 0.5)
        guard isLong || middle.distance(to: chord) > Self.bendTolerance else { return }
        let between = (degrees: half, pixel: Optional(middle))
        bend(from: start, to: between, depth: depth + 1, into: &pixels)
        pixels.append(middle)
        bend(from: between, to: end, depth: depth + 1, into: &pixels)
    }

    private func pixel(_ degrees: PlanePoint) -> PlanePoint? {
        pixel(of: Coordinate(longitude: degrees.x, latitude: degrees.y))
    }

    private func area(of ring: [PlanePoint]) -> Double {
        guard let origin = ring.first, var previous = ring.last else { return 0 }
        var doubled = 0.0
        for point in ring {
            doubled +=
                (previous.x - origin.x) * (point.y - origin.y)
                - (point.x - origin.x) * (previous.y - origin.y)
            previous = point
        }
        return abs(doubled) / 2
    }
}

extension PlaneRectangle {
    /// A frame and a margin around it.
    init(_ frame: PixelFrame, margin: Double) {
        self.init(
            minX: Double(frame.x) - margin, minY: Double(frame.y) - margin,
            maxX: Double(frame.x + frame.width) + margin,
            maxY: Double(frame.y + frame.height) + margin)
    }
}

/// The point of the grid of 1/256 pixel that is nearest.
func onGrid(_ point: PlanePoint) -> PlanePoint {
    PlanePoint(
        x: (point.x * Viewport.gridSteps).rounded() / Viewport.gridSteps,
        y: (point.y * Viewport.gridSteps).rounded() / Viewport.gridSteps)
}

/// Points of which no two neighbours are the same; in a ring the last and the first are neighbours.
func withoutRepeats(_ points: [PlanePoint], isRing: Bool) -> [PlanePoint] {
    var kept: [PlanePoint] = []
    kept.reserveCapacity(points.count)
    for point in points where point != kept.last { kept.append(point) }
    while isRing, kept.count > 1, kept.first == kept.last { kept.removeLast() }
    return kept
}
