package import Diagnostics
internal import GeoModel
internal import TabularText

/// What is wrong with totals and their parts: rows that are parts of what the table does not have, or
/// of themselves, and totals that are less than their parts.
package struct PartChecks {
    /// The events that are totals or parts, in the order of the table; others say nothing here.
    let events: [Event]
    /// Ids that one that is not known may be a slip of.
    let spellings: Set<String>
    /// Which are totals, and of which parts.
    package let graph: EventParts

    /// More ids are not compared with one that is not known: each comparison takes a microsecond.
    package static let mostSpellings = 10_000
    /// For more totals that are not known none is offered.
    private static let mostOffers = 20

    /// Draws the graph.
    package init(_ events: [Event], spellings: Set<String>) {
        self.events = events
        self.spellings = spellings
        graph = EventParts(events)
    }

    /// All findings, in no order.
    ///
    /// - Complexity: O(*n*) on average.
    package var findings: [Diagnostic] {
        guard events.contains(where: { !$0.partOf.isEmpty }) else { return [] }
        return totalsBelowParts + strays
    }

    private var strays: [Diagnostic] {
        guard !graph.unknownTotals.isEmpty || !graph.cyclic.isEmpty else { return [] }
        let unknown = Set(graph.unknownTotals)
        let cyclic = Set(graph.cyclic)
        let offers = graph.unknownTotals.count <= Self.mostOffers ? spellings.sorted() : []
        return events.compactMap { event in
            if unknown.contains(event.partOf) {
                let near = NearSpelling.candidates(for: event.partOf, among: offers)
                return Diagnostic(
                    .warning, code: "unknown-total", at: event.location(of: .partOf),
                    row: event.row,
                    problem: "part of \"\(event.partOf.shortened)\", an id that no event has",
                    remedy: near.first.map { "if \"\($0)\" is meant, write it so" }
                        ?? "add the total as a row, or leave part_of empty",
                    candidates: near)
            }
            guard cyclic.contains(event.id), !event.partOf.isEmpty else { return nil }
            return Diagnostic(
                .warning, code: "part-of-itself", at: event.location(of: .partOf), row: event.row,
                problem: "\"\(event.id.shortened)\" is, in the end, a part of itself",
                remedy: "take one part_of of the ring away; until then none of it counts")
        }
    }

    /// Compares each total with the parts that carry the same figure.
    ///
    /// Only what is surely less is told: the most the total may be against the least the parts may be.
    /// Of several claims about a part the lowest counts, and a part that does not carry the figure, or
    /// only says "fewer than", counts nothing.
    private var totalsBelowParts: [Diagnostic] {
        var rows: [String: [Int]] = [:]
        for (index, event) in events.enumerated() { rows[event.id, default: []].append(index) }
        var findings: [Diagnostic] = []
        for event in events where graph.isTotal(event.id) {
            for (key, figure) in event.figures.map({ ($0.key, $0.figure) }) {
                guard let most = figure.maximum else { continue }
                let parts = graph.parts(of: event.id).compactMap { part -> Double? in
                    (rows[part] ?? []).compactMap { events[$0].figure(key)?.minimum }.min()
                }
                let sum = parts.reduce(0, +)
                guard most < sum else { continue }
                findings.append(
                    Diagnostic(
                        .warning, code: "total-below-parts", at: event.location, row: event.row,
                        problem: "\(key) \(figure) of the total \"\(event.id.shortened)\", and its "
                            + "\(parts.count) parts that give it have \(Figure(sum)) together",
                        remedy: "mend one of them, or say which parts count others: leave their "
                            + "part_of empty",
                        candidates: graph.parts(of: event.id)))
            }
        }
        return findings
    }
}

extension EventTable {
    /// Says what is wrong with totals and their parts.
    mutating func checkParts() {
        guard events.contains(where: { !$0.partOf.isEmpty }) else { return }
        let spellings = events.count <= PartChecks.mostSpellings ? Set(events.map(\.id)) : []
        for finding in PartChecks(events, spellings: spellings).findings { report.add(finding) }
    }
}
