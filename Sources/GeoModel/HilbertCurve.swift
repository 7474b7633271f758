/// The curve by which spatial indexes put their boxes in order, so that neighbours stand near each other.
package enum HilbertCurve {
    /// Cells to a side of the square that the curve fills, as bits: 2 cm of the world.
    package static let bits = 31

    /// How far along the curve a cell is.
    ///
    /// Source: H. S. Warren, "Hacker's Delight", 2nd edition, section 16-2.
    package static func distance(x: UInt32, y: UInt32) -> UInt64 {
        var (x, y, distance) = (x, y, UInt64(0))
        for bit in (0..<bits).reversed() {
            let (east, north) = (x >> bit & 1, y >> bit & 1)
            distance = distance << 2 | UInt64((3 * east) ^ north)
            guard north == 0 else { continue }
            // The quarter is turned; of the bits above nobody asks any more.
            (x, y) = east == 1 ? (~y, ~x) : (y, x)
        }
        return distance
    }
}
