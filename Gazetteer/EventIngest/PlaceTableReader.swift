public import Diagnostics
public import TabularText

/// One row of a table of places: what it tells, and its bytes as they stand.
public struct PlaceTableRow: Sendable {
    /// The data row, from 1.
    public var number: Int
    /// The bytes of the row without its line end.
    public var bytes: [UInt8]
    /// How many cells of CSV are missing at its end.
    public var missingCells = 0
    /// What it tells of its place; what is empty is left out.
    public var cells: [PlaceField: String] = [:]
    /// Where it starts, or in which file.
    public var location: SourceLocation
}

/// Reads a table of places one row at a time, so that it can be written again with more columns.
///
/// CSV with comma, semicolon or tab, or JSON objects one a line; memory does not grow with the rows.
public struct PlaceTableReader {
    /// What came next.
    public enum Step: Sendable {
        /// A row.
        case row(PlaceTableRow)
        /// A row that cannot be taken apart.
        case broken(Diagnostic)
        /// The table ends here.
        case end
    }

    /// How rows are written.
    public enum Format: Hashable, Sendable {
        /// CSV with a delimiter.
        case csv(delimiter: UInt8)
        /// One JSON object a line.
        case jsonLines
    }

    /// How rows are written.
    public let format: Format
    /// What was found that belongs to no row.
    public let report: DiagnosticReport

    private let file: String
    private let options: ReadingOptions
    private let said: [PlaceField: String]
    private let opening: TableOpening
    private var rows: TableRows
    private var columns: PlaceColumns
    private var knownHeaders = 0
    private var number = 0

    /// Starts at the start of a table.
    ///
    /// - Parameters:
    ///   - input: the bytes.
    ///   - file: their name as the user gave it; its ending tells the format.
    ///   - columns: `FIELD=HEADER`, where headers do not tell.
    ///   - encoding: how the letters are written; nil to tell by the bytes.
    /// - Throws: `FileFault` for what is no table, has no column `place`, or lacks a column named.
    public init(
        _ input: any ByteInput, file: String, columns: [String] = [],
        encoding: TextEncoding? = nil
    ) throws(FileFault) {
        var said: [PlaceField: String] = [:]
        for text in columns {
            let (field, header) = try PlaceColumns.mapping(text)
            said[field] = header
        }
        var options = ReadingOptions()
        options.encoding = encoding
        self.file = file
        self.said = said
        self.options = options
        opening = try Self.opening(input, file, options)
        rows = try opening.rows()
        var report = DiagnosticReport(keeping: 100)
        if let note = opening.note { report.add(note) }
        report.add(rows.report)
        self.report = report
        if let delimiter = rows.delimiter {
            format = .csv(delimiter: delimiter)
        } else if rows.isOfLines {
            format = .jsonLines
        } else {
            throw Self.fault(
                file, "not-lines", "one JSON text, where a row a line is wanted",
                remedy: "give CSV, or NDJSON: one object a line")
        }
        self.columns = try PlaceColumns(
            rows.headers, said, file: file, mayGrow: rows.delimiter == nil)
        knownHeaders = rows.headers.names.count
        try checkHeaders()
    }

    /// The headers: all of CSV, those met of JSON.
    public var headers: [String] { rows.headers.names }

    /// What its columns tell: all of CSV, what was met of JSON.
    public var fields: Set<PlaceField> { Set(columns.fields.keys) }

    /// Columns that are added must not be there yet.
    ///
    /// - Throws: `FileFault` for the first that is.
    public func refuse(headers added: [String]) throws(FileFault) {
        for header in added where headers.contains(header) {
            throw Self.fault(
                file, "column-exists", "the table has a column \"\(header)\" already",
                remedy: "take it out or rename it; it is written anew")
        }
    }

    /// Goes back to the first row.
    public mutating func rewind() throws(FileFault) {
        rows = try opening.rows(after: rows.survey)
        number = 0
    }

    /// Reads the next row.
    ///
    /// - Throws: `FileFault` when the input cannot be read on.
    public mutating func next() throws(FileFault) -> Step {
        let taken = try rows.next(number: number + 1)
        if rows.headers.names.count != knownHeaders {
            columns = try PlaceColumns(rows.headers, said, file: file, mayGrow: true)
            knownHeaders = rows.headers.names.count
        }
        if rows.isGathered {
            throw Self.fault(
                file, "features-of-events", "several features make up one row",
                remedy: "give the table that they were exported from")
        }
        switch taken {
        case .end: return .end
        case .broken(let diagnostic, _):
            number += 1
            return .broken(diagnostic)
        case .cells:
            number += 1
            return .row(plainRow())
        case .raw(let row, let source, _):
            number += 1
            return .row(try closeRow(row, source))
        }
    }

    private func plainRow() -> PlaceTableRow {
        let (bytes, row) = (rows.bytes, rows.row)
        var taken = PlaceTableRow(
            number: number, bytes: Array(bytes[row.range]),
            location: rows.position?.location(in: file) ?? SourceLocation(file: file))
        for (field, column) in columns.fields {
            guard column < row.cells.count, !row.cells[column].isEmpty else { continue }
            taken.cells[field] = ByteText.string(bytes.span, row.cells[column])
        }
        return taken
    }

    private func closeRow(
        _ row: RawRow, _ source: SourceText
    ) throws(FileFault) -> PlaceTableRow {
        var taken = PlaceTableRow(
            number: number, bytes: source.bytes, location: source.location(row.offset))
        for (field, column) in columns.fields {
            taken.cells[field] = row.cells.first { $0.column == column }?.text
        }
        if let width = try rows.cellCount(of: source) {
            taken.missingCells = max(0, headers.count - width)
        }
        return taken
    }

    private func checkHeaders() throws(FileFault) {
        guard rows.delimiter != nil, columns.fields[.place] == nil else { return }
        throw Self.fault(
            file, "no-place-column", "no column place among \(Headers.list(headers))",
            remedy: "say which it is with --column place=\(headers.first ?? "HEADER")")
    }

    /// Tells the encoding by the first bytes, or by all when they are no UTF-8.
    private static func opening(
        _ input: any ByteInput, _ file: String, _ options: ReadingOptions
    ) throws(FileFault) -> TableOpening {
        let opening = try TableOpening(input, file: file, options)
        do throws(FileFault) {
            var rows = try opening.rows()
            for number in 1...1_000 {
                if case .end = try rows.next(number: number) { break }
            }
            return opening
        } catch {
            guard error.diagnostic.code == "not-utf8",
                let guess = try TableOpening(guessing: input, file: file, options)
            else { throw error }
            return guess
        }
    }

    private static func fault(
        _ file: String, _ code: String, _ problem: String, remedy: String
    ) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: code, at: SourceLocation(file: file), problem: problem,
                remedy: remedy))
    }
}
