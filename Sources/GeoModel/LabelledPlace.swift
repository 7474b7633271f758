/// A place that a map may name: the value that passes from the gazetteer to the map.
public struct LabelledPlace: Hashable, Sendable {
    /// How a name stands on the map.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        /// A dot with the name beside it.
        case settlement
        /// A name inside a district.
        case district
        /// A name inside a country.
        case country
        /// A name over a region without an agreed outline.
        case region
        /// A name on a lake or sea.
        case water
        /// A name along a road.
        case road
        /// A building or other site.
        case site
    }

    /// The gazetteer id; breaks ties.
    public var id: String
    /// What to print, as the name policy chose.
    public var label: String
    /// Where it stands.
    public var anchor: Coordinate
    /// The id of the area that it covers or covered about, such as `iso:GE` for the Georgian SSR;
    /// its own id where it has none.
    public var groundID: String
    /// How the name stands on the map.
    public var form: Form
    /// From 1, named first, to 6.
    public var rank: Int
    /// How much it counts among places of its rank, such as by its people: the most is named first.
    public var weight: Int
    /// Whether the map is about this place: it is named before any other.
    public var isWanted: Bool

    /// Makes a place to be named.
    public init(
        id: String, label: String, anchor: Coordinate, groundID: String? = nil, form: Form,
        rank: Int, weight: Int = 0, isWanted: Bool = false
    ) {
        self.id = id
        self.label = label
        self.anchor = anchor
        self.groundID = groundID ?? id
        self.form = form
        self.rank = rank
        self.weight = weight
        self.isWanted = isWanted
    }
}

extension LabelledPlace {
    /// Whether a map names one before another: the lesser rank, then the greater weight, then by id.
    public static func isNamedFirst(_ left: LabelledPlace, _ right: LabelledPlace) -> Bool {
        (left.rank, -left.weight, left.id) < (right.rank, -right.weight, right.id)
    }
}
