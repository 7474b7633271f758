internal import Diagnostics
internal import GeoModel

/// Spells shapes as the blobs of a GeoPackage: a header, the box of all but points, and well-known binary.
///
/// Source: OGC 12-128r17 (GeoPackage 1.3), section 2.1.3; OGC 06-103r4 (Simple Features), section 8.2.
enum GeoPackageGeometry {
    /// WGS 84, longitude first in blobs.
    static let srsID = 4326

    /// Appends a shape as it is to be read, its rings closed and its positions rounded.
    static func append(_ geometry: Geometry, box: BoundingBox?, to bytes: inout [UInt8]) {
        bytes += [0x47, 0x50, 0]
        // The lowest bit: little-endian; the next three: which box there is.
        if case .point = geometry {
            bytes.append(0b0001)
            append(UInt32(srsID), to: &bytes)
        } else {
            bytes.append(box == nil ? 0b0001 : 0b0011)
            append(UInt32(srsID), to: &bytes)
            if let box {
                for edge in [box.west, box.east, box.south, box.north] {
                    append(edge, to: &bytes)
                }
            }
        }
        appendBinary(geometry, to: &bytes)
    }

    private static func appendBinary(_ geometry: Geometry, to bytes: inout [UInt8]) {
        switch geometry {
        case .point(let position):
            appendHead(1, to: &bytes)
            append(position, to: &bytes)
        case .lineString(let line):
            appendHead(2, to: &bytes)
            append(line, to: &bytes)
        case .polygon(let polygon):
            appendHead(3, to: &bytes)
            append(UInt32(polygon.holes.count + 1), to: &bytes)
            append(polygon.outer, to: &bytes)
            for hole in polygon.holes { append(hole, to: &bytes) }
        case .multiPoint(let positions):
            append(parts: positions.map { .point($0) }, 4, to: &bytes)
        case .multiLineString(let lines):
            append(parts: lines.map { .lineString($0) }, 5, to: &bytes)
        case .multiPolygon(let polygons):
            append(parts: polygons.map { .polygon($0) }, 6, to: &bytes)
        }
    }

    private static func append(parts: [Geometry], _ code: UInt32, to bytes: inout [UInt8]) {
        appendHead(code, to: &bytes)
        append(UInt32(parts.count), to: &bytes)
        for part in parts { appendBinary(part, to: &bytes) }
    }

    private static func appendHead(_ code: UInt32, to bytes: inout [UInt8]) {
        bytes.append(1)  // little-endian
        append(code, to: &bytes)
    }

    private static func append(_ line: [Coordinate], to bytes: inout [UInt8]) {
        append(UInt32(line.count), to: &bytes)
        for position in line { append(position, to: &bytes) }
    }

    private static func append(_ position: Coordinate, to bytes: inout [UInt8]) {
        append(position.longitude, to: &bytes)
        append(position.latitude, to: &bytes)
    }

    private static func append(_ number: Double, to bytes: inout [UInt8]) {
        appendBytes(of: number.bitPattern, 8, to: &bytes)
    }

    private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
        appendBytes(of: UInt64(number), 4, to: &bytes)
    }

    /// The lowest bytes of a number, the lowest first.
    private static func appendBytes(of number: UInt64, _ count: Int, to bytes: inout [UInt8]) {
        unsafe bytes.append(upTo: 8) { unsafe $0.put(number, count: count) }
    }
}
