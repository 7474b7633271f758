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

    /// From the coarsest to the finest, for a map whose pixels are worth so many seconds of arc.
    init(_ grids: [TerrainGrid], secondsPerPixel: Double) {
        self.grids = grids
        clarities = grids.map { grid in
            let pixels = Double(grid.level.spacing) / secondsPerPixel
            return Float(
                max(0, min(1, (Self.unclear - pixels) / (Self.unclear - Self.clear))))
        }
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
                heights[index] += (height - heights[index]) * weight
                clarity[index] += (clear - clarity[index]) * weight
            }
        }
    }
}
