internal import EDTF
internal import GeoJSON

/// A period by its two ends, as formats have it that know no EDTF.
struct Timespan {
    /// An end: a date of ISO 8601, or the days between which it lies.
    enum End: Hashable {
        case date(String)
        case between(earliest: String, latest: String)
    }

    /// When it begins; nil where that is open or not known.
    private(set) var start: End?
    /// When it ends; nil where that is open or not known.
    private(set) var end: End?
    /// Whether it is one date, of any precision.
    private(set) var isOneDate = false
    private let edtf: String

    /// The ends of a period. That of one date of any precision is its start alone, as Linked Places Format
    /// has it.
    init(_ period: HistoricalDate) {
        edtf = period.description
        let halves = edtf.split(separator: "/", omittingEmptySubsequences: false)
        if halves.count == 2 {
            start = Self.end(halves[0])
            end = Self.end(halves[1])
        } else if !edtf.contains(where: { "[{".contains($0) }), let date = Self.end(halves[0]) {
            start = date
            isOneDate = true
        } else if let earliest = period.earliest, let latest = period.latest {
            start = .date(earliest.description)
            end = .date(latest.description)
        }
    }

    private static func end(_ text: Substring) -> End? {
        guard let date = try? HistoricalDate(edtf: String(text)), !text.isEmpty, text != "..",
            let earliest = date.earliest, let latest = date.latest
        else { return nil }
        let isPlain = text.utf8.allSatisfy { $0 == 0x2D || (0x30...0x39).contains($0) }
        return isPlain
            ? .date(String(text))
            : .between(earliest: earliest.description, latest: latest.description)
    }

    /// A `when` of Linked Places Format, with the period as it is in `edtf`.
    ///
    /// A timespan must have a start; where that is open, the period is told in words.
    var when: JSONValue {
        var members: [JSONMember] = []
        if let start {
            var span = [JSONMember("start", Self.json(start))]
            if let end { span.append(JSONMember("end", Self.json(end))) }
            members.append(JSONMember("timespans", .array([.object(span)])))
        } else {
            members.append(JSONMember("label", .string(edtf)))
        }
        return .object(members + [JSONMember("edtf", .string(edtf))])
    }

    private static func json(_ end: End) -> JSONValue {
        switch end {
        case .date(let text): ["in": .string(text)]
        case .between(let earliest, let latest):
            ["earliest": .string(earliest), "latest": .string(latest)]
        }
    }
}
