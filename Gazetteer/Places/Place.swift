public import EDTF
public import GeoModel

/// A place with all its names: what the gazetteer knows.
///
/// Nothing here is a verdict. Names and memberships are claims, each with a perspective, a period and a
/// source; `NamePolicy` chooses what to print.
public struct Place: Hashable, Sendable, Identifiable {
    /// `gn:` and a GeoNames id, `iso:` and an ISO 3166 code, or `tp:` and a word of our own.
    public var id: String
    /// What sort of place it is.
    public var kind: PlaceKind
    /// What the tables call the place, in English letters: for lists and messages, not for maps.
    public var label: String
    /// Where it stands; for an area, where its name may stand.
    public var coordinate: Coordinate
    /// How far off that may be, in metres; nil when not known.
    public var uncertaintyInMetres: Double?
    /// What is known of the ground it covers.
    public var extent: Extent
    /// When it existed, or since when; nil for a place that has no known start or end.
    public var period: HistoricalDate?
    /// How many people live there, by its source; nil when not known.
    public var population: Int?
    /// How early a map names it: from 1, first, to 6.
    public var rank: Int
    /// What was read for it.
    public var source: String
    /// How sure the row is.
    public var certainty: Certainty
    /// A remark; nil without one.
    public var note: String?
    /// Its names, in the order of the table.
    public var names: [PlaceName]
    /// What it is said to belong to, in the order of the table.
    public var memberships: [Membership]
    /// Its course, for a road; empty otherwise.
    public var line: [LinePoint]

    /// Makes a place with its identity; the rest is set where it is known.
    public init(
        id: String, kind: PlaceKind, label: String, coordinate: Coordinate, source: String,
        certainty: Certainty = .medium
    ) {
        self.id = id
        self.kind = kind
        self.label = label
        self.coordinate = coordinate
        self.source = source
        self.certainty = certainty
        extent = .point
        rank = 6
        names = []
        memberships = []
        line = []
    }

    /// The usual name in English text, or the table's label when no row is marked so.
    public var usualName: String {
        names.first { $0.isUsual && $0.mayDecide }?.text ?? label
    }
}

/// A claim that a place belongs to another.
public struct Membership: Hashable, Sendable {
    /// How the two are related.
    public enum Relation: String, Hashable, Sendable, CaseIterable {
        case country
        /// The unit right below the country.
        case admin1
        /// Any other unit or area.
        case partOf = "part_of"
    }

    /// How the two are related.
    public var relation: Relation
    /// The id of what it belongs to.
    public var targetID: String
    /// Who says so; nil when the claim is the pack's own.
    public var perspective: String?
    /// When it held; nil when the source does not say.
    public var period: HistoricalDate?
    /// What was read.
    public var source: String
    /// How sure the row is.
    public var certainty: Certainty
    /// Whether the pack gives this one where only one can be given.
    public var isDefault: Bool
    /// A remark; nil without one.
    public var note: String?

    /// Makes a claim with its identity; the rest is set where it is known.
    public init(
        _ relation: Relation, in targetID: String, source: String, certainty: Certainty = .medium
    ) {
        self.relation = relation
        self.targetID = targetID
        self.source = source
        self.certainty = certainty
        isDefault = false
    }
}

/// A point on the course of a road.
public struct LinePoint: Hashable, Sendable {
    /// Where it is.
    public var coordinate: Coordinate
    /// What it rests on: `way-point`, or `course unknown` for a stretch that is not known.
    public var basis: String
    /// What was read.
    public var source: String

    /// Makes a point from its parts.
    public init(coordinate: Coordinate, basis: String, source: String) {
        self.coordinate = coordinate
        self.basis = basis
        self.source = source
    }
}

extension Place {
    /// The claims about a country, the pack's default first, else in the order of the table.
    public var countries: [Membership] { claims(.country) }

    /// The claims about the unit below the country, the pack's default first.
    public var firstOrderUnits: [Membership] { claims(.admin1) }

    /// The ISO 3166-1 code of the pack's default country: its own for a country; nil when no claim has one.
    public var countryCode: String? {
        if kind == .country { return Self.isoCode(ofID: id) }
        return countries.lazy.compactMap { Self.isoCode(ofID: $0.targetID) }.first
    }

    /// The ISO 3166-2 code of the pack's default unit below the country; nil when no claim has one.
    public var firstOrderCode: String? {
        if id.hasPrefix("iso:"), kind != .country { return Self.isoCode(ofID: id) }
        return firstOrderUnits.lazy.compactMap { Self.isoCode(ofID: $0.targetID) }.first
    }

    /// Whether any claim puts the place in the country of an ISO 3166-1 code.
    public func isClaimed(byCountry code: String) -> Bool {
        let id = "iso:\(code)"
        return self.id == id
            || memberships.contains { $0.relation == .country && $0.targetID == id }
    }

    private func claims(_ relation: Membership.Relation) -> [Membership] {
        let claims = memberships.filter { $0.relation == relation }
        return claims.filter(\.isDefault) + claims.filter { !$0.isDefault }
    }

    /// The code of an id that is one of ISO 3166; nil for any other.
    package static func isoCode(ofID id: String) -> String? {
        id.hasPrefix("iso:") ? String(id.dropFirst(4)) : nil
    }
}
