/// How many points fall into each cell of a window of the world: the core of a density map.
///
/// Positions are whole numbers: the projected world is a square of 2³² units a side, x to the right, y
/// down. Its cells are squares of a power of two of units, so that a cell is a pixel of some zoom, no
/// rounding decides where a point belongs, and windows side by side agree.
///
/// A cell is counted in 16 bits, and what they cannot hold in 32 more. That halves the memory that random
/// points hit: 600 M points into 1024 × 1024 cells took 0.7 s of one thread.
public struct PointCounts: Hashable, Sendable {
    /// A projected position, in 1/2³² of the world's side.
    public struct Position: Hashable, Sendable, BitwiseCopyable {
        /// To the right.
        public var x: UInt32
        /// Down.
        public var y: UInt32

        /// Makes a position.
        public init(x: UInt32, y: UInt32) {
            self.x = x
            self.y = y
        }
    }

    /// The part of the world that is counted.
    public struct Window: Hashable, Sendable {
        /// The first column, counted in cells from the world's left side.
        public var column: UInt32
        /// The first row, counted in cells from the world's top.
        public var row: UInt32
        /// How many columns, 1...65536.
        public var columns: Int
        /// How many rows, 1...65536.
        public var rows: Int
        /// The side of a cell as a power of two, 0...31: a pixel of zoom z has 24 - z.
        public var cellBits: Int

        /// Makes a window.
        public init(column: UInt32, row: UInt32, columns: Int, rows: Int, cellBits: Int) {
            self.column = column
            self.row = row
            self.columns = columns
            self.rows = rows
            self.cellBits = cellBits
        }
    }

    /// The most cells of a window: 2²⁸, which take half a gibibyte.
    public static let mostCells = 1 << 28

    /// The part of the world that is counted.
    public let window: Window
    /// The lower 16 bits of each cell's count, row by row, and one cell for what lies outside.
    private var low: [UInt16]
    /// The bits above them; empty as long as none is needed.
    private var high: [UInt32] = []

    /// No points yet.
    public init(_ window: Window) {
        precondition(
            (1...65536).contains(window.columns) && (1...65536).contains(window.rows)
                && (0...31).contains(window.cellBits),
            "a window has 1...65536 columns and rows, and cells of 2⁰...2³¹ units")
        precondition(
            window.columns * window.rows <= Self.mostCells, "a window has at most 2²⁸ cells")
        self.window = window
        low = [UInt16](repeating: 0, count: window.columns * window.rows + 1)
    }

    /// How many points fell into a cell of the window.
    public subscript(column: Int, row: Int) -> UInt64 {
        precondition(
            (0..<window.columns).contains(column) && (0..<window.rows).contains(row),
            "a cell of the window")
        return count(ofCell: row * window.columns + column)
    }

    /// How many points fell outside the window.
    public var outside: UInt64 { count(ofCell: low.count - 1) }

    /// All counts, row by row.
    public var counts: [UInt64] { (0..<low.count - 1).map(count(ofCell:)) }

    private func count(ofCell cell: Int) -> UInt64 {
        UInt64(low[cell]) + (high.isEmpty ? 0 : UInt64(high[cell]) << 16)
    }

    /// Counts points.
    ///
    /// - Complexity: O(n); no more memory, whatever n.
    public mutating func add(_ points: Span<Position>) {
        // Where points belong, for a block of them: that loop has no branches and needs none of the
        // counts, so it is done for several points at once.
        var cells = [UInt32](repeating: 0, count: min(points.count, 4096))
        var start = 0
        while start < points.count {
            let block = start..<min(points.count, start + 4096)
            Self.find(points, block, window, &cells)
            tally(cells, block.count)
            start = block.upperBound
        }
    }

    /// Adds what another one counted in the same window: parts of the points may be counted apart, in
    /// any order.
    public mutating func add(_ other: PointCounts) {
        precondition(other.window == window, "counts of one window")
        for cell in low.indices {
            let sum = count(ofCell: cell) + other.count(ofCell: cell)
            low[cell] = UInt16(truncatingIfNeeded: sum)
            if sum >> 16 > 0 { set(high: UInt32(sum >> 16), ofCell: cell) }
        }
    }

    private static func find(
        _ points: Span<Position>, _ block: Range<Int>, _ window: Window, _ cells: inout [UInt32]
    ) {
        let shift = UInt32(window.cellBits)
        let (columns, rows) = (UInt32(window.columns), UInt32(window.rows))
        let (column, row, outside) = (window.column, window.row, columns &* rows)
        var cells = cells.mutableSpan
        for index in 0..<block.count {
            let point = points[block.lowerBound &+ index]
            let x = (point.x &>> shift) &- column
            let y = (point.y &>> shift) &- row
            // What lies left or above has wrapped round to a large number.
            cells[index] = x < columns && y < rows ? y &* columns &+ x : outside
        }
    }

    private mutating func tally(_ cells: [UInt32], _ count: Int) {
        var full: [Int] = []
        var low = low.mutableSpan
        for index in 0..<count {
            let cell = Int(cells[index])
            low[cell] &+= 1
            if low[cell] == 0 { full.append(cell) }
        }
        for cell in full { set(high: (high.isEmpty ? 0 : high[cell]) + 1, ofCell: cell) }
    }

    private mutating func set(high bits: UInt32, ofCell cell: Int) {
        if high.isEmpty { high = [UInt32](repeating: 0, count: low.count) }
        high[cell] = bits
    }
}
