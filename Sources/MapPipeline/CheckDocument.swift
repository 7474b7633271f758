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

    /// `{"file","rows","placed","country_level","without_place","set_aside","diagnostics":[…]}`.
    public var json: JSONValue {
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
