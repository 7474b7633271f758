import Testing

@testable import Raster

@Suite("Paths") struct PathTests {
    /// Expected: points of the curve itself, by de Casteljau's construction in floating point.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func `curves are cut into lines within a fiftieth of a pixel`(seed: UInt64) {
        var random = SplitMix(state: seed)
        let points = (0..<4).map { _ in random.point(-100_000...100_000) }
        let isCubic = seed % 2 == 0
        let path = Path([
            .move(points[0]),
            isCubic
                ? .cubic(points[1], points[2], to: points[3])
                : .quadratic(points[1], to: points[2]),
        ])
        let lines = path.flattened().elements.dropFirst()
        let count = Double(lines.count)
        var start = points[0]
        for (index, element) in lines.enumerated() {
            guard case .line(let end) = element else {
                Issue.record("only lines expected")
                return
            }
            // Half way along each line, where it is farthest from the curve.
            let controls = isCubic ? points : Array(points.prefix(3))
            let curve = Self.point(controls, at: (Double(index) + 0.5) / count)
            let line = Vector(from: start, to: end)
            let offset = Vector(x: curve.x - Double(start.x), y: curve.y - Double(start.y))
            #expect(abs(line.cross(offset)) / max(1, line.length) <= 256.0 / 50)
            start = end
        }
        #expect(start == points[isCubic ? 3 : 2])
    }

    private static func point(_ controls: [SubpixelPoint], at t: Double) -> (x: Double, y: Double) {
        var points = controls.map { (x: Double($0.x), y: Double($0.y)) }
        while points.count > 1 {
            points = zip(points, points.dropFirst()).map { a, b in
                (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
            }
        }
        return points[0]
    }

    /// Expected: π r².
    @Test func `circles are round`() {
        let circle = Path.circle(center: SubpixelPoint(x: 5120, y: 5120), radius: 4608)
        let map = CoverageMap(circle, width: 40, height: 40)
        #expect(abs(map.area - 3.14159265 * 18 * 18) < 1)
        // The same in all four quarters.
        for y in 0..<20 {
            for x in 0..<20 {
                let quarters = [(x, y), (39 - x, y), (x, 39 - y), (39 - x, 39 - y)].map {
                    map.values[$0.1 * 40 + $0.0]
                }
                #expect((quarters.max() ?? 0) - (quarters.min() ?? 0) <= 512)
            }
        }
    }

    @Test func `round corners take away their squares and give back quarter circles`() {
        let bounds = SubpixelBounds(minX: 0, minY: 0, maxX: 5120, maxY: 2560)
        let area = CoverageMap(
            .roundedRectangle(bounds, radius: 1024), width: 20, height: 10
        ).area
        #expect(abs(area - (200 - (4 - 3.14159265) * 16)) < 0.25)
        #expect(Path.roundedRectangle(bounds, radius: 0) == .rectangle(bounds))
        // A radius over half of the shorter side is that half.
        #expect(
            Path.roundedRectangle(bounds, radius: 9000)
                == Path.roundedRectangle(bounds, radius: 1280))
    }

    @Test func `bounds, moves and maps take all points`() {
        let path = Path([
            .move(SubpixelPoint(x: 1, y: 2)),
            .cubic(
                SubpixelPoint(x: -9, y: 4), SubpixelPoint(x: 3, y: 30),
                to: SubpixelPoint(x: 5, y: 6)),
            .close,
        ])
        #expect(path.bounds == SubpixelBounds(minX: -9, minY: 2, maxX: 5, maxY: 30))
        #expect(Path().bounds == nil)
        #expect(
            path.translated(x: 10, y: -2).bounds
                == SubpixelBounds(minX: 1, minY: 0, maxX: 15, maxY: 28))
        // A quarter turn and twice as large: (x, y) to (-2y, 2x).
        let turned = path.transformed(AffineTransform(a: 0, b: 2, c: -2, d: 0))
        #expect(turned.bounds == SubpixelBounds(minX: -60, minY: -18, maxX: -4, maxY: 10))
        #expect(
            path.translated(x: .max, y: 0).bounds?.maxX == .max, "a point stops at the end")
    }

    /// Found by fuzzing: the corner at the origin was cut off.
    @Test func `a contour without a move begins at the origin`() {
        let points = [SubpixelPoint(x: 1024, y: 0), SubpixelPoint(x: 0, y: 1024)]
        let path = Path([.close] + points.map { .line($0) })
        #expect(path.bounds == SubpixelBounds(minX: 0, minY: 0, maxX: 1024, maxY: 1024))
        let inner = Path([.line(SubpixelPoint(x: 1024, y: 512)), .line(points[1])])
        #expect(inner.bounds?.minX == 0 && inner.bounds?.minY == 0)
        #expect(CoverageMap(path, width: 5, height: 5).area == 8)
        #expect(CoverageMap(inner, width: 5, height: 5).area == 8)
    }
}
