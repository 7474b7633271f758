internal import GeoModel
internal import Projections

/// Rings on a plane, of pixels or degrees, asked again and again what lies inside and how far their edges are.
///
/// Their edges are kept in stretches with a box around each, so that a question looks at the few that
/// matter; the answers are those of looking at all.
struct RingIndex: Hashable, Sendable {
    fileprivate struct Edge: Hashable, Sendable {
        var start: PixelPoint
        var end: PixelPoint
    }

    /// Edges that follow each other, and the box around them.
    fileprivate struct Stretch: Hashable, Sendable {
        var edges: Range<Int>
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double
    }

    /// How many edges share a box.
    private static let stretchLength = 24

    private var edges: [Edge] = []
    private var stretches: [Stretch] = []

    /// Whether there are no rings.
    var isEmpty: Bool { edges.isEmpty }

    init(_ rings: [[PixelPoint]]) {
        for ring in rings {
            let first = edges.count
            guard var before = ring.last else { continue }
            for corner in ring {
                edges.append(Edge(start: before, end: corner))
                before = corner
            }
            for start in stride(from: first, to: edges.count, by: Self.stretchLength) {
                add(start..<min(start + Self.stretchLength, edges.count))
            }
        }
    }

    /// The rings of areas that do not overlap, on the plane of degrees, as outlines are drawn.
    init(degrees areas: [Polygon]) {
        self.init(areas.flatMap { [$0.outer] + $0.holes }.map { $0.map(PixelPoint.init(degrees:)) })
    }

    private mutating func add(_ range: Range<Int>) {
        let first = edges[range.lowerBound].start
        var stretch = Stretch(
            edges: range, left: first.x, top: first.y, right: first.x, bottom: first.y)
        for edge in edges[range] {
            stretch.left = min(stretch.left, edge.end.x)
            stretch.top = min(stretch.top, edge.end.y)
            stretch.right = max(stretch.right, edge.end.x)
            stretch.bottom = max(stretch.bottom, edge.end.y)
        }
        stretches.append(stretch)
    }

    /// Even-odd: how often a ray to the right crosses the rings.
    func contains(_ point: PixelPoint) -> Bool {
        var isInside = false
        for stretch in stretches
        where stretch.top <= point.y && point.y < stretch.bottom && point.x < stretch.right {
            for index in stretch.edges where edges[index].isCrossed(from: point) {
                isInside.toggle()
            }
        }
        return isInside
    }

    /// The distance to the nearest edge, at most `limit`; names are wide, so that height counts twice.
    func depth(of point: PixelPoint, limit: Double) -> Double {
        var depth = limit
        for stretch in stretches where stretch.least(from: point) < depth {
            for index in stretch.edges {
                depth = min(depth, edges[index].depth(from: point))
            }
        }
        return depth
    }
}

extension RingIndex.Edge {
    /// Whether a ray from a point to the right crosses the edge.
    fileprivate func isCrossed(from point: PixelPoint) -> Bool {
        (end.y > point.y) != (start.y > point.y)
            && point.x < (start.x - end.x) * (point.y - end.y) / (start.y - end.y) + end.x
    }

    /// From a point to the nearest point of the edge, height counted twice.
    fileprivate func depth(from point: PixelPoint) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let share =
            length == 0
            ? 0 : max(0, min(1, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length))
        let nearest = start.toward(end, share)
        let (x, y) = (point.x - nearest.x, 2 * (point.y - nearest.y))
        return (x * x + y * y).squareRoot()
    }
}

extension RingIndex.Stretch {
    /// No edge of the stretch is nearer than this, height counted twice.
    fileprivate func least(from point: PixelPoint) -> Double {
        let x = max(0, left - point.x, point.x - right)
        let y = 2 * max(0, top - point.y, point.y - bottom)
        return (x * x + y * y).squareRoot()
    }
}

extension PixelPoint {
    /// A position on the plane of degrees: x is the longitude, y the latitude.
    init(degrees position: Coordinate) {
        self.init(x: position.longitude, y: position.latitude)
    }
}
