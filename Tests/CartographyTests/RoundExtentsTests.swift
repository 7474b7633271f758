import Raster
import TestSupport
import Testing

@testable import Cartography

/// Whatever is left out or skipped, the answers are those of a look at every box.
@Suite("Boxes with rounds") struct RoundExtentsTests {
    private static let frame = SubpixelBounds(minX: -900, minY: 700, maxX: 90_000, maxY: 70_000)

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `the greatest round is that of all boxes that are touched`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let boxes = (0..<300).map { _ in
            (box: Self.box(&random, 300...40_000), round: Int.random(in: 1...5, using: &random))
        }
        var extents = RoundExtents(frame: Self.frame)
        for (box, round) in boxes { extents.insert(box, round: round) }
        for _ in 0..<300 {
            let asked = Self.box(&random, 1...9_000)
            let expected = boxes.filter { $0.box.intersects(asked) }.map(\.round).max() ?? 0
            #expect(extents.greatest(touching: asked) == expected)
        }
    }

    /// 20,000 labels around points within 20 pixels: a box in each of some 60 cells would be 1,200,000.
    @Test func `a crowd of labels leaves few boxes`() {
        var random = SplitMix64(seed: 1)
        var extents = RoundExtents(frame: Self.frame)
        for number in 0..<20_000 {
            let box = SubpixelBounds(
                minX: .random(in: 9_000...14_000, using: &random),
                minY: .random(in: 9_000...14_000, using: &random),
                maxX: .random(in: 70_000...75_000, using: &random),
                maxY: .random(in: 50_000...55_000, using: &random))
            extents.insert(box, round: 1 + number % 5)
        }
        #expect(extents.count < 1_000)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a shape in several cells counts once`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let shapes = (0..<200).map { index -> LabelShape in
            let box = Self.box(&random, 300...40_000)
            return index % 2 == 0 ? .rectangle(box) : .disc(box.middle, radius: box.width / 2)
        }
        var grid = LabelGrid(frame: Self.frame)
        for (index, shape) in shapes.enumerated() { grid.insert(shape, owner: .mark(index)) }
        for _ in 0..<50 {
            let asked = Self.box(&random, 1...30_000)
            let line = LabelSegment(
                start: asked.middle, end: SubpixelPoint(x: asked.maxX, y: asked.minY))
            let others = shapes.dropFirst()
            #expect(
                grid.count(touching: asked, margin: 300, besides: .mark(0))
                    == others.count { $0.intersects(asked.outset(by: 300)) })
            #expect(
                grid.count(crossing: line, besides: .mark(0))
                    == others.count { $0.intersects(line) })
        }
    }

    /// A box with its middle in the frame.
    private static func box(
        _ random: inout SplitMix64, _ sides: ClosedRange<Int32>
    ) -> SubpixelBounds {
        let x = Int32.random(in: 0...90_000, using: &random)
        let y = Int32.random(in: 700...70_000, using: &random)
        let width = Int32.random(in: sides, using: &random)
        let height = Int32.random(in: sides, using: &random)
        return SubpixelBounds(
            minX: x - width / 2, minY: y - height / 2, maxX: x - width / 2 + width,
            maxY: y - height / 2 + height)
    }
}
