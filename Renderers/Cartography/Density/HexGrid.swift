internal import Projections
internal import Raster

/// Hexagons that cover a frame, standing on a corner.
///
/// ```
///      ╱╲  ╱╲            Middles stand `width` apart; rows are `rise` apart and every second one is
///     │  ││  │           half a width to the right. A point belongs to the nearest middle.
///      ╲╱  ╲╱
///       │  │
/// ```
///
/// All is whole numbers of 1/256 pixel of the world's plane, so that a place has its cell wherever the
/// frame lies, and no rounding decides.
struct HexGrid: Hashable, Sendable {
    /// From middle to middle in a row, in 1/256 pixel; even.
    let width: Int
    /// From row to row: width · √3/2, rounded.
    let rise: Int
    /// The first row and column that the frame meets, counted from the world's origin.
    let firstRow, firstColumn: Int
    /// How many there are.
    let rows, columns: Int
    /// The frame in the world, in 1/256 pixel.
    let left, top, right, bottom: Int
    /// The picture's corner in the world, in 1/256 pixel.
    private let originX, originY: Int

    /// The hexagons of a view, so many pixels wide.
    init(_ viewport: Viewport, widthInPixels: Int) {
        let unit = Int(SubpixelPoint.unitsPerPixel)
        width = widthInPixels * unit
        rise = Int((Double(width) * 3.0.squareRoot() / 2).rounded())
        (originX, originY) = (viewport.worldOrigin.x * unit, viewport.worldOrigin.y * unit)
        let frame = viewport.frame
        left = originX + frame.x * unit
        top = originY + frame.y * unit
        right = left + frame.width * unit
        bottom = top + frame.height * unit
        firstRow = Self.floor(top, rise)
        rows = Self.floor(bottom, rise) + 2 - firstRow
        firstColumn = Self.floor(left, width) - 1
        columns = Self.floor(right, width) + 2 - firstColumn
    }

    /// How many cells there are.
    var count: Int { rows * columns }

    /// The middle of a cell, in 1/256 pixel of the world.
    func middle(_ cell: Int) -> (x: Int, y: Int) {
        let (row, column) = (firstRow + cell / columns, firstColumn + cell % columns)
        return (column * width + (row & 1) * width / 2, row * rise)
    }

    /// The middle of a cell in the picture.
    func centre(_ cell: Int) -> PixelPoint {
        let (x, y) = middle(cell)
        return PixelPoint(x: Double(x - originX) / 256, y: Double(y - originY) / 256)
    }

    /// The cell that a point of the world lies in, in 1/256 pixel; nil outside the frame.
    ///
    /// Of two middles that are as near the upper one has it, of two in a row the right one.
    func cell(x: Int, y: Int) -> Int? {
        guard x >= left, x < right, y >= top, y < bottom else { return nil }
        let row = Self.floor(y, rise)
        let upper = nearest(x: x, y: y, row: row)
        let lower = nearest(x: x, y: y, row: row + 1)
        return (lower.distance < upper.distance ? lower : upper).cell
    }

    /// The cell that a point of the picture lies in.
    func cell(_ point: PixelPoint) -> Int? {
        // Points of a viewport lie on the grid of 1/256 pixel.
        cell(x: originX + Int(point.x * 256), y: originY + Int(point.y * 256))
    }

    private func nearest(x: Int, y: Int, row: Int) -> (cell: Int, distance: Int) {
        let shift = (row & 1) * width / 2
        let column = Self.floor(x - shift + width / 2, width)
        let (dx, dy) = (x - shift - column * width, y - row * rise)
        return ((row - firstRow) * columns + column - firstColumn, dx * dx + dy * dy)
    }

    private static func floor(_ value: Int, _ step: Int) -> Int {
        value >= 0 ? value / step : -((step - 1 - value) / step)
    }

    // MARK: Outlines

    /// From a middle up to the corner above it: as far from three middles.
    private var tip: Int { (width * width / 4 + rise * rise) / (2 * rise) }

    /// A corner of a cell in the picture, counted clockwise from the top.
    private func corner(_ corner: Int, of cell: Int) -> SubpixelPoint {
        let (x, y) = middle(cell)
        let (half, shoulder) = (width / 2, rise - tip)
        let (right, down) =
            switch corner {
            case 0: (0, -tip)
            case 1: (half, -shoulder)
            case 2: (half, shoulder)
            case 3: (0, tip)
            case 4: (-half, shoulder)
            default: (-half, -shoulder)
            }
        return SubpixelPoint(x: Int32(x + right - originX), y: Int32(y + down - originY))
    }

    /// The neighbour of a cell beyond its edge from one corner to the next; nil outside the grid.
    private func neighbour(_ cell: Int, beyond corner: Int) -> Int? {
        let (row, column) = (cell / columns, cell % columns)
        // An odd row stands half a cell to the right of those above and below.
        let lean = (firstRow + row) & 1
        let (down, right) =
            switch corner {
            case 0: (-1, lean)
            case 1: (0, 1)
            case 2: (1, lean)
            case 3: (1, lean - 1)
            case 4: (0, -1)
            default: (-1, lean - 1)
            }
        guard row + down >= 0, row + down < rows, column + right >= 0, column + right < columns
        else { return nil }
        return cell + down * columns + right
    }

    /// The outline of a set of cells: cells side by side are one area.
    ///
    /// - Complexity: O(n) in the number of cells of the grid.
    func outline(of isIn: [Bool]) -> Path {
        precondition(isIn.count == count, "one answer for each cell")
        // The edges with a cell of the set at their right, by cell and corner.
        var isEdge = [Bool](repeating: false, count: count * 6)
        for cell in 0..<count where isIn[cell] {
            for corner in 0..<6 {
                isEdge[cell * 6 + corner] =
                    neighbour(cell, beyond: corner).map { !isIn[$0] } ?? true
            }
        }
        var path = Path()
        for start in isEdge.indices where isEdge[start] {
            path.addPolygon(ring(from: start, &isEdge))
        }
        return path
    }

    /// Follows edges with the set at their right until they come round.
    private func ring(from start: Int, _ isEdge: inout [Bool]) -> [SubpixelPoint] {
        var points: [SubpixelPoint] = []
        var edge = start
        while isEdge[edge] {
            isEdge[edge] = false
            let (cell, corner) = (edge / 6, edge % 6)
            points.append(self.corner(corner, of: cell))
            let next = (corner + 1) % 6
            if isEdge[cell * 6 + next] || cell * 6 + next == start {
                edge = cell * 6 + next
            } else if let other = neighbour(cell, beyond: next) {
                // The neighbour beyond the next edge is in the set: the outline goes on along it.
                edge = other * 6 + (next + 4) % 6
            }
        }
        return points
    }
}
