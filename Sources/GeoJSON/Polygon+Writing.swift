package import GeoModel

extension Polygon {
    /// The rings as formats write them: the outer one first and counter-clockwise, holes clockwise, each
    /// closed, without positions that so many digits spell like the one before.
    package func writtenRings(digits: Int) -> [[Coordinate]] {
        [Self.written(outer, counterclockwise: true, digits)]
            + holes.map { Self.written($0, counterclockwise: false, digits) }
    }

    private static func written(
        _ ring: [Coordinate], counterclockwise: Bool, _ digits: Int
    ) -> [Coordinate] {
        var ring = withoutRepeats(ring, digits)
        if let first = ring.first, ring.last != first { ring.append(first) }
        return ring.turned(counterclockwise: counterclockwise)
    }

    /// The ring without positions that are written like the one before; whole if too few would stay.
    private static func withoutRepeats(_ ring: [Coordinate], _ digits: Int) -> [Coordinate] {
        var kept: [Coordinate] = []
        for position in ring where kept.last.map({ !$0.isWritten(like: position, digits) }) ?? true
        {
            kept.append(position)
        }
        return kept.count >= 4 ? kept : ring
    }
}

extension Coordinate {
    /// The position as so many digits after the point spell it.
    package func rounded(digits: Int) -> Coordinate {
        Coordinate(
            longitude: FixedPoint(longitude, digits: digits).value,
            latitude: FixedPoint(latitude, digits: digits).value)
    }

    fileprivate func isWritten(like other: Coordinate, _ digits: Int) -> Bool {
        FixedPoint(longitude, digits: digits) == FixedPoint(other.longitude, digits: digits)
            && FixedPoint(latitude, digits: digits) == FixedPoint(other.latitude, digits: digits)
    }
}
