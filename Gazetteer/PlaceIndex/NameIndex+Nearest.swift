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

    /// The place nearest to each of many positions, as `nearest(to:)` gives it; nil where that gives none.
    ///
    /// - Complexity: O(log *n*) each; a million positions all over the globe take half of the time that they
    ///   take one by one, for they are looked up in an order in which neighbours follow one another.
    public func nearest(toEach positions: [Coordinate]) -> [NearbyPlace?] {
        var nearest = [NearbyPlace?](repeating: nil, count: positions.count)
        var search = SphereSearch(limit: 1)
        for index in NeighbourlyOrder(positions) where positions[index].isValid {
            search.start(from: positions[index])
            visitAll(&search, nil)
            nearest[index] = self.nearest(of: search.found, to: positions[index])
        }
        return nearest
    }

    private func nearest(
        to position: Coordinate, limit: Int, _ isWanted: ((Place) -> Bool)?
    ) -> [NearbyPlace] {
        guard limit > 0, position.isValid else { return [] }
        var search = SphereSearch(limit: limit)
        search.start(from: position)
        visitAll(&search, isWanted)
        return nearest(of: search.found, to: position, limit: limit)
    }

    /// Lets a search look at the places of all packs.
    private func visitAll(_ search: inout SphereSearch, _ isWanted: ((Place) -> Bool)?) {
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
    }

    /// The nearest of those that a search found, by the distances of their positions.
    private func nearest(
        of found: [SphereSearch.Found], to position: Coordinate
    ) -> NearbyPlace? {
        var nearest: NearbyPlace?
        for found in found {
            guard let coordinate = coordinate(at: found.place) else { continue }
            let place = NearbyPlace(
                placeIndex: found.place, distanceInMetres: position.distance(to: coordinate))
            if nearest.map({ isNearer(place, $0) }) ?? true { nearest = place }
        }
        return nearest
    }

    private func isNearer(_ left: NearbyPlace, _ right: NearbyPlace) -> Bool {
        left.distanceInMetres == right.distanceInMetres
            ? isBefore(left.placeIndex, right.placeIndex)
            : left.distanceInMetres < right.distanceInMetres
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
        if places.count > 1 { places.sort(by: isNearer) }
        if places.count > limit { places.removeLast(places.count - limit) }
        return places
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        guard let left = id(at: left), let right = id(at: right) else { return false }
        return left < right
    }
}

/// The indexes of positions in an order in which neighbours follow one another: along a curve through all
/// cells of a grid of longitude and latitude, so that what one search reads is still near for the next.
///
/// Source: G. M. Morton, "A Computer Oriented Geodetic Data Base and a New Technique in File Sequencing",
/// IBM Ltd., Ottawa (1966).
private struct NeighbourlyOrder: Sequence {
    private let keys: [UInt64]

    init(_ positions: [Coordinate]) {
        precondition(positions.count <= Int(UInt32.max), "an index fits half a key")
        // A position that is none stands anywhere.
        keys = positions.enumerated().map { index, position in
            let x = Self.cell(position.longitude, of: 360)
            let y = Self.cell(position.latitude, of: 180)
            return (Self.spread(x) | Self.spread(y) << 1) << 32 | UInt64(index)
        }.sorted()
    }

    func makeIterator() -> some IteratorProtocol<Int> {
        keys.lazy.map { Int($0 & 0xFFFF_FFFF) }.makeIterator()
    }

    /// One of 2¹⁶ cells from end to end.
    private static func cell(_ degrees: Double, of range: Double) -> UInt64 {
        let share = (degrees / range + 0.5) * 0x1p16
        return share > 0 && share < 0x1p16 ? UInt64(share) : 0
    }

    /// Puts a zero before each of sixteen bits.
    private static func spread(_ number: UInt64) -> UInt64 {
        var bits = number
        bits = (bits | bits << 8) & 0x00FF_00FF
        bits = (bits | bits << 4) & 0x0F0F_0F0F
        bits = (bits | bits << 2) & 0x3333_3333
        return (bits | bits << 1) & 0x5555_5555
    }
}
