internal import Raster
internal import Typesetting

/// The labels of a `LabelField` while they are decided. Requests are known by their place in the order.
///
/// A crowd has thousands of labels whose places are all taken. So what is dear to know of a place, which
/// of many marks stand in its way or near it, is asked last and only of places that can make a difference.
struct FieldBoard {
    private let ground: GroundGrid?
    private let requests: [LabelRequest]
    private let limits: LabelField.Limits
    private let blocks: [[LabelBlock]]
    private var chosen: [LabelCandidate?]
    /// In which round each was decided; one more than the last for never.
    private var rounds: [Int]
    /// What stands from the start: marks, lines, words.
    private var standing: LabelGrid
    /// The labels that are placed, with their marks.
    private var taken: LabelGrid
    /// All marks: covering one of a later label has a price.
    private var marks: LabelGrid
    /// The boxes around all places of each label that came before.
    private var extents: RoundExtents
    private var placedTexts: [[String]: [Int]] = [:]

    init(_ field: LabelField, requests: [LabelRequest], limits: LabelField.Limits) {
        ground = field.ground
        self.requests = requests
        self.limits = limits
        blocks = requests.map { request in
            ([request.lines] + request.alternatives).map { LabelBlock($0) }
        }
        chosen = Array(repeating: nil, count: requests.count)
        rounds = Array(repeating: 0, count: requests.count)
        standing = LabelGrid(frame: field.frame)
        taken = LabelGrid(frame: field.frame)
        marks = LabelGrid(frame: field.frame)
        extents = RoundExtents(frame: field.frame)
        for obstacle in field.obstacles {
            standing.insert(LabelShape(obstacle), owner: obstacle.owner)
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
    mutating func decide(_ index: Int) {
        let request = requests[index]
        guard !request.lines.isEmpty, let extent = request.extent(of: blocks[index]),
            limits.holds(extent, around: request.home)
        else { return }
        let covered = roundOfCover(index)
        var choice = choose(
            request.candidates(for: blocks[index], in: nil), index, covered: covered)
        if choice.place == nil, request.allowsLeader {
            let places = request.leaderCandidates(for: blocks[index]) { box in
                !standing.isCovered(box, margin: request.margin)
            }
            choice = choice.or(choose(places, index, covered: covered))
        }
        rounds[index] = 1 + min(choice.known, limits.rounds)
        if let place = choice.place, rounds[index] <= limits.rounds { take(place, for: index) }
        extents.insert(extent, round: rounds[index])
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

// Choosing.
extension FieldBoard {
    /// What a label takes, and by which round that is known.
    private struct Choice {
        var place: LabelCandidate?
        var known: Int

        /// The choice among places that are all taken, and then among others.
        func or(_ other: Choice) -> Choice {
            Choice(place: other.place, known: max(known, other.known))
        }
    }

    /// A place as far as earlier labels tell.
    private struct Option {
        let place: LabelCandidate
        let order: Int
        /// When it is known to be free or taken.
        let round: Int
    }

    /// The cheapest free place, the first of equals.
    ///
    /// It is known when all better places are known to be taken, and it itself to be free: when all
    /// earlier labels that could stand there are decided. What happens at worse places does not matter,
    /// nor what is taken from the start.
    private func choose(
        _ places: [LabelCandidate], _ index: Int, covered: Int?
    ) -> Choice {
        var best: (option: Option, cost: Int)?
        var taken: [Option] = []
        // Places that are not known to be free in time: to take one is to be given up.
        var late: [Option] = []
        for (order, place) in places.enumerated() {
            // Neighbours only add to a place's own cost.
            if let best, place.cost >= best.cost { continue }
            if standing.isCovered(place.box, margin: requests[index].margin) { continue }
            if let round = roundTaken(place, index, covered: covered) {
                taken.append(Option(place: place, order: order, round: round))
                continue
            }
            let option = Option(place: place, order: order, round: roundFree(place, index))
            guard option.round < limits.rounds else {
                late.append(option)
                continue
            }
            guard !isBarred(place, index) else { continue }
            let cost = cost(of: place, index)
            if best.map({ cost < $0.cost }) ?? true { best = (option, cost) }
        }
        let counts = { (option: Option) -> Bool in
            if let best {
                guard option.place.cost <= best.cost,
                    (cost(of: option.place, index), option.order) < (best.cost, best.option.order)
                else { return false }
            }
            return !isBarred(option.place, index)
        }
        if let option = late.first(where: counts) {
            return Choice(place: option.place, known: option.round)
        }
        let known = best?.option.round ?? 0
        let later = taken.filter { $0.round > known }.sorted { $0.round > $1.round }
        return Choice(
            place: best?.option.place, known: later.first(where: counts)?.round ?? known)
    }

    /// The first round in which a label lies over a request's mark; nil when none does.
    private func roundOfCover(_ index: Int) -> Int? {
        guard let mark = requests[index].markShape else { return nil }
        return taken.least(touching: mark.bounds, margin: 0) { owner in
            if case .label(let label) = owner { rounds[label] } else { nil }
        }
    }

    /// By which round a free place is known to be free.
    private func roundFree(_ place: LabelCandidate, _ index: Int) -> Int {
        let margin = requests[index].margin
        var area = place.box.outset(by: max(margin, requests[index].repeatDistance))
        if let leader = place.leader { area = area.union(leader.bounds.outset(by: 384)) }
        if let mark = requests[index].markShape { area = area.union(mark.bounds) }
        return extents.greatest(touching: area)
    }

    /// The first round in which a label takes a place; nil when none does.
    private func roundTaken(_ place: LabelCandidate, _ index: Int, covered: Int?) -> Int? {
        let request = requests[index]
        var first = covered ?? .max
        // No label is placed in an earlier round.
        guard first > 1 else { return first }
        first = min(first, roundOfSameText(place, index) ?? .max)
        first = min(
            first,
            taken.least(touching: place.box, margin: request.margin) { round(of: $0) } ?? .max)
        if first > 1, let leader = place.leader {
            let crossed = taken.least(crossing: leader, clearance: 384) { entry in
                request.isBarred(by: entry, from: leader) ? round(of: entry.owner) : nil
            }
            first = min(first, crossed ?? .max)
        }
        return first == .max ? nil : first
    }

    private func round(of owner: LabelGrid.Owner) -> Int {
        switch owner {
        case .obstacle, .course: 0
        case .label(let index), .mark(let index): rounds[index]
        }
    }

    private func roundOfSameText(_ place: LabelCandidate, _ index: Int) -> Int? {
        let reach = requests[index].repeatDistance
        guard reach > 0 else { return nil }
        return (placedTexts[requests[index].lines.map(\.text)] ?? []).filter { other in
            chosen[other].map { $0.box.middle.isNearer(to: place.box.middle, than: reach) } ?? false
        }.map { rounds[$0] }.min()
    }

    /// Whether a place is taken from the start.
    private func isBarred(_ place: LabelCandidate, _ index: Int) -> Bool {
        let request = requests[index]
        if standing.isTaken(place.box, margin: request.margin, isAlong: place.course != nil) {
            return true
        }
        guard let leader = place.leader else { return false }
        return standing.isCrossed(by: leader, clearance: 384) {
            request.isBarred(by: $0, from: leader)
        }
    }

    private func cost(of place: LabelCandidate, _ index: Int) -> Int {
        let request = requests[index]
        let gap = request.gap(for: blocks[index][place.variant])
        return place.cost
            + marks.costOfMarks(place, of: index, margin: request.margin, gap: gap)
            + (ground?.cost(of: place.box, for: request) ?? 0)
    }
}
