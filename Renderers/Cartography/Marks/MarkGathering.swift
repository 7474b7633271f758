internal import Projections

/// Gathers marks that would cover each other, on the one picture of a zoom: none hides another, none is
/// left out, and none is decided by what is far away.
///
/// Marks of places that overlap share one layout around the most important of them: a ring, a sunflower
/// or, where they would reach too far, a counted disc. A layout is larger than its first mark, so this is
/// done again with the larger ones, `stages` times in all; the last time what has grown takes no more
/// than the room that its neighbours leave.
///
/// In each stage places come in one order: the largest figure first, then the largest layout, then by id.
/// A place *leads* in round n + 1 when all earlier ones that it overlaps are decided by round n and none
/// of them leads; it *follows* the first that leads. What `rounds` leave undecided is decided one by one
/// inside squares of the world, the squares in four turns like a chessboard of four colours, so that
/// squares of a turn do not touch. So nothing farther than `reach` can matter, and all is decided.
struct MarkGathering {
    /// Marks that share a layout, with the places that they were gathered from.
    struct Group: Hashable, Sendable {
        /// The layout, in pixels of the world.
        var cluster: MarkCluster
        /// The places, each with its marks.
        var places: [MarkCluster]
    }

    let style: MapStyle
    /// The width of the world, in pixels; nil for a plane without an end.
    let worldWidth: Double?

    static let stages = 3
    static let rounds = 3
    /// How far a layout may reach, in pixels: as far as the largest mark alone.
    static let longest = 50.0
    /// The side of a square, in pixels: more than two layouts reach.
    private static let square = 128.0

    /// How far off a place can matter to a mark, in pixels.
    static var reach: Double {
        let step = 2 * longest + 2
        // Round by round, then turn by turn, and once more for the room that is left.
        return Double(stages) * (Double(rounds) * step + 4 * (square + step)) + step
    }

    /// The groups, in the order of their ids.
    func gathered(_ places: [MarkCluster]) -> [Group] {
        var groups = places.map { Group(cluster: $0, places: [$0]) }
        for stage in 1...Self.stages {
            let before = groups
            groups = merged(groups)
            if stage == Self.stages { groups = fitted(groups, before: before) }
            if groups.count == before.count { break }
        }
        return groups.sorted { $0.cluster.id < $1.cluster.id }
    }

    // MARK: One stage

    private func merged(_ unordered: [Group]) -> [Group] {
        let groups = unordered.sorted { Self.precedes($0.cluster, $1.cluster) }
        let leaders = leaders(groups)
        var followers: [Int: [Int]] = [:]
        for (index, leader) in leaders.enumerated() where leader != index {
            followers[leader, default: []].append(index)
        }
        return groups.indices.filter { leaders[$0] == $0 }.map { index in
            guard let others = followers[index] else { return groups[index] }
            return join(groups[index], others.map { groups[$0] })
        }
    }

    /// The order in which places lead: the largest figure first, then the largest layout, then by id.
    static func precedes(_ left: MarkCluster, _ right: MarkCluster) -> Bool {
        let (a, b) = (left.principal?.outerRadius ?? 0, right.principal?.outerRadius ?? 0)
        return (b, right.reach, left.id) < (a, left.reach, right.id)
    }

    /// Whom each group follows: itself when it leads.
    private func leaders(_ groups: [Group]) -> [Int] {
        var decisions = Decisions(groups.map(\.cluster), gap: style.markGap, worldWidth: worldWidth)
        for index in groups.indices { decisions.decide(index, rounds: Self.rounds) }
        let late = groups.indices.filter { decisions.leader[$0] == nil }
        guard !late.isEmpty else { return decisions.leader.compactMap(\.self) }
        func turn(_ index: Int) -> Int {
            let truth = groups[index].cluster.truth
            let column = Int((truth.x / Self.square).rounded(.down))
            let row = Int((truth.y / Self.square).rounded(.down))
            return (column & 1) + 2 * (row & 1)
        }
        for colour in 0..<4 {
            for index in late where turn(index) == colour { decisions.decideAtOnce(index) }
        }
        return decisions.leader.compactMap(\.self)
    }

    private func join(_ leader: Group, _ followers: [Group]) -> Group {
        let places = leader.places + followers.flatMap(\.places)
        let home = leader.cluster.truth
        let near = places.map { $0.near(home, worldWidth: worldWidth) }
        let cluster = MarkCluster(
            gathering: near.flatMap(\.all), at: home, reach: Self.longest, style: style)
        return Group(cluster: cluster, places: near)
    }

    // MARK: The last stage

    /// Groups that have grown in the last stage, cut down to the room that all others leave.
    private func fitted(_ groups: [Group], before: [Group]) -> [Group] {
        var sizes: [String: (reach: Double, count: Int)] = [:]
        for group in before {
            sizes[group.lead] = (group.cluster.reach, group.cluster.all.count)
        }
        let old = groups.map { sizes[$0.lead] ?? (0, 0) }
        let isGrown = groups.indices.map { groups[$0].cluster.all.count > old[$0].count }
        var cells = MarkCells(worldWidth: worldWidth)
        for (index, group) in groups.enumerated() { cells.insert(index, at: group.cluster.truth) }
        return groups.indices.map { index in
            guard isGrown[index] else { return groups[index] }
            var group = groups[index]
            var room = group.cluster.reach
            cells.forEach(near: group.cluster.truth, within: 2 * Self.longest + 2) {
                other, distance in
                guard other != index else { return }
                let between = distance - style.markGap
                let left = between - old[other].reach
                room = min(room, isGrown[other] ? min(left, between / 2) : left)
            }
            let reach = max(room, old[index].reach)
            if reach < group.cluster.reach { group.cluster.count(within: reach) }
            return group
        }
    }
}

extension MarkGathering.Group {
    /// The id of the place that leads it.
    fileprivate var lead: String { places.first?.id ?? "" }
}

extension MarkCluster {
    /// The same marks round the world where they are nearest to a point.
    func near(_ point: PixelPoint, worldWidth: Double?) -> MarkCluster {
        let place = truth.near(point, worldWidth: worldWidth)
        guard place != truth else { return self }
        var cluster = self
        cluster.shift(by: PixelPoint(x: place.x - truth.x, y: 0))
        return cluster
    }
}

/// Who leads and who follows, while it is decided.
private struct Decisions {
    private let clusters: [MarkCluster]
    private let gap: Double
    private let widest: Double
    /// In which round each was decided.
    private var round: [Int]
    /// Whom each follows; nil while that is open.
    private(set) var leader: [Int?]
    private var cells: MarkCells
    private var leading: MarkCells

    init(_ clusters: [MarkCluster], gap: Double, worldWidth: Double?) {
        self.clusters = clusters
        self.gap = gap
        widest = clusters.map(\.reach).max() ?? 0
        round = Array(repeating: .max, count: clusters.count)
        leader = Array(repeating: nil, count: clusters.count)
        cells = MarkCells(worldWidth: worldWidth)
        leading = cells
    }

    /// Decides on a cluster, as far as the rounds reach; all earlier ones come first.
    mutating func decide(_ index: Int, rounds: Int) {
        let cluster = clusters[index]
        var first: (round: Int, leader: Int)?
        forEachOverlapping(index, leading) { other in
            if (round[other], other) < first ?? (.max, .max) { first = (round[other], other) }
        }
        if let first, first.round < rounds {
            round[index] = first.round + 1
            leader[index] = first.leader
        } else if first == nil {
            var latest = 0
            forEachOverlapping(index, cells) { latest = max(latest, round[$0]) }
            if latest < rounds {
                round[index] = latest + 1
                lead(index)
            }
        }
        cells.insert(index, at: cluster.truth)
    }

    /// Follows the first leader that it overlaps, or leads.
    mutating func decideAtOnce(_ index: Int) {
        var first: Int?
        forEachOverlapping(index, leading) { first = min(first ?? .max, $0) }
        if let first { leader[index] = first } else { lead(index) }
    }

    private mutating func lead(_ index: Int) {
        leader[index] = index
        leading.insert(index, at: clusters[index].truth)
    }

    private func forEachOverlapping(_ index: Int, _ cells: MarkCells, _ body: (Int) -> Void) {
        let cluster = clusters[index]
        let reach = cluster.reach + gap
        cells.forEach(near: cluster.truth, within: reach + widest) { other, distance in
            if distance < reach + clusters[other].reach { body(other) }
        }
    }
}
