internal import GeoModel
internal import Synchronization

/// Labels of places that were made before, so that tiles of several zooms decode a place once.
final class KnownLabels: Sendable {
    private struct Key: Hashable {
        var position: Int
        var isLocator: Bool
    }

    private struct State {
        var wide: [Bool: [LabelledPlace]] = [:]
        var labels: [Key: LabelledPlace?] = [:]
    }

    private let state = Mutex(State())

    /// So many labels take some 15 MB: a region's, where no more are asked for at a time.
    private static let most = 1 << 16

    /// The labels that any map of a kind may need.
    func wide(_ isLocator: Bool, _ make: () -> [LabelledPlace]) -> [LabelledPlace] {
        if let known = state.withLock({ $0.wide[isLocator] }) { return known }
        let made = make()
        state.withLock { $0.wide[isLocator] = made }
        return made
    }

    /// The labels of places by their positions in a gazetteer, in that order, but for those that have none.
    func labels(
        at positions: [Int], _ isLocator: Bool, _ make: (Int) -> LabelledPlace?
    ) -> [LabelledPlace] {
        let known = state.withLock { $0.labels }
        var added: [Key: LabelledPlace?] = [:]
        let labels = positions.compactMap { position -> LabelledPlace? in
            let key = Key(position: position, isLocator: isLocator)
            if let label = known[key] { return label }
            let label = make(position)
            added[key] = .some(label)
            return label
        }
        state.withLock { state in
            if state.labels.count + added.count > Self.most { state.labels = [:] }
            state.labels.merge(added) { first, _ in first }
        }
        return labels
    }
}
