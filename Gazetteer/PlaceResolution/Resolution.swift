public import PlaceIndex
public import Places

/// What a query turned out to mean.
public struct Resolution: Hashable, Sendable {
    /// How many places fit.
    public enum Status: String, Hashable, Sendable, CaseIterable {
        /// One fits clearly best: the first candidate.
        case match
        /// Several fit about as well: all are candidates.
        case ambiguous
        /// Nothing fits.
        case none
    }

    /// The query.
    public var query: PlaceQuery
    /// How many places fit.
    public var status: Status
    /// The places that fit, the best first; empty for `none`.
    public var candidates: [Candidate]
    /// The place that the query names as a container of the candidates; nil when it names none.
    ///
    /// When several candidates lie in it, an event may stand at the container itself.
    public var container: Place?
    /// Why nothing fits; nil when something does.
    public var reason: String?
    /// Places with a spelling near the one asked for, when nothing fits.
    public var suggestions: [Candidate]

    /// The place, when one fits clearly best.
    public var match: Candidate? { status == .match ? candidates.first : nil }

    init(
        _ query: PlaceQuery, _ status: Status, candidates: [Candidate] = [],
        container: Place? = nil,
        reason: String? = nil, suggestions: [Candidate] = []
    ) {
        self.query = query
        self.status = status
        self.candidates = candidates
        self.container = container
        self.reason = reason
        self.suggestions = suggestions
    }
}

/// A place that may be meant, with what speaks for it.
public struct Candidate: Hashable, Sendable {
    /// The place.
    public var place: Place
    /// The name that matched; nil when the query was an id.
    public var matchedName: PlaceName?
    /// How the two met.
    public var tier: MatchTier
    /// How many slips apart they are, written in Latin letters.
    public var distance: Int
    /// What the score is the sum of, in a fixed order; parts that say nothing are left out.
    public var parts: [ScorePart]
    /// The same in words.
    public var reasons: [String]

    /// How to write it so that it is found: the name that matched, or what the tables call the place.
    public var spelling: String { matchedName?.text ?? place.label }

    /// The sum of the parts, rounded to four decimals: about 1 for a name spelled as it is, more where
    /// date or nearness agree. It orders candidates; it is no probability.
    public var score: Double { ScorePart.rounded(parts.reduce(0) { $0 + $1.value }) }

    /// One named part of a score.
    public struct ScorePart: Hashable, Sendable {
        /// What it speaks of.
        public var name: Name
        /// How much it adds or takes.
        public var value: Double

        init(name: Name, value: Double) {
            self.name = name
            self.value = Self.rounded(value)
        }

        /// The value to four decimals.
        static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

        /// What a part of a score speaks of.
        public enum Name: String, Hashable, Sendable, CaseIterable {
            /// How closely the spelling met the name.
            case spelling
            /// What sort of name it is.
            case name
            /// What kind of place it is.
            case kind
            /// How many people live there: a weak prior.
            case population
            /// Whether it bore the name at the date.
            case date
            /// Whether it lies in the unit that it is thought to lie in.
            case unit
            /// How many of the other places of the table lie in its country and its unit.
            case neighbours
            /// How close it is to where it is thought to be.
            case near
            /// Whether the name is in the language asked for.
            case language
            /// Whether it is a town and its namesakes are hamlets.
            case namesakes
        }
    }
}
