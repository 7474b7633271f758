internal import EDTF
internal import GeoModel
internal import PlaceIndex
internal import PlacePack
internal import Places

/// The places of a pack that a map may name, labelled by a policy.
struct PlaceLabels {
    private let pack: Pack
    private let policy: NamePolicy
    /// The date of names and borders.
    private let date: HistoricalDate
    /// The ids of the states that stood at the date.
    private let states: Set<String>
    /// What maps of one zoom after another ask for again.
    private let known = KnownLabels()

    /// The least rank that a locator map names besides what it is about: seats of states and large cities.
    private static let locatorRank = 2

    init(pack: Pack, policy: NamePolicy, date: HistoricalDate) {
        self.pack = pack
        self.policy = policy
        self.date = date
        states = Self.states(of: pack, at: date)
    }

    /// The places that a map names wherever its frame lies: those it is about, and the towns, districts
    /// and waters where something happened. A state is named for its time, not for its events.
    func named(wanted: [String], hosts: some Sequence<String>) -> [LabelledPlace] {
        let wanted = Set(wanted)
        return wanted.union(hosts).sorted().compactMap { id in
            guard let place = pack.place(id: id) else { return nil }
            let isWanted = wanted.contains(id)
            return isWanted || place.kind.isNamedForEvents
                ? labelled(place, pack.label(for: place, policy), isWanted: isWanted) : nil
        }
    }

    /// What else a map of events may name in a box: all places that stood at the date.
    ///
    /// Regions without an agreed outline and units of the past that were smaller than a country are named
    /// only where an event stands or when wanted.
    func context(in box: BoundingBox, degreesPerPixel: Double) -> [LabelledPlace] {
        labels(in: box, spacing: Self.leastSpacing * degreesPerPixel, isLocator: false)
    }

    /// What a locator map names around the places it is about: states, seas and large cities.
    ///
    /// Of these only such as have a name in every language of the policy: a name in some of the
    /// languages would set one above the others.
    func locator(in box: BoundingBox, degreesPerPixel: Double) -> [LabelledPlace] {
        labels(in: box, spacing: Self.leastSpacing * degreesPerPixel, isLocator: true)
    }

    /// Of towns closer than this the first is enough, in pixels: a quarter of what the layout keeps.
    private static let leastSpacing = 11.0

    private func labels(
        in box: BoundingBox, spacing: Double, isLocator: Bool
    ) -> [LabelledPlace] {
        let index = pack.index
        // States and waters wherever they are: their names may stand far from their position.
        let wide = known.wide(isLocator) {
            (states.sorted().compactMap { index.placeIndex(ofID: $0) } + index.positions(of: .water))
                .compactMap { offered($0, isLocator) }
        }
        let positions =
            index.positionsOfDistricts(in: box)
            + index.positionsOfForemostSettlements(in: box, spacing: spacing)
        return wide + known.labels(at: positions, isLocator) { offered($0, isLocator) }
    }

    /// The place at a position as one that a map may name; nil where it did not stand, or for a locator
    /// map says too little.
    private func offered(_ position: Int, _ isLocator: Bool) -> LabelledPlace? {
        // Of some thousand places that a map may name it names some dozen, and most names of a place are
        // not its usual one.
        let place =
            policy.needsUsualNamesAlone
            ? pack.index.mapped(at: position) : pack.index.place(at: position)
        guard states.contains(place.id) || place.stood(at: date) != .not else { return nil }
        let label = pack.label(for: place, policy)
        guard !isLocator || isLandmark(place, label) else { return nil }
        return labelled(place, label, isWanted: false)
    }

    private func isLandmark(_ place: Place, _ label: PlaceLabel) -> Bool {
        switch place.kind {
        case .country, .historical, .water: isWhole(label)
        default: place.kind.isSettlement && place.rank <= Self.locatorRank && isWhole(label)
        }
    }

    /// Whether a label holds a name in each language that the policy asks for; equal names count once.
    private func isWhole(_ label: PlaceLabel) -> Bool {
        guard case .pair(let tags) = policy.choice else { return true }
        return tags.allSatisfy { tag in label.languages.contains { $0.serves(tag) } }
    }

    /// The ids of the states that stood at the date: for each country of today the state on about its
    /// ground that surely stood, else the country itself unless it surely did not stand.
    private static func states(of pack: Pack, at date: HistoricalDate) -> Set<String> {
        let index = pack.index
        let countries = index.positions(of: .country).map { index.mark(at: $0) }
        var states = Set(countries.filter { $0.stood(at: date) != .not }.map(\.id))
        let earlier = index.positions(of: .historical).map { index.mark(at: $0) }
        for place in earlier where place.isApproximatelyACountry {
            guard case .approximately(let country) = place.extent,
                place.stood(at: date) == .certainly
            else { continue }
            states.remove(country)
            states.insert(place.id)
        }
        return states
    }

    private func labelled(
        _ place: Place, _ label: PlaceLabel, isWanted: Bool
    ) -> LabelledPlace {
        LabelledPlace(
            id: place.id, label: label.text, anchor: place.coordinate,
            groundID: place.outlineID,
            form: place.isApproximatelyACountry ? .country : place.kind.form, rank: place.rank,
            weight: place.population ?? 0, isWanted: isWanted)
    }
}

extension Place {
    /// Whether the place stood at a date.
    fileprivate func stood(at date: HistoricalDate) -> TemporalRelation {
        period?.overlaps(date) ?? .certainly
    }
}

extension PlaceKind {
    /// Whether a map gives the gazetteer's name to a place of this kind because something happened there.
    fileprivate var isNamedForEvents: Bool {
        switch self {
        case .city, .town, .village, .settlement, .district, .province, .water: true
        case .country, .historical, .region, .road, .site: false
        }
    }

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
