import Testing

@testable import Raster

@Suite("Grown outlines") struct GrownOutlineTests {
    private static func square(_ min: Int32, _ max: Int32, reversed: Bool = false) -> Path {
        let corners = [(min, min), (max, min), (max, max), (min, max)].map {
            SubpixelPoint(x: $0.0, y: $0.1)
        }
        var path = Path()
        path.addPolygon(reversed ? corners.reversed() : corners)
        return path
    }

    /// Expected: J. Steiner's formula for convex shapes: area + perimeter · r + π r².
    @Test(arguments: [false, true])
    func `a square grows by a rim with round corners`(reversed: Bool) {
        let grown = Self.square(5 * 256, 15 * 256, reversed: reversed).grown(
            by: 2 * 256, tolerance: 2)
        let map = CoverageMap(grown, width: 20, height: 20)
        #expect(abs(map.area - (100 + 40 * 2 + Double.pi * 4)) < 0.1)
    }

    /// Expected: a hole of 10 loses 2 on each side; one of 3 is gone.
    @Test(arguments: [(10.0, 36.0), (3, 0)])
    func `a hole shrinks until it is gone`(size: Double, left: Double) {
        let half = Int32(size * 128)
        var path = Self.square(3 * 256, 27 * 256)
        path.elements += Self.square(15 * 256 - half, 15 * 256 + half, reversed: true).elements
        let map = CoverageMap(path.grown(by: 2 * 256), width: 30, height: 30)
        let inside = CoverageMap(
            path.grown(by: 2 * 256), clip: PixelBounds(minX: 8, minY: 8, maxX: 22, maxY: 22))
        #expect(abs(14 * 14 - inside.area - left) < 0.2)
        #expect(map.area > inside.area)
    }

    /// Expected: the same pixels as the inside together with a line along the outline.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func `any star grows to what a line along it covers`(seed: UInt64) {
        var random = SplitMix(state: seed)
        let directions: [(Int32, Int32)] = [
            (4, 0), (4, 2), (3, 3), (2, 4), (0, 4), (-2, 4), (-3, 3), (-4, 2),
            (-4, 0), (-4, -2), (-3, -3), (-2, -4), (0, -4), (2, -4), (3, -3), (4, -2),
        ]
        var path = Path()
        path.addPolygon(
            directions.map { x, y in
                let distance = Int32.random(in: 100...600, using: &random)
                return SubpixelPoint(x: 3840 + x * distance, y: 3840 + y * distance)
            })
        // The star may wind against the pieces of the stroke: then it adds to them turned round.
        let line = path.stroked(Stroke(widthInPixels: 3.2))
        let unions = [path, path.turnedRound].map { star in
            CoverageMap(
                Path(line.elements + star.elements), width: 30, height: 30)
        }
        let grown = CoverageMap(path.grown(by: 410, tolerance: 4), width: 30, height: 30)
        let expected = unions[0].sum > unions[1].sum ? unions[0] : unions[1]
        for (left, right) in zip(grown.values, expected.values) {
            #expect(abs(Int(left) - Int(right)) < 65536 / 12)
        }
    }
}

extension Path {
    /// The one contour, the other way round.
    fileprivate var turnedRound: Path {
        var corners: [SubpixelPoint] = []
        for element in elements {
            switch element {
            case .move(let point), .line(let point): corners.append(point)
            case .quadratic, .cubic, .close: break
            }
        }
        var path = Path()
        path.addPolygon(corners.reversed())
        return path
    }
}
