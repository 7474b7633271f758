internal import Diagnostics
internal import TabularText

/// Rows of a table with a header, each as texts by the sense of their column.
struct TableRecords {
    /// What was found with the table itself.
    private(set) var findings: [Diagnostic] = []
    private var rows: CSVRows
    private let columns: [Int: String]

    /// Reads the header. `names` has for each known header, in small letters with `_` for spaces and
    /// hyphens, its sense; the table must have the senses that are `needed`.
    ///
    /// - Throws: `FileFault` when the file cannot be read or lacks one of them.
    init(
        _ input: any ByteInput, file: String, _ source: ImportSource, names: [String: String],
        needed: [String]
    ) throws(FileFault) {
        let opening = try Self.open(input, file, source)
        if let note = opening.note { findings.append(note) }
        rows = try CSVRows(
            try opening.window(),
            TableRules(
                limits: source.limits, singleHeaders: Set(names.keys),
                remedyOfEmptyFile: "give a table with a header line and a column name"))
        findings += rows.report.diagnostics
        var columns: [Int: String] = [:]
        for (column, header) in rows.headers.names.enumerated() {
            let sense = names[Self.normalised(header)]
            if let sense, !columns.values.contains(sense) {
                columns[column] = sense
            } else {
                columns[column] = "?\(header)"
            }
        }
        self.columns = columns
        for sense in needed where !columns.values.contains(sense) {
            throw FileFault(
                Diagnostic(
                    .error, code: "no-such-column", at: rows.headers.locations.first,
                    problem: "no column \(sense) among "
                        + rows.headers.names.prefix(12).joined(separator: ", "),
                    remedy: "add it, or rename the column that holds it"))
        }
    }

    /// Opens the text; as another encoding than UTF-8 where its bytes show one clearly.
    private static func open(
        _ input: any ByteInput, _ file: String, _ source: ImportSource
    ) throws(FileFault) -> TextOpening {
        let opening = try TextOpening(input, file: file, encoding: source.encoding)
        guard source.encoding == nil else { return opening }
        do throws(FileFault) {
            var window = try opening.window()
            while !window.isAtEnd {
                window.consumeChecked()
                try window.fetch()
            }
            return opening
        } catch {
            guard error.diagnostic.code == "not-utf8",
                let guessed = try TextOpening(guessing: input, file: file)
            else { throw error }
            return guessed
        }
    }

    private static func normalised(_ header: String) -> String {
        String(header.lowercased().map { " -.".contains($0) ? "_" : $0 })
    }

    /// A row, or why it could not be taken apart; nil at the end.
    enum Step {
        case record(TableRecord)
        case broken(Diagnostic)
    }

    mutating func next(number: Int) throws(FileFault) -> Step? {
        switch try rows.next(number: number) {
        case .end: return nil
        case .broken(let diagnostic, _): return .broken(diagnostic)
        case .raw(let row, let source, let found):
            return .record(TableRecord(row, source, columns, found))
        case .cells:
            let (row, source) = rawRow(number)
            return .record(TableRecord(row, source, columns, []))
        }
    }

    private func rawRow(_ number: Int) -> (RawRow, SourceText) {
        let bytes = rows.window.bytes
        let range = rows.row.range
        let piece = Array(bytes[range])
        let source = SourceText(
            file: rows.window.file, bytes: piece,
            index: TextIndex(piece, from: rows.rowPosition))
        var raw = RawRow(number: number, offset: 0, cells: [])
        for (column, cell) in rows.row.cells.enumerated() where !cell.isEmpty {
            raw.cells.append(
                RawCell(
                    column: column, text: ByteText.string(bytes.span, cell),
                    offset: cell.range.lowerBound - range.lowerBound))
        }
        return (raw, source)
    }
}

/// A row of a table by the senses of its columns.
struct TableRecord {
    private(set) var findings: [Diagnostic]
    private let row: RawRow
    private let source: SourceText
    private let columns: [Int: String]

    init(_ row: RawRow, _ source: SourceText, _ columns: [Int: String], _ found: [Diagnostic]) {
        (self.row, self.source, self.columns, findings) = (row, source, columns, found)
    }

    /// The text of a column; empty when the row has none.
    func text(_ sense: String) -> String { cell(sense)?.text ?? "" }

    private func cell(_ sense: String) -> RawCell? {
        row.cells.first { columns[$0.column] == sense }
    }

    /// Headers with no sense here and their texts.
    var others: [(header: String, text: String)] {
        row.cells.compactMap { cell in
            guard let sense = columns[cell.column], sense.hasPrefix("?") else { return nil }
            return (String(sense.dropFirst()), cell.text)
        }
    }

    /// A finding at the cell of a column, or at the row where it has none.
    func diagnostic(
        _ severity: Diagnostic.Severity, _ fault: RecordFault, at sense: String
    ) -> Diagnostic {
        Diagnostic(
            severity, code: fault.code,
            at: source.location(cell(sense)?.offset ?? row.offset), row: row.number,
            problem: fault.problem, remedy: fault.remedy)
    }

    /// What a cell says; nil when it is empty, or told as a warning when it cannot be read.
    mutating func optional<Value>(
        _ sense: String, _ read: (String) throws(RecordFault) -> Value?
    ) -> Value? {
        let text = text(sense)
        guard !text.isEmpty else { return nil }
        do throws(RecordFault) {
            return try read(text)
        } catch {
            findings.append(diagnostic(.warning, error, at: sense))
            return nil
        }
    }

    /// Notes what is wrong with a part of the row.
    mutating func warn(_ fault: RecordFault, at sense: String) {
        findings.append(diagnostic(.warning, fault, at: sense))
    }
}

/// A fault of a row with the column that it is in.
struct ColumnFault: Error {
    var sense: String
    var fault: RecordFault
}
