internal import FlatFile
internal import GeoModel

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

    /// Looks at places from near to far-ish until none can be nearer than `reach`.
    ///
    /// - Parameters:
    ///   - position: where to look from.
    ///   - reach: the greatest distance that is still of interest, along the chord and in units of the
    ///     rows; asked for again after each place.
    ///   - take: is given each place that may lie within reach, and its distance along the chord.
    /// - Complexity: O(log *n*) for few places; never more than O(*n*).
    func visit(
        from position: Coordinate, reach: () -> Double, _ take: (_ place: Int, Double) -> Void
    ) {
        let from = position.direction * Self.scale
        visit(0..<rows.count, from, reach, take)
    }

    private func visit(
        _ range: Range<Int>, _ from: SIMD3<Double>, _ reach: () -> Double,
        _ take: (Int, Double) -> Void
    ) {
        guard !range.isEmpty else { return }
        let middle = (range.lowerBound + range.upperBound) / 2
        let point = SIMD3(
            Double(rows.number(middle, at: 0, as: Int32.self)),
            Double(rows.number(middle, at: 4, as: Int32.self)),
            Double(rows.number(middle, at: 8, as: Int32.self)))
        let place = rows.number(middle, at: 12, as: UInt32.self)
        let away = point - from
        let chord = (away * away).sum().squareRoot()
        // Rows are rounded: two of them may be four units nearer or farther than they look.
        if chord <= reach() + 4 { take(Int(place & 0x3FFF_FFFF), chord) }
        let before = range.lowerBound..<middle
        let behind = (middle + 1)..<range.upperBound
        // The axis is x, y or z; a damaged row may say 3.
        let offset = -away[min(2, Int(place >> 30))]
        visit(offset < 0 ? before : behind, from, reach, take)
        if abs(offset) <= reach() + 4 { visit(offset < 0 ? behind : before, from, reach, take) }
    }

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

/// Puts places in the order of the tree.
enum SphereTreeBuilder {
    private struct Row {
        var point: SIMD3<Int32>
        var place: UInt32
        var axis: UInt32 = 0
    }

    /// The rows of places, given by fixed degrees.
    ///
    /// - Complexity: O(*n* log² *n*).
    static func bytes(_ places: [(longitude: Int32, latitude: Int32)]) -> [UInt8] {
        var rows = places.enumerated().map { index, place in
            let at = Coordinate(
                longitude: FixedDegrees.degrees(place.longitude),
                latitude: FixedDegrees.degrees(place.latitude))
            // A place without a position stands at the Earth's centre: as far as can be from all.
            let direction = at.isValid ? at.direction * SphereTree.scale : .zero
            return Row(
                point: SIMD3<Int32>(direction, rounding: .toNearestOrEven), place: UInt32(index))
        }
        part(&rows, rows.indices)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows.count * SphereTree.width)
        for row in rows {
            for axis in 0..<3 { bytes.append(littleEndian: row.point[axis]) }
            bytes.append(littleEndian: row.place | row.axis << 30)
        }
        return bytes
    }

    private static func part(_ rows: inout [Row], _ range: Range<Int>) {
        guard range.count > 1 else { return }
        let axis = widestAxis(rows[range])
        rows[range].sort { left, right in
            left.point[axis] == right.point[axis]
                ? left.place < right.place : left.point[axis] < right.point[axis]
        }
        let middle = (range.lowerBound + range.upperBound) / 2
        rows[middle].axis = UInt32(axis)
        part(&rows, range.lowerBound..<middle)
        part(&rows, (middle + 1)..<range.upperBound)
    }

    private static func widestAxis(_ rows: ArraySlice<Row>) -> Int {
        var least = SIMD3<Int32>(repeating: .max)
        var greatest = SIMD3<Int32>(repeating: .min)
        for row in rows {
            least = pointwiseMin(least, row.point)
            greatest = pointwiseMax(greatest, row.point)
        }
        let spread = (0..<3).map { Int(greatest[$0]) - Int(least[$0]) }
        return spread.firstIndex(of: spread.max() ?? 0) ?? 0
    }
}
