public import Boundaries
public import EDTF
public import GeoModel
internal import PlaceIndex
public import PlacePack
public import Places

/// What a position is near to and what it lies in.
///
/// It lies in an area by the area's outline, and by what is claimed of the place at the position. Both
/// are told: a claim is someone's, and an outline is of its time.
public struct Whereabouts: Sendable {
    /// A place at some distance.
    public struct Neighbour: Hashable, Sendable {
        /// The place.
        public var place: Place
        /// The great-circle distance in metres.
        public var distanceInMetres: Double
    }

    /// An area that the position lies in.
    public struct Holder: Hashable, Sendable {
        /// The area.
        public var place: Place
        /// The outline that holds the position; nil when none that is known does.
        public var outline: BoundaryClaim?
        /// Whether that outline is the nearest known and not surely that of the date.
        public var isNearestKnown = false
        /// Who claims the place at the position to lie in the area.
        public var claims: [Membership] = []
    }

    /// The position.
    public let position: Coordinate
    /// The nearest places, the nearest first.
    public let nearest: [Neighbour]
    /// The areas, the smallest kind first.
    public let within: [Holder]

    /// What is claimed of a place counts for positions this close to it, in metres.
    public static let reachOfClaims = 2_000.0

    /// Looks about a position.
    ///
    /// - Parameters:
    ///   - position: where.
    ///   - pack: the places.
    ///   - boundaries: the outlines; nil for those linked in and those of the pack.
    ///   - date: outlines and claims of that date; nil for the date of the pack.
    ///   - limit: the most places nearby.
    ///   - isWanted: which places may be nearby; areas are found by what holds the position alone.
    /// - Complexity: O(log *n*) in the places, O(*a* + *v*) in the areas and the vertices of those near.
    public init(
        of position: Coordinate, in pack: Pack, boundaries: BoundaryStore? = nil,
        asOf date: HistoricalDate? = nil, limit: Int = 5,
        where isWanted: @escaping (Place) -> Bool = { !$0.kind.isArea }
    ) {
        self.position = position
        nearest = pack.index.nearest(to: position, limit: limit, where: isWanted).map {
            Neighbour(
                place: pack.index.places[$0.placeIndex], distanceInMetres: $0.distanceInMetres)
        }
        var holders = Holders(pack: pack)
        for area in (boundaries ?? pack.boundaries).areas(containing: position, asOf: date) {
            holders.add(area)
        }
        let here = pack.index.nearest(to: position) { !$0.kind.isArea }.first
        if let here, here.distanceInMetres <= Self.reachOfClaims {
            holders.addClaims(
                of: pack.index.places[here.placeIndex], asOf: date ?? HistoricalDate(pack.date))
        }
        within = holders.sorted
    }
}

extension Whereabouts.Holder {
    /// Why the position lies in it, in words: the outline that holds it, and who claims the place there.
    public var reason: String {
        var reasons: [String] = []
        if let outline {
            let period = outline.validity.map { " \($0)" } ?? ""
            reasons.append("outline\(period)\(isNearestKnown ? ", the nearest known" : "")")
        }
        for claim in claims {
            let period = claim.period.map { " \($0)" } ?? ""
            let reason = "claim\(claim.perspective.map { " of \($0)" } ?? "")\(period)"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.joined(separator: "; ")
    }
}

/// The areas found so far, each once.
private struct Holders {
    let pack: Pack
    private var holders: [String: Whereabouts.Holder] = [:]

    init(pack: Pack) {
        self.pack = pack
    }

    mutating func add(_ area: BoundaryArea) {
        guard holders[area.id] == nil, let place = pack.place(id: area.id) else { return }
        holders[area.id] = Whereabouts.Holder(
            place: place, outline: area.claim, isNearestKnown: area.isNearestKnown)
    }

    /// Adds what a place is said to belong to at a date, and what that belongs to in turn.
    mutating func addClaims(of place: Place, asOf date: HistoricalDate) {
        var pending = place.memberships
        var seen: Set<Membership> = []
        while let claim = pending.popLast() {
            guard seen.insert(claim).inserted,
                claim.period.map({ $0.overlaps(date) != .not }) ?? true,
                let area = pack.place(id: claim.targetID),
                area.period.map({ $0.overlaps(date) != .not }) ?? true
            else { continue }
            holders[area.id, default: Whereabouts.Holder(place: area)].claims.append(claim)
            pending += area.memberships
        }
    }

    /// By kind, the smallest first; of one kind those with an outline first, then by id.
    var sorted: [Whereabouts.Holder] {
        holders.values.sorted { left, right in
            (order(left), left.outline == nil ? 1 : 0, left.place.id)
                < (order(right), right.outline == nil ? 1 : 0, right.place.id)
        }.map { holder in
            var holder = holder
            holder.claims.sort { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
            return holder
        }
    }

    private func order(_ holder: Whereabouts.Holder) -> Int {
        switch holder.place.kind {
        case .district: 1
        case .historical: 2
        case .province: 3
        case .region: 4
        case .country: 5
        case .city, .town, .village, .settlement, .road, .site, .water: 0
        }
    }

    private static func key(_ claim: Membership) -> [String] {
        [
            claim.isDefault ? "" : "-", claim.perspective ?? "", claim.period?.description ?? "",
            claim.source,
        ]
    }
}
