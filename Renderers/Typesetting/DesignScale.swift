/// From a face's design units to the grids of lines and outlines, in integers: the same everywhere.
struct DesignScale {
    /// The size of the em, in 1/64 pixel.
    let size: Int32
    /// Design units in an em.
    let unitsPerEm: Int64

    /// A length in 1/64 pixel, halves rounded up.
    func fine(_ units: Int64) -> Int32 {
        rounded(units * Int64(size), by: unitsPerEm)
    }

    /// A length given in half design units in 1/256 pixel, halves rounded up.
    func subpixels(halfUnits: Int32) -> Int32 {
        // Four subpixels in 1/64 pixel, two half units in a unit.
        rounded(Int64(halfUnits) * Int64(size) * 2, by: unitsPerEm)
    }

    /// Towards the floor of the quotient plus a half, so that a glyph keeps its shape left of zero.
    private func rounded(_ numerator: Int64, by denominator: Int64) -> Int32 {
        let (quotient, remainder) = (2 * numerator + denominator)
            .quotientAndRemainder(dividingBy: 2 * denominator)
        return Int32(clamping: remainder < 0 ? quotient - 1 : quotient)
    }
}
