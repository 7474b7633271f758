public import Boundaries
internal import Diagnostics
internal import EDTF
public import EventIngest
internal import GeoModel
internal import PlaceIndex
public import PlacePack
public import PlaceResolution
public import Places

/// Finds the places of events in a gazetteer and makes features of them.
///
///     let placed = EventPlacer(pack: .embedded).place(table)
///
/// A row whose places cannot be told is set aside and reported; in a list only the failing place
/// drops out. A name means the place that bore it at the event's date.
public struct EventPlacer: Sendable {
    private let pack: Pack
    private let policy: NamePolicy
    private let resolver: PlaceResolver
    private let boundaries: BoundaryStore

    /// Makes a placer that labels places by a policy.
    public init(pack: Pack, policy: NamePolicy = NamePolicy()) {
        self.pack = pack
        self.policy = policy
        boundaries = .embedded
        resolver = PlaceResolver(pack: pack, boundaries: boundaries)
    }

    /// Finds the places of all events of a table.
    ///
    /// - Complexity: O(*n*) in the number of rows, plus one look-up for each distinct spelling and date.
    public func place(_ table: EventTable) -> PlacedEvents {
        var placed = PlacedEvents(file: table.file, rows: table.rows, report: table.report)
        for row in table.setAside {
            placed.setAside[row.reason == .duplicate ? .duplicate : .unreadable, default: 0] += 1
        }
        var memory = Memory()
        for event in table.events {
            take(event, into: &placed, memory: &memory)
        }
        placed.report.sort()
        return placed
    }

    func take(_ event: Event, into placed: inout PlacedEvents, memory: inout Memory) {
        guard !event.places.isEmpty else {
            placed.withoutPlace += 1
            placed.features.append(event.feature(placeIndex: 0, placeCount: 0))
            return
        }
        var found: [FoundPlace] = []
        var faults: [PlaceFault] = []
        for place in event.places {
            do throws(PlaceFault) {
                found.append(
                    try find(place, of: event, memory: &memory, report: &placed.report))
            } catch {
                faults.append(error)
            }
        }
        for fault in faults {
            placed.report.add((found.isEmpty ? fault : fault.withOthersUsed()).diagnostic)
        }
        guard let first = found.first else {
            placed.setAside[faults.first?.reason ?? .unknownPlace, default: 0] += 1
            return
        }
        let closest = found.reduce(first.precision) { min($0, $1.precision) }
        if closest == .country { placed.countryLevel += 1 } else { placed.placed += 1 }
        for (offset, place) in found.enumerated() {
            var feature = event.feature(placeIndex: offset + 1, placeCount: found.count)
            feature.stand(at: place)
            placed.features.append(feature)
        }
    }
}

// MARK: - One place

extension EventPlacer {
    /// What was found for a spelling at a date, so that a million rows cost few look-ups.
    struct Memory {
        struct Key: Hashable {
            var text: String
            var date: HistoricalDate?
        }

        var resolutions: [Key: Resolution] = [:]
    }

    private func find(
        _ place: EventPlace, of event: Event, memory: inout Memory, report: inout DiagnosticReport
    ) throws(PlaceFault) -> FoundPlace {
        switch place {
        case .at(let expression):
            return try find(expression, of: event, memory: &memory, report: &report)
        case .movement(let start, let end):
            return FoundPlace(
                from: try find(start, of: event, memory: &memory, report: &report),
                to: try find(end, of: event, memory: &memory, report: &report))
        case .coordinate(let coordinate, let name):
            return FoundPlace(coordinate: coordinate, text: name?.description ?? "")
        }
    }

    private func find(
        _ expression: PlaceExpression, of event: Event, memory: inout Memory,
        report: inout DiagnosticReport
    ) throws(PlaceFault) -> FoundPlace {
        let key = Memory.Key(text: expression.description, date: event.date)
        let resolution =
            memory.resolutions[key]
            ?? resolver.resolve(key.text, in: ResolutionContext(asOf: key.date))
        memory.resolutions[key] = resolution
        let isNear = resolution.query.isNear

        if let match = resolution.match {
            if match.tier == .fuzzy {
                report.add(
                    .slip(
                        in: expression.description, readAs: match,
                        at: event.location(of: expression), row: event.row))
            }
            return found(
                match.place, expression, name: match.matchedName?.text, tier: match.tier,
                isNear: isNear, of: event)
        }
        // Several places of the name lie in the container that the row names: the event is known as
        // closely as the container, and no closer.
        if resolution.status == .ambiguous, let container = resolution.container {
            return found(
                container, expression, name: nil, tier: resolution.candidates.first?.tier,
                isNear: false, of: event)
        }
        throw PlaceFault(
            resolution, of: expression.description, at: event.location(of: expression),
            row: event.row)
    }

    private func found(
        _ place: Place, _ expression: PlaceExpression, name: String?, tier: MatchTier?,
        isNear: Bool,
        of event: Event
    ) -> FoundPlace {
        let label = pack.label(for: place, policy, spelling: expression.name)
        let reference = PlaceReference(
            text: expression.description, id: place.id, matchedName: name, tier: tier?.rawValue,
            label: label.text)
        return FoundPlace(
            place, reference: reference, isNear: isNear, boundaries: boundaries, asOf: event.date)
    }
}

extension Feature {
    /// Puts the event at a place.
    fileprivate mutating func stand(at found: FoundPlace) {
        place = found.reference
        destination = found.destination
        geometry = found.geometry
        anchor = found.anchor
        precision = found.precision
        uncertaintyInMetres = found.uncertaintyInMetres
    }
}

extension PlaceResolver {
    /// A resolver over a pack, with outlines to tell what lies in a container.
    public init(pack: Pack, boundaries: BoundaryStore = .embedded) {
        self.init(
            index: pack.index, notPlaces: pack.notPlaces.map { ($0.text, $0.reason) },
            outlines: { id, position in boundaries.isInside(position, areaOf: id) })
    }
}
