internal import EDTF
internal import GeoModel
internal import PlaceIndex
public import Places

/// A place that has a name which starts as wanted.
public struct Completion: Hashable, Sendable {
    /// The place.
    public var place: Place
    /// The name that starts so.
    public var name: PlaceName
}

extension PlaceResolver {
    /// The places that have a name which starts so, the best first; each by one name.
    ///
    /// Places that maps name first come first, then the more populous. Nearness, date and language of
    /// the context rank; country, kinds and box exclude.
    ///
    /// - Complexity: O(*m* log *m*) in the names that start so.
    public func completions(
        of prefix: String, in context: ResolutionContext = ResolutionContext(limit: 10)
    ) -> [Completion] {
        let wanted = max(1, context.limit)
        var asked = context.ranks ? max(wanted, Self.fewestToRank) : wanted
        while true {
            let matches = index.starting(with: prefix, limit: asked)
            let fitting = matches.compactMap { completion($0, context) }
            // Fewer than asked for: these are all there are.
            if fitting.count >= wanted || matches.count < asked || asked > Self.mostLookedAt {
                return Array(ranked(fitting, context).prefix(wanted))
            }
            asked *= 8
        }
    }

    /// So many are ranked anew by what the context says.
    private static let fewestToRank = 500
    /// A filter that turns so many away is given up.
    private static let mostLookedAt = 1_000_000

    private func completion(_ match: NameMatch, _ context: ResolutionContext) -> Completion? {
        let place = index.place(at: match.placeIndex)
        guard context.admits(place), let name = index.nameAlone(of: match) else { return nil }
        return Completion(place: place, name: name)
    }

    private func ranked(
        _ completions: [Completion], _ context: ResolutionContext
    ) -> [Completion] {
        guard context.ranks else { return completions }
        let weighed = completions.enumerated().map { order, completion in
            (weight: context.weight(of: completion), order: order, completion: completion)
        }
        return weighed.sorted { ($1.weight, $0.order) < ($0.weight, $1.order) }
            .map(\.completion)
    }
}

extension ResolutionContext {
    /// Whether anything in it changes the order.
    fileprivate var ranks: Bool { near != nil || asOf != nil || language != nil }

    /// What speaks for a completion, as `Scoring` weighs it; a step of rank counts as a digit of
    /// population.
    fileprivate func weight(of completion: Completion) -> Double {
        var weight = -0.01 * Double(completion.place.rank)
        if let near {
            weight += Scoring.nearness(near.distance(to: completion.place.coordinate))
        }
        if let language, completion.name.language.serves(language) { weight += 0.03 }
        if let asOf, let period = completion.name.period {
            weight += period.overlaps(asOf) == .not ? -0.06 : 0.06
        }
        return weight
    }
}
