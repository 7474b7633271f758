internal import EDTF
internal import GeoModel
internal import PlaceIndex
internal import Places

/// What is told beside a name: a date, a position, and what a table says. Each weighs more than population,
/// which adds at most 0.06.
extension Scoring {
    /// Who bore the name then, and what existed.
    func addDate(_ subject: Subject, to sink: inout some ScoreSink) {
        guard let date = context.asOf else { return }
        if let period = index.period(at: subject.match.placeIndex), period.overlaps(date) == .not {
            sink.add(.date, -0.06, "existed \(period), not in \(date)")
            return
        }
        guard let period = index.period(of: subject.match) else { return }
        switch period.overlaps(date) {
        case .certainly: sink.add(.date, 0.06, "so named in \(date) (\(period))")
        case .possibly: sink.add(.date, 0.02, "perhaps so named in \(date) (\(period))")
        case .not: sink.add(.date, -0.06, "so named \(period), not in \(date)")
        }
    }

    /// A fifth at the spot itself, half of that 25 km away; the distance is in metres. A namesake some
    /// kilometres off beats a larger one in the next valley.
    static func nearness(_ distance: Double) -> Double { 0.2 / (1 + distance / 25_000) }

    func addNearness(_ subject: Subject, to sink: inout some ScoreSink) {
        guard let near = context.near else { return }
        let distance = near.distance(to: subject.place.coordinate)
        let value = Self.nearness(distance)
        sink.add(
            .near, (value * 10_000).rounded() / 10_000,
            "\(Int((distance / 1_000).rounded())) km away")
    }

    /// A place in the unit named beside it, against one that is claimed to lie in another.
    func addUnit(_ subject: Subject, to sink: inout some ScoreSink) {
        guard !units.isEmpty else { return }
        let position = subject.match.placeIndex
        if index.isTold(at: position, of: units) {
            sink.add(.unit, 0.12, "in the unit named")
        } else if index.hasUnit(at: position) {
            sink.add(.unit, -0.06, "in another unit than the one named")
        }
    }

    /// Up to 0.08 where all other places of the table lie in its country, and up to 0.06 for its unit.
    ///
    /// The root, for a table about two countries speaks for both.
    func addNeighbours(_ subject: Subject, to sink: inout some ScoreSink) {
        guard let neighbourhood = context.neighbourhood else { return }
        let (country, unit) = neighbourhood.shares(at: subject.match.placeIndex, in: index)
        guard country > 0 || unit > 0 else { return }
        sink.add(
            .neighbours, 0.08 * country.squareRoot() + 0.06 * unit.squareRoot(),
            "\(Int((country * 100).rounded())) % of the table's places are in its country")
    }
}
