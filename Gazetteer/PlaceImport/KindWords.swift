internal import Places
internal import TabularText

/// Words of others for the kind of a place.
enum KindWords {
    /// The kind that a word stands for: one of ours, a common other one, or a GeoNames code.
    static func kind(_ text: String) throws(RecordFault) -> PlaceKind {
        if let kind = known(text) { return kind }
        throw RecordFault(
            code: "unknown-kind", problem: "no kind is called \"\(text.shortened)\"",
            remedy: "write \(PlaceKind.allCases.map(\.rawValue).joined(separator: ", "))")
    }

    /// The same; nil for a word that is not known.
    static func known(_ text: String) -> PlaceKind? {
        let word = text.lowercased()
        return PlaceKind(rawValue: word) ?? others[word]
            ?? GeoNamesCode(text).map { $0.kind }
    }

    /// Type terms of the Art & Architecture Thesaurus that the World Historical Gazetteer lists, and
    /// words that tables use for the same.
    private static let others: [String: PlaceKind] = [
        "capital": .city, "cities": .city, "towns": .town, "townlet": .town,
        "urban-type settlement": .town, "villages": .village, "hamlet": .village,
        "locality": .settlement, "inhabited place": .settlement, "populated place": .settlement,
        "settlements": .settlement, "ppl": .settlement, "rayon": .district, "raion": .district,
        "county": .district, "municipality": .district, "uyezd": .district, "districts": .district,
        "marz": .province, "oblast": .province, "governorate": .province, "state": .province,
        "provinces": .province, "nation": .country, "sovereign state": .country,
        "nations": .country, "khanate": .historical, "kingdom": .historical,
        "empire": .historical, "former administrative division": .historical,
        "regions": .region, "area": .region, "mountain": .site, "mountains": .region,
        "street": .road, "route": .road, "highway": .road, "building": .site, "church": .site,
        "mosque": .site, "monastery": .site, "castle": .site, "fort": .site,
        "archaeological site": .site, "lake": .water, "river": .water, "sea": .water,
        "stream": .water,
    ]

    /// AAT ids of the place types that records use most.
    ///
    /// Source: `feature-types-AAT_20230609.tsv` of github.com/LinkedPasts/linked-places-format.
    static let thesaurus: [String: PlaceKind] = [
        "300008347": .settlement, "300008389": .city, "300008375": .town, "300008372": .village,
        "300008537": .settlement, "300008542": .settlement, "300167671": .settlement,
        "300000774": .province, "300000776": .province, "300000771": .district,
        "300128207": .country, "300387506": .country, "300232420": .country,
        "300182722": .region, "300387178": .region, "300128214": .historical,
        "300235095": .historical, "300235096": .historical,
    ]
}

/// A GeoNames feature class alone, `P`, or with its code, `P.PPLA2`.
struct GeoNamesCode {
    let kind: PlaceKind

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 1, parts.count <= 2,
            let kind = GeoNamesFeature.kind(
                String(first), parts.count == 2 ? String(parts[1]) : "", population: 0)
        else { return nil }
        self.kind = kind
    }
}
