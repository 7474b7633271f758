internal import Raster

/// Square cells over a frame, numbered row by row; those at the edge stand for all beyond.
struct CellGrid {
    /// 64 pixels: about one label.
    private static let cell = 64 * Int(SubpixelPoint.unitsPerPixel)

    private let frame: SubpixelBounds
    private let columns: Int
    private let rows: Int

    init(frame: SubpixelBounds) {
        self.frame = frame
        columns = max(1, (Int(frame.width) + Self.cell - 1) / Self.cell)
        rows = max(1, (Int(frame.height) + Self.cell - 1) / Self.cell)
    }

    var count: Int { columns * rows }

    /// The cells that a rectangle reaches, row by row.
    func cells(of bounds: SubpixelBounds) -> GridCells {
        func index(_ position: Int32, from start: Int32, count: Int) -> Int {
            max(0, min(count - 1, (Int(position) - Int(start)) / Self.cell))
        }
        let left = index(bounds.minX, from: frame.minX, count: columns)
        let right = index(bounds.maxX, from: frame.minX, count: columns)
        let top = index(bounds.minY, from: frame.minY, count: rows)
        let bottom = index(bounds.maxY, from: frame.minY, count: rows)
        return GridCells(
            columns: left..<max(left, right) + 1, rows: top..<max(top, bottom) + 1, stride: columns)
    }

    /// What a cell stands for.
    func bounds(of cell: Int) -> SubpixelBounds {
        let (column, row) = (cell % columns, cell / columns)
        func edge(_ index: Int, _ count: Int, from start: Int32) -> Int32 {
            switch index {
            case 0: .min
            case count: .max
            default: start + Int32(index * Self.cell)
            }
        }
        return SubpixelBounds(
            minX: edge(column, columns, from: frame.minX), minY: edge(row, rows, from: frame.minY),
            maxX: edge(column + 1, columns, from: frame.minX),
            maxY: edge(row + 1, rows, from: frame.minY))
    }
}

/// Some neighbouring cells of a grid.
struct GridCells: Sequence, IteratorProtocol {
    private let columns: Range<Int>
    private let rows: Range<Int>
    private let end: Int
    private let stride: Int
    private var column: Int
    private var start: Int

    init(columns: Range<Int>, rows: Range<Int>, stride: Int) {
        self.columns = columns
        self.rows = rows
        self.stride = stride
        column = columns.lowerBound
        start = rows.lowerBound * stride
        end = rows.upperBound * stride
    }

    /// The first of these that is one of some others of the same grid too; there has to be one.
    func first(in others: GridCells) -> Int {
        Swift.max(rows.lowerBound, others.rows.lowerBound) * stride
            + Swift.max(columns.lowerBound, others.columns.lowerBound)
    }

    mutating func next() -> Int? {
        if column == columns.upperBound {
            column = columns.lowerBound
            start += stride
        }
        guard start < end else { return nil }
        defer { column += 1 }
        return start + column
    }
}
