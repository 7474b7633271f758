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
    private var cells: [Int]

    /// Lays areas over water, later ones over earlier ones.
    ///
    /// - Complexity: O(rows × corners).
    public init(frame: SubpixelBounds, areas: [Area]) {
        self.frame = frame
        columns = max(1, Int((frame.width + Self.cell - 1) / Self.cell))
        rows = max(1, Int((frame.height + Self.cell - 1) / Self.cell))
        cells = Array(repeating: 0, count: columns * rows)
        for area in areas {
            for row in 0..<rows { fill(row, area) }
        }
    }

    /// The ground under a point; nil outside the frame.
    func ground(at point: SubpixelPoint) -> Int? {
        guard frame.contains(point) else { return nil }
        let (column, row) = place(of: point)
        return cells[row * columns + column]
    }

    /// How much of a box lies on other ground than `home`, in 1/64: on water, and on foreign land.
    func shares(of box: SubpixelBounds, besides home: Int) -> (water: Int, foreign: Int) {
        let first = place(of: SubpixelPoint(x: box.minX, y: box.minY))
        let last = place(of: SubpixelPoint(x: box.maxX, y: box.maxY))
        var (water, foreign, all) = (0, 0, 0)
        for row in first.row...last.row {
            for column in first.column...last.column {
                let ground = cells[row * columns + column]
                all += 1
                if ground == home { continue }
                if ground == 0 { water += 1 } else { foreign += 1 }
            }
        }
        return (water * 64 / all, foreign * 64 / all)
    }

    /// The cell of a point; the nearest one for a point outside.
    private func place(of point: SubpixelPoint) -> (column: Int, row: Int) {
        (
            max(0, min(columns - 1, Int((point.x - frame.minX) / Self.cell))),
            max(0, min(rows - 1, Int((point.y - frame.minY) / Self.cell)))
        )
    }

    /// Marks the cells of a row whose middles lie inside an area: between the crossings of its edges.
    private mutating func fill(_ row: Int, _ area: Area) {
        let y = Int(frame.minY) + (2 * row + 1) * Int(Self.cell) / 2
        var crossings: [Int] = []
        for ring in area.rings {
            guard var before = ring.last else { continue }
            for corner in ring {
                if (Int(corner.y) > y) != (Int(before.y) > y) {
                    let run = Int(before.x - corner.x) * (y - Int(corner.y))
                    crossings.append(Int(corner.x) + run / Int(before.y - corner.y))
                }
                before = corner
            }
        }
        crossings.sort()
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
            for column in column(
                after: crossings[pair])..<max(
                    column(after: crossings[pair]), column(after: crossings[pair + 1]))
            {
                cells[row * columns + column] = area.ground
            }
        }
    }

    /// The first column whose middle lies at or after a place.
    private func column(after x: Int) -> Int {
        let cell = Int(Self.cell)
        let steps = (x - Int(frame.minX) - cell / 2 + cell - 1).dividedDown(by: cell)
        return max(0, min(columns, steps))
    }
}

extension Int {
    fileprivate func dividedDown(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
