// What of a shape is needed to draw it inside a rectangle, without a point that is not its own: so an
// edge that is seen is the same in every rectangle that shows it.
//
//       ●──●──●                        ●     ●
//      ╱       ╲                      ╱  ╲ ╱  ╲       the farther points beyond one side are
//   ┌─╱─────────╲─┐    becomes     ┌─╱────●────╲─┐    left out; the way between those that stay
//   │●           ●│                │●           ●│    does not come into the rectangle
//   └─────────────┘                └─────────────┘
extension PlaneRectangle {
    /// Farther than this from the rectangle shapes are cut after all, to fit the numbers that they are
    /// drawn with: a million pixels.
    private static let farthest = 1_000_000.0

    private var far: PlaneRectangle {
        PlaneRectangle(
            minX: minX - Self.farthest, minY: minY - Self.farthest, maxX: maxX + Self.farthest,
            maxY: maxY + Self.farthest)
    }

    /// The points of a ring that its look in the rectangle needs: of edges that may reach in, of the
    /// edges next to those for their joins, and of the rest enough for it to wind as before.
    func thinned(ring: [PlanePoint]) -> [PlanePoint] {
        guard let bounds = PlaneRectangle(around: ring), intersects(bounds) else { return [] }
        if contains(bounds) { return ring }
        let ring = far.clip(ring: ring)
        let isNeeded = needed(ring, isRing: true)
        var thinning = RingThinning(self)
        for (point, isNeeded) in zip(ring, isNeeded) { thinning.add(point, isNeeded: isNeeded) }
        return thinning.finished()
    }

    /// The runs of a line's points that its look in the rectangle needs, each with the length of the
    /// line before it.
    func runs(of line: [PlanePoint]) -> [(points: [PlanePoint], start: Double)] {
        guard let bounds = PlaneRectangle(around: line), intersects(bounds) else { return [] }
        if contains(bounds) { return [(line, 0)] }
        let isNeeded = needed(line, isRing: false)
        var runs: [(points: [PlanePoint], start: Double)] = []
        var length = 0.0
        for index in line.indices {
            if index > 0 { length += line[index - 1].distance(to: line[index]) }
            guard isNeeded[index] else { continue }
            if index > 0, isNeeded[index - 1] {
                runs[runs.count - 1].points.append(line[index])
            } else {
                runs.append(([line[index]], length))
            }
        }
        return runs.filter { $0.points.count > 1 }.flatMap(cutFar)
    }

    /// A line as it is, if it may reach in; its parts where it is too long to be drawn.
    func whole(_ line: [PlanePoint]) -> [(points: [PlanePoint], start: Double)] {
        guard let bounds = PlaneRectangle(around: line), intersects(bounds) else { return [] }
        return far.clip(line: line)
    }

    /// A run as it is, but for one that leaves what can be drawn.
    private func cutFar(
        _ run: (points: [PlanePoint], start: Double)
    ) -> [(points: [PlanePoint], start: Double)] {
        far.clip(line: run.points).map { ($0.points, run.start + $0.start) }
    }

    /// Which points belong to edges that may reach in, or to the ones next to them.
    private func needed(_ points: [PlanePoint], isRing: Bool) -> [Bool] {
        let sides = points.map { Sides(of: $0, beyond: self) }
        var isNeeded = Array(repeating: false, count: points.count)
        let count = points.count
        for index in 0..<(isRing ? count : max(0, count - 1)) {
            let next = (index + 1) % count
            guard sides[index].isDisjoint(with: sides[next]) else { continue }
            for near in index - 1...index + 2 where isRing || (0..<count).contains(near) {
                isNeeded[(near + count) % count] = true
            }
        }
        return isNeeded
    }
}

/// The sides of a rectangle that a point lies beyond.
///
/// Source: the codes of D. Cohen and I. Sutherland, in W. M. Newman, R. F. Sproull, "Principles of
/// Interactive Computer Graphics" (1973), 124.
private struct Sides: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(of point: PlanePoint, beyond box: PlaneRectangle) {
        rawValue =
            (point.x < box.minX ? 1 : point.x > box.maxX ? 2 : 0)
            | (point.y < box.minY ? 4 : point.y > box.maxY ? 8 : 0)
    }
}

/// Leaves out points of a ring between others that lie beyond the same side.
private struct RingThinning {
    private let box: PlaneRectangle
    private var kept: [PlanePoint] = []
    /// The last point, if it may yet be left out.
    private var pending: PlanePoint?
    /// What all points from the last one kept on lie beyond.
    private var common: Sides = []

    init(_ box: PlaneRectangle) {
        self.box = box
    }

    mutating func add(_ point: PlanePoint, isNeeded: Bool) {
        let sides = Sides(of: point, beyond: box)
        if isNeeded || kept.isEmpty {
            keep(pending)
            keep(point)
            common = sides
            return
        }
        if common.isDisjoint(with: sides), let last = pending {
            keep(last)
            common = Sides(of: last, beyond: box)
        }
        common.formIntersection(sides)
        pending = point
        // Two points that are not needed always lie beyond a common side; a kept one and the next may not.
        if common.isEmpty {
            keep(point)
            common = sides
        }
    }

    private mutating func keep(_ point: PlanePoint?) {
        if let point { kept.append(point) }
        pending = nil
    }

    mutating func finished() -> [PlanePoint] {
        keep(pending)
        return kept
    }
}
