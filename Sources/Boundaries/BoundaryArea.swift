public import EDTF
public import GeoModel

/// The id of a place: `iso:AZ`, `iso:AZ-TOV`, `tp:nkao`.
public typealias AreaID = String

/// Who says that an outline held when: what an area and a line have in common.
public struct BoundaryClaim: Hashable, Sendable {
    /// How sure the source, or our reading of it, is.
    public enum Certainty: String, Hashable, Sendable, CaseIterable {
        case high, medium, low
    }

    /// The days on which the outline held as drawn; nil when not known.
    public var validity: HistoricalDate?
    /// The time whose state the source drew; nil when it does not say.
    public var depicts: HistoricalDate?
    /// Whose claim it is (`SU`); empty means: as the source draws it.
    public var perspective: String
    /// The data set, by title.
    public var source: String
    /// How sure it is.
    public var certainty: Certainty
    /// Whether the line is only near the true one.
    public var isApproximate: Bool

    /// Makes a claim.
    public init(
        validity: HistoricalDate?, depicts: HistoricalDate?, perspective: String, source: String,
        certainty: Certainty, isApproximate: Bool
    ) {
        self.validity = validity
        self.depicts = depicts
        self.perspective = perspective
        self.source = source
        self.certainty = certainty
        self.isApproximate = isApproximate
    }
}

/// An area with an outline, as one source draws it.
public struct BoundaryArea: Hashable, Sendable {
    /// What an area is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A country, or land that the source gives to none.
        case country
        /// A first-order unit that is the sum of others.
        case region
        /// A first-order unit.
        case district
        /// A unit that is no more: it counts only while it was.
        case historical
        /// A lake or a reservoir.
        case water

        /// Whether the nearest known outline stands in where none is known for a date. A unit that
        /// is no more, and a reservoir before it was filled, have none then.
        public var persists: Bool {
            switch self {
            case .country, .region, .district: true
            case .historical, .water: false
            }
        }
    }

    /// The place that has this outline.
    public var id: AreaID
    /// What it is.
    public var kind: Kind
    /// Who says so, of what time.
    public var claim: BoundaryClaim
    /// Whether the outline did not, or not surely, hold on the date asked for: nearest known.
    public var isNearestKnown: Bool
    /// The polygons.
    public var polygons: [Polygon]

    /// The days on which the outline held as drawn; nil when not known.
    public var validity: HistoricalDate? { claim.validity }
    /// Whether the outline is only near the true one.
    public var isApproximate: Bool { claim.isApproximate }

    /// The polygons as one shape.
    public var geometry: Geometry {
        polygons.count == 1 ? .polygon(polygons[0]) : .multiPolygon(polygons)
    }

    /// Makes an area.
    public init(
        id: AreaID, kind: Kind, claim: BoundaryClaim, isNearestKnown: Bool, polygons: [Polygon]
    ) {
        self.id = id
        self.kind = kind
        self.claim = claim
        self.isNearestKnown = isNearestKnown
        self.polygons = polygons
    }
}

/// A line that divides areas or runs through them, as one source draws it.
public struct BoundaryLine: Hashable, Sendable {
    /// What a line is, or divides.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Two countries.
        case country
        /// Two first-order units of one country.
        case district
        /// Land and sea.
        case coast
        /// The Nagorno-Karabakh Autonomous Oblast and what lay round it.
        case formerOblast
        /// The forces on both sides after the ceasefire of 1994.
        case lineOfContact
        /// A river among the world's largest.
        case largeRiver
        /// Another river that runs all year.
        case river
        /// A small river that runs all year.
        case smallRiver
        /// A river that is dry for a part of the year.
        case seasonalRiver

        /// Whether the nearest known line stands in where none is known for a date. A line that
        /// stands for a period does not: outside it there was none.
        public var persists: Bool {
            switch self {
            case .country, .district, .coast, .largeRiver, .river, .smallRiver, .seasonalRiver: true
            case .formerOblast, .lineOfContact: false
            }
        }
    }

    /// What it divides.
    public var kind: Kind
    /// The area on its left, where one is known.
    public var left: AreaID?
    /// The area on its right; nil for the sea, or where none is known.
    public var right: AreaID?
    /// Who says so, of what time.
    public var claim: BoundaryClaim
    /// Whether the line did not, or not surely, hold on the date asked for: nearest known.
    public var isNearestKnown: Bool
    /// The chains of positions; a ring repeats its first position.
    public var parts: [[Coordinate]]

    /// Makes a line.
    public init(
        kind: Kind, left: AreaID?, right: AreaID?, claim: BoundaryClaim, isNearestKnown: Bool,
        parts: [[Coordinate]]
    ) {
        self.kind = kind
        self.left = left
        self.right = right
        self.claim = claim
        self.isNearestKnown = isNearestKnown
        self.parts = parts
    }
}
