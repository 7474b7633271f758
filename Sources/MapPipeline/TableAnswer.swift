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
    public var status: Resolution.Status
    /// The best place that fits; with others about as good when `status` is `ambiguous`.
    public var best: Candidate?
    /// The id of the next best place that is not the unit named after the best; nil when there is none.
    public var runnerUp: String?
    /// Why nothing fits, or what was decided.
    public var reason: String?
    /// What else fits, or is spelled nearly so, for a review.
    public var candidates: [Candidate]
    /// Whether someone decided it.
    public var isDecided = false

    /// Whether someone should look at it.
    public var isDoubtful: Bool {
        !isDecided && (status != .match || best?.tier == .fuzzy)
    }

    init(_ resolution: Resolution, runnerUp: String?) {
        status = resolution.status
        best = resolution.candidates.first
        self.runnerUp = runnerUp
        reason = resolution.reason
        candidates = resolution.candidates.isEmpty ? resolution.suggestions : resolution.candidates
    }

    /// The row says of no place.
    static var withoutPlace: TableAnswer { TableAnswer(.none, reason: "no place is given") }

    /// Somebody decided which place is meant.
    init(decided candidate: Candidate) {
        status = .match
        best = candidate
        reason = "decided"
        candidates = [candidate]
        isDecided = true
    }

    /// Somebody decided that no place is meant.
    static var decidedNone: TableAnswer {
        var answer = TableAnswer(.none, reason: "decided: no place")
        answer.isDecided = true
        return answer
    }

    private init(_ status: Resolution.Status, reason: String) {
        self.status = status
        self.reason = reason
        candidates = []
    }

    /// The cells of `columns`: numbers are spelled as `lookup` spells them, what is not there is empty.
    func cells(_ label: (Place) -> String) -> [String] {
        guard let best else {
            return [status.rawValue] + Array(repeating: "", count: Self.columns.count - 1)
        }
        let place = best.place
        return [
            status.rawValue, place.id, label(place), place.kind.rawValue, place.countryCode ?? "",
            "\(place.coordinate.longitude)", "\(place.coordinate.latitude)", best.tier.rawValue,
            "\(best.score)", runnerUp ?? "",
        ]
    }
}
