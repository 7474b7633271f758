internal import GeoModel

extension BoundaryStore {
    /// The same outlines with fewer vertices, for a map that cannot show them all.
    ///
    /// Each arc is thinned once, whatever it bounds, so that areas still meet without gap or
    /// overlap and lines still run along their fills. No line moves farther than the tolerance; ends
    /// of arcs stay, and so do closed arcs that would shrink to a line. At large tolerances thinned
    /// lines may cross one another.
    ///
    /// Source: D. Douglas, T. Peucker, "Algorithms for the reduction of the number of points",
    /// Cartographica 10 (1973), 112.
    ///
    /// - Parameter tolerance: Degrees, of longitude and latitude alike; about half the degrees of
    ///   latitude in a pixel does not show. Not negative.
    /// - Returns: A store of its own; keep it for the maps of a scale.
    /// - Complexity: O(*n* log *n*) in the vertices as a rule, O(*n*²) at worst.
    public func generalised(toDegrees tolerance: Double) -> BoundaryStore {
        precondition(tolerance >= 0, "a tolerance is not negative")
        var records = records
        for index in records.arcs.indices {
            records.arcs[index] = records.arcs[index].thinned(tolerance)
        }
        return BoundaryStore(records)
    }
}

extension Arc {
    fileprivate func thinned(_ tolerance: Double) -> Arc {
        var keep = [Bool](repeating: false, count: points.count)
        var spans: [Range<Int>] = []
        let last = points.count - 1
        keep[0] = true
        keep[last] = true
        if points[0] == points[last], let far = farthestFromStart {
            keep[far] = true
            spans = [0..<far, far..<last]
        } else {
            spans = [0..<last]
        }
        while let span = spans.popLast() {
            guard let (index, distance2) = farthest(in: span), distance2 > tolerance * tolerance
            else { continue }
            keep[index] = true
            spans += [span.lowerBound..<index, index..<span.upperBound]
        }
        let kept = zip(points, keep).filter(\.1).map(\.0)
        let isCollapsed = points[0] == points[last] && kept.count < 4
        guard !isCollapsed, let box = BoundingBox(around: kept) else { return self }
        return Arc(points: kept, box: box)
    }

    private var farthestFromStart: Int? {
        points.indices.dropFirst().dropLast().max { left, right in
            distance2(points[left], points[0]) < distance2(points[right], points[0])
        }
    }

    /// The vertex strictly inside a span of edges that lies farthest from the chord between its ends.
    private func farthest(in span: Range<Int>) -> (index: Int, distance2: Double)? {
        let (start, end) = (points[span.lowerBound], points[span.upperBound])
        var worst: (index: Int, distance2: Double)?
        for index in span.dropFirst() {
            let distance2 = distance2(points[index], from: start, to: end)
            if distance2 > worst?.distance2 ?? -1 { worst = (index, distance2) }
        }
        return worst
    }

    private func distance2(_ a: Coordinate, _ b: Coordinate) -> Double {
        let (x, y) = (a.longitude - b.longitude, a.latitude - b.latitude)
        return x * x + y * y
    }

    private func distance2(
        _ position: Coordinate, from start: Coordinate, to end: Coordinate
    ) -> Double {
        let length2 = distance2(start, end)
        guard length2 > 0 else { return distance2(position, start) }
        let (dx, dy) = (end.longitude - start.longitude, end.latitude - start.latitude)
        let (px, py) = (position.longitude - start.longitude, position.latitude - start.latitude)
        let share = min(1, max(0, (px * dx + py * dy) / length2))
        let (x, y) = (px - share * dx, py - share * dy)
        return x * x + y * y
    }
}
