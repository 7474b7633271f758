/// Leaves out points that no reader could see: those whose triangle with their neighbours is smaller
/// than `area`, least first, until none is left.
///
/// The first and last point of a line stay; a ring (its first point not repeated) keeps three. Equal
/// areas go by position, so the same points always give the same line.
///
/// Source: M. Visvalingam, J. D. Whyatt, "Line Generalisation by Repeated Elimination of Points",
/// Cartographic Journal 30 (1993), 46-51.
///
/// - Complexity: O(n log n).
func simplified(_ points: [PlanePoint], isRing: Bool, area: Double) -> [PlanePoint] {
    guard points.count > (isRing ? 3 : 2) else { return points }
    var chain = VertexChain(points, isRing: isRing)
    var queue = AreaQueue()
    for index in points.indices {
        if let size = chain.triangle(at: index), size < area {
            queue.insert(area: size, index: index)
        }
    }
    while chain.count > (isRing ? 3 : 2), let least = queue.removeLeast() {
        // An entry from before a neighbour went says an old area: the newer one is queued as well.
        guard chain.isKept[least.index], chain.triangle(at: least.index) == least.area else {
            continue
        }
        for neighbour in chain.remove(least.index) {
            if let size = chain.triangle(at: neighbour), size < area {
                queue.insert(area: size, index: neighbour)
            }
        }
    }
    return points.indices.filter { chain.isKept[$0] }.map { points[$0] }
}

/// The points still in a line, each knowing its neighbours.
private struct VertexChain {
    private let points: [PlanePoint]
    private var previous: [Int]
    private var next: [Int]
    private(set) var isKept: [Bool]
    private(set) var count: Int

    init(_ points: [PlanePoint], isRing: Bool) {
        self.points = points
        count = points.count
        isKept = Array(repeating: true, count: count)
        previous = points.indices.map { $0 - 1 }
        next = points.indices.map { $0 + 1 }
        previous[0] = isRing ? count - 1 : -1
        next[count - 1] = isRing ? 0 : -1
    }

    /// The area of the triangle with both neighbours; nil at the end of a line.
    func triangle(at index: Int) -> Double? {
        guard previous[index] >= 0, next[index] >= 0 else { return nil }
        let (a, b, c) = (points[previous[index]], points[index], points[next[index]])
        return abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2
    }

    /// Takes a point out and gives the neighbours whose triangles changed.
    mutating func remove(_ index: Int) -> [Int] {
        let (before, after) = (previous[index], next[index])
        next[before] = after
        previous[after] = before
        isKept[index] = false
        count -= 1
        return [before, after]
    }
}

/// A binary heap of triangles, least first.
private struct AreaQueue {
    private var heap: [(area: Double, index: Int)] = []

    mutating func insert(area: Double, index: Int) {
        heap.append((area, index))
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeLeast() -> (area: Double, index: Int)? {
        guard let least = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return least }
        heap[0] = last
        var parent = 0
        while true {
            let left = 2 * parent + 1
            guard left < heap.count else { break }
            let right = left + 1
            let child = right < heap.count && precedes(right, left) ? right : left
            guard precedes(child, parent) else { break }
            heap.swapAt(child, parent)
            parent = child
        }
        return least
    }

    private func precedes(_ left: Int, _ right: Int) -> Bool {
        (heap[left].area, heap[left].index) < (heap[right].area, heap[right].index)
    }
}
