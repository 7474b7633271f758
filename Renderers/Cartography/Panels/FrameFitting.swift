internal import GeoModel

/// Finds the box that a map shows when none is asked for.
enum FrameFitting {
    /// Beyond this many times the distance that holds four fifths of the places, a place is left
    /// outside: it would shrink all others to a spot.
    private static let outlierFactor = 4.0

    /// The box around most of the shapes: those far from all others are left outside.
    ///
    /// Takes the shortest way around the antimeridian. Nil for no shapes.
    static func box(around shapes: [Shape]) -> BoundingBox? {
        guard let middle = middle(of: shapes.map(\.anchor)) else { return nil }
        let distances = shapes.map { middle.distance(to: $0.anchor) }
        let limit = limit(fourFifths: fourFifths(of: distances))
        let near = zip(shapes, distances).filter { $0.1 <= limit }.map(\.0)
        return box(holding: near.flatMap(\.positions))
    }

    /// The distance from the middle beyond which a place is left outside, in metres.
    static func limit(fourFifths distance: Double) -> Double {
        max(50_000, outlierFactor * distance)
    }

    /// A shape to be shown: where it stands and how far it reaches.
    struct Shape: Hashable, Sendable {
        var anchor: Coordinate
        var positions: [Coordinate]

        init(anchor: Coordinate, positions: [Coordinate] = []) {
            self.anchor = anchor
            self.positions = positions + [anchor]
        }
    }

    /// The median longitude and latitude: half the places lie on either side.
    private static func middle(of places: [Coordinate]) -> Coordinate? {
        guard let first = places.first else { return nil }
        // Longitudes count from the first place, so that 180° is no edge.
        let offsets = places.map { wrapped($0.longitude - first.longitude) }.sorted()
        let latitudes = places.map(\.latitude).sorted()
        let index = places.count / 2
        return Coordinate(
            longitude: wrapped(first.longitude + offsets[index]), latitude: latitudes[index])
    }

    private static func fourFifths(of distances: [Double]) -> Double {
        let sorted = distances.sorted()
        return sorted[min(sorted.count - 1, sorted.count * 4 / 5)]
    }

    /// The least box, cut where the largest gap between longitudes is.
    static func box(holding positions: [Coordinate]) -> BoundingBox? {
        let longitudes = positions.map(\.longitude).sorted()
        guard let plain = BoundingBox(around: positions), let first = longitudes.first,
            let last = longitudes.last
        else { return nil }
        var widest = first + 360 - last
        var box = plain
        for (before, after) in zip(longitudes, longitudes.dropFirst()) where after - before > widest
        {
            widest = after - before
            box.west = after
            box.east = before
        }
        return box
    }

    /// Degrees of longitude brought to -180..<180.
    static func wrapped(_ degrees: Double) -> Double {
        if degrees >= 180 { return degrees - 360 }
        return degrees < -180 ? degrees + 360 : degrees
    }
}
