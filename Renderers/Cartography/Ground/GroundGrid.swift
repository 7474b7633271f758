public import Raster

/// What kind of ground lies where, in square cells: so that names prefer their own.
///
/// Coarse on purpose: a label covers many cells, and its price is their share.
public struct GroundGrid: Hashable, Sendable {
    /// Ground of one kind, as contours in 1/256 pixel; even-odd.
    public struct Area: Hashable, Sendable {
        /// Which ground: equal numbers are one. 0 is water.
        public var ground: Int
        /// Its rings.
        public var rings: [[SubpixelPoint]]

        /// Makes an area.
        public init(ground: Int, rings: [[SubpixelPoint]]) {
            self.ground = ground
            self.rings = rings
        }
    }

    /// 8 pixels: less than the height of a line of text.
    private static let cell = 8 * SubpixelPoint.unitsPerPixel

    private let frame: SubpixelBounds
    private let columns: Int
    private let rows: Int
    /// Cells of one ground beside each other, row by row; a row begins with its first column.
    private var runs: [Run] = []
    /// Where the runs of each row begin, and the end of the last.
    private var starts: [Int] = [0]

    /// Cells from a column to the next run's, or to the end of the row.
    private struct Run: Hashable {
        var column: Int32
        var ground: Int32
    }

    /// Lays areas over water, later ones over earlier ones.
    ///
    /// Its memory is that of the runs: a grid over a whole region at a deep zoom is mostly one.
    ///
    /// - Complexity: O(corners + cells).
    public init(frame: SubpixelBounds, areas: [Area]) {
        self.frame = frame
        columns = max(1, Int((frame.width + Self.cell - 1) / Self.cell))
        rows = max(1, Int((frame.height + Self.cell - 1) / Self.cell))
        let crossings = areas.map {
            GridCrossings($0.rings, frame: frame, cell: Self.cell, rows: rows)
        }
        var row = [Int32](repeating: 0, count: columns)
        for number in 0..<rows {
            for index in row.indices { row[index] = 0 }
            for (area, crossings) in zip(areas, crossings) {
                fill(&row, Int32(area.ground), crossings.xs(ofRow: number))
            }
            add(row)
        }
    }

    /// The ground under a point; nil outside the frame.
    func ground(at point: SubpixelPoint) -> Int? {
        guard frame.contains(point) else { return nil }
        let (column, row) = place(of: point)
        return Int(runs[run(at: column, row)].ground)
    }

    /// How much of a box lies on other ground than `home`, in 1/64: on water, and on foreign land.
    func shares(of box: SubpixelBounds, besides home: Int) -> (water: Int, foreign: Int) {
        let first = place(of: SubpixelPoint(x: box.minX, y: box.minY))
        let last = place(of: SubpixelPoint(x: box.maxX, y: box.maxY))
        var (water, foreign) = (0, 0)
        for row in first.row...last.row {
            var index = run(at: first.column, row)
            var column = first.column
            while column <= last.column {
                let end = end(ofRun: index, row)
                let count = min(end, last.column + 1) - column
                let ground = Int(runs[index].ground)
                if ground != home {
                    if ground == 0 { water += count } else { foreign += count }
                }
                (column, index) = (end, index + 1)
            }
        }
        let all = (last.row - first.row + 1) * (last.column - first.column + 1)
        return (water * 64 / all, foreign * 64 / all)
    }

    // MARK: Runs

    /// The run that a cell lies in.
    private func run(at column: Int, _ row: Int) -> Int {
        var (low, high) = (starts[row], starts[row + 1])
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].column) <= column { low = middle } else { high = middle }
        }
        return low
    }

    private func end(ofRun index: Int, _ row: Int) -> Int {
        index + 1 < starts[row + 1] ? Int(runs[index + 1].column) : columns
    }

    private mutating func add(_ row: [Int32]) {
        for (column, ground) in row.enumerated()
        where column == 0 || row[column - 1] != ground {
            runs.append(Run(column: Int32(column), ground: ground))
        }
        starts.append(runs.count)
    }

    /// The cell of a point; the nearest one for a point outside.
    private func place(of point: SubpixelPoint) -> (column: Int, row: Int) {
        (
            max(0, min(columns - 1, Int((point.x - frame.minX) / Self.cell))),
            max(0, min(rows - 1, Int((point.y - frame.minY) / Self.cell)))
        )
    }

    /// Marks the cells of a row whose middles lie inside an area: between the crossings of its edges.
    private func fill(_ row: inout [Int32], _ ground: Int32, _ crossings: ArraySlice<Int>) {
        for index in stride(
            from: crossings.startIndex, to: crossings.endIndex - 1, by: 2)
        {
            let first = column(after: crossings[index])
            let end = column(after: crossings[index + 1])
            guard first < end else { continue }
            for column in first..<end { row[column] = ground }
        }
    }

    /// The first column whose middle lies at or after a place.
    private func column(after x: Int) -> Int {
        let cell = Int(Self.cell)
        let steps = (x - Int(frame.minX) - cell / 2 + cell - 1).dividedDown(by: cell)
        return max(0, min(columns, steps))
    }
}

/// Where the edges of rings cross the middles of a grid's rows, from the left.
private struct GridCrossings {
    private var sorted: [Int] = []
    private var starts: [Int]

    init(_ rings: [[SubpixelPoint]], frame: SubpixelBounds, cell: Int32, rows: Int) {
        var found: [(row: Int, x: Int)] = []
        let (cell, top) = (Int(cell), Int(frame.minY) + Int(cell) / 2)
        for ring in rings {
            guard var before = ring.last else { continue }
            for corner in ring {
                let (upper, lower) = (min(before.y, corner.y), max(before.y, corner.y))
                // Rows from the first middle at or below the upper end to the last above the lower one.
                let first = max(0, (Int(upper) - top + cell - 1).dividedDown(by: cell))
                let end = min(rows, (Int(lower) - top + cell - 1).dividedDown(by: cell))
                for row in first..<max(first, end) {
                    let run = Int(before.x - corner.x) * (top + row * cell - Int(corner.y))
                    found.append((row, Int(corner.x) + run / Int(before.y - corner.y)))
                }
                before = corner
            }
        }
        found.sort { ($0.row, $0.x) < ($1.row, $1.x) }
        sorted = found.map(\.x)
        starts = [Int](repeating: 0, count: rows + 1)
        for (row, _) in found { starts[row + 1] += 1 }
        for row in 0..<rows { starts[row + 1] += starts[row] }
    }

    func xs(ofRow row: Int) -> ArraySlice<Int> { sorted[starts[row]..<starts[row + 1]] }
}

extension Int {
    fileprivate func dividedDown(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
