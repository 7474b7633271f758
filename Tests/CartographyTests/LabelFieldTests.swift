import Projections
import Raster
import TestSupport
import Testing
import Typesetting

@testable import Cartography

@Suite("Label placement without a frame") struct LabelFieldTests {
    private static let limits = LabelField.Limits(across: 160, down: 70, rounds: 5)

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `a window shows what the whole shows there`(seed: UInt64) {
        let world = RandomWorld(seed: seed, count: 900)
        let whole = world.place(in: world.bounds)
        var random = SplitMix64(seed: seed &+ 77)
        for _ in 0..<4 {
            let window = world.window(&random)
            let part = world.place(in: window)
            let seen = { (layout: LabelLayout) in
                layout.placements.filter { $0.box.outset(by: 1024).intersects(window) }
            }
            #expect(seen(part) == seen(whole))
        }
        #expect(whole.placements.count > 150)
        #expect(!whole.dropped.isEmpty)
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `nothing overlaps`(seed: UInt64) {
        let world = RandomWorld(seed: seed, count: 500)
        let places = world.place(in: world.bounds).placements
        let requests = Dictionary(uniqueKeysWithValues: world.requests.map { ($0.id, $0) })
        for (index, place) in places.enumerated() {
            let margin = requests[place.id]?.margin ?? 0
            for obstacle in world.obstacles {
                #expect(!LabelShape(obstacle).intersects(place.box.outset(by: margin)))
            }
            for other in places[(index + 1)...] {
                let room = max(margin, requests[other.id]?.margin ?? 0)
                #expect(!place.box.outset(by: room).intersects(other.box))
            }
            for other in places {
                if let mark = requests[other.id]?.markShape {
                    #expect(!mark.intersects(place.box))
                }
            }
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `the order of the input does not matter`(seed: UInt64) {
        let world = RandomWorld(seed: seed, count: 400)
        var shuffled = world
        var random = SplitMix64(seed: seed &+ 5)
        shuffled.requests.shuffle(using: &random)
        shuffled.obstacles.shuffle(using: &random)
        #expect(shuffled.place(in: world.bounds) == world.place(in: world.bounds))
    }

    /// A world that is moved by whole pixels has the same labels, moved.
    @Test func `the place of the window in the numbers does not matter`() {
        let world = RandomWorld(seed: 3, count: 400)
        let moved = world.moved(x: -51_300 * 256, y: 7_777 * 256)
        let (here, there) = (world.place(in: world.bounds), moved.place(in: moved.bounds))
        #expect(here.dropped == there.dropped)
        #expect(
            here.placements.map(\.box.minX) == there.placements.map { $0.box.minX + 51_300 * 256 })
    }

    /// A chain in which each label waits for the next: b blocks a, c blocks b and so on. Expected: as far
    /// as the rounds reach all is as if placed one by one, and the rest stays empty.
    @Test func `a chain of labels that wait for each other is cut after the last round`() {
        let requests = (0..<12).map { index in
            LabelRequest(
                id: "\(100 + index)", priority: index,
                lines: [LabelPlacerTests.line("x", width: 40)],
                anchor: .centred([SubpixelPoint(xInPixels: 42 * Double(index), yInPixels: 0)]),
                margin: 512)
        }
        let frame = SubpixelBounds(minX: -99_999, minY: -9999, maxX: 299_999, maxY: 9999)
        let field = LabelField(obstacles: [], frame: frame)
        let placed = field.place(requests, limits: Self.limits).placements.map(\.id)
        // 42 pixels apart they do not touch, but their margins do: each waits for the one before.
        #expect(placed == ["100", "101", "102", "103", "104"])
    }

    @Test func `a text that reaches farther than the rule allows is dropped`() {
        let request = LabelRequest(
            id: "a", priority: 1, lines: [LabelPlacerTests.line("x", width: 400)],
            anchor: .centred([SubpixelPoint(x: 0, y: 0)]))
        let frame = SubpixelBounds(minX: -99_999, minY: -9999, maxX: 99_999, maxY: 9999)
        let layout = LabelField(obstacles: [], frame: frame).place([request], limits: Self.limits)
        #expect(layout.dropped == ["a"])
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `thinned points of a window are those of the whole`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let items = (0..<3000).map { _ in
            LocalThinning.Item(
                point: PixelPoint(
                    x: .random(in: 0..<6000, using: &random),
                    y: .random(in: 0..<4000, using: &random)),
                distance: [0, 44, 58, 92].randomElement(using: &random) ?? 0)
        }
        let whole = zip(items, LocalThinning.kept(items)).filter { $0.0.point.isIn(2500, 3500) }
        let near = items.filter {
            $0.point.isIn(2500 - LocalThinning.reach, 3500 + LocalThinning.reach)
        }
        let part = zip(near, LocalThinning.kept(near)).filter { $0.0.point.isIn(2500, 3500) }
        #expect(whole.map(\.1) == part.map(\.1))
        #expect(whole.contains { $0.1 } && whole.contains { !$0.1 })
    }

    @Test func `no two kept points are nearer than the lesser one asks for`() {
        var random = SplitMix64(seed: 9)
        let items = (0..<2000).map { _ in
            LocalThinning.Item(
                point: PixelPoint(
                    x: .random(in: 0..<1000, using: &random),
                    y: .random(in: 0..<1000, using: &random)), distance: 50)
        }
        let kept = zip(items, LocalThinning.kept(items)).filter(\.1).map(\.0.point)
        for (index, point) in kept.enumerated() {
            #expect(!kept[(index + 1)...].contains { $0.distance(to: point) < 50 })
        }
        // A square has room for more than half of what a full packing of discs holds.
        #expect(kept.count > 1_000_000 / (50 * 50) / 2)
    }

    /// Towns, areas, marks and arrows over 3000 by 2000 pixels.
    private struct RandomWorld {
        var requests: [LabelRequest]
        var obstacles: [LabelObstacle]
        var bounds = SubpixelBounds(minX: 0, minY: 0, maxX: 3000 * 256, maxY: 2000 * 256)

        init(seed: UInt64, count: Int) {
            var random = SplitMix64(seed: seed)
            func point() -> SubpixelPoint {
                SubpixelPoint(
                    x: .random(in: 0..<3000 * 256, using: &random),
                    y: .random(in: 0..<2000 * 256, using: &random))
            }
            obstacles = (0..<count / 20).map { index in
                let place = point()
                guard index % 4 == 0 else {
                    return .disc(place, radius: .random(in: 0...5000, using: &random))
                }
                let end = SubpixelPoint(
                    x: place.x + .random(in: -30_000...30_000, using: &random),
                    y: place.y + .random(in: -30_000...30_000, using: &random))
                return .segment(place, end, halfWidth: 300)
            }
            requests = (0..<count).map { index in
                let lines = (0..<Int.random(in: 1...2, using: &random)).map { _ in
                    LabelPlacerTests.line(
                        "name \(index % 50)", width: .random(in: 15...90, using: &random),
                        height: .random(in: 10...15, using: &random))
                }
                let home = point()
                let beside = SubpixelPoint(x: home.x + 9000, y: home.y + 2000)
                return LabelRequest(
                    id: "place-\(index)", priority: .random(in: 1...6, using: &random),
                    lines: lines,
                    anchor: index % 6 == 0
                        ? .centred([home, beside])
                        : .mark(home, radius: .random(in: 0...1500, using: &random)),
                    margin: .random(in: 0...700, using: &random))
            }
        }

        /// Places what may matter to a window.
        func place(in window: SubpixelBounds) -> LabelLayout {
            let reach = limits.reach
            var frame = window
            frame.minX -= Int32(reach.across) * 256
            frame.maxX += Int32(reach.across) * 256
            frame.minY -= Int32(reach.down) * 256
            frame.maxY += Int32(reach.down) * 256
            let near = requests.filter { frame.contains($0.home) }
            let room = frame.outset(by: 160 * 256)
            let obstacles = obstacles.filter { LabelShape($0).bounds.intersects(room) }
            return LabelField(obstacles: obstacles, frame: frame).place(near, limits: limits)
        }

        func window(_ random: inout SplitMix64) -> SubpixelBounds {
            let (x, y) = (
                Int32.random(in: 0..<2600, using: &random),
                Int32.random(in: 0..<1700, using: &random)
            )
            return SubpixelBounds(
                minX: x * 256, minY: y * 256, maxX: (x + 400) * 256, maxY: (y + 300) * 256)
        }

        func moved(x: Int32, y: Int32) -> RandomWorld {
            func moved(_ point: SubpixelPoint) -> SubpixelPoint {
                SubpixelPoint(x: point.x + x, y: point.y + y)
            }
            var world = self
            world.obstacles = obstacles.map { obstacle in
                switch obstacle {
                case .disc(let centre, let radius): .disc(moved(centre), radius: radius)
                case .segment(let start, let end, let half):
                    .segment(moved(start), moved(end), halfWidth: half)
                case .course(let start, let end, let half):
                    .course(moved(start), moved(end), halfWidth: half)
                case .rectangle: obstacle
                }
            }
            world.requests = requests.map { request in
                var request = request
                switch request.anchor {
                case .mark(let point, let radius):
                    request.anchor = .mark(moved(point), radius: radius)
                case .centred(let points): request.anchor = .centred(points.map(moved))
                case .along(let courses):
                    request.anchor = .along(courses.map { TextCourse($0.points.map(moved)) })
                }
                return request
            }
            world.bounds = SubpixelBounds(
                minX: bounds.minX + x, minY: bounds.minY + y, maxX: bounds.maxX + x,
                maxY: bounds.maxY + y)
            return world
        }
    }
}

extension PixelPoint {
    fileprivate func isIn(_ low: Double, _ high: Double) -> Bool {
        x >= low && x < high && y >= low - 1500 && y < high - 1500
    }
}
