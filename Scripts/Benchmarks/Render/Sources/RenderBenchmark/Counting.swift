import Raster

/// Counts points spread evenly over a window of 1024 × 1024 cells.
enum Counting {
    static func run(millions: Int) {
        var state: UInt64 = 42
        // Source: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
        let points = (0..<millions * 1_000_000).map { _ in
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            z ^= z >> 31
            return PointCounts.Position(x: UInt32(z >> 32), y: UInt32(truncatingIfNeeded: z))
        }
        let window = PointCounts.Window(column: 0, row: 0, columns: 1024, rows: 1024, cellBits: 22)
        var counts = PointCounts(window)
        Report.tell(
            "\(millions) M points to 1024 x 1024 counts", "Toponym", repeats: 1,
            note: { "\(Int(Double(millions) / $0 * 1e3)) M points/s" }
        ) { counts.add(points.span) }
        precondition(counts.counts.reduce(0, +) == UInt64(millions) * 8_000_000)
    }
}
