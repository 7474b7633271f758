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
    private var timelines: [Spelling: Timeline] = [:]
    private var labels: [LabelAsked: String] = [:]
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
        if timelines.count > Self.greatestMemory { timelines.removeAll(keepingCapacity: true) }
        if labels.count > Self.greatestMemory { labels.removeAll(keepingCapacity: true) }
        if grounds.count > Self.greatestMemory { grounds.removeAll(keepingCapacity: true) }
    }

    private static let greatestMemory = 20_000

    /// A text or id with what its answer depends on.
    private struct Asked: Hashable {
        var text: String
        var date: HistoricalDate?
        var isForArea = false
    }

    /// A text or id, and whether an area is meant.
    private struct Spelling: Hashable {
        var text: String
        var isForArea: Bool
    }

    private struct LabelAsked: Hashable {
        var id: String
        var spelling: String
    }

    /// What a text means from one turning day to the next.
    private struct Timeline {
        let turns: [CalendarDay]
        var answers: [Resolution?]

        init(_ turns: [CalendarDay]) {
            self.turns = turns
            answers = Array(repeating: nil, count: turns.count + 1)
        }

        /// The span that a day lies in.
        func span(of day: CalendarDay) -> Int {
            turns.firstIndex { $0 > day } ?? turns.count
        }
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
    mutating func known(
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

    mutating func known(
        _ candidate: Candidate, _ name: WrittenName, of event: Event
    ) -> KnownPlace {
        known(
            candidate.place, name, matchedName: candidate.matchedName?.text,
            tier: candidate.tier.rawValue, of: event)
    }

    mutating func known(
        _ place: Place, _ name: WrittenName, matchedName: String?, tier: String?, of event: Event
    ) -> KnownPlace {
        KnownPlace(
            place: place, matchedName: matchedName, tier: tier,
            label: label(of: place, spelling: name.text),
            ground: ground(of: place, at: event.date))
    }

    mutating func resolution(
        of name: WrittenName, at date: HistoricalDate?, isForArea: Bool = false
    ) -> Resolution {
        let days = date?.singleDay.map { $0...$0 } ?? date?.certainDays
        if let days,
            let known = resolution(of: name, on: days, date: date, isForArea: isForArea)
        {
            return known
        }
        let asked = Asked(text: name.description, date: date, isForArea: isForArea)
        if let known = resolutions[asked] { return known }
        let resolution = resolve(name, at: date, isForArea: isForArea)
        if resolutions.count >= Self.mostRemembered { resolutions = [:] }
        resolutions[asked] = resolution
        return resolution
    }

    /// The same for days: a table has thousands of them, and few on which a name changes its meaning.
    /// Nil when it does so between them.
    private mutating func resolution(
        of name: WrittenName, on days: ClosedRange<CalendarDay>, date: HistoricalDate?,
        isForArea: Bool
    ) -> Resolution? {
        let spelling = Spelling(text: name.description, isForArea: isForArea)
        let timeline =
            timelines[spelling] ?? Timeline(resolver.turningDays(of: PlaceQuery(name)))
        let span = timeline.span(of: days.lowerBound)
        guard span == timeline.span(of: days.upperBound) else { return nil }
        if let known = timeline.answers[span] { return known }
        let resolution = resolve(name, at: date, isForArea: isForArea)
        timelines[spelling, default: timeline].answers[span] = resolution
        return resolution
    }

    private func resolve(
        _ name: WrittenName, at date: HistoricalDate?, isForArea: Bool
    ) -> Resolution {
        let kinds = isForArea ? Set(PlaceKind.allCases.filter(\.isArea)) : []
        return resolver.resolve(
            PlaceQuery(name),
            in: ResolutionContext(asOf: date, kinds: kinds, limit: Self.mostCandidates))
    }

    private mutating func label(of place: Place, spelling: String) -> String {
        let asked = LabelAsked(id: place.id, spelling: spelling)
        if let known = labels[asked] { return known }
        let label = pack.label(for: place, policy, spelling: spelling).text
        labels[asked] = label
        return label
    }

    private mutating func ground(of place: Place, at date: HistoricalDate?) -> Ground {
        guard place.outlineID != nil else { return Ground(of: place, outline: nil) }
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
