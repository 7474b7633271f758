internal import GeoModel
internal import PlaceIndex
internal import PlacePack
public import PlaceResolution
internal import Places

/// What `resolve` says of one row.
public struct TableAnswer: Sendable {
    /// The columns that are added, in their order.
    public static let columns = [
        "match_status", "match_id", "match_name", "match_kind", "match_country", "match_longitude",
        "match_latitude", "match_tier", "match_score", "match_runner_up",
    ]

    /// How many places fit.
    public let status: Resolution.Status
    /// The cells of `columns`: the best place that fits, also where others are about as good. Numbers are
    /// spelled as `lookup` spells them, what is not there is empty.
    let cells: [String]
    /// For a review: why it is doubtful, and what fits or is spelled nearly so; nil where nobody need look.
    let doubt: Doubt?

    struct Doubt: Sendable {
        var reason: String
        var candidates: [Candidate]
    }

    /// The row says of no place.
    static let withoutPlace = TableAnswer(.none)

    /// Somebody decided that no place is meant.
    static let decidedNone = TableAnswer(.none)

    /// Somebody decided which place is meant.
    init(decided candidate: Candidate, _ label: (Place) -> String) {
        self.init(
            .match,
            cells: Self.cells(
                candidate.place, label, tier: candidate.tier.rawValue, score: candidate.score,
                runnerUp: nil))
    }

    /// What a name was found to mean; with its doubt, if it is reviewed.
    init(
        _ weighing: Weighing, _ resolver: PlaceResolver, isReviewed: Bool,
        _ label: (Place) -> String
    ) {
        status = weighing.status
        doubt = isReviewed ? Self.doubt(weighing, resolver) : nil
        guard let best = weighing.contenders.first else {
            cells = Self.cellsOfNothing
            return
        }
        let runnerUp = resolver.runnerUp(of: weighing)
        cells =
            [status.rawValue]
            + Self.cells(
                resolver.index.abridged(at: best.position), label, tier: best.tier.rawValue,
                score: best.score, runnerUp: runnerUp.flatMap { resolver.index.id(at: $0.position) }
            )
    }

    private init(_ status: Resolution.Status, cells: [String]? = nil) {
        self.status = status
        self.cells = cells.map { [status.rawValue] + $0 } ?? Self.cellsOfNothing
        doubt = nil
    }

    private static let cellsOfNothing =
        [Resolution.Status.none.rawValue] + Array(repeating: "", count: columns.count - 1)

    private static func cells(
        _ place: Place, _ label: (Place) -> String, tier: String, score: Double, runnerUp: String?
    ) -> [String] {
        [
            place.id, label(place), place.kind.rawValue, place.countryCode ?? "",
            "\(place.coordinate.longitude)", "\(place.coordinate.latitude)", tier, "\(score)",
            runnerUp ?? "",
        ]
    }

    /// Why someone should look at an answer; nil for a match without a slip.
    private static func doubt(_ weighing: Weighing, _ resolver: PlaceResolver) -> Doubt? {
        let fitting = weighing.contenders
        if weighing.status == .match, fitting.first?.tier != .fuzzy { return nil }
        let candidates = fitting.prefix(PlaceReview.mostCandidates).map {
            resolver.candidate($0, of: weighing, withAllNames: false)
        }
        let reason =
            weighing.reason
            ?? (weighing.status == .ambiguous
                ? "\(fitting.count) places fit" : candidates.first?.reasons.first ?? "")
        return Doubt(
            reason: reason, candidates: candidates.isEmpty ? weighing.suggestions : candidates)
    }
}
