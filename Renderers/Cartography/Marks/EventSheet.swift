internal import GeoModel

/// One event at one place, with all that is claimed of it.
struct EventAtPlace: Hashable, Sendable {
    /// The claims, first to last; never empty.
    let claims: [Feature]

    /// The first claim, which stands for the others where they agree.
    var feature: Feature { claims[0] }
    var id: String { feature.id }

    init(_ first: Feature, _ later: [Feature] = []) {
        claims = [first] + later
    }
}

/// The events of a map, sorted out by how they can be shown. Order never depends on the input's.
struct EventSheet: Sendable {
    /// Those with a mark at a place: points, and areas by their label point.
    private(set) var placed: [EventAtPlace] = []
    /// Movements and roads.
    private(set) var lines: [EventAtPlace] = []
    /// Those known by country only: listed, never pinned.
    private(set) var countryLevel: [EventAtPlace] = []
    /// Those without any place.
    private(set) var withoutPlace: [EventAtPlace] = []
    /// How many events there are.
    let eventCount: Int

    init(_ features: [Feature]) {
        let ordered = features.sorted { Self.precedes($0, $1) }
        eventCount = Set(ordered.map(\.eventID)).count
        var start = 0
        while start < ordered.count {
            var end = start + 1
            while end < ordered.count, ordered[end].eventID == ordered[start].eventID,
                ordered[end].placeIndex == ordered[start].placeIndex
            {
                end += 1
            }
            add(EventAtPlace(ordered[start], Array(ordered[(start + 1)..<end])))
            start = end
        }
    }

    /// Everything, in the order of ids.
    var all: [EventAtPlace] {
        (placed + lines + countryLevel + withoutPlace).sorted {
            Self.precedes($0.feature, $1.feature)
        }
    }

    private mutating func add(_ event: EventAtPlace) {
        let feature = event.feature
        switch feature.geometry {
        case nil: withoutPlace.append(event)
        case .lineString, .multiLineString: lines.append(event)
        case .point, .multiPoint, .polygon, .multiPolygon:
            if feature.precision == .country {
                countryLevel.append(event)
            } else if feature.anchor != nil {
                placed.append(event)
            } else {
                withoutPlace.append(event)
            }
        }
    }

    private static func precedes(_ left: Feature, _ right: Feature) -> Bool {
        (left.eventID, left.placeIndex, left.claimIndex, left.id)
            < (right.eventID, right.placeIndex, right.claimIndex, right.id)
    }
}
