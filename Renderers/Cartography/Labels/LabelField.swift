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
    /// - Complexity: O(n log n) for n labels, spread over the frame or in a crowd.
    func place(_ requests: [LabelRequest], limits: Limits) -> LabelLayout {
        let order = requests.sorted { ($0.priority, $0.id) < ($1.priority, $1.id) }
        var board = FieldBoard(self, requests: order, limits: limits)
        for index in order.indices { board.decide(index) }
        return board.layout
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
    func extent(of blocks: [LabelBlock]) -> SubpixelBounds? {
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
