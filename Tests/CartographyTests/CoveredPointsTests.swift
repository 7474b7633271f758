@testable import Cartography
import Raster
import TestSupport
import Testing

/// Whatever a lattice says must be what the shapes themselves say.
@Suite("Points inside obstacles") struct CoveredPointsTests {
    private static let frame = SubpixelBounds(minX: 700, minY: -900, maxX: 90_000, maxY: 70_000)

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `a rectangle that holds a covered point meets an obstacle`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let shapes = (0..<12).map { Self.shape($0, &random) }
        var covered = CoveredPoints(frame: Self.frame)
        for shape in shapes { covered.insert(shape) }
        for _ in 0..<400 {
            let box = Self.box(&random, most: 9_000)
            if covered.isAny(in: box) { #expect(shapes.contains { $0.intersects(box) }) }
        }
    }

    /// From point to point are 4 pixels, so that a square of more than 4 pixels holds one.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func `no obstacle as wide as a name is missed by a rectangle in its middle`(seed: UInt64) {
        var random = SplitMix64(seed: seed &+ 100)
        let middle = SubpixelPoint(
            x: .random(in: 3_000...87_000, using: &random),
            y: .random(in: 3_000...67_000, using: &random))
        let speck = SubpixelBounds(
            minX: middle.x, minY: middle.y, maxX: middle.x, maxY: middle.y)
        var covered = CoveredPoints(frame: Self.frame)
        covered.insert(.disc(middle, radius: 4 * 256))
        #expect(covered.isAny(in: speck.outset(by: 4 * 256)))
        #expect(!covered.isAny(in: speck.outset(by: 4 * 256).moved(by: 9 * 256)))
    }

    private static func shape(_ index: Int, _ random: inout SplitMix64) -> LabelShape {
        let box = box(&random, most: 6_000)
        return index % 2 == 0 ? .rectangle(box) : .disc(box.middle, radius: box.width / 2)
    }

    private static func box(_ random: inout SplitMix64, most: Int32) -> SubpixelBounds {
        let corner = SubpixelPoint(
            x: .random(in: -4_000...95_000, using: &random),
            y: .random(in: -4_000...75_000, using: &random))
        return SubpixelBounds(
            minX: corner.x, minY: corner.y, maxX: corner.x + .random(in: 0...most, using: &random),
            maxY: corner.y + .random(in: 0...most, using: &random))
    }
}

extension SubpixelBounds {
    fileprivate func moved(by x: Int32) -> SubpixelBounds {
        SubpixelBounds(minX: minX + x, minY: minY, maxX: maxX + x, maxY: maxY)
    }
}
