public import GeoModel
public import Places

extension NameIndex {
    /// The places nearest to a position on the sphere, the nearest first; of equal distance by id.
    ///
    /// - Complexity: O(log *n*) in the number of places for few, right at the poles and across the
    ///   antimeridian; more where `isWanted` turns many away.
    public func nearest(
        to position: Coordinate, limit: Int = 1, where isWanted: (Place) -> Bool = { _ in true }
    ) -> [NearbyPlace] {
        guard limit > 0, position.isValid else { return [] }
        var nearest = NearestPlaces(limit: limit)
        for (number, part) in parts.enumerated() {
            part.records.sphere.visit(from: position, reach: { nearest.reach }) { local, chord in
                guard local < part.records.count, isOwn(local, inPart: number) else { return }
                let distance = position.distance(to: part.records.coordinate(at: local))
                guard distance.isFinite else { return }
                let place = self.place(at: part.base + local)
                guard isWanted(place) else { return }
                nearest.add(
                    NearbyPlace(placeIndex: part.base + local, distanceInMetres: distance),
                    id: place.id, chord: chord)
            }
        }
        return nearest.places
    }
}

/// The nearest places so far, the nearest first.
private struct NearestPlaces {
    let limit: Int
    private var rows: [(place: NearbyPlace, id: String, chord: Double)] = []

    init(limit: Int) {
        self.limit = limit
    }

    var places: [NearbyPlace] { rows.map(\.place) }

    /// How far along the chord a place may be and still be among the nearest.
    var reach: Double {
        rows.count < limit ? .infinity : rows.last?.chord ?? .infinity
    }

    mutating func add(_ place: NearbyPlace, id: String, chord: Double) {
        let index =
            rows.firstIndex {
                let distance = $0.place.distanceInMetres
                return distance == place.distanceInMetres
                    ? id < $0.id : place.distanceInMetres < distance
            } ?? rows.count
        guard index < limit else { return }
        rows.insert((place, id, chord), at: index)
        if rows.count > limit { rows.removeLast() }
    }
}
