internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel

/// What is worth a second look in a table whose rows can all be read: notes, never errors.
///
/// Places and dates are compared as they were found, claims are never merged or mended.
struct EventChecks {
    let table: EventTable
    let features: [Feature]
    /// Which features are of which event, by the event's index; empty for one that was set aside.
    let ranges: [Range<Int>]
    let graph: EventParts

    init(_ table: EventTable, _ placed: PlacedEvents) {
        self.table = table
        features = placed.features
        ranges = Self.ranges(of: table.events, in: placed.features)
        graph = EventParts(table.events)
    }

    /// All findings, in no order.
    ///
    /// - Complexity: O(*n*) on average, besides sorting.
    var findings: [Diagnostic] {
        sources + uncountedFigures + partsOutsideTotals + differingClaims + possibleDuplicates
            + farPlaces
    }

    /// Features stand in the order of their events, which id and claim tell apart.
    private static func ranges(of events: [Event], in features: [Feature]) -> [Range<Int>] {
        var next = 0
        return events.map { event in
            let start = next
            while next < features.count, features[next].eventID == event.id,
                features[next].claimIndex == event.claimIndex
            {
                next += 1
            }
            return start..<next
        }
    }
}

// MARK: - Who says so, and of whom

extension EventChecks {
    /// One note for the table: how many rows do not say who reports them or where.
    private var sources: [Diagnostic] {
        let reporter = table.events.count { $0.reportedBy.isEmpty }
        let source = table.events.count { $0.source.isEmpty }
        guard reporter + source > 0 else { return [] }
        let parts = [(reporter, "reported_by"), (source, "source")].filter { $0.0 > 0 }
            .map { "\($0.0) without \($0.1)" }
        return [
            Diagnostic(
                .note, code: "no-source", at: SourceLocation(file: table.file),
                problem: "of \(table.events.count) events \(parts.joined(separator: ", "))",
                remedy: "say who reports each and where")
        ]
    }

    private var uncountedFigures: [Diagnostic] {
        table.events.filter { $0.counted.isEmpty && !$0.figures.isEmpty }.map { event in
            let figures = event.figures.prefix(3).map { "\($0.key) \($0.figure)" }
            let rest = event.figures.count - figures.count
            return Diagnostic(
                .note, code: "figure-uncounted", at: event.location, row: event.row,
                problem: figures.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
                    + ", and nobody says of whom",
                remedy: "write whom the figures count into the column counted")
        }
    }
}

// MARK: - Totals, parts and claims

extension EventChecks {
    /// Parts that surely lie outside every date their total is given.
    private var partsOutsideTotals: [Diagnostic] {
        var claims: [String: [Event]] = [:]
        for event in table.events where graph.isTotal(event.id) && event.date != nil {
            claims[event.id, default: []].append(event)
        }
        return table.events.compactMap { event in
            guard let date = event.date, let total = graph.total(of: event.id),
                let first = claims[total]?.first, let theirs = first.date,
                claims[total]?.allSatisfy({ $0.date?.overlaps(date) == .not }) == true
            else { return nil }
            return Diagnostic(
                .note, code: "part-outside-total", at: event.location(of: .date), row: event.row,
                problem: "dated \(date), outside \(theirs) of its total \"\(total)\" in row "
                    + "\(first.row)",
                remedy: "mend one of the dates, or take part_of away", candidates: [total])
        }
    }

    /// Claims about one event that give another date or place than the first.
    private var differingClaims: [Diagnostic] {
        var first: [String: Int] = [:]
        var findings: [Diagnostic] = []
        for (index, event) in table.events.enumerated() where event.claimCount > 1 {
            guard let earlier = first[event.id] else {
                first[event.id] = index
                continue
            }
            findings += differences(of: index, from: earlier)
        }
        return findings
    }

    private func differences(of index: Int, from earlier: Int) -> [Diagnostic] {
        let (event, other) = (table.events[index], table.events[earlier])
        func note(_ field: EventField, _ here: String, _ there: String) -> Diagnostic {
            Diagnostic(
                .note, code: "claims-differ", at: event.location(of: field), row: event.row,
                problem: "\"\(event.id)\" is \(here) here and \(there) in row \(other.row)",
                remedy: "keep both if the sources differ so", candidates: [event.id])
        }
        var findings: [Diagnostic] = []
        if let here = event.date, let there = other.date, here.description != there.description {
            findings.append(note(.date, "dated \(here)", "\(there)"))
        }
        let (here, there) = (features[ranges[index]], features[ranges[earlier]])
        let places = (here.compactMap(\.placeKey), there.compactMap(\.placeKey))
        if !places.0.isEmpty, !places.1.isEmpty, Set(places.0) != Set(places.1) {
            findings.append(note(.place, "at \(Self.words(here))", "at \(Self.words(there))"))
        }
        return findings
    }

    private static func words(_ features: ArraySlice<Feature>) -> String {
        let texts = features.prefix(3).map { "\"\($0.placeWords)\"" }
        let rest = features.count - texts.count
        return texts.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

// MARK: - Events that may be one

extension EventChecks {
    /// Dates that span more days than this tell no event from another.
    private static let mostDays = 31

    /// Events of different ids at the same places on the same date, unless one is a part of the other.
    private var possibleDuplicates: [Diagnostic] {
        var first: [String: Int] = [:]
        return table.events.enumerated().compactMap { index, event in
            guard let key = placeAndDate(index) else { return nil }
            guard let earlier = first[key].map({ table.events[$0] }) else {
                first[key] = index
                return nil
            }
            guard earlier.id != event.id, !areTotalAndPart(earlier.id, event.id) else { return nil }
            let name = earlier.hasOwnID ? "\"\(earlier.id)\" in row" : "row"
            return Diagnostic(
                .note, code: "possible-duplicate", at: event.location, row: event.row,
                problem: "the place and date of \(name) \(earlier.row)",
                remedy: "give both one id if they are one event, reported twice",
                candidates: [earlier.id])
        }
    }

    /// What two reports of one event share; nil when place or date is too vague to tell.
    private func placeAndDate(_ index: Int) -> String? {
        guard let date = table.events[index].date, let from = date.earliest, let to = date.latest,
            HistoricalDate.days(from: from, to: to, atMost: Self.mostDays)
        else { return nil }
        let features = features[ranges[index]]
        guard !features.isEmpty, features.allSatisfy({ $0.precision.map { $0 <= .near } ?? false })
        else { return nil }
        let keys = features.compactMap(\.placeKey).sorted()
        return ([date.description] + keys).joined(separator: "\u{1F}")
    }

    private func areTotalAndPart(_ left: String, _ right: String) -> Bool {
        graph.total(of: left) == right || graph.total(of: right) == left
    }
}

extension HistoricalDate {
    /// Whether a span has no more days than a limit.
    ///
    /// - Complexity: O(*limit*).
    fileprivate static func days(from: CalendarDay, to: CalendarDay, atMost limit: Int) -> Bool {
        var day = from
        for _ in 1..<limit where day < to { day = day.next }
        return day >= to
    }
}

extension Feature {
    /// What its place is told from others by; nil without a place.
    fileprivate var placeKey: String? {
        guard let anchor else { return nil }
        let start = place?.id ?? "\(anchor.longitude) \(anchor.latitude)"
        // A movement has the place where it ends, too.
        return destination.map { "\(start) -> \($0.id ?? $0.text)" } ?? start
    }

    /// Its place in words.
    fileprivate var placeWords: String {
        let start = place?.text ?? ""
        if let destination { return "\(start) -> \(destination.text)" }
        return start.isEmpty ? anchor.map { "\($0.longitude) \($0.latitude)" } ?? "" : start
    }
}
