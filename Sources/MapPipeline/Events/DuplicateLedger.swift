internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel
internal import TabularText

/// Says which events of different ids are at the same places on the same date, unless one is a part of
/// the other.
///
/// Of each row it keeps hashes alone; the ids that its findings quote are asked for at the end.
struct DuplicateLedger {
    static let code = "possible-duplicate"
    /// Dates that span more days than this tell no event from another.
    private static let mostDays = 31

    private let limit: Int
    private var first: [UInt64: Earlier] = [:]
    private var found: [(row: Int, location: SourceLocation, earlier: Int)] = []
    /// How many more there are than are kept.
    private(set) var uncounted = 0

    private struct Earlier {
        var row: UInt32
        var id: UInt64
        /// What it is a part of; 0 for nothing.
        var total: UInt64
    }

    init(keeping limit: Int) { self.limit = limit }

    /// Looks at an event.
    mutating func take(_ event: Event, _ features: [Feature]) {
        guard let key = Self.placeAndDate(event, features) else { return }
        let id = ByteText.hash(event.id)
        let total = event.partOf.isEmpty ? 0 : ByteText.hash(event.partOf)
        guard let earlier = first[key] else {
            first[key] = Earlier(row: UInt32(clamping: event.row), id: id, total: total)
            return
        }
        guard earlier.id != id, earlier.total != id, total != earlier.id else { return }
        guard found.count < limit else {
            uncounted += 1
            return
        }
        found.append((event.row, event.location, Int(earlier.row)))
    }

    /// The rows whose ids the findings quote.
    var wantedRows: Set<Int> { Set(found.map(\.earlier)) }

    /// The findings, with the ids of the earlier rows.
    func findings(_ ids: [Int: String?]) -> [Diagnostic] {
        found.map { row, location, earlier in
            let id = ids[earlier] ?? nil
            let name = id.map { "\"\($0)\" in row" } ?? "row"
            return Diagnostic(
                .note, code: Self.code, at: location, row: row,
                problem: "the place and date of \(name) \(earlier)",
                remedy: "give both one id if they are one event, reported twice",
                candidates: id.map { [$0] } ?? [])
        }
    }

    /// What two reports of one event share; nil when place or date is too vague to tell.
    private static func placeAndDate(_ event: Event, _ features: [Feature]) -> UInt64? {
        guard let date = event.date, let from = date.earliest, let to = date.latest,
            !features.isEmpty,
            features.allSatisfy({ $0.precision.map { $0 <= .near } ?? false }),
            HistoricalDate.days(from: from, to: to, atMost: mostDays)
        else { return nil }
        let keys = features.compactMap(\.placeKey).sorted()
        return ByteText.hash(([date.description] + keys).joined(separator: "\u{1F}"))
    }
}

extension HistoricalDate {
    /// Whether a span has no more days than a limit.
    ///
    /// - Complexity: O(*limit*).
    fileprivate static func days(from: CalendarDay, to: CalendarDay, atMost limit: Int) -> Bool {
        var day = from
        for _ in 1..<limit where day < to { day = day.next }
        return day >= to
    }
}
