internal import Projections

/// Leaves out points that are too close to more important ones, by a rule that knows no frame.
///
/// Of points in the order of importance each is kept unless a more important one that is kept lies
/// nearer than its own distance. Who waits for whom could make a chain round the world, so it is cut:
/// a point is kept in round n + 1 when all more important ones around it are decided in round n or
/// before; what is undecided after the last round is left out. So nothing farther off than
/// `rounds · distance` can change a point's fate.
///
/// The same thought as the rounds of M. Luby, "A simple parallel algorithm for the maximal independent
/// set problem", SIAM Journal on Computing 15 (1986), 1036-1053, with importance for chance.
///
/// - Complexity: O(n) in the points, times those kept around each.
struct LocalThinning {
    /// A point with its distance.
    struct Item {
        let point: PixelPoint
        /// How far it keeps from more important ones, in pixels; 0 keeps it always.
        let distance: Double
    }

    /// After so many rounds what is undecided is left out.
    static let rounds = 6
    /// No point keeps farther from others, in pixels.
    static let greatestDistance = 160.0
    /// How far off a point can matter, in pixels.
    static let reach = Double(rounds) * greatestDistance

    /// Which points are kept; they come in the order of importance.
    ///
    /// The world begins anew after a width, in pixels; nil for a plane.
    static func kept(_ items: [Item], worldWidth: Double? = nil) -> [Bool] {
        var cells = MarkCells(worldWidth: worldWidth)
        var standings: [Standing] = []
        standings.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            let distance = min(item.distance, greatestDistance)
            var standing = Standing(round: 1, isKept: true)
            if distance > 0 {
                var blocked: Int?
                var latest = 0
                cells.forEach(near: item.point, within: distance) { other, between in
                    guard between < distance else { return }
                    let standing = standings[other]
                    latest = max(latest, standing.round)
                    if standing.isKept { blocked = min(blocked ?? .max, standing.round) }
                }
                standing =
                    blocked.map { Standing(round: $0 + 1, isKept: false) }
                    ?? Standing(round: latest + 1, isKept: latest < rounds)
            }
            standings.append(standing)
            cells.insert(index, at: item.point)
        }
        return standings.map(\.isKept)
    }

    private struct Standing {
        /// In which round it was decided; more than `rounds` for never.
        let round: Int
        let isKept: Bool
    }
}
