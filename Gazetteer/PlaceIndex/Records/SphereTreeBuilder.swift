internal import FlatFile
internal import GeoModel

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
