public import Diagnostics
internal import EventIngest
internal import PlacePack
public import PlaceResolution
internal import Places
public import TabularText

/// What someone decided that places of a table mean: a review file with its column `decision` filled in,
/// or any table with columns `place` and `decision`.
///
/// A decision counts for rows that say the same in all columns that the file of decisions has.
public struct PlaceDecisions: Sendable {
    private enum Decision: Hashable {
        case place(Candidate)
        case none
    }

    private var decisions: [TableQuery: Decision] = [:]
    private var fields: Set<PlaceField> = []
    /// Decisions that cannot be used.
    public private(set) var report = DiagnosticReport(keeping: 100)

    /// No decision.
    public init() {}

    /// Reads decisions: an id of the gazetteer, or `none` for what is no place. Empty ones are not
    /// made yet.
    ///
    /// - Throws: `FileFault` for what is no table, or has no column `decision`.
    public init(
        _ input: any ByteInput, file: String, resolver: PlaceResolver
    ) throws(FileFault) {
        var reader = try PlaceTableReader(input, file: file)
        guard reader.fields.contains(.decision) || reader.format == .jsonLines else {
            throw FileFault(
                Diagnostic(
                    .error, code: "no-decision-column", at: SourceLocation(file: file),
                    problem: "no column decision",
                    remedy: "give a file that --review wrote, with decisions filled in"))
        }
        reading: while true {
            switch try reader.next() {
            case .end: break reading
            case .broken(let diagnostic): report.add(diagnostic)
            case .row(let row): take(row, resolver)
            }
            fields = reader.fields
        }
    }

    private mutating func take(
        _ row: PlaceTableRow, _ resolver: PlaceResolver
    ) {
        guard let text = row.cells[.decision], !text.isEmpty else { return }
        let query = TableQuery(row.cells)
        if ["none", "-"].contains(text.lowercased()) {
            decisions[query] = Decision.none
            return
        }
        let asked = PlaceQuery(text)
        guard asked.id != nil, let match = resolver.resolve(asked).match else {
            report.add(
                Diagnostic(
                    .warning, code: "bad-decision",
                    at: row.location, row: row.number,
                    problem: "no place has the id \"\(text)\"",
                    remedy: "write an id such as gn:146970, or none"))
            return
        }
        decisions[query] = .place(match)
    }

    /// The decision for a query, if there is one.
    func answer(_ query: TableQuery, _ document: PlaceDocument) -> TableAnswer? {
        guard !decisions.isEmpty else { return nil }
        switch decisions[query.keeping(fields)] {
        case nil: return nil
        case Decision.none?: return .decidedNone
        case .place(let candidate)?: return TableAnswer(decided: candidate, document)
        }
    }

    /// The place decided for a query, if one is.
    func place(_ query: TableQuery) -> Place? {
        guard !decisions.isEmpty, case .place(let candidate)? = decisions[query.keeping(fields)]
        else { return nil }
        return candidate.place
    }

    /// Whether there is a decision for a query.
    func has(_ query: TableQuery) -> Bool {
        !decisions.isEmpty && decisions[query.keeping(fields)] != nil
    }
}
