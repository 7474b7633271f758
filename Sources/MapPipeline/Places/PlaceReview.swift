internal import GeoModel
internal import PlaceIndex
internal import PlaceResolution
internal import Places

/// The doubtful rows of a table for someone to look at: several places, none, or one by a slip.
///
/// Rows that say the same stand once. A decision is an id, or `none`; `--decisions` reads the file back.
public struct PlaceReview: Sendable {
    struct Doubt: Sendable {
        var query: TableQuery
        var status: Resolution.Status
        var doubt: TableAnswer.Doubt
        var firstRow: Int
        var rows = 1
    }

    private var doubts: [Doubt] = []
    private var positions: [TableQuery: Int] = [:]
    private var byteCount = 0
    /// How many rows there was no room for.
    public private(set) var leftOut = 0

    /// More are counted and left out: some 50 MB of them.
    private static let mostKept = 50_000
    /// Nor are more bytes of cells kept: each may be a megabyte.
    private static let mostBytes = 1 << 24
    static let mostCandidates = 5

    /// No doubt yet.
    public init() {}

    /// How many different doubts there are.
    public var count: Int { doubts.count }

    mutating func add(_ doubt: Doubt) {
        if let position = positions[doubt.query] {
            doubts[position].rows += doubt.rows
        } else if doubts.count < Self.mostKept,
            byteCount + doubt.query.byteCount <= Self.mostBytes
        {
            positions[doubt.query] = doubts.count
            doubts.append(doubt)
            byteCount += doubt.query.byteCount
        } else {
            leftOut += doubt.rows
        }
    }

    /// The file, in the order of the rows.
    public func text() -> String {
        var csv = CSVText(header: [
            "decision", "place", "country", "admin1", "date", "longitude", "latitude", "rows",
            "first_row", "status", "reason", "candidates",
        ])
        for doubt in doubts {
            let query = doubt.query
            csv.add([
                "", query.place, query.country, query.admin1, query.date, query.longitude,
                query.latitude, "\(doubt.rows)", "\(doubt.firstRow)", doubt.status.rawValue,
                doubt.doubt.reason, doubt.doubt.candidates,
            ])
        }
        return csv.text
    }

    /// Candidates as the file tells them.
    static func text(_ candidates: [Candidate], _ document: PlaceDocument) -> String {
        candidates.prefix(mostCandidates).map { text($0, document) }.joined(separator: " | ")
    }

    private static func text(_ candidate: Candidate, _ document: PlaceDocument) -> String {
        let place = candidate.place
        let unit = place.firstOrderCode ?? place.countryCode
        return "\(place.id) \(document.label(place)) (\(place.kind.rawValue)"
            + (unit.map { ", \($0)" } ?? "") + ", \(candidate.tier.rawValue) \(candidate.score))"
    }
}
