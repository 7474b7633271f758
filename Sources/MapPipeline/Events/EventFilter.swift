public import Cartography
public import EDTF
public import GeoModel

/// Which events of a table a map shows.
public struct EventFilter: Hashable, Sendable {
    /// Events that surely end before this are left out; nil for no bound.
    public var from: HistoricalDate?
    /// Events that surely start after this are left out; nil for no bound.
    public var to: HistoricalDate?
    /// The categories shown; empty for all.
    public var categories: Set<String>

    /// Makes a filter; what is left out lets everything pass.
    public init(
        from: HistoricalDate? = nil, to: HistoricalDate? = nil, categories: Set<String> = []
    ) {
        self.from = from
        self.to = to
        self.categories = categories
    }

    /// Whether dates are bounded.
    public var boundsDates: Bool { from != nil || to != nil }

    /// The features that pass, and how many events did not, by why.
    public func apply(to features: [Feature]) -> (
        shown: [Feature], left: [MapRequest.NotShown]
    ) {
        var shown: [Feature] = []
        var outside: Set<String> = []
        var otherCategory: Set<String> = []
        for feature in features {
            if !categories.isEmpty, !categories.contains(feature.category) {
                otherCategory.insert(feature.eventID)
            } else if !mayLieInside(feature.date) {
                outside.insert(feature.eventID)
            } else {
                shown.append(feature)
            }
        }
        let left = [
            MapRequest.NotShown(count: outside.count, reason: .outsideDates),
            MapRequest.NotShown(count: otherCategory.count, reason: .otherCategory),
        ]
        return (shown, left.filter { $0.count > 0 })
    }

    /// Whether an event may have happened inside the bounds. One without a date passes only where
    /// dates are not bounded.
    private func mayLieInside(_ date: HistoricalDate?) -> Bool {
        guard boundsDates else { return true }
        guard let date else { return false }
        let isBefore =
            from?.earliest.map { start in date.latest.map { $0 < start } ?? false } ?? false
        let isAfter = to?.latest.map { end in date.earliest.map { $0 > end } ?? false } ?? false
        return !isBefore && !isAfter
    }
}
