public import Diagnostics
internal import EDTF
package import GeoJSON
public import TabularText

/// Reads a table of events a row at a time, in memory that does not grow with the rows but for 5 to
/// 10 bytes each.
///
///     var reader = try EventReader(input, file: "events.csv")
///     while true {
///         switch try reader.next() { … }
///     }
///
/// The input is read twice: the first time to know the sense of every column, to find every fault of
/// the file before anything is made from it, and to learn which ids several rows have. Where rows
/// share ids, it is read once more to number their claims. Events come as `EventTable.read` gives them.
public struct EventReader {
    /// A row, as it was read.
    public enum Step {
        /// An event.
        case event(Event)
        /// A row that is no event; the report says why.
        case setAside(SetAsideRow)
        /// The table ends here.
        case end
    }

    /// The file as the user named it.
    public let file: String
    /// The columns, in the order of the table.
    public let columns: [EventColumn]
    /// How many data rows there are.
    public let rows: Int
    /// What was found so far.
    public package(set) var report: DiagnosticReport

    private let map: ColumnMap
    private let dates: DateReadingOptions
    private let opening: TableOpening
    private let json: JSONRows?
    private let totals: Set<UInt64>
    private var taken: TableRows
    private var number = 0
    private var told: Set<String> = []
    private var claims: ClaimLedger?
    private var memory = RowMemory()
    private let rewriting: PresetRewriting?
    private var plain: PlainRows?
    /// A row that was taken apart and turned out not to be plain.
    private var waiting: TakenRow?

    /// Surveys a table.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - file: Its name as the user gave it (`-` for standard input); its ending tells the format.
    ///   - options: Which columns stand for what, the format, and the limits.
    /// - Throws: `FileFault` for what makes the whole file useless.
    public init(
        _ input: any ByteInput, file: String, options: ReadingOptions = ReadingOptions()
    ) throws(FileFault) {
        try self.init(input, file: file, options: options, tellsClaims: true)
    }

    init(
        _ input: any ByteInput, file: String, options: ReadingOptions, tellsClaims: Bool
    ) throws(FileFault) {
        var (opening, survey) = try Self.survey(input, file, options)
        if tellsClaims, !survey.isSettled {
            survey = try Survey(try opening.rows(), file: file, options, after: survey)
        }
        self.file = file
        dates = options.dates
        map = survey.map
        totals = survey.totals
        json = survey.json
        self.opening = opening
        columns = survey.map.columns
        rewriting = survey.map.preset.flatMap { PresetRewriting($0, survey.map.columns) }
        rows = survey.rows
        report = DiagnosticReport()
        if let note = opening.note { report.add(note) }
        report.add(survey.report)
        if tellsClaims {
            let shared = survey.ids.shared()
            if !shared.isEmpty {
                claims = try ClaimLedger(
                    try opening.rows(after: survey.json), map, sharing: shared, dates: dates)
            }
        }
        taken = try opening.rows(after: survey.json)
        plain = PlainRows(map)
    }

    /// Reads the rows from here on that are events which need no more than copying, and hands on their
    /// cells, until one is not or `use` has enough.
    ///
    /// - Parameter use: Takes what is known of the row, the bytes, and the cells that stand in them;
    ///   returns whether it wants another.
    /// - Returns: Whether `use` had enough; if not, `next` gives the row that follows.
    /// - Throws: `FileFault` when the input changed between the readings or cannot be read.
    package mutating func passPlain(
        _ use: (PlainFeature, Span<UInt8>, Span<ByteRange>) -> Bool
    ) throws(FileFault) -> Bool {
        guard waiting == nil, var plain else { return false }
        // Moved out and back, so that it is changed in place.
        self.plain = nil
        defer { self.plain = plain }
        let claims = claims
        var number = number
        defer { self.number = number }
        let row = try taken.pass(from: number + 1) { bytes, cells in
            guard plain.accepts(bytes, cells, claims) else { return .refused }
            number += 1
            return use(plain.feature, bytes, cells) ? .next : .enough
        }
        waiting = row
        return row == nil
    }

    /// What was found since it was last asked for.
    package mutating func takeFindings() -> DiagnosticReport? {
        guard !report.isEmpty else { return nil }
        defer { report = DiagnosticReport() }
        return report
    }

    /// The columns of the figure that has bounds in other columns, if there is one.
    package var estimate: EstimateColumns? { plain?.estimate }

    /// Whether a column of codes says how closely places are known.
    package var hasPrecisionCodes: Bool { map.codes.place != nil }

    /// Whether an event may be a total or a part by this claim or another.
    ///
    /// Totals are told by a hash, so that one of 2⁶⁴ others may seem to be one; none is missed.
    package func mayBeKin(_ event: Event) -> Bool {
        guard !totals.isEmpty else { return false }
        return !event.partOf.isEmpty || event.claimCount > 1
            || totals.contains(ByteText.hash(event.id))
    }

    /// The ids that some rows give, by row; nil for a row that gives none. Reads the table once more,
    /// up to the last of them: ask when the last row was read.
    package func ownIDs(ofRows wanted: Set<Int>) throws(FileFault) -> [Int: String?] {
        guard let last = wanted.max() else { return [:] }
        var rows = try opening.rows(after: json)
        var ids: [Int: String?] = [:]
        for number in 1...last {
            switch try rows.next(number: number) {
            case .end: return ids
            case .broken: continue
            case .cells:
                guard wanted.contains(number) else { continue }
                let cell = map.fields[.id].map { rows.row.cells[$0] }
                let text = cell.map { ByteText.string(rows.bytes.span, $0) } ?? ""
                ids[number] = .some(text.isEmpty ? nil : text)
            case .raw(let row, _, _):
                guard wanted.contains(number) else { continue }
                ids[number] = .some(
                    map.fields[.id].flatMap { id in row.cells.first { $0.column == id }?.text })
            }
        }
        return ids
    }

    /// The column that a field stands in.
    package func column(of field: EventField) -> Int? { map.fields[field] }

    /// Surveys the table; once more, with a guess at its encoding, when it is no UTF-8.
    private static func survey(
        _ input: any ByteInput, _ file: String, _ options: ReadingOptions
    ) throws(FileFault) -> (TableOpening, Survey) {
        let opening = try TableOpening(input, file: file, options)
        do throws(FileFault) {
            return (opening, try Survey(try opening.rows(), file: file, options))
        } catch {
            guard error.diagnostic.code == "not-utf8",
                let guessed = try TableOpening(guessing: input, file: file, options)
            else { throw error }
            return (guessed, try Survey(try guessed.rows(), file: file, options))
        }
    }

    /// Reads the next row.
    ///
    /// - Throws: `FileFault` when the input changed between the readings or cannot be read.
    public mutating func next() throws(FileFault) -> Step {
        number += 1
        let next: TakenRow
        if let waiting { next = waiting } else { next = try taken.next(number: number) }
        waiting = nil
        switch next {
        case .end:
            return .end
        case .broken(let diagnostic, let location):
            report.add(diagnostic)
            return .setAside(SetAsideRow(row: number, location: location, id: "", reason: .fault))
        case .raw(let row, let source, let findings):
            for finding in findings { report.add(finding) }
            return read(row, source)
        case .cells:
            let (row, source) = taken.rawRow(number)
            return read(row, source)
        }
    }

    /// Notes of how a whole column is written.
    package static let toldOnce: Set<String> = ["decimal-comma", "compass-coordinates"]

    /// Notes of how a whole column is written are told where it begins.
    private mutating func isNew(_ finding: Diagnostic) -> Bool {
        guard Self.toldOnce.contains(finding.code) else { return true }
        return told.insert(finding.code).inserted
    }

    /// Says which cells have letters with too many marks.
    private mutating func tellFloods(in row: RawRow, _ source: SourceText) -> Bool {
        var isFlooded = false
        for cell in row.cells {
            guard let offset = MarkFlood.first(in: cell.text) else { continue }
            isFlooded = true
            var location = source.location(cell.offset)
            location.column = location.column.map { $0 + offset }
            report.add(
                Diagnostic(
                    .error, code: "too-many-marks", at: location, row: number,
                    problem: "a letter with more than \(MarkFlood.greatestCount) marks on it",
                    remedy: "take the marks away"))
        }
        return isFlooded
    }

    private mutating func read(_ row: RawRow, _ source: SourceText) -> Step {
        var row = row
        row.number = number
        rewriting?.rewrite(&row, &memory)
        let (event, findings) = RowReader.read(row, map, source, dates: dates, &memory)
        for finding in findings where isNew(finding) { report.add(finding) }
        let isFlooded = tellFloods(in: row, source)
        guard var event, !isFlooded else {
            let id = map.fields[.id].flatMap { column in
                row.cells.first { $0.column == column }?.text
            }
            return .setAside(
                SetAsideRow(
                    row: number, location: source.location(row.offset), id: id ?? "",
                    reason: .fault))
        }
        guard let diagnostic = claims?.number(&event) else { return .event(event) }
        report.add(diagnostic)
        return .setAside(.duplicate(of: event))
    }
}
