/// How a spelling met a name, from the closest: exact beats folded beats transliterated beats fuzzy.
public enum MatchTier: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The same text.
    case exact
    /// The same but for case, marks and punctuation.
    case folded
    /// The same but for script or the habits of a language.
    case transliterated
    /// The same but for a slip or two.
    case fuzzy

    /// Whether one is closer than another.
    public static func < (left: MatchTier, right: MatchTier) -> Bool {
        left.order < right.order
    }

    private var order: Int {
        switch self {
        case .exact: 0
        case .folded: 1
        case .transliterated: 2
        case .fuzzy: 3
        }
    }
}

/// A name that a spelling met.
public struct NameMatch: Hashable, Sendable {
    /// Which place, as an index of `NameIndex.places`.
    public var placeIndex: Int
    /// The pack that tells the name, in the order of the packs.
    public var pack: Int
    /// Which name of that pack: `NameIndex.name(of:)` gives it.
    public var nameIndex: Int
    /// How the two met.
    public var tier: MatchTier
    /// How many slips apart the two are: 0 for exact and folded ones; as folded or in Latin letters, the
    /// fewest, for fuzzy ones; a measure of likeness in Latin letters for transliterated ones.
    public var slips: Int
    /// Whether the name met without its generic word (`Lachin` for `Lachin District`).
    public var isBare: Bool
}

/// A place at some distance.
public struct NearbyPlace: Hashable, Sendable {
    /// Which place, as an index of `NameIndex.places`.
    public var placeIndex: Int
    /// The great-circle distance in metres.
    public var distanceInMetres: Double
}
