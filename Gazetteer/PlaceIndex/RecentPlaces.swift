internal import Places
internal import Synchronization

/// Keeps places that were asked for lately, by position. Bounded by what is in them: a country may have
/// hundreds of names, and a name takes a quarter of a kilobyte.
final class RecentPlaces: Sendable {
    private struct Memory {
        var places: [Int: Place] = [:]
        var size = 0
    }

    private let memory = Mutex(Memory())

    /// So many names and claims are kept, some half a megabyte; then all are forgotten.
    private static let most = 2_048

    /// The place at a position: the one that is kept, or else one that is made now.
    func value(_ position: Int, _ make: () -> Place) -> Place {
        if let kept = memory.withLock({ $0.places[position] }) { return kept }
        let place = make()
        let size = 1 + place.names.count + place.memberships.count
        memory.withLock { memory in
            if memory.size + size > Self.most { memory = Memory() }
            memory.places[position] = place
            memory.size += size
        }
        return place
    }
}
