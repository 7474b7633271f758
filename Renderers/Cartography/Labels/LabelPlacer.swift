public import Raster
internal import Typesetting

/// Finds places for labels: obstacles and requests in, placements out.
///
/// Requests are taken in the order of priority, then id, so their order in the input does not matter.
/// Each takes the cheapest of its places that is free: earlier positions are better, covering the mark
/// of a later label or standing close to another mark is worse. What finds no place near its mark
/// tries a leader, if it may; at the end, each label without a place may move one other label aside.
///
/// What holds afterwards, whatever the input: labels with their margins lie in the frame, touch no
/// obstacle, no other label, no mark of a placed label and no leader; leaders cross no label and no
/// other leader, no mark but their own, no furniture. A request whose mark lies under a label that came before it, or outside the frame,
/// is dropped: give marks that are drawn in any case as obstacles.
///
/// All arithmetic is in whole 1/256 pixels.
///
/// Sources: H. Freeman, J. Ahn, "AUTONAP: an expert system for automatic map name placement" (1984);
/// J. Christensen, J. Marks, S. Shieber, "An Empirical Study of Algorithms for Point-Feature Label
/// Placement", ACM Transactions on Graphics 14 (1995), 203-232.
///
/// - Complexity: O(n log n) for n labels spread over the frame.
public struct LabelPlacer: Sendable {
    /// Where labels may stand.
    public var frame: SubpixelBounds
    /// What they may not touch.
    public var obstacles: [LabelObstacle]
    /// What lies under the labels; nil makes no difference between places.
    public var ground: GroundGrid?

    /// Makes a placer for a frame.
    public init(
        frame: SubpixelBounds, obstacles: [LabelObstacle] = [], ground: GroundGrid? = nil
    ) {
        self.frame = frame
        self.obstacles = obstacles
        self.ground = ground
    }

    /// Places what can be placed.
    public func place(_ requests: [LabelRequest]) -> LabelLayout {
        let order = requests.sorted { ($0.priority, $0.id) < ($1.priority, $1.id) }
        var board = LabelBoard(
            frame: frame, obstacles: obstacles, ground: ground, requests: order)
        for index in order.indices { board.place(index) }
        for index in order.indices where !board.isPlaced(index) { board.placeByMovingOne(index) }
        return board.layout
    }
}

/// The map while labels are put on it. Requests are known by their place in the order.
private struct LabelBoard {
    private let frame: SubpixelBounds
    private let requests: [LabelRequest]
    private let ground: GroundGrid?
    /// The texts of each request: its lines, then its alternatives.
    private let blocks: [[LabelBlock]]
    /// Requests with the same text, for those that ask for a distance.
    private let sameText: [[Int]]
    private var chosen: [LabelCandidate?]
    /// What each placed label has put into `taken`, its mark left out.
    private var shapes: [[Int]]
    /// What new labels may not touch.
    private var taken: LabelGrid
    /// All marks, those of labels that are not placed included: covering them has a price.
    private var marks: LabelGrid

    init(
        frame: SubpixelBounds, obstacles: [LabelObstacle], ground: GroundGrid?,
        requests: [LabelRequest]
    ) {
        self.frame = frame
        self.ground = ground
        self.requests = requests
        blocks = requests.map { request in
            ([request.lines] + request.alternatives).map { LabelBlock($0) }
        }
        chosen = Array(repeating: nil, count: requests.count)
        shapes = Array(repeating: [], count: requests.count)
        sameText = Self.groupsOfSameText(requests)
        taken = LabelGrid(frame: frame)
        marks = LabelGrid(frame: frame)
        for obstacle in obstacles {
            taken.insert(LabelShape(obstacle), owner: obstacle.owner)
            if case .disc = obstacle { marks.insert(LabelShape(obstacle), owner: .obstacle) }
        }
        for (index, request) in requests.enumerated() {
            if let mark = request.markShape { marks.insert(mark, owner: .mark(index)) }
        }
    }

    private static func groupsOfSameText(_ requests: [LabelRequest]) -> [[Int]] {
        var groups: [[String]: [Int]] = [:]
        let texts = requests.map { $0.lines.map(\.text) }
        for (index, request) in requests.enumerated() where request.repeatDistance > 0 {
            groups[texts[index], default: []].append(index)
        }
        return texts.map { groups[$0] ?? [] }
    }

    func isPlaced(_ index: Int) -> Bool { chosen[index] != nil }

    var layout: LabelLayout {
        var layout = LabelLayout(placements: [], dropped: [])
        for (index, request) in requests.enumerated() {
            guard let place = chosen[index] else {
                layout.dropped.append(request.id)
                continue
            }
            layout.placements.append(
                LabelPlacement(request, place, blocks[index][place.variant]))
        }
        return layout
    }
}

// Choosing.
extension LabelBoard {
    /// Takes the best free place, a leader's if no other is free.
    mutating func place(_ index: Int) {
        let request = requests[index]
        guard !request.lines.isEmpty, isMarkFree(index) else { return }
        let near = request.candidates(for: blocks[index], in: frame)
        guard let place = best(of: near, for: index) ?? bestWithLeader(for: index) else { return }
        take(place, for: index)
    }

    /// The best free place at the end of a leader, of those that have room for the text.
    private func bestWithLeader(for index: Int) -> LabelCandidate? {
        let request = requests[index]
        let places = request.leaderCandidates(for: blocks[index]) { box in
            frame.contains(box.outset(by: request.margin))
                && !taken.isCovered(box, margin: request.margin)
        }
        return best(of: places, for: index)
    }

    /// Takes a place that one other label gives up for a free one of its own.
    mutating func placeByMovingOne(_ index: Int) {
        let request = requests[index]
        guard !request.lines.isEmpty, isMarkInside(index) else { return }
        let overMark = labelsOverMark(of: index)
        guard overMark.count < 2 else { return }
        for place in request.candidates(for: blocks[index], in: frame)
        where isInside(place, request) {
            guard
                let other = taken.onlyLabel(
                    touching: place.box, margin: request.margin, expected: overMark.first),
                isFarFromSameText(place, index), let old = chosen[other]
            else { continue }
            release(other)
            take(place, for: index)
            let others = requests[other].candidates(for: blocks[other], in: frame)
            if let new = best(of: others, for: other) {
                take(new, for: other)
                return
            }
            release(index)
            take(old, for: other)
        }
    }

    /// The cheapest free place, the first of equals.
    private func best(of places: [LabelCandidate], for index: Int) -> LabelCandidate? {
        let request = requests[index]
        var best: (place: LabelCandidate, cost: Int)?
        for place in places {
            // Neighbours only add to a place's own cost.
            if let best, place.cost >= best.cost { continue }
            guard isFree(place, request, index) else { continue }
            let cost = place.cost + costOfNeighbours(place, index) + costOfGround(place, index)
            if best.map({ cost < $0.cost }) ?? true { best = (place, cost) }
        }
        return best?.place
    }

    private func isFree(
        _ place: LabelCandidate, _ request: LabelRequest, _ index: Int
    ) -> Bool {
        guard isInside(place, request), isFarFromSameText(place, index),
            !taken.isTaken(place.box, margin: request.margin, isAlong: place.course != nil)
        else { return false }
        guard let leader = place.leader else { return true }
        return taken.owners(crossing: leader, clearance: 384) {
            request.isBarred(by: $0, from: leader)
        }.isEmpty
    }

    private func isInside(_ place: LabelCandidate, _ request: LabelRequest) -> Bool {
        frame.contains(place.box.outset(by: request.margin))
    }

    private func isFarFromSameText(_ place: LabelCandidate, _ index: Int) -> Bool {
        let reach = Int(requests[index].repeatDistance)
        guard reach > 0 else { return true }
        let middle = place.box.middle
        return sameText[index].allSatisfy { other in
            guard other != index, let box = chosen[other]?.box else { return true }
            let (dx, dy) = (
                Int(box.middle.x) - Int(middle.x), Int(box.middle.y) - Int(middle.y)
            )
            return dx * dx + dy * dy >= reach * reach
        }
    }

    private func costOfGround(_ place: LabelCandidate, _ index: Int) -> Int {
        ground?.cost(of: place.box, for: requests[index]) ?? 0
    }

    private func costOfNeighbours(_ place: LabelCandidate, _ index: Int) -> Int {
        let gap = requests[index].gap(for: blocks[index][place.variant])
        return marks.costOfMarks(place, of: index, margin: requests[index].margin, gap: gap)
    }
}

// Keeping account.
extension LabelBoard {
    private mutating func take(_ place: LabelCandidate, for index: Int) {
        let request = requests[index]
        chosen[index] = place
        shapes[index] = [
            taken.insert(.rectangle(place.box), owner: .label(index), margin: request.margin)
        ]
        if let leader = place.leader {
            shapes[index].append(
                taken.insert(.segment(leader, halfWidth: 0), owner: .label(index)))
        }
        if let mark = request.markShape {
            shapes[index].append(taken.insert(mark, owner: .mark(index)))
        }
    }

    private mutating func release(_ index: Int) {
        for number in shapes[index] { taken.remove(number) }
        shapes[index] = []
        chosen[index] = nil
    }

    private func isMarkFree(_ index: Int) -> Bool {
        isMarkInside(index) && labelsOverMark(of: index).isEmpty
    }

    private func isMarkInside(_ index: Int) -> Bool {
        guard case .mark(let point, _) = requests[index].anchor else { return true }
        return frame.contains(point)
    }

    /// The labels that lie over a request's mark.
    private func labelsOverMark(of index: Int) -> [Int] {
        guard let mark = requests[index].markShape else { return [] }
        return taken.labels(touching: mark.bounds)
    }
}
