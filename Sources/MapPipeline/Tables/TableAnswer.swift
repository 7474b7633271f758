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
    var doubt: Doubt?
    /// How many places the cell holds: more than one where it holds a list.
    var placeCount = 1

    /// Why someone should look at a row.
    struct Doubt: Sendable {
        var reason: String
        /// What fits or is spelled nearly so, as the review tells it: a table may have many doubts.
        var candidates: String
    }

    /// The row says of no place.
    static let withoutPlace = TableAnswer(none: nil)

    /// Somebody decided that no place is meant.
    static let decidedNone = TableAnswer(none: nil)

    /// Somebody decided which place is meant.
    init(decided candidate: Candidate, _ document: PlaceDocument) {
        let place = candidate.place
        self.init(
            .match,
            Self.cells(
                place, country: place.countryCode, document, tier: candidate.tier.rawValue,
                score: candidate.score, runnerUp: nil))
    }

    /// What a name was found to mean; with its doubt, if there is a reviewer to tell it.
    init(
        _ weighing: Weighing, _ resolver: PlaceResolver, _ reviewer: PlaceDocument?,
        _ document: PlaceDocument
    ) {
        if let best = weighing.contenders.first {
            let runnerUp = resolver.runnerUp(of: weighing)
            self.init(
                weighing.status, Self.cells(best, runnerUp: runnerUp?.position, resolver, document))
        } else {
            self.init(none: nil)
        }
        doubt = reviewer.flatMap { Self.doubt(weighing, resolver, $0) }
    }

    /// What several places in one cell were found to mean: the best of the first that is known, with that of
    /// the next one as its runner-up. Where all are one place, that place; nil where none is known.
    init?(
        several weighings: [Weighing], _ resolver: PlaceResolver, _ reviewer: PlaceDocument?,
        _ document: PlaceDocument
    ) {
        let known = weighings.filter { !$0.contenders.isEmpty }
        guard let first = known.first, let best = first.contenders.first else { return nil }
        let isOne = weighings.allSatisfy {
            $0.status == .match && $0.contenders.first?.position == best.position
        }
        if isOne {
            self.init(first, resolver, reviewer, document)
            return
        }
        let others = known.compactMap { $0.contenders.first?.position }
        let next = others.first { $0 != best.position }
        self.init(.ambiguous, Self.cells(best, runnerUp: next, resolver, document))
        placeCount = weighings.count
        guard let reviewer else { return }
        let unknown = weighings.filter(\.contenders.isEmpty).compactMap(\.reason)
        doubt = Doubt(
            reason: (["\(weighings.count) places in one cell"] + unknown).joined(separator: "; "),
            candidates: PlaceReview.text(
                known.flatMap { weighing in
                    weighing.contenders.prefix(1).map {
                        resolver.candidate($0, of: weighing, withAllNames: false)
                    }
                }, reviewer))
    }

    /// Several places in one cell, none of which is known.
    init(noneOf parts: [String], isReviewed: Bool) {
        self.init(
            none: isReviewed
                ? Doubt(
                    reason: "\(parts.count) places in one cell, none of which is known",
                    candidates: "") : nil)
        placeCount = parts.count
    }

    private init(_ status: Resolution.Status, _ cells: [String]) {
        self.status = status
        self.cells = [status.rawValue] + cells
    }

    private init(none doubt: Doubt?) {
        self.init(.none, Array(repeating: "", count: Self.columns.count - 1))
        self.doubt = doubt
    }

    // MARK: Cells

    private static func cells(
        _ contender: Contender, runnerUp: Int?, _ resolver: PlaceResolver,
        _ document: PlaceDocument
    ) -> [String] {
        let index = resolver.index
        return cells(
            index.labelled(at: contender.position),
            country: index.countryCode(at: contender.position), document,
            tier: contender.tier.rawValue, score: contender.score,
            runnerUp: runnerUp.flatMap { index.id(at: $0) })
    }

    private static func cells(
        _ place: Place, country: String?, _ document: PlaceDocument, tier: String,
        score: Double, runnerUp: String?
    ) -> [String] {
        [
            place.id, document.label(place), place.kind.rawValue, country ?? "",
            "\(place.coordinate.longitude)", "\(place.coordinate.latitude)", tier, "\(score)",
            runnerUp ?? "",
        ]
    }

    // MARK: Doubt

    /// Why someone should look at an answer; nil for a match without a slip.
    private static func doubt(
        _ weighing: Weighing, _ resolver: PlaceResolver, _ document: PlaceDocument
    ) -> Doubt? {
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
            reason: reason,
            candidates: PlaceReview.text(
                candidates.isEmpty ? weighing.suggestions : candidates, document))
    }
}
