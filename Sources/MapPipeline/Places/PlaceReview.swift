internal import GeoModel
internal import PlaceIndex
internal import PlaceResolution
internal import Places

/// The doubtful rows of a table for someone to look at: several places, none, or one by a slip.
///
/// Rows that say the same stand once. A decision is an id, or `none`; `--decisions` reads the file back.
public struct PlaceReview: Sendable {
    private struct Doubt {
        var query: TableQuery
        var status: Resolution.Status
        var doubt: TableAnswer.Doubt
        var firstRow: Int
        var rows: Int
    }

    private var doubts: [Doubt] = []
    private var positions: [TableQuery: Int] = [:]
    /// How many rows there was no room for.
    public private(set) var leftOut = 0

    /// More are counted and left out: some 100 MB of them.
    private static let mostKept = 50_000
    static let mostCandidates = 5

    /// No doubt yet.
    public init() {}

    /// How many different doubts there are.
    public var count: Int { doubts.count }

    mutating func add(_ query: TableQuery, _ answer: TableAnswer, row: Int) {
        guard let doubt = answer.doubt else { return }
        if let position = positions[query] {
            doubts[position].rows += 1
        } else if doubts.count < Self.mostKept {
            positions[query] = doubts.count
            doubts.append(
                Doubt(query: query, status: answer.status, doubt: doubt, firstRow: row, rows: 1))
        } else {
            leftOut += 1
        }
    }

    /// The file, in the order of the rows.
    public func text(_ document: PlaceDocument) -> String {
        var csv = CSVText(header: [
            "decision", "place", "country", "admin1", "date", "longitude", "latitude", "rows",
            "first_row", "status", "reason", "candidates",
        ])
        for doubt in doubts {
            let query = doubt.query
            csv.add([
                "", query.place, query.country, query.admin1, query.date, query.longitude,
                query.latitude, "\(doubt.rows)", "\(doubt.firstRow)",
                doubt.status.rawValue, doubt.doubt.reason,
                doubt.doubt.candidates.prefix(Self.mostCandidates)
                    .map { candidate($0, document) }.joined(separator: " | "),
            ])
        }
        return csv.text
    }

    private func candidate(_ candidate: Candidate, _ document: PlaceDocument) -> String {
        let place = candidate.place
        let unit = place.firstOrderCode ?? place.countryCode
        return "\(place.id) \(document.label(place)) (\(place.kind.rawValue)"
            + (unit.map { ", \($0)" } ?? "") + ", \(candidate.tier.rawValue) \(candidate.score))"
    }
}
