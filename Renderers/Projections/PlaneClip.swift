/// A point of a plane whose unit the caller knows: degrees before projecting, pixels after.
struct PlanePoint: Hashable, Sendable {
    var x: Double
    var y: Double

    /// The point at a share of the way to another.
    func point(towards other: PlanePoint, share: Double) -> PlanePoint {
        PlanePoint(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
    }

    /// The distance to another.
    func distance(to other: PlanePoint) -> Double {
        let (dx, dy) = (other.x - x, other.y - y)
        return (dx * dx + dy * dy).squareRoot()
    }
}

/// An upright rectangle that shapes are cut to.
struct PlaneRectangle: Hashable, Sendable {
    var minX: Double
    var minY: Double
    var maxX: Double
    var maxY: Double

    /// The least rectangle around points; nil for none.
    init?(around points: some Collection<PlanePoint>) {
        guard let first = points.first else { return nil }
        self.init(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
        for point in points.dropFirst() {
            minX = min(minX, point.x)
            minY = min(minY, point.y)
            maxX = max(maxX, point.x)
            maxY = max(maxY, point.y)
        }
    }

    init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    func contains(_ other: PlaneRectangle) -> Bool {
        minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
    }

    func intersects(_ other: PlaneRectangle) -> Bool {
        minX <= other.maxX && minY <= other.maxY && maxX >= other.minX && maxY >= other.minY
    }

    /// The least rectangle around both.
    func union(_ other: PlaneRectangle) -> PlaneRectangle {
        PlaneRectangle(
            minX: min(minX, other.minX), minY: min(minY, other.minY),
            maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
    }

    func shifted(x: Double) -> PlaneRectangle {
        PlaneRectangle(minX: minX + x, minY: minY, maxX: maxX + x, maxY: maxY)
    }
}

extension PlaneRectangle {
    /// The part of a ring inside: one ring, which runs along the edge where the shape leaves it.
    ///
    /// Source: I. E. Sutherland, G. W. Hodgman, "Reentrant Polygon Clipping", Communications of the
    /// ACM 17 (1974), 32-42. The ring is given and returned without its first point repeated.
    func clip(ring: [PlanePoint]) -> [PlanePoint] {
        guard let bounds = PlaneRectangle(around: ring), intersects(bounds) else { return [] }
        if contains(bounds) { return ring }
        var ring = Self.clip(ring, inside: minX, axis: \.x, sign: 1)
        ring = Self.clip(ring, inside: maxX, axis: \.x, sign: -1)
        ring = Self.clip(ring, inside: minY, axis: \.y, sign: 1)
        return Self.clip(ring, inside: maxY, axis: \.y, sign: -1)
    }

    /// Keeps what lies on one side of an edge: above it for sign 1, below it for -1.
    private static func clip(
        _ ring: [PlanePoint], inside limit: Double, axis: WritableKeyPath<PlanePoint, Double>,
        sign: Double
    ) -> [PlanePoint] {
        guard var previous = ring.last else { return [] }
        var kept: [PlanePoint] = []
        kept.reserveCapacity(ring.count)
        var before = sign * (previous[keyPath: axis] - limit)
        for point in ring {
            let here = sign * (point[keyPath: axis] - limit)
            if (before < 0) != (here < 0) {
                var crossing = previous.point(towards: point, share: before / (before - here))
                crossing[keyPath: axis] = limit
                kept.append(crossing)
            }
            if here >= 0 { kept.append(point) }
            (previous, before) = (point, here)
        }
        return kept
    }

    /// The parts of a line inside, each with the length of the line before it.
    ///
    /// Source: Y.-D. Liang, B. A. Barsky, "A New Concept and Method for Line Clipping", ACM
    /// Transactions on Graphics 3 (1984), 1-22.
    func clip(line: [PlanePoint]) -> [(points: [PlanePoint], start: Double)] {
        guard let bounds = PlaneRectangle(around: line), intersects(bounds) else { return [] }
        if contains(bounds) { return [(line, 0)] }
        var parts: [(points: [PlanePoint], start: Double)] = []
        var isOpen = false
        var length = 0.0
        for (from, to) in zip(line, line.dropFirst()) {
            let step = from.distance(to: to)
            if let (enter, leave) = shares(from, to) {
                let end = leave == 1 ? to : from.point(towards: to, share: leave)
                if isOpen && enter == 0 {
                    parts[parts.count - 1].points.append(end)
                } else {
                    let start = enter == 0 ? from : from.point(towards: to, share: enter)
                    parts.append(([start, end], length + step * enter))
                }
                isOpen = leave == 1
            } else {
                isOpen = false
            }
            length += step
        }
        return parts
    }

    /// Whether an edge of a ring comes in, or all of the rectangle lies inside by the even-odd rule.
    func meets(ring: [PlanePoint]) -> Bool {
        guard var before = ring.last else { return false }
        var isInside = false
        for point in ring {
            if shares(before, point) != nil { return true }
            if (point.y > minY) != (before.y > minY),
                minX < point.x + (before.x - point.x) * (minY - point.y) / (before.y - point.y)
            {
                isInside.toggle()
            }
            before = point
        }
        return isInside
    }

    /// Between which shares of a segment it runs inside; nil where it misses.
    private func shares(_ from: PlanePoint, _ to: PlanePoint) -> (enter: Double, leave: Double)? {
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        var (enter, leave) = (0.0, 1.0)
        let edges = [
            (-dx, from.x - minX), (dx, maxX - from.x), (-dy, from.y - minY), (dy, maxY - from.y),
        ]
        for (outward, room) in edges {
            if outward == 0 {
                if room < 0 { return nil }
            } else if outward < 0 {
                enter = max(enter, room / outward)
            } else {
                leave = min(leave, room / outward)
            }
        }
        return enter <= leave ? (enter, leave) : nil
    }
}
