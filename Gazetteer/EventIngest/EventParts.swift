/// Which events are totals, and of which parts: the graph that `part_of` draws.
///
/// An event is known by its id, whatever the number of its claims. Cycles are left out: an event of a
/// cycle is no total by it.
public struct EventParts: Hashable, Sendable {
    private var parts: [String: [String]] = [:]
    private var totals: [String: String] = [:]
    /// Ids that `part_of` names and no event has, in order of their first mention, once each.
    public private(set) var unknownTotals: [String] = []
    /// Ids of events that would be parts of themselves, in the order of the events.
    public private(set) var cyclic: [String] = []

    /// Reads the graph from events.
    ///
    /// - Complexity: O(*n*) on average.
    public init(_ events: some Sequence<Event>) {
        let events = Array(events)
        let known = Set(events.map(\.id))
        var above: [String: String] = [:]
        var missed: Set<String> = []
        for event in events where !event.partOf.isEmpty && above[event.id] == nil {
            if known.contains(event.partOf) {
                above[event.id] = event.partOf
            } else if missed.insert(event.partOf).inserted {
                unknownTotals.append(event.partOf)
            }
        }
        let inCycle = Self.cycles(above)
        var seen: Set<String> = []
        for event in events where seen.insert(event.id).inserted {
            if inCycle.contains(event.id) {
                cyclic.append(event.id)
            } else if let total = above[event.id] {
                totals[event.id] = total
                parts[total, default: []].append(event.id)
            }
        }
    }

    /// Whether the event has parts in the table.
    public func isTotal(_ id: String) -> Bool { parts[id] != nil }

    /// The ids of the parts, in the order of the events.
    public func parts(of id: String) -> [String] { parts[id] ?? [] }

    /// The id of the total that the event is a part of.
    public func total(of id: String) -> String? { totals[id] }

    /// The ids that walking up from them leads back to.
    private static func cycles(_ above: [String: String]) -> Set<String> {
        var state: [String: Int] = [:]
        var found: Set<String> = []
        for (walk, start) in above.keys.enumerated() where state[start] == nil {
            var path: [String] = []
            var current: String? = start
            while let id = current, state[id] == nil {
                state[id] = walk
                path.append(id)
                current = above[id]
            }
            if let id = current, state[id] == walk, let first = path.firstIndex(of: id) {
                found.formUnion(path[first...])
            }
        }
        return found
    }
}
