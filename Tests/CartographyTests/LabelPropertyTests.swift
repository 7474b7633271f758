import Cartography
import Raster
import TestSupport
import Testing

/// What must hold for any input, checked pair by pair over seeded random maps.
@Suite("Label placement, whatever the input") struct LabelPropertyTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `nothing overlaps`(seed: UInt64) {
        let map = RandomMap(seed: seed)
        let layout = map.placer.place(map.requests)
        let margins = Dictionary(uniqueKeysWithValues: map.requests.map { ($0.id, $0.margin) })
        let places = layout.placements
        for (index, place) in places.enumerated() {
            let room = place.box.outset(by: margins[place.id] ?? 0)
            #expect(map.placer.frame.contains(room), "\(place.id) leaves the frame")
            for obstacle in map.placer.obstacles {
                #expect(!Self.touches(obstacle, room), "\(place.id) touches \(obstacle)")
            }
            for other in places[(index + 1)...] {
                #expect(!room.intersects(other.box), "\(place.id) touches \(other.id)")
                #expect(
                    !place.box.intersects(other.box.outset(by: margins[other.id] ?? 0)),
                    "\(place.id) touches \(other.id)")
            }
        }
        #expect(places.count + layout.dropped.count == map.requests.count)
        #expect(places.count > map.requests.count / 4)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `no label lies on a placed label's mark, and no leader runs through a label`(
        seed: UInt64
    ) {
        let map = RandomMap(seed: seed)
        let places = map.placer.place(map.requests).placements
        let anchors = Dictionary(uniqueKeysWithValues: map.requests.map { ($0.id, $0.anchor) })
        for place in places {
            if case .mark(let centre, let radius)? = anchors[place.id] {
                for other in places {
                    #expect(!Self.touches(.disc(centre, radius: radius), other.box))
                }
            }
            guard let (start, end) = LabelPlacerTests.ends(of: place.leader) else { continue }
            for other in places where other.id != place.id {
                #expect(!Self.crosses(start, end, other.box), "\(place.id) over \(other.id)")
                guard case .mark(let centre, let radius)? = anchors[other.id],
                    case .mark(let own, _)? = anchors[place.id],
                    Self.distance(own, centre) >= Double(radius)
                else { continue }
                let nearest = Self.points(start, end).map { Self.distance($0, centre) }.min() ?? 0
                #expect(nearest > Double(radius) - 2, "\(place.id) over the mark of \(other.id)")
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `the order of requests and obstacles does not matter`(seed: UInt64) {
        let map = RandomMap(seed: seed)
        var random = SplitMix64(seed: seed &+ 1000)
        var shuffled = map.placer
        shuffled.obstacles.shuffle(using: &random)
        #expect(
            shuffled.place(map.requests.shuffled(using: &random)) == map.placer.place(map.requests))
    }

    @Test func `the first in order always has the best of its places`() {
        for seed in 0..<20 as Range<UInt64> {
            let map = RandomMap(seed: seed, obstacles: 0)
            let seen = map.requests.filter { request in
                guard case .mark(let point, _) = request.anchor else { return false }
                return map.placer.frame.contains(point)
            }
            let first = seen.min { ($0.priority, $0.id) < ($1.priority, $1.id) }
            #expect(map.placer.place(seen).placements.first?.id == first?.id)
        }
    }

    /// Exact in a way of its own: the nearest point of the rectangle, or sampling the segment.
    private static func touches(_ obstacle: LabelObstacle, _ box: SubpixelBounds) -> Bool {
        switch obstacle {
        case .rectangle(let other): return other.intersects(box)
        case .disc(let centre, let radius):
            let x = Double(max(box.minX, min(box.maxX, centre.x)) - centre.x)
            let y = Double(max(box.minY, min(box.maxY, centre.y)) - centre.y)
            return (x * x + y * y).squareRoot() < Double(radius)
        case .segment(let start, let end, let halfWidth),
            .course(let start, let end, let halfWidth):
            return crosses(start, end, box.outset(by: halfWidth))
        }
    }

    private static func crosses(
        _ start: SubpixelPoint, _ end: SubpixelPoint, _ box: SubpixelBounds
    ) -> Bool {
        points(start, end).contains { point in
            point.x > box.minX && point.x < box.maxX && point.y > box.minY && point.y < box.maxY
        }
    }

    /// 501 points along a line.
    private static func points(_ start: SubpixelPoint, _ end: SubpixelPoint) -> [SubpixelPoint] {
        (0...500).map { step in
            SubpixelPoint(
                x: start.x + (end.x - start.x) * step / 500,
                y: start.y + (end.y - start.y) * step / 500)
        }
    }

    private static func distance(_ left: SubpixelPoint, _ right: SubpixelPoint) -> Double {
        let (x, y) = (Double(left.x - right.x), Double(left.y - right.y))
        return (x * x + y * y).squareRoot()
    }
}

/// A crowded map: towns, areas, roads' arrows, furniture.
private struct RandomMap {
    let placer: LabelPlacer
    let requests: [LabelRequest]

    init(seed: UInt64, obstacles count: Int = 12) {
        var random = SplitMix64(seed: seed)
        let frame = SubpixelBounds(minX: 2560, minY: 5120, maxX: 130_000, maxY: 100_000)
        func point() -> SubpixelPoint {
            SubpixelPoint(
                x: .random(in: 0...135_000, using: &random),
                y: .random(in: 0...105_000, using: &random))
        }
        var obstacles: [LabelObstacle] = []
        for index in 0..<count {
            switch index % 3 {
            case 0: obstacles.append(.disc(point(), radius: .random(in: 0...5000, using: &random)))
            case 1:
                let corner = point()
                obstacles.append(
                    .rectangle(
                        SubpixelBounds(
                            minX: corner.x, minY: corner.y, maxX: corner.x + 9000,
                            maxY: corner.y + 4000)))
            default: obstacles.append(.segment(point(), point(), halfWidth: 200))
            }
        }
        placer = LabelPlacer(frame: frame, obstacles: obstacles)
        requests = (0..<60).map { index in
            let lines = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                LabelPlacerTests.line(
                    "name \(index % 20)", width: .random(in: 15...90, using: &random),
                    height: .random(in: 10...19, using: &random))
            }
            let anchor: LabelRequest.Anchor =
                index % 5 == 0
                ? .centred([point(), point(), point()])
                : .mark(point(), radius: .random(in: 0...3000, using: &random))
            return LabelRequest(
                id: "place-\(index)", priority: .random(in: 1...4, using: &random), lines: lines,
                anchor: anchor, margin: .random(in: 0...700, using: &random),
                allowsLeader: index % 3 == 0, repeatDistance: index % 7 == 0 ? 20_000 : 0)
        }
    }
}
