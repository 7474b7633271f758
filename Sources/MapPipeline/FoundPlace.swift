internal import Boundaries
internal import EDTF
internal import GeoModel
internal import Places

/// A place of an event with everything a feature needs of it.
struct FoundPlace {
    var reference: PlaceReference
    var destination: PlaceReference?
    var geometry: Geometry
    var anchor: Coordinate
    var precision: PlacePrecision
    var uncertaintyInMetres: Double?

    /// Coordinates that the table gives.
    init(coordinate: Coordinate, text: String) {
        reference = PlaceReference(text: text, id: nil, matchedName: nil, tier: nil, label: text)
        geometry = .point(coordinate)
        anchor = coordinate
        precision = .point
    }

    /// A place of the gazetteer, with its ground as of a date.
    init(
        _ place: Place, reference: PlaceReference, isNear: Bool, boundaries: BoundaryStore,
        asOf date: HistoricalDate?
    ) {
        self.reference = reference
        anchor = place.coordinate
        precision = isNear ? .near : PlacePrecision(of: place)
        geometry = .point(place.coordinate)
        uncertaintyInMetres = place.uncertaintyInMetres
        if isNear { return }
        if !place.line.isEmpty {
            geometry = .lineString(place.line.map(\.coordinate))
        } else if let outline = place.outlineID, let area = boundaries.area(of: outline, asOf: date)
        {
            geometry = area.geometry
        }
    }

    /// A movement from one place to another.
    init(from start: FoundPlace, to end: FoundPlace) {
        self = start
        destination = end.reference
        geometry = .lineString([start.anchor, end.anchor])
        precision = max(start.precision, end.precision)
        uncertaintyInMetres = [start.uncertaintyInMetres, end.uncertaintyInMetres]
            .compactMap(\.self).max()
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
