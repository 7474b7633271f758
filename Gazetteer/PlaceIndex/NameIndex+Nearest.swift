public import GeoModel
public import Places

extension NameIndex {
    /// The places nearest to a position on the sphere, the nearest first; of equal distance by id.
    ///
    /// - Parameters:
    ///   - position: where to look from.
    ///   - limit: how many places at most.
    /// - Returns: the places with their distances; none is decoded.
    /// - Complexity: O(log *n*) in the number of places for few, right at the poles and across the
    ///   antimeridian.
    public func nearest(to position: Coordinate, limit: Int = 1) -> [NearbyPlace] {
        nearest(to: position, limit: limit, nil)
    }

    /// The wanted places nearest to a position on the sphere, the nearest first; of equal distance by id.
    ///
    /// - Complexity: as of all places, but that those in reach are decoded; more where `isWanted` turns many
    ///   away.
    public func nearest(
        to position: Coordinate, limit: Int = 1, where isWanted: (Place) -> Bool
    ) -> [NearbyPlace] {
        withoutActuallyEscaping(isWanted) { nearest(to: position, limit: limit, $0) }
    }

    private func nearest(
        to position: Coordinate, limit: Int, _ isWanted: ((Place) -> Bool)?
    ) -> [NearbyPlace] {
        guard limit > 0, position.isValid else { return [] }
        var search = SphereSearch(from: position, limit: limit)
        for (number, part) in parts.enumerated() {
            guard number > 0 || isWanted != nil else {
                search.visit(part.records.sphere, base: part.base, where: nil)
                continue
            }
            search.visit(part.records.sphere, base: part.base) { local in
                guard local < part.records.count, isOwn(local, inPart: number) else {
                    return false
                }
                return isWanted?(place(at: part.base + local)) ?? true
            }
        }
        search.end()
        return nearest(of: search.found, to: position, limit: limit)
    }

    /// The nearest of those that a search found, by the distances of their positions.
    private func nearest(of found: [SphereSearch.Found], to position: Coordinate, limit: Int)
        -> [NearbyPlace]
    {
        var places: [NearbyPlace] = []
        places.reserveCapacity(found.count)
        for found in found {
            guard let coordinate = coordinate(at: found.place) else { continue }
            places.append(
                NearbyPlace(
                    placeIndex: found.place, distanceInMetres: position.distance(to: coordinate)))
        }
        if places.count > 1 {
            places.sort { left, right in
                left.distanceInMetres == right.distanceInMetres
                    ? isBefore(left.placeIndex, right.placeIndex)
                    : left.distanceInMetres < right.distanceInMetres
            }
        }
        if places.count > limit { places.removeLast(places.count - limit) }
        return places
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        guard let left = id(at: left), let right = id(at: right) else { return false }
        return left < right
    }
}
