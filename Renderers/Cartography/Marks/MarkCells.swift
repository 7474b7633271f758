internal import Projections

/// Points by where they are, on a plane or round a world that begins anew at its edge.
struct MarkCells {
    /// The side of a cell, in pixels; worlds are whole numbers of cells wide.
    private static let size = 64.0

    private struct Cell: Hashable {
        let column, row: Int
    }

    /// The width of the world, in pixels; nil for a plane.
    let worldWidth: Double?
    private var cells: [Cell: [(index: Int, point: PixelPoint)]] = [:]

    init(worldWidth: Double? = nil) {
        self.worldWidth = worldWidth
    }

    private func cell(column: Int, row: Int) -> Cell {
        guard let worldWidth else { return Cell(column: column, row: row) }
        let count = Int(worldWidth / Self.size)
        return Cell(column: (column % count + count) % count, row: row)
    }

    private static func number(_ position: Double) -> Int {
        Int((position / size).rounded(.down))
    }

    mutating func insert(_ index: Int, at point: PixelPoint) {
        let cell = cell(column: Self.number(point.x), row: Self.number(point.y))
        cells[cell, default: []].append((index, point))
    }

    /// Calls `body` with the points at most so far from one and their distances; in no order, and where
    /// the world is narrow perhaps twice.
    func forEach(
        near point: PixelPoint, within distance: Double, _ body: (Int, Double) -> Void
    ) {
        for row in Self.number(point.y - distance)...Self.number(point.y + distance) {
            for column in Self.number(point.x - distance)...Self.number(point.x + distance) {
                for (index, other) in cells[cell(column: column, row: row)] ?? [] {
                    let between = other.near(point, worldWidth: worldWidth).distance(to: point)
                    if between <= distance { body(index, between) }
                }
            }
        }
    }
}

extension PixelPoint {
    /// Of all points that are this one round the world, the one nearest to another.
    func near(_ other: PixelPoint, worldWidth: Double?) -> PixelPoint {
        guard let worldWidth else { return self }
        return PixelPoint(x: x - ((x - other.x) / worldWidth).rounded() * worldWidth, y: y)
    }
}
