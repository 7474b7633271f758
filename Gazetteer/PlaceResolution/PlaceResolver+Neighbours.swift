public import GeoModel
internal import PlaceIndex
internal import Places

extension PlaceResolver {
    /// A candidate this close to every neighbour may be meant, in metres.
    public static let reachOfNeighbours = 50_000.0
    /// No other candidate may be this close to any neighbour, in metres.
    public static let distanceOfNamesakes = 150_000.0

    /// The one of several candidates that stands by the other places of its row, where all others are
    /// far away: a row of villages of one district means the village there.
    ///
    /// One candidate has to lie within 50 km of every neighbour, and every other (the unit named after
    /// it aside) farther than 150 km from every neighbour. What lies between decides nothing, and
    /// neither do slips: a guess is not settled by another.
    ///
    /// - Parameters:
    ///   - resolution: what the name was found to mean.
    ///   - neighbours: where the other places of the row are, those that are surely known.
    /// - Returns: The candidate and how far off the farthest neighbour is, in metres; nil when the rule
    ///   does not decide.
    public func settled(
        _ resolution: Resolution, by neighbours: [Coordinate]
    ) -> (candidate: Candidate, distanceInMetres: Double)? {
        guard resolution.status == .ambiguous, !neighbours.isEmpty else { return nil }
        func farthest(_ candidate: Candidate) -> Double {
            neighbours.map { candidate.place.coordinate.distance(to: $0) }.max() ?? .infinity
        }
        func nearest(_ candidate: Candidate) -> Double {
            neighbours.map { candidate.place.coordinate.distance(to: $0) }.min() ?? 0
        }
        let close = resolution.candidates.first { farthest($0) <= Self.reachOfNeighbours }
        guard let close, close.tier != .fuzzy else { return nil }
        let namesakes = resolution.candidates.filter {
            $0.place.id != close.place.id && !areFamily(close.place, $0.place)
        }
        guard namesakes.allSatisfy({ nearest($0) > Self.distanceOfNamesakes }) else { return nil }
        return (close, farthest(close))
    }
}
