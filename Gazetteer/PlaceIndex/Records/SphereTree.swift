internal import FlatFile

/// Places as points of a sphere in space, in the order of a tree: no pole, no antimeridian.
///
/// ```
/// row  x (4)  y (4)  z (4)  place, + axis × 2³⁰ (4)    x y z: direction from the Earth's centre × 2³⁰
/// ```
///
/// The rows of a range are parted by the middle one along its axis: those before lie no farther along
/// it, those behind no nearer.
///
/// Source: J. L. Bentley, "Multidimensional Binary Search Trees Used for Associative Searching",
/// Communications of the ACM 18 (1975), 509.
struct SphereTree: Sendable {
    static let width = 16
    static let scale = Double(1 << 30)
    /// The most places: two bits of their number say the axis.
    static let mostPlaces = 1 << 30

    private let rows: FixedTable

    init(_ bytes: FlatSlice) {
        rows = FixedTable(bytes, width: Self.width)
    }

    /// How many places it has.
    var count: Int { rows.count }

    /// A row: x, y and z, and the place with its axis.
    @inline(__always)
    func row(_ index: Int) -> SIMD4<Int32> { rows.quad(index) }

    /// Whether all rows name places below a number.
    func firstFault(placesBelow count: Int) -> String? {
        guard rows.count == count else { return "it has \(rows.count) rows for \(count) places" }
        for row in 0..<rows.count {
            let place = rows.number(row, at: 12, as: UInt32.self)
            if Int(place & 0x3FFF_FFFF) >= count || place >> 30 > 2 {
                return "row \(row) names no place"
            }
        }
        return nil
    }
}
