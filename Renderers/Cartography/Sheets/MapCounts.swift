internal import GeoModel

/// How many events are drawn and why the others are not: every event once.
struct MapCounts {
    let eventCount: Int
    let drawn: Set<String>
    let reasons: [MapRequest.NotShown]
    /// The events of the table that have no mark, in the order of ids.
    let notDrawn: [(eventID: String, reason: MapRequest.NotShown.Reason)]

    /// Counts events, not places: an event with one mark is shown.
    init(_ sheet: EventSheet, plan: MarkPlan, request: MapRequest) {
        eventCount = sheet.eventCount
        func ids(_ events: [EventAtPlace]) -> Set<String> {
            Set(events.map(\.feature.eventID))
        }
        var told = ids(plan.clusters.flatMap(\.events) + plan.lines)
        drawn = told
        var reasons: [MapRequest.NotShown] = []
        var notDrawn: [(eventID: String, reason: MapRequest.NotShown.Reason)] = []
        let groups: [([EventAtPlace], MapRequest.NotShown.Reason)] = [
            (plan.stated, .statedTotal), (sheet.countryLevel, .countryLevel),
            (sheet.withoutPlace, .withoutPlace), (plan.outside, .outsideFrame),
        ]
        for (events, reason) in groups {
            let fresh = ids(events).subtracting(told)
            told.formUnion(fresh)
            notDrawn += fresh.map { (eventID: $0, reason: reason) }
            if !fresh.isEmpty { reasons.append(.init(count: fresh.count, reason: reason)) }
        }
        self.notDrawn = notDrawn.sorted { $0.eventID < $1.eventID }
        self.reasons = reasons + request.notShown.filter { $0.count > 0 }
    }

    /// The line that says so at the foot of the map.
    func line(_ phrases: any Phrases) -> String {
        let wanted = reasons.filter { $0.reason == .wantedPlaceUnknown }
        let places = wanted.map(\.count).reduce(0, +)
        let events = reasons.filter { $0.reason != .wantedPlaceUnknown }
        return [
            eventLine(events, phrases), places > 0 ? phrases.placesNotShown(places) : "",
        ].filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func eventLine(
        _ reasons: [MapRequest.NotShown], _ phrases: any Phrases
    ) -> String {
        let count = reasons.map(\.count).reduce(0, +)
        guard count > 0 else { return eventCount > 0 ? phrases.allShown : "" }
        if reasons.count == 1 {
            return phrases.notShown(count, why: phrases.words(reasons[0].reason))
        }
        let why = reasons.map { "\($0.count) \(phrases.words($0.reason))" }.joined(separator: ", ")
        return phrases.notShown(count, why: why)
    }
}
