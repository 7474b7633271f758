public import Raster

/// A line on the plane that text runs along.
///
/// Lengths by square roots alone, which IEEE 754 rounds alike everywhere: no sines.
public struct TextCourse: Hashable, Sendable {
    /// The corners, from start to end.
    public let points: [SubpixelPoint]

    /// Makes a course of its corners.
    public init(_ points: [SubpixelPoint]) {
        self.points = points
    }

    /// The course from its other end.
    var reversed: TextCourse { TextCourse(points.reversed()) }

    /// How far each corner lies from the start, in 1/256 pixel.
    var distances: [Double] {
        var distances: [Double] = [0]
        for (start, end) in zip(points, points.dropFirst()) {
            let (x, y) = (Double(end.x) - Double(start.x), Double(end.y) - Double(start.y))
            distances.append(distances[distances.count - 1] + (x * x + y * y).squareRoot())
        }
        return distances
    }
}

/// Finds places on a course; near the last one in few steps.
struct CourseWalk {
    private let points: [SubpixelPoint]
    private let distances: [Double]
    /// The corner before the place that was asked for last.
    private var corner = 0

    init(_ course: TextCourse) {
        points = course.points
        distances = course.distances
    }

    /// The length, in 1/256 pixel; 0 for less than two corners.
    var length: Double { distances[distances.count - 1] }

    /// The place so far from the start; beyond an end, the end.
    mutating func place(at distance: Double) -> (x: Double, y: Double) {
        while corner > 0, distances[corner] > distance { corner -= 1 }
        while corner + 2 < points.count, distances[corner + 1] < distance { corner += 1 }
        let (start, end) = (points[corner], points[corner + 1])
        let step = distances[corner + 1] - distances[corner]
        let share = step > 0 ? max(0, min(1, (distance - distances[corner]) / step)) : 0
        return (
            x: Double(start.x) + share * (Double(end.x) - Double(start.x)),
            y: Double(start.y) + share * (Double(end.y) - Double(start.y))
        )
    }
}
