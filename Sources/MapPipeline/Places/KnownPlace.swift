internal import Boundaries
internal import GeoModel
internal import Places

/// A place of the gazetteer that a name was found to mean, with its ground as of the event's date.
struct KnownPlace {
    var place: Place
    /// The name that matched; nil for an id and for a container that stands for what lies in it.
    var matchedName: String?
    var tier: String?
    /// What to print, as the name policy chose.
    var label: String
    var ground: Ground

    /// How closely an event is known that is said to be near the place: no closer than the place is.
    var precisionNearby: PlacePrecision { max(.near, PlacePrecision(of: place)) }

    func reference(text: String) -> PlaceReference {
        PlaceReference(text: text, id: place.id, matchedName: matchedName, tier: tier, label: label)
    }
}

/// What is known of the ground that a place covers.
struct Ground {
    var geometry: Geometry
    /// No part of the place lies farther from its anchor, in metres; nil when not known.
    ///
    /// For an outline or a road this is the distance to its farthest position, as the point-radius
    /// method has it (Wieczorek, Guo, Hijmans, International Journal of Geographical Information
    /// Science 18 (2004), 745-767); for a point what the gazetteer says.
    var radiusInMetres: Double?

    /// The ground of a place, within an outline where it has one.
    ///
    /// - Complexity: O(*v*) in the vertices of the outline.
    init(of place: Place, outline: BoundaryArea?) {
        let centre = place.coordinate
        if !place.line.isEmpty {
            geometry = .lineString(place.line.map(\.coordinate))
            radiusInMetres = geometry.radius(around: centre) + (place.uncertaintyInMetres ?? 0)
        } else if let outline {
            geometry = outline.geometry
            radiusInMetres = geometry.radius(around: centre)
        } else {
            geometry = .point(centre)
            radiusInMetres = place.uncertaintyInMetres
        }
    }
}

extension Geometry {
    /// How far the farthest position is, in metres; 0 for an empty shape.
    func radius(around centre: Coordinate) -> Double {
        positions.reduce(0) { max($0, centre.distance(to: $1)) }
    }
}

extension PlacePrecision {
    /// A site closer than this is a point, in metres.
    private static let pointUncertainty = 100.0
    /// A unit of the past without outline that is larger than this is no closer than a country, in metres.
    private static let countryUncertainty = 200_000.0

    /// How closely an event is known that is said to have happened at a place.
    init(of place: Place) {
        switch place.kind {
        case .city, .town, .village, .settlement: self = .settlement
        case .district: self = .district
        case .province, .region, .water: self = .region
        case .country: self = .country
        case .road: self = .near
        case .site:
            self =
                (place.uncertaintyInMetres ?? .infinity) <= Self.pointUncertainty ? .point : .near
        case .historical:
            let isCountrySized = (place.uncertaintyInMetres ?? 0) >= Self.countryUncertainty
            self = isCountrySized || place.isApproximatelyACountry ? .country : .region
        }
    }
}

extension Place {
    /// The id under which an outline of the place may stand.
    var outlineID: String? {
        switch extent {
        case .outline: id
        case .approximately(let other): other
        case .point, .line: nil
        }
    }

    /// Whether the place covered about the ground of a country of today.
    var isApproximatelyACountry: Bool {
        guard case .approximately(let other) = extent else { return false }
        // ISO 3166-1 codes have no hyphen, those of subdivisions do.
        return other.hasPrefix("iso:") && !other.contains("-")
    }
}
