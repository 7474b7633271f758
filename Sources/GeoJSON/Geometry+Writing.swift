package import GeoModel

extension Geometry {
    /// The shape as formats write it: positions with some digits after the point, rings closed and wound
    /// as RFC 7946 has them, lines cut where they cross the meridian of ±180 degrees.
    package func written(digits: Int) -> Geometry {
        func line(_ positions: [Coordinate]) -> [Coordinate] {
            positions.map { $0.rounded(digits: digits) }
        }
        func lines(_ lines: [[Coordinate]]) -> Geometry {
            let parts = lines.flatMap { Antimeridian.cut($0) }.map(line)
            return parts.count == 1 ? .lineString(parts[0]) : .multiLineString(parts)
        }
        func area(_ polygon: Polygon) -> Polygon {
            let rings = polygon.writtenRings(digits: digits).map(line)
            return Polygon(outer: rings[0], holes: Array(rings.dropFirst()))
        }
        return switch self {
        case .point(let position): .point(position.rounded(digits: digits))
        case .multiPoint(let positions): .multiPoint(line(positions))
        case .lineString(let positions): lines([positions])
        case .multiLineString(let parts): lines(parts)
        case .polygon(let polygon): .polygon(area(polygon))
        case .multiPolygon(let polygons): .multiPolygon(polygons.map(area))
        }
    }
}
