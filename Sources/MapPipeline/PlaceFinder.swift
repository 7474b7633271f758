internal import Boundaries
internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel
internal import PlaceExpressions
internal import PlaceIndex
internal import PlacePack
internal import PlaceResolution
internal import Places

/// Finds the places of one event after another and remembers what it found, so that a million rows
/// cost few look-ups and bounded memory.
struct PlaceFinder {
    let pack: Pack
    let policy: NamePolicy
    let resolver: PlaceResolver
    let boundaries: BoundaryStore
    /// What is worth saying of the places found since it was last taken away.
    var findings: [Diagnostic] = []

    /// More answers are not kept at a time: some 10 MB of them.
    private static let mostRemembered = 10_000

    private var resolutions: [Asked: Resolution] = [:]
    private var grounds: [Asked: Ground] = [:]
    private var outlined: [Outlined: Ground] = [:]

    init(pack: Pack, policy: NamePolicy, resolver: PlaceResolver, boundaries: BoundaryStore) {
        self.pack = pack
        self.policy = policy
        self.resolver = resolver
        self.boundaries = boundaries
    }

    /// Forgets what it found once that is much: a table may have a million spellings and dates.
    mutating func forgetIfFull() {
        if resolutions.count > Self.greatestMemory { resolutions.removeAll(keepingCapacity: true) }
        if grounds.count > Self.greatestMemory { grounds.removeAll(keepingCapacity: true) }
    }

    private static let greatestMemory = 20_000

    /// A text or id with what its answer depends on.
    private struct Asked: Hashable {
        var text: String
        var date: HistoricalDate?
        var isForArea = false
    }

    /// A place within one outline of it, whatever the dates that outline holds for.
    private struct Outlined: Hashable {
        var id: String
        var claim: BoundaryClaim
    }

    /// Finds one place of an event.
    ///
    /// - Throws: `PlaceFault` when it is not known or several fit.
    mutating func find(_ place: EventPlace, of event: Event) throws(PlaceFault) -> FoundPlace {
        switch place {
        case .at(let expression): try find(expression, of: event)
        case .movement(let start, let end):
            FoundPlace(from: try find(start, of: event), to: try find(end, of: event))
        case .coordinate(let coordinate, let name):
            FoundPlace(coordinate: coordinate, text: name?.description ?? "")
        }
    }

    private mutating func find(
        _ expression: PlaceExpression, of event: Event
    ) throws(PlaceFault) -> FoundPlace {
        let text = expression.description
        switch expression.form {
        case .at(let name):
            return FoundPlace(at: try known(name, of: event), text: text)
        case .near(let name):
            return FoundPlace(
                about: try known(name, of: event), reach: FoundPlace.reachOfNear, text: text)
        case .outskirts(let name):
            return FoundPlace(
                about: try known(name, of: event), reach: FoundPlace.reachOfOutskirts, text: text)
        case .away(let way, let name):
            return FoundPlace(way, from: try known(name, of: event), text: text)
        case .between(let first, let second):
            return FoundPlace(
                between: try known(first, of: event), and: try known(second, of: event), text: text)
        case .road(let first, let second):
            return try road(expression, from: first, to: second, of: event)
        case .border(let first, let second):
            return try border(of: first, and: second, text: text, of: event)
        }
    }
}

// MARK: - Names

extension PlaceFinder {
    /// More candidates than any name has: the rule for neighbours has to see all.
    private static let mostCandidates = 200

    /// The place that a name means.
    private mutating func known(
        _ name: WrittenName, of event: Event, isForArea: Bool = false
    ) throws(PlaceFault) -> KnownPlace {
        let resolution = resolution(of: name, at: event.date, isForArea: isForArea)
        if let match = resolution.match {
            if match.tier == .fuzzy {
                findings.append(
                    .slip(
                        in: name.description, readAs: match, at: event.location(of: name),
                        row: event.row))
            }
            return known(match, name, of: event)
        }
        // Several places of the name lie in the container that the row names: the event is known as
        // closely as the container, and no closer.
        if resolution.status == .ambiguous, let container = resolution.container {
            return known(
                container, name, matchedName: nil,
                tier: resolution.candidates.first?.tier.rawValue, of: event)
        }
        if let settled = resolver.settled(resolution, by: neighbours(of: name, in: event)) {
            findings.append(
                .settled(
                    name.description, settled.candidate, settled.distanceInMetres,
                    at: event.location(of: name), row: event.row))
            return known(settled.candidate, name, of: event)
        }
        throw PlaceFault(
            resolution, of: name.description, at: event.location(of: name), row: event.row)
    }

    private mutating func known(
        _ candidate: Candidate, _ name: WrittenName, of event: Event
    ) -> KnownPlace {
        known(
            candidate.place, name, matchedName: candidate.matchedName?.text,
            tier: candidate.tier.rawValue, of: event)
    }

    private mutating func known(
        _ place: Place, _ name: WrittenName, matchedName: String?, tier: String?, of event: Event
    ) -> KnownPlace {
        KnownPlace(
            place: place, matchedName: matchedName, tier: tier,
            label: pack.label(for: place, policy, spelling: name.text).text,
            ground: ground(of: place, at: event.date))
    }

    private mutating func resolution(
        of name: WrittenName, at date: HistoricalDate?, isForArea: Bool = false
    ) -> Resolution {
        let asked = Asked(text: name.description, date: date, isForArea: isForArea)
        if let known = resolutions[asked] { return known }
        let kinds = isForArea ? Set(PlaceKind.allCases.filter(\.isArea)) : []
        let resolution = resolver.resolve(
            PlaceQuery(name),
            in: ResolutionContext(asOf: date, kinds: kinds, limit: Self.mostCandidates))
        if resolutions.count >= Self.mostRemembered { resolutions = [:] }
        resolutions[asked] = resolution
        return resolution
    }

    private mutating func ground(of place: Place, at date: HistoricalDate?) -> Ground {
        let asked = Asked(text: place.id, date: date)
        if let known = grounds[asked] { return known }
        let ground =
            place.outlineID.flatMap { boundaries.area(of: $0, asOf: date) }
            .map { self.ground(of: place, within: $0) } ?? Ground(of: place, outline: nil)
        if grounds.count >= Self.mostRemembered { grounds = [:] }
        grounds[asked] = ground
        return ground
    }

    /// The same for all dates of an outline, so that many dates cost neither time nor memory.
    private mutating func ground(of place: Place, within outline: BoundaryArea) -> Ground {
        let outlined = Outlined(id: place.id, claim: outline.claim)
        if let known = self.outlined[outlined] { return known }
        let ground = Ground(of: place, outline: outline)
        self.outlined[outlined] = ground
        return ground
    }

    /// Where the other names of a row surely are, those no vaguer than near a place.
    private mutating func neighbours(of name: WrittenName, in event: Event) -> [Coordinate] {
        let others = event.places.flatMap(\.names).filter { $0.scalarOffset != name.scalarOffset }
        return others.compactMap { other in
            guard let match = resolution(of: other, at: event.date).match, match.tier != .fuzzy,
                PlacePrecision(of: match.place) <= .near
            else { return nil }
            return match.place.coordinate
        }
    }
}

// MARK: - Roads and borders

extension PlaceFinder {
    /// A road of the gazetteer passes through a place when a point of its course is this close, in metres.
    private static let reachOfRoad = 5_000.0

    private mutating func road(
        _ expression: PlaceExpression, from first: WrittenName, to second: WrittenName,
        of event: Event
    ) throws(PlaceFault) -> FoundPlace {
        let text = expression.description
        let whole = resolution(of: expression.whole, at: event.date).match
        if let whole, whole.place.kind == .road, whole.tier != .fuzzy {
            return FoundPlace(at: known(whole, expression.whole, of: event), text: text)
        }
        let start = try known(first, of: event)
        let end = try known(second, of: event)
        if let (road, stretch) = stretch(from: start.place, to: end.place) {
            let known = known(road, expression.whole, matchedName: nil, tier: nil, of: event)
            return FoundPlace(on: stretch, of: known, text: text)
        }
        findings.append(
            .straightRoad(text, at: event.location(of: expression), row: event.row))
        return FoundPlace(straightRoadFrom: start, to: end, text: text)
    }

    /// The stretch of a road of the gazetteer that joins two places, from one to the other.
    private func stretch(from start: Place, to end: Place) -> (road: Place, line: [Coordinate])? {
        let ends = [start, end]
        for road in pack.index.places(of: .road) where !road.line.isEmpty {
            let line = road.line.map(\.coordinate)
            let stops = ends.compactMap { place in
                line.indices.min {
                    line[$0].distance(to: place.coordinate)
                        < line[$1].distance(to: place.coordinate)
                }
            }
            let isJoined = zip(stops, ends).allSatisfy {
                line[$0].distance(to: $1.coordinate) <= Self.reachOfRoad
            }
            guard isJoined, let first = stops.min(), let last = stops.max(), first < last else {
                continue
            }
            let stretch = Array(line[first...last])
            return (road, stops[0] == first ? stretch : stretch.reversed())
        }
        return nil
    }

    private mutating func border(
        of first: WrittenName, and second: WrittenName, text: String, of event: Event
    ) throws(PlaceFault) -> FoundPlace {
        let left = try known(first, of: event, isForArea: true)
        let right = try known(second, of: event, isForArea: true)
        let lines = CommonBorder.lines(of: left.ground.geometry, and: right.ground.geometry)
        guard !lines.isEmpty else {
            throw PlaceFault(
                noBorderOf: left.place, and: right.place, text: text, at: event.location(of: first),
                row: event.row)
        }
        return FoundPlace(onBorder: lines, of: left, and: right, text: text)
    }
}

extension EventPlace {
    /// All names written in it.
    var names: [WrittenName] {
        switch self {
        case .at(let expression): expression.names
        case .movement(let start, let end): start.names + end.names
        case .coordinate: []
        }
    }
}
