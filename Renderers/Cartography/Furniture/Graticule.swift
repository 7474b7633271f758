internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes
internal import Typesetting

/// Meridians and parallels at round steps, labelled where they leave the frame.
struct Graticule {
    let viewport: Viewport
    let theme: Theme
    let type: MapType
    let phrases: any Phrases

    /// A meridian or a parallel.
    struct Line: Hashable, Sendable {
        /// In degrees, -180...180.
        var degrees: Double
        var isMeridian: Bool
        /// From south to north, or from west to east; longitudes run on past ±180.
        var positions: [Coordinate]
    }

    /// The name of a line, where it stands.
    struct Label {
        var line: TextLine
        var text: String
        var origin: PixelPoint
        var box: SubpixelBounds
    }

    /// Steps that people count degrees by: whole ones, then 30, 20, 15, 10, 5, 2 and 1 minutes.
    private static let steps: [Double] =
        [30, 20, 15, 10, 5, 2, 1] + [30, 20, 15, 10, 5, 2, 1].map { $0 / 60 }
    /// No two lines of a kind are closer than this at the middle of the map, in pixels.
    private static let leastSpacing = 140.0

    // MARK: Lines

    /// The lines that meet the frame, meridians from the west, then parallels from the south.
    var lines: [Line] {
        let box = viewport.boundingBox
        guard box.height > 0, box.width > 0 else { return [] }
        let across = step(degrees: box.width, pixels: Double(viewport.frame.width))
        let down = step(degrees: box.height, pixels: Double(viewport.frame.height))
        return meridians(box, step: across) + parallels(box, step: down)
    }

    /// The finest step that keeps lines apart; the coarsest where none does.
    private func step(degrees: Double, pixels: Double) -> Double {
        let least = Self.leastSpacing * degrees / pixels
        return Self.steps.last { $0 >= least } ?? Self.steps[0]
    }

    private func meridians(_ box: BoundingBox, step: Double) -> [Line] {
        let latitudes = viewport.projection.latitudes
        let (south, north) = (
            max(box.south, latitudes.lowerBound), min(box.north, latitudes.upperBound)
        )
        let parts = max(2, Int(((north - south) / 10).rounded(.up)))
        // A turn has each meridian once.
        let end = box.west + min(box.width, 360 - step / 2)
        return Self.multiples(of: step, from: box.west, through: end).map { degrees in
            let positions = (0...parts).map { part in
                Coordinate(
                    longitude: degrees,
                    latitude: south + (north - south) * Double(part) / Double(parts))
            }
            return Line(
                degrees: degrees > 180 ? degrees - 360 : degrees, isMeridian: true,
                positions: positions)
        }
    }

    private func parallels(_ box: BoundingBox, step: Double) -> [Line] {
        // Less than half a turn from one position to the next, so that the way round is told.
        let parts = max(2, Int((box.width / 10).rounded(.up)))
        return Self.multiples(of: step, from: box.south, through: box.north)
            .filter { abs($0) < 90 }
            .map { degrees in
                let positions = (0...parts).map { part in
                    Coordinate(
                        longitude: box.west + box.width * Double(part) / Double(parts),
                        latitude: degrees)
                }
                return Line(degrees: degrees, isMeridian: false, positions: positions)
            }
    }

    /// Multiples of a step, each worked out anew: sums of minutes would drift.
    private static func multiples(of step: Double, from: Double, through: Double) -> [Double] {
        let first = Int((from / step).rounded(.up))
        let last = Int((through / step).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : []
    }

    /// Draws the lines, thin enough to lie under all else.
    func draw() -> Canvas {
        var canvas = Canvas()
        for line in lines {
            canvas.stroke(
                viewport.path(along: [line.positions]), theme.frame.opacity(0.5), width: 0.5)
        }
        return canvas
    }

    // MARK: Labels

    /// The labels that find room: meridians at the top or the bottom, parallels at the left or right,
    /// each beside its line, none on an obstacle or on another.
    func labels(clearOf obstacles: [LabelObstacle]) -> [Label] {
        var taken = obstacles.map { LabelShape($0) }
        var labels: [Label] = []
        for line in lines {
            let text = words(of: line)
            let set = type.line(text, .note)
            let free = ends(of: line).lazy.map { label(text, set, at: $0, of: line) }.first {
                label in
                label.map { isFree($0.box, taken) } ?? false
            }
            guard let label = free ?? nil else { continue }
            taken.append(.rectangle(label.box))
            labels.append(label)
        }
        return labels
    }

    /// Draws labels over their lines.
    func draw(_ labels: [Label], on canvas: inout Canvas) {
        for label in labels {
            canvas.text(
                label.line, at: label.origin, theme.quietText,
                halo: .init(color: theme.halo.opacity(0.88), radius: subpixels(1.6)))
        }
    }

    private func isFree(_ box: SubpixelBounds, _ taken: [LabelShape]) -> Bool {
        let frame = SubpixelBounds(viewport.frame)
        return box.minX >= frame.minX && box.maxX <= frame.maxX && box.minY >= frame.minY
            && box.maxY <= frame.maxY && !taken.contains { $0.intersects(box) }
    }

    /// Where a line ends in the frame, the better end first; a line that leaves through a side where its
    /// kind is not labelled ends nowhere there.
    private func ends(of line: Line) -> [PixelPoint] {
        let points = viewport.lines(of: line.positions, margin: 0).flatMap(\.points)
        let frame = viewport.frame
        let (left, right) = (Double(frame.x), Double(frame.x + frame.width))
        let (top, bottom) = (Double(frame.y), Double(frame.y + frame.height))
        if line.isMeridian {
            let ends = [points.min { $0.y < $1.y }, points.max { $0.y < $1.y }]
            return ends.compactMap(\.self).filter {
                $0.y <= top + 0.5 || $0.y >= bottom - 0.5 || $0.x > left && $0.x < right
            }
        }
        let ends = [points.min { $0.x < $1.x }, points.max { $0.x < $1.x }]
        return ends.compactMap(\.self).filter {
            $0.x <= left + 0.5 || $0.x >= right - 0.5 || $0.y > top && $0.y < bottom
        }
    }

    /// A label beside the end of its line: right of a meridian, above a parallel.
    private func label(
        _ text: String, _ line: TextLine, at end: PixelPoint, of kind: Line
    ) -> Label? {
        let frame = viewport.frame
        let height = line.capHeightInPixels
        let isFar =
            kind.isMeridian
            ? end.y > Double(frame.y) + Double(frame.height) / 2
            : end.x > Double(frame.x) + Double(frame.width) / 2
        let origin =
            kind.isMeridian
            ? PixelPoint(x: end.x + 4, y: isFar ? end.y - 5 : end.y + 5 + height)
            : PixelPoint(x: isFar ? end.x - 5 - line.widthInPixels : end.x + 5, y: end.y - 4)
        let box = SubpixelBounds(
            minX: subpixels(origin.x - 2), minY: subpixels(origin.y - height - 3),
            maxX: subpixels(origin.x + line.widthInPixels + 2), maxY: subpixels(origin.y + 3))
        return Label(line: line, text: text, origin: origin, box: box)
    }

    /// `46° E`, `39° 30′ N`; the equator, Greenwich and 180° are on no side.
    private func words(of line: Line) -> String {
        let minutes = Int((abs(line.degrees) * 60).rounded())
        let compass = phrases.compass
        let side =
            line.isMeridian
            ? (line.degrees < 0 ? compass.west : compass.east)
            : (line.degrees < 0 ? compass.south : compass.north)
        let isOnASide = minutes > 0 && !(line.isMeridian && minutes == 180 * 60)
        let rest = minutes % 60
        let small = rest == 0 ? "" : "\u{202F}\(rest < 10 ? "0" : "")\(rest)′"
        return "\(minutes / 60)°\(small)" + (isOnASide ? "\u{A0}\(side)" : "")
    }
}

/// The letters of the four directions.
struct Compass: Hashable, Sendable {
    let north, east, south, west: String
}
