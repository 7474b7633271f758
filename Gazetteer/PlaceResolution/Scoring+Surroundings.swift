internal import PlaceIndex
internal import Places

/// What a table says of a place beside its name. Each weighs more than population, which adds at most
/// 0.06.
extension Scoring {
    /// A place in the unit named beside it, against one that is claimed to lie in another.
    func addUnit(to candidate: inout Candidate) {
        guard !context.units.isEmpty else { return }
        let place = candidate.place
        if context.units.contains(place.id)
            || place.memberships.contains(where: { context.units.contains($0.targetID) })
        {
            candidate.add(.unit, 0.12, "in the unit named")
        } else if place.memberships.contains(where: { $0.relation == .admin1 }) {
            candidate.add(.unit, -0.06, "in another unit than the one named")
        }
    }

    /// Up to 0.08 where all other places of the table lie in its country, and up to 0.06 for its unit.
    ///
    /// The root, for a table about two countries speaks for both.
    func addNeighbours(to candidate: inout Candidate) {
        guard let neighbourhood = context.neighbourhood else { return }
        let country = neighbourhood.share(of: .country, with: candidate.place)
        let unit = neighbourhood.share(of: .admin1, with: candidate.place)
        guard country > 0 || unit > 0 else { return }
        let percent = Int((country * 100).rounded())
        candidate.add(
            .neighbours, 0.08 * country.squareRoot() + 0.06 * unit.squareRoot(),
            "\(percent) % of the table's places are in its country")
    }
}
