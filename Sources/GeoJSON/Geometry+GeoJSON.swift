package import GeoModel

extension Optional where Wrapped == Geometry {
    /// Writes a geometry, or `null` for none.
    package func write(to json: inout JSONWriter, digits: Int) {
        switch self {
        case .some(let geometry): geometry.write(to: &json, digits: digits)
        case nil: json.write(.null)
        }
    }
}

extension Geometry {
    /// Writes the geometry by RFC 7946: longitude first, outer rings counter-clockwise, holes
    /// clockwise, rings closed, lines cut where they cross the antimeridian.
    package func write(to json: inout JSONWriter, digits: Int) {
        let shape = CoordinateText(digits: digits)
        switch self {
        case .point(let position):
            write("Point", to: &json) { shape.write(position, to: &$0) }
        case .multiPoint(let positions):
            write("MultiPoint", to: &json) { shape.write(line: positions, to: &$0) }
        case .lineString(let line): Self.write(lines: [line], shape, to: &json)
        case .multiLineString(let lines): Self.write(lines: lines, shape, to: &json)
        case .polygon(let polygon):
            write("Polygon", to: &json) { shape.write(polygon, to: &$0) }
        case .multiPolygon(let polygons):
            write("MultiPolygon", to: &json) { json in
                json.array { json in for polygon in polygons { shape.write(polygon, to: &json) } }
            }
        }
    }

    private static func write(
        lines: [[Coordinate]], _ shape: CoordinateText, to json: inout JSONWriter
    ) {
        let parts = lines.flatMap { Antimeridian.cut($0) }
        if let only = parts.first, parts.count == 1 {
            Geometry.lineString(only).write("LineString", to: &json) {
                shape.write(line: only, to: &$0)
            }
        } else {
            Geometry.multiLineString(parts).write("MultiLineString", to: &json) { json in
                json.array { json in for part in parts { shape.write(line: part, to: &json) } }
            }
        }
    }

    private func write(
        _ type: String, to json: inout JSONWriter, coordinates: (inout JSONWriter) -> Void
    ) {
        json.object { json in
            json.member("type", .string(type))
            json.key("coordinates")
            coordinates(&json)
        }
    }
}

/// Writes coordinates with some digits after the point.
private struct CoordinateText {
    var digits: Int

    func write(_ position: Coordinate, to json: inout JSONWriter) {
        json.array { json in
            json.write(fixed: position.longitude, digits: digits)
            json.write(fixed: position.latitude, digits: digits)
        }
    }

    func write(line: [Coordinate], to json: inout JSONWriter) {
        json.array { json in for position in line { write(position, to: &json) } }
    }

    func write(_ polygon: Polygon, to json: inout JSONWriter) {
        json.array { json in
            for ring in polygon.writtenRings(digits: digits) { write(line: ring, to: &json) }
        }
    }
}

/// Cuts lines where they cross the meridian of ±180 degrees (RFC 7946 section 3.1.9).
package enum Antimeridian {
    /// The parts of a line; the line itself when it does not cross.
    ///
    /// A step of more than 180 degrees of longitude is taken to go the short way round.
    package static func cut(_ line: [Coordinate]) -> [[Coordinate]] {
        guard var last = line.first else { return [] }
        var parts: [[Coordinate]] = [[last]]
        for next in line.dropFirst() {
            if abs(next.longitude - last.longitude) > 180 {
                let side: Double = last.longitude > 0 ? 180 : -180
                let unwrapped = next.longitude + 2 * side
                let span = unwrapped - last.longitude
                let share = span == 0 ? 0 : (side - last.longitude) / span
                let latitude = last.latitude + share * (next.latitude - last.latitude)
                parts[parts.count - 1].append(Coordinate(longitude: side, latitude: latitude))
                parts.append([Coordinate(longitude: -side, latitude: latitude)])
            }
            parts[parts.count - 1].append(next)
            last = next
        }
        return parts
    }
}
