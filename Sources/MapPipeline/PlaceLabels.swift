internal import EDTF
internal import GeoModel
internal import PlacePack
internal import Places

/// The places of a pack that a map may name, labelled by a policy.
struct PlaceLabels {
    let pack: Pack
    let policy: NamePolicy
    /// The date of names and borders.
    let date: HistoricalDate

    /// All places that existed at the date; those in `wanted` before any other.
    ///
    /// Regions without an agreed outline and units of the past are named only when wanted.
    func all(wanted: Set<String>) -> [LabelledPlace] {
        pack.places.compactMap { place in
            let isWanted = wanted.contains(place.id)
            guard isWanted || isNamedByDefault(place) else { return nil }
            return LabelledPlace(
                id: place.id, label: pack.label(for: place, policy).text, anchor: place.coordinate,
                form: place.kind.form, rank: place.rank, isWanted: isWanted)
        }
    }

    private func isNamedByDefault(_ place: Place) -> Bool {
        switch place.kind {
        case .region, .historical, .road, .site: return false
        case .city, .town, .village, .settlement, .district, .province, .country, .water: break
        }
        return place.period.map { $0.overlaps(date) != .not } ?? true
    }
}

extension PlaceKind {
    /// How a name of this kind stands on a map.
    fileprivate var form: LabelledPlace.Form {
        switch self {
        case .city, .town, .village, .settlement: .settlement
        case .district, .province: .district
        case .country: .country
        case .region, .historical: .region
        case .road: .road
        case .site: .site
        case .water: .water
        }
    }
}
