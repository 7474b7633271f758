internal import GeoModel

/// A part of one level around a box: which of its columns and rows.
///
/// Columns of a level that goes round the Earth run on past its east edge into the next turn.
struct TerrainPatch {
    let level: TerrainFile.Level
    let columns: Range<Int>
    let rows: Range<Int>
    /// Whether the level has full weight everywhere in the box, so that no coarser one is needed.
    let coversAll: Bool

    /// Heights beyond the box that smoothing and slopes look at.
    private static let margin = 4

    /// Nil where the level has nothing in the box.
    init?(_ level: TerrainFile.Level, around box: BoundingBox) {
        let width = box.width * 3600 / Double(level.spacing)
        // In the turn in which the box meets the level, or starts on it.
        let west = level.column(of: box.west, from: level.isRound ? 0 : -width)
        let (north, south) = (level.row(of: box.north), level.row(of: box.south))
        let margin = Self.margin
        let all = Int(west.rounded(.down)) - margin..<Int((west + width).rounded(.up)) + margin
        if level.isRound {
            let first = all.lowerBound < 0 ? all.lowerBound + level.columns : all.lowerBound
            // All round the Earth the margins hold again what lies at the other end.
            columns = first..<first + min(all.count, level.columns + 2 * margin)
        } else {
            columns = all.clamped(to: 0..<level.columns)
        }
        rows =
            (Int(north.rounded(.down)) - margin..<Int(max(north, south).rounded(.up)) + margin)
            .clamped(to: 0..<level.rows)
        guard !columns.isEmpty, !rows.isEmpty else { return nil }
        self.level = level
        coversAll =
            level.isRound
            || min(
                level.weight(column: west, row: north),
                level.weight(column: west + width, row: south)) == 1
    }
}

extension TerrainFile.Level {
    /// So many heights from its edge a level that does not go round the Earth starts to give way to the
    /// coarser one around it.
    private static let fade = 24.0

    /// Where a longitude lies, in columns from the west edge, at or after a column.
    func column(of longitude: Double, from first: Double) -> Double {
        let turn = 360 * 3600 / Double(spacing)
        let column = (longitude * 3600 - Double(west)) / Double(spacing)
        return column - ((column - first) / turn).rounded(.down) * turn
    }

    /// Where a latitude lies, in rows from the north edge.
    func row(of latitude: Double) -> Double {
        (Double(north) - latitude * 3600) / Double(spacing)
    }

    /// How much the level counts at a place against the coarser ones, 0...1: nothing at its edge.
    func weight(column: Double, row: Double) -> Double {
        let down = min(row, Double(rows) - row)
        let across = isRound ? down : min(column, Double(columns) - column)
        let inside = isRound && down >= 0 ? 1 : min(across, down) / Self.fade
        return max(0, min(1, inside))
    }
}

/// Heights of a part of one level, unpacked.
struct TerrainGrid: Sendable {
    let level: TerrainFile.Level
    private let columns: Range<Int>
    private let rows: Range<Int>
    /// Row by row.
    private let heights: [Int16]

    /// Unpacks the blocks that a patch meets, each once.
    init(_ file: TerrainFile, _ patch: TerrainPatch) {
        level = patch.level
        columns = patch.columns
        rows = patch.rows
        let side = TerrainFile.blockSide
        var heights = [Int16](repeating: 0, count: columns.count * rows.count)
        for down in rows.lowerBound / side...(rows.upperBound - 1) / side {
            for across in 0..<level.blocksAcross {
                let parts = Self.parts(of: across, in: patch)
                guard !parts.isEmpty else { continue }
                let block = file.heights(block: (across, down), of: level)
                let width = min(side, level.columns - across * side)
                for row in rows.clamped(to: down * side..<(down + 1) * side) {
                    for part in parts {
                        let target = (row - rows.lowerBound) * columns.count + part.target
                        let source = (row - down * side) * width + part.source
                        for step in 0..<part.count {
                            heights[target + step] = block[source + step]
                        }
                    }
                }
            }
        }
        self.heights = heights
    }

    /// Where a row of a block lies in a row of a patch: once, or in each of several turns.
    private static func parts(
        of across: Int, in patch: TerrainPatch
    ) -> [(target: Int, source: Int, count: Int)] {
        let start = across * TerrainFile.blockSide
        let end = min(patch.level.columns, start + TerrainFile.blockSide)
        return [0, 1, 2].map { $0 * patch.level.columns }.compactMap { turn in
            let columns = (start + turn..<end + turn).clamped(to: patch.columns)
            guard !columns.isEmpty else { return nil }
            return (
                columns.lowerBound - patch.columns.lowerBound,
                columns.lowerBound - turn - start, columns.count
            )
        }
    }

    /// Between the four heights around a place (bilinear); beyond the outer ones they go on.
    func height(column: Double, row: Double) -> Double {
        let (across, down) = (column - 0.5, row - 0.5)
        let (west, north) = (across.rounded(.down), down.rounded(.down))
        func height(_ column: Double, _ row: Double) -> Double {
            Double(heights[index(Int(row)) * columns.count + place(Int(column))])
        }
        let (east, south) = (west + 1, north + 1)
        let upper = height(west, north) * (east - across) + height(east, north) * (across - west)
        let lower = height(west, south) * (east - across) + height(east, south) * (across - west)
        return upper * (south - down) + lower * (down - north)
    }

    /// The heights around a place, smoothed: a cubic B-spline over 4 x 4 of them, which has no edges at
    /// their borders, as slopes of a bilinear surface have.
    ///
    /// Source: H. S. Hou, H. C. Andrews, "Cubic splines for image interpolation and digital filtering",
    /// IEEE Trans. Acoustics, Speech, and Signal Processing 26 (1978), 508.
    @inline(__always)
    func smoothed(column: Double, row: Double) -> Float {
        let (across, down) = (column - 0.5, row - 0.5)
        let (west, north) = (across.rounded(.down), down.rounded(.down))
        let (x, y) = (BSpline.weights(across - west), BSpline.weights(down - north))
        let (left, top) = (Int(west) - 1, Int(north) - 1)
        var sum: Float = 0
        for step in 0..<4 {
            let start = index(top + step) * columns.count
            sum +=
                y[step]
                * (x[0] * Float(heights[start + place(left)])
                    + x[1] * Float(heights[start + place(left + 1)])
                    + x[2] * Float(heights[start + place(left + 2)])
                    + x[3] * Float(heights[start + place(left + 3)]))
        }
        return sum
    }

    /// The row of the grid, the nearest for one outside.
    @inline(__always)
    private func index(_ row: Int) -> Int {
        max(0, min(rows.count - 1, row - rows.lowerBound))
    }

    /// The column of the grid, the nearest for one outside.
    @inline(__always)
    private func place(_ column: Int) -> Int {
        max(0, min(columns.count - 1, column - columns.lowerBound))
    }

    /// Where a longitude lies, in columns of the level, in the turn that the grid has.
    func column(of longitude: Double) -> Double {
        // Not in the first two columns, since smoothing looks at two before.
        level.column(of: longitude, from: level.isRound ? Double(columns.lowerBound + 2) : 0)
    }
}

/// The cubic B-spline.
private enum BSpline {
    /// The weights of four neighbours, a share of the way from the second to the third.
    @inline(__always)
    static func weights(_ share: Double) -> SIMD4<Float> {
        let t = Float(share)
        let rest = 1 - t
        let first = rest * rest * rest / 6
        let second = (4 - 6 * t * t + 3 * t * t * t) / 6
        let last = t * t * t / 6
        return SIMD4(first, second, 1 - first - second - last, last)
    }
}
