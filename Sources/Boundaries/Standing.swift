internal import EDTF
internal import GeoModel

/// How a claim stands to the date that a map is of.
///
///     validity   ────────●━━━━━━━━━━━●────────▶ time
///     date            x       x           x
///                 gap to    holds     gap to
struct Standing: Comparable {
    /// Holds, perhaps holds, or does not.
    var relation: TemporalRelation
    /// How far off it is, in days of a calendar whose months have 31; 0 where it holds.
    var gap: Int

    /// A nil date asks about the present: what has no known end.
    init(of validity: HistoricalDate?, on date: HistoricalDate?) {
        guard let validity else {
            self.init(relation: .certainly, gap: 0)
            return
        }
        guard let date else {
            let isOpen = validity.latest == nil
            self.init(
                relation: isOpen ? .certainly : .not, gap: isOpen ? 0 : Self.gapToPresent(validity))
            return
        }
        let relation = date.overlaps(validity)
        self.init(relation: relation, gap: relation == .not ? validity.gap(to: date) : 0)
    }

    private init(relation: TemporalRelation, gap: Int) {
        self.relation = relation
        self.gap = gap
    }

    /// What stands nearer to the date comes first.
    static func < (left: Standing, right: Standing) -> Bool {
        (left.rank, left.gap) < (right.rank, right.gap)
    }

    private var rank: Int {
        switch relation {
        case .certainly: 0
        case .possibly: 1
        case .not: 2
        }
    }

    /// The later the end, the nearer to the present.
    private static func gapToPresent(_ validity: HistoricalDate) -> Int {
        validity.latest.map { Int.max / 2 - $0.ordinal } ?? 0
    }
}
