internal import Raster
internal import Typesetting

/// Finds places for labels by a rule that knows no frame: what is placed in a window is the same in
/// every window.
///
/// Labels come in one order, by priority and then by id, and each takes the best place that those before
/// it have left, as in a finished map. But who waits for whom could make a chain round the world, so it
/// is cut. Two labels are *neighbours* when the boxes around all their places touch. A label is
///
/// - placed in round n + 1, when by round n all better places are taken and all earlier neighbours that
///   could come to its place are decided,
/// - given up in round n + 1, when labels placed by round n take all its places,
/// - given up, when it is still undecided after the last round.
///
/// By induction over the rounds, what a label becomes by round n follows from the labels that are less
/// than n neighbours away. No place is farther from its label's home than `Limits` allow, so nothing whose
/// home is beyond their `reach` of a window can change what is seen there.
///
/// Unlike in a finished map no label is moved for another one, and none slides in from an edge.
///
/// Sources: those of `LabelPlacer`; for the rounds M. Luby, "A simple parallel algorithm for the maximal
/// independent set problem", SIAM Journal on Computing 15 (1986), 1036-1053.
struct LabelField {
    /// Where marks and lines stand; a label never touches them.
    var obstacles: [LabelObstacle]
    /// Where labels may come from: what is asked for outside is not looked at.
    let frame: SubpixelBounds
    /// What lies under the labels; nil makes no difference between places.
    var ground: GroundGrid?

    /// What bounds the reach.
    struct Limits: Hashable, Sendable {
        /// How far all of a label stands from its home at most, to the sides, in pixels.
        let across: Int
        /// The same up and down.
        let down: Int
        /// After so many rounds what is undecided is given up.
        let rounds: Int

        /// How far off, to each side, a label can matter: its home from the edge of a window.
        var reach: (across: Int, down: Int) {
            ((2 * rounds - 1) * across, (2 * rounds - 1) * down)
        }

        func holds(_ box: SubpixelBounds, around home: SubpixelPoint) -> Bool {
            let (x, y) = (Int32(across) * 256, Int32(down) * 256)
            return box.minX >= home.x - x && box.maxX <= home.x + x && box.minY >= home.y - y
                && box.maxY <= home.y + y
        }
    }

    /// Places what can be placed.
    ///
    /// - Parameters:
    ///   - requests: In any order.
    ///   - limits: A request that could stand farther from its home is dropped.
    /// - Returns: Where labels stand, in the order of priority, then id.
    /// - Complexity: O(n log n) for n labels spread over the frame.
    func place(_ requests: [LabelRequest], limits: Limits) -> LabelLayout {
        let order = requests.sorted { ($0.priority, $0.id) < ($1.priority, $1.id) }
        var board = FieldBoard(self, requests: order)
        for index in order.indices { board.decide(index, limits: limits) }
        return board.layout
    }
}

/// The labels while they are decided. Requests are known by their place in the order.
private struct FieldBoard {
    private let ground: GroundGrid?
    private let frame: SubpixelBounds
    private let requests: [LabelRequest]
    private let blocks: [[LabelBlock]]
    private var chosen: [LabelCandidate?]
    /// In which round each was decided; more than the last for never.
    private var rounds: [Int]
    /// What later labels may not touch.
    private var taken: LabelGrid
    /// All marks: covering one of a later label has a price.
    private var marks: LabelGrid
    /// The boxes around all places of each label that came before.
    private var extents: LabelGrid
    private var placedTexts: [[String]: [Int]] = [:]

    init(_ field: LabelField, requests: [LabelRequest]) {
        ground = field.ground
        frame = field.frame
        self.requests = requests
        blocks = requests.map { request in
            ([request.lines] + request.alternatives).map { LabelBlock($0) }
        }
        chosen = Array(repeating: nil, count: requests.count)
        rounds = Array(repeating: 0, count: requests.count)
        taken = LabelGrid(frame: field.frame)
        marks = LabelGrid(frame: field.frame)
        extents = LabelGrid(frame: field.frame)
        for obstacle in field.obstacles {
            taken.insert(LabelShape(obstacle), owner: obstacle.owner)
            if case .disc = obstacle { marks.insert(LabelShape(obstacle), owner: .obstacle) }
        }
        for (index, request) in requests.enumerated() {
            if let mark = request.markShape { marks.insert(mark, owner: .mark(index)) }
        }
    }

    var layout: LabelLayout {
        var layout = LabelLayout(placements: [], dropped: [])
        for (index, request) in requests.enumerated() {
            if let place = chosen[index] {
                layout.placements.append(
                    LabelPlacement(request, place, blocks[index][place.variant]))
            } else {
                layout.dropped.append(request.id)
            }
        }
        return layout
    }

    /// Decides on a label, all earlier ones being decided.
    mutating func decide(_ index: Int, limits: LabelField.Limits) {
        let request = requests[index]
        guard !request.lines.isEmpty, let extent = request.extent(of: blocks[index]),
            limits.holds(extent, around: request.home)
        else { return }
        let covered = roundOfCover(index)
        var choice = choose(
            request.candidates(for: blocks[index], in: nil), index, covered: covered)
        if choice.place == nil, request.allowsLeader {
            let places = request.leaderCandidates(for: blocks[index])
            choice = choice.or(choose(places, index, covered: covered))
        }
        rounds[index] = 1 + choice.known
        if let place = choice.place, rounds[index] <= limits.rounds { take(place, for: index) }
        extents.insert(.rectangle(extent), owner: .label(index))
    }

    /// What a label takes, and by which round that is known.
    private struct Choice {
        var place: LabelCandidate?
        var known: Int

        /// The choice among places that are all taken, and then among others.
        func or(_ other: Choice) -> Choice {
            Choice(place: other.place, known: max(known, other.known))
        }
    }

    private func round(of owner: LabelGrid.Owner) -> Int {
        switch owner {
        case .obstacle, .course: 0
        case .label(let index), .mark(let index): rounds[index]
        }
    }

    /// The first round in which a label lies over a request's mark; nil when none does.
    private func roundOfCover(_ index: Int) -> Int? {
        guard let mark = requests[index].markShape else { return nil }
        return taken.least(touching: mark.bounds, margin: 0) { owner in
            if case .label(let label) = owner { rounds[label] } else { nil }
        }
    }

    /// The cheapest free place, the first of equals.
    ///
    /// It is known when all better places are known to be taken, and it itself to be free: when all
    /// earlier labels that could stand there are decided. What happens at worse places does not matter.
    private func choose(
        _ places: [LabelCandidate], _ index: Int, covered: Int?
    ) -> Choice {
        var best: (place: LabelCandidate, cost: Int)?
        var taken: [(cost: Int, order: Int, round: Int)] = []
        var bestOrder = Int.max
        for (order, place) in places.enumerated() {
            // Neighbours only add to a place's own cost.
            if let best, place.cost >= best.cost { continue }
            let cost = place.cost + costOfNeighbours(place, index) + costOfGround(place, index)
            if let best, cost >= best.cost { continue }
            if let round = roundTaken(place, index, covered: covered) {
                taken.append((cost, order, round))
            } else {
                best = (place, cost)
                bestOrder = order
            }
        }
        guard let best else { return Choice(place: nil, known: taken.map(\.round).max() ?? 0) }
        let better = taken.filter { ($0.cost, $0.order) < (best.cost, bestOrder) }
        return Choice(
            place: best.place,
            known: max(better.map(\.round).max() ?? 0, roundFree(best.place, index)))
    }

    /// By which round a free place is known to be free.
    private func roundFree(_ place: LabelCandidate, _ index: Int) -> Int {
        let margin = requests[index].margin
        var area = place.box.outset(by: max(margin, requests[index].repeatDistance))
        if let leader = place.leader { area = area.union(leader.bounds.outset(by: 384)) }
        if let mark = requests[index].markShape { area = area.union(mark.bounds) }
        return extents.greatest(touching: area) { round(of: $0) }
    }

    /// The first round in which a place is taken; nil when it is free.
    private func roundTaken(_ place: LabelCandidate, _ index: Int, covered: Int?) -> Int? {
        let request = requests[index]
        // Obstacles stand from the start: no label takes a place sooner.
        if taken.isCovered(place.box, margin: request.margin) { return 0 }
        var rounds = [covered, roundOfSameText(place, index)].compactMap(\.self)
        rounds += [
            taken.least(touching: place.box, margin: request.margin) { owner in
                place.course != nil && owner == .course ? nil : round(of: owner)
            }
        ].compactMap(\.self)
        if let leader = place.leader {
            let crossed = taken.owners(crossing: leader, clearance: 384) {
                request.isBarred(by: $0, from: leader)
            }
            rounds += crossed.map { round(of: $0) }
        }
        return rounds.min()
    }

    private func roundOfSameText(_ place: LabelCandidate, _ index: Int) -> Int? {
        let reach = requests[index].repeatDistance
        guard reach > 0 else { return nil }
        return (placedTexts[requests[index].lines.map(\.text)] ?? []).filter { other in
            chosen[other].map { $0.box.middle.isNearer(to: place.box.middle, than: reach) } ?? false
        }.map { rounds[$0] }.min()
    }

    private func costOfGround(_ place: LabelCandidate, _ index: Int) -> Int {
        ground?.cost(of: place.box, for: requests[index]) ?? 0
    }

    private func costOfNeighbours(_ place: LabelCandidate, _ index: Int) -> Int {
        let gap = requests[index].gap(for: blocks[index][place.variant])
        return marks.costOfMarks(place, of: index, margin: requests[index].margin, gap: gap)
    }

    private mutating func take(_ place: LabelCandidate, for index: Int) {
        let request = requests[index]
        chosen[index] = place
        taken.insert(.rectangle(place.box), owner: .label(index), margin: request.margin)
        if let leader = place.leader {
            taken.insert(.segment(leader, halfWidth: 0), owner: .label(index))
        }
        if let mark = request.markShape { taken.insert(mark, owner: .mark(index)) }
        if request.repeatDistance > 0 {
            placedTexts[request.lines.map(\.text), default: []].append(index)
        }
    }
}

extension LabelRequest {
    /// The point that a label belongs to: its mark, or the best of its points.
    var home: SubpixelPoint {
        switch anchor {
        case .mark(let point, _): point
        case .centred(let points): points.first ?? SubpixelPoint(x: 0, y: 0)
        case .along(let courses): courses.first?.middle ?? SubpixelPoint(x: 0, y: 0)
        }
    }

    /// How far from its mark a text stands at most.
    private func standOff(of block: LabelBlock) -> Int32 {
        let beside: Int32 = gap(for: block) + Int32(rings - 1) * block.em / 2
        return allowsLeader ? max(beside, leaderReach * block.em / 2) : beside
    }

    /// The box around all its places with their margins, its mark and the room it keeps for it from equal
    /// texts; nil when it has none.
    fileprivate func extent(of blocks: [LabelBlock]) -> SubpixelBounds? {
        let width = blocks.map(\.width).max() ?? 0
        let height = blocks.map(\.height).max() ?? 0
        let around = max(margin, repeatDistance)
        switch anchor {
        case .mark(let point, let radius):
            let distance = radius + (blocks.map { standOff(of: $0) }.max() ?? 0)
            // A leader's label stands off by its nearest side, rounded.
            return SubpixelBounds(
                minX: point.x - distance - width - around - 1,
                minY: point.y - distance - height - around - 1,
                maxX: point.x + distance + width + around + 1,
                maxY: point.y + distance + height + around + 1)
        case .along(let courses):
            let boxes = courses.compactMap { course in lines.first.flatMap(course.box(of:)) }
            guard let first = boxes.first else { return nil }
            return boxes.reduce(first) { $0.union($1) }.outset(by: around + 1)
        case .centred(let points):
            guard let first = points.first else { return nil }
            let box = points.reduce(
                SubpixelBounds(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
            ) { box, point in
                box.union(
                    SubpixelBounds(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y))
            }
            return SubpixelBounds(
                minX: box.minX - width / 2 - around - 1, minY: box.minY - height / 2 - around - 1,
                maxX: box.maxX + width / 2 + around + 1, maxY: box.maxY + height / 2 + around + 1)
        }
    }
}
