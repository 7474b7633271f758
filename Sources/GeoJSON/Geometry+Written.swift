package import GeoModel

extension Geometry {
    /// The shape as exports in all formats have it, by RFC 7946: rounded to some digits after the point, outer
    /// rings counter-clockwise, holes clockwise, rings closed and without positions that are the same when
    /// rounded, lines cut where they cross the antimeridian.
    package func written(digits: Int) -> Geometry {
        switch self {
        case .point(let position): .point(position.rounded(digits: digits))
        case .multiPoint(let positions): .multiPoint(positions.map { $0.rounded(digits: digits) })
        case .lineString(let line): Self.written(lines: [line], digits)
        case .multiLineString(let lines): Self.written(lines: lines, digits)
        case .polygon(let polygon): .polygon(polygon.written(digits))
        case .multiPolygon(let polygons): .multiPolygon(polygons.map { $0.written(digits) })
        }
    }

    private static func written(lines: [[Coordinate]], _ digits: Int) -> Geometry {
        let parts = lines.flatMap { Antimeridian.cut($0) }.map { part in
            part.map { $0.rounded(digits: digits) }
        }
        return parts.count == 1 ? .lineString(parts[0]) : .multiLineString(parts)
    }
}

extension Polygon {
    fileprivate func written(_ digits: Int) -> Polygon {
        let rings = writtenRings(digits: digits).map { ring in
            ring.map { $0.rounded(digits: digits) }
        }
        return Polygon(outer: rings[0], holes: Array(rings.dropFirst()))
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
