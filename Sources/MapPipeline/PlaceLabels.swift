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

    /// The least rank that a locator map names besides what it is about: seats of states and large cities.
    private static let locatorRank = 2

    /// What a map of events may name: all places that stood at the date, the wanted ones first.
    ///
    /// Regions without an agreed outline and units of the past that were smaller than a country are named
    /// only where an event stands or when wanted.
    func context(wanted: Set<String>) -> [LabelledPlace] {
        labels(wanted: wanted) { _, _ in true }
    }

    /// What a locator map names: the places it is about, and around them states, seas and large cities.
    ///
    /// Of these only such as have a name in every language of the policy: a name in some of the
    /// languages would set one above the others.
    func locator(about wanted: Set<String>) -> [LabelledPlace] {
        labels(wanted: wanted) { place, label in
            switch place.kind {
            case .country, .historical, .water: isWhole(label)
            default: place.kind.isSettlement && place.rank <= Self.locatorRank && isWhole(label)
            }
        }
    }

    private func labels(
        wanted: Set<String>, besides isContext: (Place, PlaceLabel) -> Bool
    ) -> [LabelledPlace] {
        let states = statesOfTheDate()
        return pack.places.compactMap { place in
            let label = pack.label(for: place, policy)
            if wanted.contains(place.id) { return labelled(place, label, isWanted: true) }
            let isNamed: Bool
            switch place.kind {
            case .country, .historical: isNamed = states.contains(place.id)
            case .region, .road, .site: isNamed = false
            default: isNamed = stood(place) != .not
            }
            return isNamed && isContext(place, label)
                ? labelled(place, label, isWanted: false) : nil
        }
    }

    /// Whether a label holds a name in each language that the policy asks for; equal names count once.
    private func isWhole(_ label: PlaceLabel) -> Bool {
        guard case .pair(let tags) = policy.choice else { return true }
        return tags.allSatisfy { tag in label.languages.contains { $0.serves(tag) } }
    }

    /// The ids of the states that stood at the date: for each country of today the state on about its
    /// ground that surely stood, else the country itself unless it surely did not stand.
    private func statesOfTheDate() -> Set<String> {
        var states = Set(pack.places.filter { $0.kind == .country && stood($0) != .not }.map(\.id))
        for place in pack.places where place.kind == .historical && place.isApproximatelyACountry {
            guard case .approximately(let country) = place.extent, stood(place) == .certainly else {
                continue
            }
            states.remove(country)
            states.insert(place.id)
        }
        return states
    }

    private func labelled(_ place: Place, _ label: PlaceLabel, isWanted: Bool) -> LabelledPlace {
        LabelledPlace(
            id: place.id, label: label.text, anchor: place.coordinate, groundID: place.outlineID,
            form: place.isApproximatelyACountry ? .country : place.kind.form, rank: place.rank,
            isWanted: isWanted)
    }

    /// Whether the place stood at the date.
    private func stood(_ place: Place) -> TemporalRelation {
        place.period?.overlaps(date) ?? .certainly
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
