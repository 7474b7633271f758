public import GeoModel

/// The heights that one map needs.
public struct TerrainWindow: Sendable {
    private let grids: [TerrainGrid]
    /// How much of each grid's shape is true at the scale of the map, 0...1.
    private let clarities: [Float]

    /// Heights of squares of up to so many pixels are as clear as the map.
    private static let clear = 5.0
    /// Of squares of so many pixels nothing would be seen but blots.
    private static let unclear = 14.0

    /// The side of the finest squares that there are for this scale, wherever the map lies, in metres.
    public let squareInMetres: Float

    /// From the coarsest to the finest, for a map whose pixels are worth so many seconds of arc.
    init(_ grids: [TerrainGrid], secondsPerPixel: Double, squareInMetres: Double) {
        self.grids = grids
        self.squareInMetres = Float(squareInMetres)
        clarities = grids.map { Float(Self.clarity(of: $0.level, secondsPerPixel)) }
    }

    /// How much of the shape of a level is true on a map, 0...1.
    static func clarity(of level: TerrainFile.Level, _ secondsPerPixel: Double) -> Double {
        let pixels = Double(level.spacing) / secondsPerPixel
        return max(0, min(1, (unclear - pixels) / (unclear - clear)))
    }

    /// Whether nothing of it would be seen.
    public var isEmpty: Bool { clarities.allSatisfy { $0 == 0 } }

    /// Heights along a row of places, smoothed for the scale of the map.
    ///
    /// A height depends on its place and the scale alone, never on what else is asked: in IEEE arithmetic,
    /// in one order, so that it is the same on every machine.
    ///
    /// - Parameters:
    ///   - places: In degrees.
    ///   - heights: Set to metres over the sea, one a place; 0 where nothing is known.
    ///   - clarity: Set to how much of the shape is known at this scale, 0...1.
    public func smoothed(
        at places: [Coordinate], heights: inout [Float], clarity: inout [Float]
    ) {
        precondition(
            heights.count == places.count && clarity.count == places.count, "one a place")
        for index in places.indices {
            (heights[index], clarity[index]) = (0, 0)
        }
        for (grid, clear) in zip(grids, clarities) {
            for index in places.indices {
                let column = grid.column(of: places[index].longitude)
                let row = grid.level.row(of: places[index].latitude)
                let weight = Float(grid.level.weight(column: column, row: row))
                guard weight > 0 else { continue }
                let height = grid.smoothed(column: column, row: row)
                if weight == 1 {
                    // Not by a sum, whose rounding would tell whether a coarser level was asked.
                    (heights[index], clarity[index]) = (height, clear)
                } else {
                    heights[index] += (height - heights[index]) * weight
                    clarity[index] += (clear - clarity[index]) * weight
                }
            }
        }
    }
}
