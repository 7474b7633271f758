internal import Diagnostics

extension EventTable {
    /// Says which rows are parts of what the table does not have, or of themselves.
    mutating func checkParts() {
        let graph = EventParts(events)
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
}
