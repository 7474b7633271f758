public import Boundaries
public import Diagnostics
internal import EDTF
public import EventIngest
internal import GeoModel
internal import PlaceExpressions
internal import PlaceIndex
public import PlacePack
public import PlaceResolution
public import Places
public import TabularText

/// Finds the places of events in a gazetteer and makes features of them.
///
///     let placed = EventPlacer(pack: .embedded).place(table)
///
/// A row whose places cannot be told is set aside and reported; in a list only the failing place
/// drops out. A name means the place that bore it at the event's date; where several bear it, the other
/// places of the row may tell (`PlaceResolver.settled(_:by:)`), which is then said.
public struct EventPlacer: Sendable {
    private let pack: Pack
    private let policy: NamePolicy
    private let resolver: PlaceResolver
    private let boundaries: BoundaryStore

    /// Makes a placer that labels places by a policy.
    public init(pack: Pack, policy: NamePolicy = NamePolicy()) {
        self.pack = pack
        self.policy = policy
        let boundaries = pack.boundaries
        self.boundaries = boundaries
        resolver = PlaceResolver(pack: pack, boundaries: boundaries)
    }

    /// Finds the places of all events of a table.
    ///
    /// - Complexity: O(*n*) in the number of rows, plus one look-up for each distinct spelling and date.
    public func place(_ table: EventTable) -> PlacedEvents {
        var placed = PlacedEvents(
            file: table.file, rows: table.rows, columns: table.columns, report: table.report)
        for row in table.setAside {
            placed.setAside[row.reason == .duplicate ? .duplicate : .unreadable, default: 0] += 1
        }
        var finder = makeFinder()
        for event in table.events { take(event, into: &placed, finder: &finder) }
        placed.report.sort()
        return placed
    }

    /// Finds the places of all events of a table and looks for what is worth a second look: the report
    /// then holds notes on sources, figures, parts, claims, possible duplicates and far places too.
    ///
    /// - Complexity: that of `place(_:)`, and O(*n*) on average in the number of events.
    public func check(_ table: EventTable) -> PlacedEvents {
        var placed = place(table)
        var ledger = CheckLedger(file: table.file)
        var finder = makeFinder()
        var next = 0
        for event in table.events {
            let start = next
            // Features stand in the order of their events, which id and claim tell apart.
            while next < placed.features.count, placed.features[next].isOf(event) { next += 1 }
            ledger.take(
                event, Array(placed.features[start..<next]), mayBeKin: true, &finder,
                into: &placed.report)
        }
        let ids = Dictionary(
            table.events.map { ($0.row, $0.hasOwnID ? $0.id : nil) },
            uniquingKeysWith: { first, _ in first })
        ledger.finish(ids: ids, checkingParts: false, into: &placed.report)
        placed.report.sort()
        return placed
    }

    /// Does the same in memory that does not grow with the rows but for some 60 bytes each.
    ///
    /// Of the report it keeps the first `EventStream.greatestFindings` of each code and counts the rest.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - file: The name of the table as the user gave it.
    ///   - options: How it is read.
    /// - Returns: The counts and the report; `features` stays empty.
    /// - Throws: `FileFault` for what makes the whole file useless.
    public func check(
        _ input: any ByteInput, file: String, options: ReadingOptions = ReadingOptions()
    ) throws(FileFault) -> PlacedEvents {
        var stream = try EventStream(input, file: file, options: options, placer: self)
        stream.lookTwice()
        while true {
            if case .end = try stream.next() { return stream.placed }
        }
    }

    /// A finder that remembers nothing yet.
    func makeFinder() -> PlaceFinder {
        PlaceFinder(pack: pack, policy: policy, resolver: resolver, boundaries: boundaries)
    }

    /// Places one event: adds its features, its findings and its row to the counts.
    func take(_ event: Event, into placed: inout PlacedEvents, finder: inout PlaceFinder) {
        guard !event.places.isEmpty else {
            placed.withoutPlace += 1
            placed.features.append(event.feature(placeIndex: 0, placeCount: 0))
            return
        }
        var found: [FoundPlace] = []
        var faults: [PlaceFault] = []
        for place in event.places {
            do throws(PlaceFault) {
                found.append(try finder.find(place, of: event).noCloser(than: event))
            } catch {
                faults.append(error)
            }
        }
        for finding in finder.findings { placed.report.add(finding) }
        finder.findings = []
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

extension Feature {
    fileprivate func isOf(_ event: Event) -> Bool {
        eventID == event.id && claimIndex == event.claimIndex
    }

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
    /// A resolver over a pack, with its outlines to tell what lies in a container.
    public init(pack: Pack) {
        if pack.ownBoundaries == nil {
            self.init(pack: pack, boundaries: .embedded)
        } else {
            // Once, not each time that an outline is asked for.
            let boundaries = pack.boundaries
            self.init(pack: pack, boundaries: boundaries)
        }
    }

    /// A resolver over a pack, with outlines to tell what lies in a container.
    public init(
        pack: Pack, boundaries: @autoclosure @escaping @Sendable () -> BoundaryStore
    ) {
        self.init(
            index: pack.index, notPlaces: pack.notPlaces.map { ($0.text, $0.reason) },
            // The outlines are read when the first is asked for.
            outlines: { id, position in boundaries().isInside(position, areaOf: id) })
    }
}
