internal import Diagnostics
internal import EDTF
internal import EventIngest
internal import GeoModel

/// Looks for what is worth a second look in a table whose rows can all be read, an event at a time.
///
/// Places and dates are compared as they were found; claims are never merged or mended. What it
/// remembers of a row is some 60 bytes, unless the row is a total or a part, or has claims beside it.
struct CheckLedger {
    private let file: String
    private var sources = SourceLedger()
    private var parts = PartLedger()
    private var claims = ClaimDifferences()
    private var duplicates: DuplicateLedger
    private var axes = AxesLedger()
    private var far = FarPlaces()

    /// Makes a ledger of a table that keeps so many findings of one code; all when it is nil.
    init(file: String, keeping limit: Int? = nil) {
        self.file = file
        duplicates = DuplicateLedger(keeping: limit ?? .max)
    }

    /// Looks at an event and its features, which are none when it was set aside for its places.
    ///
    /// `mayBeKin` says whether it may be a total or a part, by this row or another; when unsure, say so.
    mutating func take(
        _ event: Event, _ features: [Feature], mayBeKin: Bool, _ finder: inout PlaceFinder,
        into report: inout DiagnosticReport
    ) {
        sources.take(event)
        if event.counted.isEmpty, !event.figures.isEmpty {
            report.add(code: "figure-uncounted") { .uncounted(event) }
        }
        parts.take(event, mayBeKin: mayBeKin)
        for finding in claims.take(event, features) { report.add(finding) }
        duplicates.take(event, features)
        axes.take(event, &finder)
        far.take(event, features)
    }

    /// The rows whose ids `finish` has to know.
    var wantedRows: Set<Int> { duplicates.wantedRows }

    /// Adds what only the whole table tells.
    ///
    /// - Parameters:
    ///   - ids: The ids that the `wantedRows` give, nil for one that gives none.
    ///   - isCheckingParts: Whether totals and parts were not looked at when the table was read.
    ///   - report: Takes the findings.
    func finish(
        ids: [Int: String?], checkingParts isCheckingParts: Bool,
        into report: inout DiagnosticReport
    ) {
        for finding in [sources.finding(in: file)].compactMap(\.self) { report.add(finding) }
        for finding in parts.findings(includingSums: isCheckingParts) { report.add(finding) }
        for finding in duplicates.findings(ids) { report.add(finding) }
        report.count(duplicates.uncounted, code: DuplicateLedger.code)
        for finding in axes.findings { report.add(finding) }
        for finding in far.findings { report.add(finding) }
    }
}

extension Diagnostic {
    fileprivate static func uncounted(_ event: Event) -> Diagnostic {
        let figures = event.figures.prefix(3).map { "\($0.key) \($0.figure)" }
        let rest = event.figures.count - figures.count
        return Diagnostic(
            .note, code: "figure-uncounted", at: event.location, row: event.row,
            problem: figures.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
                + ", and nobody says of whom",
            remedy: "write whom the figures count into the column counted")
    }
}

/// One note for the table: how many rows do not say who reports them or where.
private struct SourceLedger {
    private var events = 0
    private var withoutReporter = 0
    private var withoutSource = 0

    mutating func take(_ event: Event) {
        events += 1
        if event.reportedBy.isEmpty { withoutReporter += 1 }
        if event.source.isEmpty { withoutSource += 1 }
    }

    func finding(in file: String) -> Diagnostic? {
        guard withoutReporter + withoutSource > 0 else { return nil }
        let parts = [(withoutReporter, "reported_by"), (withoutSource, "source")]
            .filter { $0.0 > 0 }.map { "\($0.0) without \($0.1)" }
        return Diagnostic(
            .note, code: "no-source", at: SourceLocation(file: file),
            problem: "of \(events) events \(parts.joined(separator: ", "))",
            remedy: "say who reports each and where")
    }
}
