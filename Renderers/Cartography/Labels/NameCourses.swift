internal import Projections
internal import Raster
internal import Typesetting

/// Where a name may run along lines: over them, from left to right, where they are nearly straight.
///
/// The name's baseline follows the line smoothed, at a distance, so that letters stand beside each other
/// on a line with corners too. Only square roots, which IEEE 754 rounds alike everywhere.
struct NameCourses {
    let name: TextLine
    let typesetter: Typesetter
    /// From the middle of the line to the baseline, in pixels.
    let offset: Double
    /// Where all of the name must stand.
    let frame: PixelFrame

    /// From place to place along a line, in pixels.
    private static let step = 24.0
    /// Places that are looked at on one line.
    private static let most = 40
    /// The ends of a name on a line are at least so far apart, of its length: a bow of about 110°.
    private static let leastStraightness = 0.86
    /// The smoothed line leaves the line by so much at most, in pixels.
    private static let mostShift = 6.0

    /// The best courses: the straighter and the nearer to the line's middle, the better.
    func along(_ lines: [[PixelPoint]]) -> [TextCourse] {
        var found: [(cost: Int, course: TextCourse)] = []
        for line in lines {
            let way = Way(line)
            let length = 1.1 * name.widthInPixels + 4
            guard way.length > length else { continue }
            let count = min(Self.most, Int((way.length - length) / Self.step) + 1)
            for index in 0..<count {
                let start = (way.length - length) * (Double(index) + 0.5) / Double(count)
                guard let (course, straightness) = course(way, from: start, length: length) else {
                    continue
                }
                let cost = Int((1 - straightness) * 400) + abs(2 * index - count + 1)
                found.append((cost, course))
            }
        }
        return found.enumerated().sorted {
            ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
        }
        .prefix(Self.most).map(\.element.course)
    }

    private func course(
        _ way: Way, from start: Double, length: Double
    ) -> (course: TextCourse, straightness: Double)? {
        let count = max(4, Int(length / 4))
        var points = (0...count).map { way.point(at: start + length * Double($0) / Double(count)) }
        let corners = points
        smooth(&points)
        guard let first = points.first, let last = points.last,
            zip(points, corners).allSatisfy({ $0.distance(to: $1) <= Self.mostShift })
        else { return nil }
        if last.x < first.x || last.x == first.x && last.y > first.y { points.reverse() }
        points = raised(points)
        let smoothed = Way(points)
        let straightness = first.distance(to: last) / max(1, smoothed.length)
        guard straightness >= Self.leastStraightness else { return nil }
        let course = TextCourse(points.map { SubpixelPoint($0) })
        guard let box = course.box(of: name), SubpixelBounds(frame).contains(box),
            typesetter.outline(of: name, along: course) != nil
        else { return nil }
        return (course, straightness)
    }

    /// Rounds corners off: each point moves to the middle of itself and its neighbours, again and again.
    private func smooth(_ points: inout [PixelPoint]) {
        for _ in 0..<12 {
            let before = points
            for index in points.indices.dropFirst().dropLast() {
                let (left, middle, right) = (before[index - 1], before[index], before[index + 1])
                points[index] = PixelPoint(
                    x: (left.x + 2 * middle.x + right.x) / 4,
                    y: (left.y + 2 * middle.y + right.y) / 4)
            }
        }
    }

    /// The points beside the line, to the left of its way, which is up for a name from left to right.
    private func raised(_ points: [PixelPoint]) -> [PixelPoint] {
        points.indices.map { index in
            let (before, after) = (
                points[max(0, index - 1)], points[min(points.count - 1, index + 1)]
            )
            let length = max(0.001, before.distance(to: after))
            return PixelPoint(
                x: points[index].x + offset * (after.y - before.y) / length,
                y: points[index].y - offset * (after.x - before.x) / length)
        }
    }
}

/// A line by the length of its way.
private struct Way {
    let points: [PixelPoint]
    private let distances: [Double]

    var length: Double { distances.last ?? 0 }

    init(_ points: [PixelPoint]) {
        self.points = points
        var distances = points.isEmpty ? [] : [0.0]
        for (start, end) in zip(points, points.dropFirst()) {
            distances.append(distances[distances.count - 1] + start.distance(to: end))
        }
        self.distances = distances
    }

    /// The point so far from the start; the line has one corner at least.
    func point(at distance: Double) -> PixelPoint {
        var (low, high) = (0, points.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if distances[middle] <= distance { low = middle } else { high = middle }
        }
        let step = distances[high] - distances[low]
        return step > 0
            ? points[low].toward(points[high], (distance - distances[low]) / step) : points[low]
    }
}

extension TextCourse {
    /// The box of a name along the course, with the height of its letters to all sides; nil without points.
    func box(of name: TextLine) -> SubpixelBounds? {
        guard let first = points.first else { return nil }
        var box = SubpixelBounds(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
        for point in points {
            box = box.union(
                SubpixelBounds(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y))
        }
        return box.outset(by: name.ascent * 4)
    }

    /// Its middle corner.
    var middle: SubpixelPoint? { points.isEmpty ? nil : points[points.count / 2] }

    /// The course moved, in pixels.
    func moved(by shift: WorldPixel) -> TextCourse {
        TextCourse(
            points.map {
                SubpixelPoint(x: $0.x + Int32(shift.x * 256), y: $0.y + Int32(shift.y * 256))
            })
    }
}
