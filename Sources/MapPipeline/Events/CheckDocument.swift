public import GeoJSON
internal import Diagnostics

/// What `check` says of a table: every row accounted for, and every finding.
public struct CheckDocument: Sendable {
    private let placed: PlacedEvents

    /// Makes a document of the events of a table.
    public init(_ placed: PlacedEvents) {
        self.placed = placed
    }

    /// `47 rows: 30 placed, 9 known by country only, 5 without a place, 3 set aside (…)`.
    public var summary: String {
        let reasons = PlacedEvents.SetAside.allCases.compactMap { reason in
            placed.setAside[reason].map { "\(reason.words): \($0)" }
        }
        let detail = reasons.isEmpty ? "" : " (\(reasons.joined(separator: "; ")))"
        return "\(placed.file): \(placed.rows) rows: \(placed.placed) placed, "
            + "\(placed.countryLevel) known by country only, \(placed.withoutPlace) without a place, "
            + "\(placed.setAsideCount) set aside\(detail)"
    }

    /// How many findings of one kind the text lists; the JSON lists all that were kept.
    static let mostListed = 10

    /// The report for people: findings of one kind together, errors first, at most ten of each written
    /// out as `file:line:column: severity: problem; remedy`, and the summary as the last line.
    public var text: String {
        let uncounted = Dictionary(
            placed.report.counted.map { ($0.code, $0.count) }, uniquingKeysWith: +)
        let groups = groups.map { group in
            let first = group[0]
            let count = group.count + (uncounted[first.code] ?? 0)
            let rest = count - Self.mostListed
            let lines = group.prefix(Self.mostListed).map(\.description)
            let words = "\(first.severity.rawValue)\(count == 1 ? "" : "s")"
            return
                (["\(first.code): \(count) \(words)"] + lines
                + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "\n")
        }
        return (groups + [summary]).joined(separator: "\n\n") + "\n"
    }

    /// Findings of one severity and code, never empty; by severity, then by which comes first.
    private var groups: [[Diagnostic]] {
        var groups: [[Diagnostic]] = []
        var places: [String: Int] = [:]
        for severity in Diagnostic.Severity.allCases {
            for diagnostic in placed.report.diagnostics where diagnostic.severity == severity {
                let key = "\(severity.rawValue) \(diagnostic.code)"
                if let place = places[key] {
                    groups[place].append(diagnostic)
                } else {
                    places[key] = groups.count
                    groups.append([diagnostic])
                }
            }
        }
        return groups
    }

    /// `{"file","rows","placed","country_level","without_place","set_aside","diagnostics":[…]}`, with
    /// `"not_listed":{"CODE":COUNT}` when there were more findings of a code than are kept.
    public var json: JSONValue {
        let counted = placed.report.counted
        guard !counted.isEmpty, case .object(var members) = listed else { return listed }
        members.append(
            JSONMember(
                "not_listed", .object(counted.map { JSONMember($0.code, .integer($0.count)) })))
        return .object(members)
    }

    private var listed: JSONValue {
        [
            "file": .string(placed.file), "rows": .integer(placed.rows),
            "placed": .integer(placed.placed), "country_level": .integer(placed.countryLevel),
            "without_place": .integer(placed.withoutPlace),
            "set_aside": .integer(placed.setAsideCount),
            "diagnostics": .array(placed.report.diagnostics.map(finding)),
        ]
    }

    private func finding(_ diagnostic: Diagnostic) -> JSONValue {
        [
            "severity": .string(diagnostic.severity.rawValue),
            "file": .string(orNull: diagnostic.location?.file),
            "line": diagnostic.location?.line.map { .integer($0) } ?? .null,
            "column": diagnostic.location?.column.map { .integer($0) } ?? .null,
            "row": diagnostic.row.map { .integer($0) } ?? .null,
            "code": .string(diagnostic.code),
            "problem": .string(diagnostic.problem),
            "remedy": .string(orNull: diagnostic.remedy),
            "candidates": .array(diagnostic.candidates.map { .string($0) }),
        ]
    }
}
