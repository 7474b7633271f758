public import EDTF
public import GeoModel
internal import PlaceIndex
public import Places

/// What is known besides the name. Country, kinds and box exclude; the rest only ranks.
public struct ResolutionContext: Hashable, Sendable {
    /// When the name was used: it then means who bore it.
    public var asOf: HistoricalDate?
    /// Where the place is thought to be.
    public var near: Coordinate?
    /// The ISO 3166-1 code of a country that some claim must put the place in.
    public var country: String?
    /// The kinds that the place may be of; empty for any.
    public var kinds: Set<PlaceKind>
    /// The ids of units that the place is thought to lie in, as `PlaceResolver.units(named:)` gives them;
    /// empty when none is known.
    public var units: Set<String>
    /// Where the other places of the same table lie.
    public var neighbourhood: Neighbourhood?
    /// The box that the place must lie in.
    public var box: BoundingBox?
    /// The language that the name is in.
    public var language: LanguageTag?
    /// Whether names with a slip are found where no name fits as it stands.
    public var allowsFuzzy: Bool
    /// Whether places of a near spelling are looked for when nothing fits; that takes as long as all
    /// else.
    public var wantsSuggestions = true
    /// How many slips a suggestion may have at most.
    package var mostSlipsOfSuggestions = 3
    /// The most candidates returned.
    public var limit: Int

    /// Makes a context; what is left out is not known.
    public init(
        asOf: HistoricalDate? = nil, near: Coordinate? = nil, country: String? = nil,
        units: Set<String> = [], neighbourhood: Neighbourhood? = nil,
        kinds: Set<PlaceKind> = [], box: BoundingBox? = nil, language: LanguageTag? = nil,
        allowsFuzzy: Bool = true, limit: Int = 20
    ) {
        self.asOf = asOf
        self.near = near
        self.country = country
        self.units = units
        self.neighbourhood = neighbourhood
        self.kinds = kinds
        self.box = box
        self.language = language
        self.allowsFuzzy = allowsFuzzy
        self.limit = limit
    }

    /// Whether it tells where the place lies.
    var tellsWhere: Bool { country != nil || !units.isEmpty || near != nil }

    /// The same for an index: what country, kinds and box let pass.
    var filter: PlaceFilter {
        PlaceFilter(country: country.map { "iso:\($0)" }, kinds: kinds, box: box)
    }

    /// Whether country, kinds and box let a place pass.
    func admits(_ place: Place) -> Bool {
        (country.map { place.isClaimed(byCountry: $0) } ?? true)
            && (kinds.isEmpty || kinds.contains(place.kind))
            && (box.map { $0.contains(place.coordinate) } ?? true)
    }
}
