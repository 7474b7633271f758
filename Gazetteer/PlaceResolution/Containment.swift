internal import GeoModel
internal import PlaceIndex
internal import Places

/// Tells whether a place lies in another: by what is claimed, and by outline only where nothing is.
struct Containment {
    var index: NameIndex
    let outlines: PlaceResolver.OutlineTest?

    /// A settlement holds the sites and roads this close to it, in metres.
    private static let reachOfSettlement = 10_000.0

    /// The ids of all that a place belongs to by any claim, and what those belong to in turn.
    func ancestors(of place: Place) -> Set<String> {
        var ancestors: Set<String> = []
        var pending = place.memberships.map(\.targetID)
        while let id = pending.popLast() {
            if ancestors.insert(id).inserted { pending += index.targets(ofPlaceWithID: id) }
        }
        return ancestors
    }

    /// Whether the place lies in the container.
    func contains(_ container: Place, _ place: Place) -> Bool {
        if container.id == place.id { return false }
        if ancestors(of: place).contains(container.id) { return true }
        if container.kind.isSettlement {
            let isHeld = !place.kind.isSettlement && !place.kind.isArea
            return isHeld
                && container.coordinate.distance(to: place.coordinate) <= Self.reachOfSettlement
        }
        // Outlines are coarse at their edges: they speak only where no unit is claimed.
        guard place.firstOrderUnits.isEmpty, let outlines else { return false }
        return outlines(container.id, place.coordinate) ?? false
    }

    /// Whether one of the two is an area that the other belongs to: a town and the district named after it.
    func areFamily(_ left: Place, _ right: Place) -> Bool {
        (right.kind.isArea && ancestors(of: left).contains(right.id))
            || (left.kind.isArea && ancestors(of: right).contains(left.id))
    }
}
