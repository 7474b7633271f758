import Projections
import TestSupport
import Testing

@testable import Cartography

@Suite("Rings by stretches of their edges") struct RingIndexTests {
    @Test func `what lies inside is that of looking at every edge`() {
        var random = SplitMix64(seed: 7)
        let rings = (0..<6).map { _ in star(corners: 90, &random) }
        let index = RingIndex(rings)
        var inside = 0
        for _ in 0..<2000 {
            let point = PixelPoint(
                x: Double.random(in: -20...220, using: &random),
                y: Double.random(in: -20...220, using: &random))
            let crossings = edges(of: rings).count { start, end in
                (start.y > point.y) != (end.y > point.y)
                    && point.x < start.x
                        + (end.x - start.x) * (point.y - start.y) / (end.y - start.y)
            }
            #expect(index.contains(point) == (crossings % 2 == 1))
            inside += crossings % 2
        }
        #expect((200...1800).contains(inside))
    }

    @Test func `the depth is the least distance to an edge with the height doubled`() {
        var random = SplitMix64(seed: 8)
        let rings = (0..<6).map { _ in star(corners: 90, &random) }
        let index = RingIndex(rings)
        for _ in 0..<300 {
            let point = PixelPoint(
                x: Double.random(in: 0...200, using: &random),
                y: Double.random(in: 0...200, using: &random))
            // Points of the edges, close to each other, stand for the edges.
            let least = edges(of: rings).flatMap { start, end in
                (0...100).map { step -> Double in
                    let share = Double(step) / 100
                    let x = start.x + (end.x - start.x) * share - point.x
                    let y = start.y + (end.y - start.y) * share - point.y
                    // Nearest on the plane, told with the height doubled.
                    return (x * x + 4 * y * y).squareRoot()
                }
            }.min()
            let depth = index.depth(of: point, limit: 1000)
            // Nearest on the plane is not always nearest with the height doubled.
            #expect(depth >= (least ?? 0) - 0.5 && depth <= 2 * (least ?? 0) + 0.5)
            #expect(index.depth(of: point, limit: 1) <= 1)
        }
    }

    @Test func `no rings hold nothing`() {
        #expect(RingIndex([]).isEmpty)
        #expect(!RingIndex([]).contains(PixelPoint(x: 0, y: 0)))
        #expect(RingIndex([]).depth(of: PixelPoint(x: 0, y: 0), limit: 12) == 12)
    }

    private func star(corners: Int, _ random: inout SplitMix64) -> [PixelPoint] {
        let middle = PixelPoint(
            x: Double.random(in: 40...160, using: &random),
            y: Double.random(in: 40...160, using: &random))
        return (0..<corners).map { corner in
            let radius = Double.random(in: 15...60, using: &random)
            let turn = Double(corner) / Double(corners) * 2 * .pi
            return PixelPoint(
                x: middle.x + radius * unitX(turn), y: middle.y + radius * unitX(turn - .pi / 2))
        }
    }

    /// The cosine, by its series: no library of the system is asked.
    private func unitX(_ turn: Double) -> Double {
        let x = turn.remainder(dividingBy: 2 * .pi)
        return (1..<14).reversed().reduce(1.0) { sum, term in
            1 - sum * x * x / Double((2 * term - 1) * (2 * term))
        }
    }

    private func edges(of rings: [[PixelPoint]]) -> [(PixelPoint, PixelPoint)] {
        rings.flatMap { ring in zip(ring, ring.dropFirst() + ring.prefix(1)) }
    }
}
