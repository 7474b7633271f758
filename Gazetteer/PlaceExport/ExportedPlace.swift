public import GeoModel
public import Places

/// A place of the gazetteer on its way to other programs.
public struct ExportedPlace: Sendable {
    /// The place with all its names and claims.
    public var place: Place
    /// The name that the name policy prints.
    public var name: String
    /// The ground it covers, as of the date of the export; nil where none is known.
    public var outline: Outline?

    /// An outline and whose it is.
    public struct Outline: Hashable, Sendable {
        /// The area, or the course of a road.
        public var geometry: Geometry
        /// When it held, in EDTF; nil when not known.
        public var period: String?
        /// Who draws it so; nil for its source alone.
        public var perspective: String?
        /// Where it comes from.
        public var source: String
        /// Whether none is known for the date, and this one is the nearest.
        public var isNearestKnown: Bool

        /// Makes an outline from its parts.
        public init(
            _ geometry: Geometry, period: String?, perspective: String?, source: String,
            isNearestKnown: Bool
        ) {
            self.geometry = geometry
            self.period = period
            self.perspective = perspective
            self.source = source
            self.isNearestKnown = isNearestKnown
        }
    }

    /// Makes an entry from its parts.
    public init(_ place: Place, name: String, outline: Outline? = nil) {
        self.place = place
        self.name = name
        self.outline = outline
    }
}

extension Place {
    /// The ISO 3166-1 codes of all countries that claims put the place in, the pack's default first.
    var countryCodes: [String] {
        var codes: [String] = []
        for code in [countryCode] + countries.map({ Self.isoCode(ofID: $0.targetID) }) {
            guard let code, code.utf8.count == 2, !codes.contains(code) else { continue }
            codes.append(code)
        }
        return codes
    }

    /// Its names, those with the text of its label first: whoever reads a first name for the label
    /// finds it.
    var namesLabelFirst: [PlaceName] {
        names.filter { $0.text == label } + names.filter { $0.text != label }
    }
}

extension PlaceKind {
    /// The concept of the Art & Architecture Thesaurus for it; nil where it has none among those that the
    /// World Historical Gazetteer lists.
    ///
    /// Source: `feature-types-AAT_20230609.tsv` of github.com/LinkedPasts/linked-places-format.
    var thesaurusID: String? {
        switch self {
        case .city: "300008389"
        case .town: "300008375"
        case .village: "300008372"
        case .settlement: "300008347"
        case .district: "300000771"
        case .province: "300000774"
        case .country: "300128207"
        case .region: "300182722"
        case .historical: "300128214"
        case .road, .site, .water: nil
        }
    }

    /// The feature class of GeoNames for it. Source: http://www.geonames.org/export/codes.html.
    var featureClass: String {
        switch self {
        case .city, .town, .village, .settlement: "P"
        case .district, .province, .country, .historical: "A"
        case .region: "L"
        case .road: "R"
        case .site: "S"
        case .water: "H"
        }
    }
}

extension Certainty {
    /// The word of Linked Places Format for it.
    var linkedPlacesWord: String {
        switch self {
        case .high: "certain"
        case .medium: "less-certain"
        case .low: "uncertain"
        }
    }
}
