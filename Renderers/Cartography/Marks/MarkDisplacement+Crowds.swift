internal import Projections

// Where marks find no room side by side.
extension MarkDisplacement {
    /// The clusters, moved apart; those that still cover each other are laid out as one, and all are
    /// moved apart again, until none covers another.
    ///
    /// On small maps of many events there is no room for all of them side by side: rings and counted
    /// discs take less. Each turn leaves fewer clusters, so there is an end.
    func settled(_ clusters: [MarkCluster], style: MapStyle) -> [MarkCluster] {
        var clusters = clusters
        while true {
            let spread = spread(clusters)
            let crowds = Self.crowds(spread)
            guard crowds.contains(where: { $0.count > 1 }) else { return spread }
            // Moved ones are known by their id: it is what they were before.
            let truths = clusters.sorted { $0.id < $1.id }
            clusters = crowds.map { crowd in Self.joined(crowd.map { truths[$0] }, style: style) }
        }
    }

    /// Each cluster with those later ones that cover it: the most important first takes its neighbours.
    /// Not theirs too, or a crowd as wide as the map would become one disc.
    private static func crowds(_ clusters: [MarkCluster]) -> [[Int]] {
        let widest = clusters.map(\.reach).max() ?? 0
        var cells = MarkCells()
        for (index, cluster) in clusters.enumerated() { cells.insert(index, at: cluster.centre) }
        var isTaken = clusters.map { _ in false }
        let order = clusters.indices.sorted {
            MarkGathering.precedes(clusters[$0], clusters[$1])
        }
        return order.compactMap { leader in
            guard !isTaken[leader] else { return nil }
            let (centre, reach) = (clusters[leader].centre, clusters[leader].reach)
            var crowd = [leader]
            cells.forEach(near: centre, within: reach + widest) { other, distance in
                guard other != leader, !isTaken[other],
                    distance < reach + clusters[other].reach - tolerance
                else { return }
                crowd.append(other)
            }
            for member in crowd { isTaken[member] = true }
            return crowd
        }
    }

    /// Rims may share so much of a pixel.
    private static let tolerance = 0.5

    /// One layout of all marks around the most important of their places.
    private static func joined(_ crowd: [MarkCluster], style: MapStyle) -> MarkCluster {
        guard crowd.count > 1, let leader = crowd.min(by: MarkGathering.precedes) else {
            return crowd[0]
        }
        return MarkCluster(
            gathering: crowd.flatMap(\.all), at: leader.truth, reach: MarkGathering.longest,
            style: style)
    }
}
