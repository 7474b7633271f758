internal import Diagnostics

extension EventTable {
    /// Drops rows that repeat id, reporter and source of an earlier one, and numbers the claims of
    /// each event in the order of reporter and source.
    mutating func numberClaims() {
        dropRepeats()
        var claims: [String: [Int]] = [:]
        for (index, event) in events.enumerated() { claims[event.id, default: []].append(index) }
        for indices in claims.values where indices.count > 1 {
            let sorted = indices.sorted { first, second in
                let left = [events[first].reportedBy, events[first].source]
                let right = [events[second].reportedBy, events[second].source]
                return left.lexicographicallyPrecedes(right) { Self.precedes($0, $1) }
            }
            for (number, index) in sorted.enumerated() {
                events[index].claimIndex = number + 1
                events[index].claimCount = indices.count
            }
        }
    }

    private mutating func dropRepeats() {
        var rows: [Claim: Int] = [:]
        var repeats: Set<Int> = []
        for event in events {
            let claim = Claim(id: event.id, reportedBy: event.reportedBy, source: event.source)
            guard let earlier = rows[claim] else {
                rows[claim] = event.row
                continue
            }
            repeats.insert(event.row)
            report.add(.duplicate(event, of: earlier))
            setAside.append(.duplicate(of: event))
        }
        setAside.sort { $0.row < $1.row }
        guard !repeats.isEmpty else { return }
        events.removeAll { repeats.contains($0.row) }
    }

    /// Who says what where: rows that share it are one claim.
    private struct Claim: Hashable {
        var id: String
        var reportedBy: String
        var source: String
    }

    /// By Unicode scalars: the same on every machine, and composed forms are told apart.
    private static func precedes(_ first: String, _ second: String) -> Bool {
        first.utf8.lexicographicallyPrecedes(second.utf8)
    }
}
