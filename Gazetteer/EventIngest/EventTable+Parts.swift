internal import Diagnostics
internal import GeoModel
internal import TabularText

extension EventTable {
    /// Says which rows are parts of what the table does not have, or of themselves, and which totals
    /// are less than their parts.
    mutating func checkParts() {
        guard events.contains(where: { !$0.partOf.isEmpty }) else { return }
        let graph = EventParts(events)
        checkTotals(graph)
        guard !graph.unknownTotals.isEmpty || !graph.cyclic.isEmpty else { return }
        let unknown = Set(graph.unknownTotals)
        let cyclic = Set(graph.cyclic)
        let ids = graph.unknownTotals.count <= 20 ? Array(Set(events.map(\.id))).sorted() : []
        for event in events {
            if unknown.contains(event.partOf) {
                let near = NearSpelling.candidates(for: event.partOf, among: ids)
                report.add(
                    Diagnostic(
                        .warning, code: "unknown-total", at: event.location(of: .partOf),
                        row: event.row,
                        problem: "part of \"\(event.partOf.shortened)\", an id that no event has",
                        remedy: near.first.map { "if \"\($0)\" is meant, write it so" }
                            ?? "add the total as a row, or leave part_of empty",
                        candidates: near))
            } else if cyclic.contains(event.id), !event.partOf.isEmpty {
                report.add(
                    Diagnostic(
                        .warning, code: "part-of-itself", at: event.location(of: .partOf),
                        row: event.row,
                        problem: "\"\(event.id.shortened)\" is, in the end, a part of itself",
                        remedy: "take one part_of of the ring away; until then none of it counts"))
            }
        }
    }

    /// Compares each total with the parts that carry the same figure.
    ///
    /// Only what is surely less is told: the most the total may be against the least the parts may be.
    /// Of several claims about a part the lowest counts, and a part that does not carry the figure, or
    /// only says "fewer than", counts nothing.
    private mutating func checkTotals(_ graph: EventParts) {
        var rows: [String: [Int]] = [:]
        for (index, event) in events.enumerated() { rows[event.id, default: []].append(index) }
        for event in events where graph.isTotal(event.id) {
            for (key, figure) in event.figures.map({ ($0.key, $0.figure) }) {
                guard let most = figure.maximum else { continue }
                let parts = graph.parts(of: event.id).compactMap { part -> Double? in
                    (rows[part] ?? []).compactMap { events[$0].figure(key)?.minimum }.min()
                }
                let sum = parts.reduce(0, +)
                guard most < sum else { continue }
                report.add(
                    Diagnostic(
                        .warning, code: "total-below-parts", at: event.location, row: event.row,
                        problem: "\(key) \(figure) of the total \"\(event.id.shortened)\", and its "
                            + "\(parts.count) parts that give it have \(Figure(sum)) together",
                        remedy: "mend one of them, or say which parts count others: leave their "
                            + "part_of empty",
                        candidates: graph.parts(of: event.id)))
            }
        }
    }
}
