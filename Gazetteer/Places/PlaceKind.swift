/// What sort of place a place is.
public enum PlaceKind: String, Hashable, Sendable, CaseIterable {
    case city
    case town
    case village
    /// A place where people live, without a closer word.
    case settlement
    /// A rayon, county or municipality.
    case district
    /// A province, marz or autonomous republic: the unit right below a country.
    case province
    case country
    /// An area that people name without an agreed outline.
    case region
    /// A unit or state of the past.
    case historical
    case road
    /// A building or other site.
    case site
    /// A lake, sea or river.
    case water

    /// Whether people live at the one spot that the place is.
    public var isSettlement: Bool {
        switch self {
        case .city, .town, .village, .settlement: true
        default: false
        }
    }

    /// Whether the place is an area that holds other places.
    public var isArea: Bool {
        switch self {
        case .district, .province, .country, .region, .historical: true
        default: false
        }
    }
}

/// What sort of name a name is.
public enum NameKind: String, Hashable, Sendable, CaseIterable {
    /// Set by an authority for its time; stays official with a closed period.
    case official
    /// Used by residents in its period.
    case local
    /// Another form in use.
    case alternate
    /// Used in the past.
    case historical
    /// Used elsewhere, in another language than the place's own.
    case exonym
    /// Another name written in other letters.
    case transliteration
    /// Used in speech.
    case colloquial
    /// A code, such as that of an airport.
    case code
}

/// How sure a row is, after its source.
public enum Certainty: String, Hashable, Sendable, CaseIterable, Comparable {
    case low
    case medium
    case high

    /// Whether one is less sure than another.
    public static func < (left: Certainty, right: Certainty) -> Bool {
        left.order < right.order
    }

    private var order: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }
}

/// What is known of the ground that a place covers.
public enum Extent: Hashable, Sendable, CustomStringConvertible {
    /// No outline: the place stands at its point, within its uncertainty.
    case point
    /// An outline of its own, under its id.
    case outline
    /// A line, under its id.
    case line
    /// About the outline of another place, named by id.
    case approximately(String)

    /// Reads an extent as the tables write it, or nil for a word they do not have.
    public init?(_ text: some StringProtocol) {
        switch text {
        case "", "point": self = .point
        case "outline": self = .outline
        case "line": self = .line
        default:
            let words = text.split(separator: " ")
            guard words.count == 2, words[0] == "approximately" else { return nil }
            self = .approximately(String(words[1]))
        }
    }

    /// As the tables write it.
    public var description: String {
        switch self {
        case .point: "point"
        case .outline: "outline"
        case .line: "line"
        case .approximately(let id): "approximately \(id)"
        }
    }
}
