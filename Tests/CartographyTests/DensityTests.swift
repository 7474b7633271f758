import GeoModel
import Projections
import Raster
import TestSupport
import Testing

@testable import Cartography

@Suite("Density") struct DensityTests {
    /// A view and the box that random positions lie in, half of them outside the frame.
    private struct View: CustomTestStringConvertible {
        var testDescription: String
        var viewport: Viewport
        var box: BoundingBox

        init(
            _ name: String, _ box: BoundingBox, _ projection: ProjectionChoice = .auto,
            width: Int = 610, height: Int = 407
        ) {
            testDescription = name
            viewport = Viewport(
                fitting: box, in: PixelFrame(x: 13, y: 47, width: width, height: height),
                minimumSpan: 0.01, projection: projection)
            self.box = box
        }
    }

    private static let views = [
        View("a region", BoundingBox(west: 44, south: 38.5, east: 50, north: 42)),
        View("a town", BoundingBox(west: 46.7, south: 39.8, east: 46.8, north: 39.85)),
        View("the world", BoundingBox(west: -180, south: -90, east: 180, north: 90)),
        View(
            "the world in Mercator", BoundingBox(west: -180, south: -85, east: 180, north: 85),
            .mercator),
        View("across 180°", BoundingBox(west: 160, south: -30, east: -150, north: 20)),
        View(
            "a plate of degrees", BoundingBox(west: -20, south: 30, east: 40, north: 60),
            .plateCarree),
        View("the pole", BoundingBox(west: -180, south: 60, east: 180, north: 90), .lambert),
    ]

    private static func positions(_ count: Int, in box: BoundingBox, seed: UInt64)
        -> [FixedCoordinate]
    {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            let east = box.west + box.width * Double.random(in: -0.3...1.3, using: &random)
            let north = box.south + box.height * Double.random(in: -0.3...1.3, using: &random)
            return FixedCoordinate(
                Coordinate(
                    longitude: (east + 540).truncatingRemainder(dividingBy: 360) - 180,
                    latitude: max(-90, min(90, north))))
        }
    }

    /// The expected counts come from projecting each position and looking for the nearest of all middles.
    @Test(arguments: views.indices, [6, 12])
    func `counts are those of projecting every position`(index: Int, width: Int) {
        let view = Self.views[index]
        let grid = HexGrid(view.viewport, widthInPixels: width)
        let positions = Self.positions(20_000, in: view.box, seed: UInt64(index))
        var expected = CellCounts(grid)
        for position in positions {
            let point = view.viewport.position(of: position.coordinate)
            if let cell = point.flatMap({ grid.cell($0) }) {
                expected.cells[cell] += 1
            } else {
                expected.outside += 1
            }
        }
        let counts = CellCounter(grid, view.viewport).count(PointSource(positions))
        // As answers, since thousands of counts in a message tell nobody anything.
        let isEqual = counts == expected
        #expect(isEqual)
        #expect(counts.cells.reduce(0) { $0 + Int($1) } + counts.outside == positions.count)
    }

    @Test func `shuffled positions and threads count alike`() {
        let view = Self.views[0]
        let counter = CellCounter(HexGrid(view.viewport, widthInPixels: 6), view.viewport)
        let positions = Self.positions(100_000, in: view.box, seed: 5)
        let counts = counter.count(PointSource(positions))
        var random = SplitMix64(seed: 9)
        for threads in [2, 3, 16] {
            var source = PointSource(positions.shuffled(using: &random))
            source.threads = threads
            #expect(counter.count(source) == counts)
        }
    }

    /// The nearest middle, found by looking at all of them; of two as near the one that the grid says.
    @Test func `a point belongs to the nearest middle`() {
        let view = Self.views[4]
        let grid = HexGrid(view.viewport, widthInPixels: 10)
        var random = SplitMix64(seed: 2)
        for _ in 0..<300 {
            let (x, y) = (
                Int.random(in: grid.left..<grid.right, using: &random),
                Int.random(in: grid.top..<grid.bottom, using: &random)
            )
            func distance(_ cell: Int) -> Int {
                let middle = grid.middle(cell)
                return (middle.x - x) * (middle.x - x) + (middle.y - y) * (middle.y - y)
            }
            let cell = grid.cell(x: x, y: y)
            let least = (0..<grid.count).map(distance).min()
            #expect(cell.map(distance) == least)
        }
        #expect(grid.cell(x: grid.right, y: grid.top) == nil)
    }

    /// A cell's area is that of its share of the plane; a set of n cells has n of them, holes left out.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `outlines hold the area of their cells`(seed: UInt64) {
        let grid = HexGrid(Self.views[0].viewport, widthInPixels: 12)
        var random = SplitMix64(seed: seed)
        let share = Int.random(in: 1...9, using: &random)
        let isIn = (0..<grid.count).map { _ in Int.random(in: 0..<10, using: &random) < share }
        let area = Self.area(grid.outline(of: isIn))
        let expected = Double(grid.width * grid.rise) * Double(isIn.count { $0 })
        #expect(abs(area - expected) <= expected * 1e-9)
    }

    /// Twice half the sum of the cross products of a path's edges, holes counting against it.
    private static func area(_ path: Path) -> Double {
        var (sum, start, last) = (0.0, SubpixelPoint(x: 0, y: 0), SubpixelPoint(x: 0, y: 0))
        func cross(_ a: SubpixelPoint, _ b: SubpixelPoint) -> Double {
            Double(a.x) * Double(b.y) - Double(b.x) * Double(a.y)
        }
        for element in path.elements {
            switch element {
            case .move(let point): (start, last) = (point, point)
            case .line(let point):
                sum += cross(last, point)
                last = point
            case .close: sum += cross(last, start)
            default: break
            }
        }
        return abs(sum) / 2
    }

    @Test(arguments: [
        ([1, 1, 2, 3, 4, 5, 9, 12], ["1-1", "2-4", "5-9", "10-12"]),
        ([0, 0], []), ([7], ["5-7"]), ([1], ["1-1"]), ([100, 150, 250], ["100-199", "200-250"]),
    ])
    func `classes have round limits`(counts: [Int], expected: [String]) {
        let classes = DensityClasses(counts).classes
        #expect(classes.map { "\($0.least)-\($0.most)" } == expected)
        for count in counts where count > 0 {
            let index = DensityClasses(counts).index(of: count) ?? -1
            #expect(classes[index].least <= count && count <= classes[index].most)
        }
        #expect(classes.map(\.cells).reduce(0, +) == counts.count { $0 > 0 })
    }

    /// No other way to cut the steps into seven costs less: all of them are tried.
    @Test(arguments: 0..<10 as Range<UInt64>)
    func `many steps are put together where cells differ least`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let counts = (0..<400).map { _ in
            Int.random(in: 1...4, using: &random)
                * [1, 10, 100, 1_000][Int.random(in: 0..<4, using: &random)]
        }
        let classes = DensityClasses(counts).classes
        #expect(classes.count == DensityClasses.most)
        let limits = classes.map { DensityClasses.step(of: $0.least) }
        let last = DensityClasses.step(of: counts.max() ?? 1)
        let steps = counts.map(DensityClasses.step)
        let found = Self.cost(steps, limits)
        for cut in Self.choices(from: 1...last, count: DensityClasses.most - 1) {
            #expect(found <= Self.cost(steps, [0] + cut) + 1e-6)
        }
    }

    private static func choices(from range: ClosedRange<Int>, count: Int) -> [[Int]] {
        guard count > 0 else { return [[]] }
        guard range.count >= count else { return [] }
        return range.flatMap { first -> [[Int]] in
            guard first < range.upperBound || count == 1 else { return [] }
            guard count > 1 else { return [[first]] }
            return choices(from: (first + 1)...range.upperBound, count: count - 1).map {
                [first] + $0
            }
        }
    }

    private static func cost(_ steps: [Int], _ limits: [Int]) -> Double {
        let groups = Dictionary(grouping: steps) { step in limits.lastIndex { $0 <= step } ?? 0 }
        return groups.values.map { group in
            let mean = Double(group.reduce(0, +)) / Double(group.count)
            return group.map { (Double($0) - mean) * (Double($0) - mean) }.reduce(0, +)
        }.reduce(0, +)
    }

    /// L* by CIE 15:2004, from sRGB by IEC 61966-2-1.
    @Test(arguments: Theme.all) func `tones are even steps of lightness apart`(theme: Theme) {
        let lightness = theme.densityTones.map(Self.lightness)
        let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
        let mean = steps.reduce(0, +) / Double(steps.count)
        #expect(abs(mean) > 10)
        for step in steps { #expect(abs(step - mean) < 2) }
        #expect(theme.densityTones(1).count == 1)
        #expect(theme.densityTones(0).isEmpty)
        #expect(theme.densityTones(7) == theme.densityTones)
    }

    private static func lightness(_ color: Color) -> Double {
        let channels = [color.red, color.green, color.blue].map { value in
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : Self.power((share + 0.055) / 1.055)
        }
        let y = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        guard y > 216.0 / 24389 else { return y * 24389 / 27 }
        var root = 0.5
        for _ in 0..<40 { root -= (root * root * root - y) / (3 * root * root) }
        return 116 * root - 16
    }

    /// To the power 2.4: x² · ⁵√x².
    private static func power(_ x: Double) -> Double {
        var root = 1.0
        let target = x * x
        for _ in 0..<60 {
            root -= (root * root * root * root * root - target) / (5 * root * root * root * root)
        }
        return target * root
    }
}
