import Raster
import Testing

@Suite("Counting points") struct PointCountsTests {
    private typealias Position = PointCounts.Position

    /// Expected: a dictionary from cell to count, by whole division.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func `each cell has the points that fall into it, the rest is outside`(seed: UInt64) {
        var random = SplitMix(state: seed)
        let window = PointCounts.Window(
            column: .random(in: 0...50, using: &random), row: .random(in: 0...50, using: &random),
            columns: .random(in: 1...70, using: &random), rows: .random(in: 1...70, using: &random),
            cellBits: [0, 3, 25, 24][Int(seed % 4)])
        // Most of them near the window, in pieces of any size.
        let reach = min(UInt64(UInt32.max), UInt64(130) << UInt64(window.cellBits))
        let points = (0..<5000).map { _ in
            Position(
                x: UInt32.random(in: 0...UInt32(reach), using: &random),
                y: UInt32.random(in: 0...UInt32(reach), using: &random))
        }
        var counted = PointCounts(window)
        for piece in [0..<4200, 4200..<4201, 4201..<5000] {
            counted.add(all: Array(points[piece]))
        }
        var expected: [[UInt32]: UInt64] = [:]
        for point in points {
            let side = UInt64(1) << UInt64(window.cellBits)
            expected[
                [UInt32(UInt64(point.x) / side), UInt32(UInt64(point.y) / side)], default: 0] += 1
        }
        let cells = (0..<window.rows).flatMap { row in
            (0..<window.columns).map { column in
                expected[[window.column + UInt32(column), window.row + UInt32(row)]] ?? 0
            }
        }
        #expect(counted.counts == cells)
        #expect(cells.reduce(counted.outside, +) == 5000)
        #expect(counted[window.columns - 1, 0] == cells[window.columns - 1])
    }

    @Test func `the corners of the world have their cells`() {
        var counted = PointCounts(
            PointCounts.Window(column: 0, row: 0, columns: 256, rows: 256, cellBits: 24))
        counted.add(all: [
            Position(x: 0, y: 0), Position(x: .max, y: .max), Position(x: 0xFF_FFFF, y: .max),
            Position(x: 0x100_0000, y: 0),
        ])
        #expect(counted[0, 0] == 1 && counted[255, 255] == 1 && counted[0, 255] == 1)
        #expect(counted[1, 0] == 1 && counted.outside == 0)
    }

    @Test func `a cell counts on past 65535, whole or in parts`() {
        let window = PointCounts.Window(column: 2, row: 0, columns: 2, rows: 1, cellBits: 4)
        let points = [Position](repeating: Position(x: 35, y: 3), count: 70_000)
        var whole = PointCounts(window)
        whole.add(all: points)
        whole.add(all: points)
        whole.add(all: [Position(x: 0, y: 0), Position(x: 48, y: 0)])
        #expect(whole.counts == [140_000, 1] && whole.outside == 1)
        var part = PointCounts(window)
        part.add(all: points)
        var other = PointCounts(window)
        other.add(all: [Position(x: 0, y: 0), Position(x: 48, y: 0)])
        other.add(all: points)
        part.add(other)
        #expect(part == whole)
    }

    @Test func `a window of too many cells is refused`() async {
        await #expect(processExitsWith: .failure) {
            _ = PointCounts(
                .init(column: 0, row: 0, columns: 65536, rows: 65536, cellBits: 0))
        }
    }
}

extension PointCounts {
    fileprivate mutating func add(all points: [Position]) { add(points.span) }
}
