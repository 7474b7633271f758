internal import Diagnostics

/// A table of tab-separated text: `#` comments, a header line, one row a line.
///
/// A comment line starts with `#`; empty lines are passed over; a cell holds anything but tab and line
/// end. Lines end in LF or CRLF; a byte order mark is passed over.
struct TabbedTable {
    /// The file, as messages name it.
    let file: String
    private(set) var columns: [Substring] = []
    private(set) var rows: [Row] = []

    /// One row, with the line it stands in, from 1.
    struct Row {
        var line: Int
        var cells: [Substring]
    }

    /// Reads a table.
    ///
    /// A row with more or fewer cells than the header is set aside and reported. Without the columns
    /// needed, or where the bytes are no UTF-8, the table is empty and the report has the error.
    init(file: String, bytes: [UInt8], needing needed: [String], report: inout DiagnosticReport) {
        self.file = file
        guard let text = String(validating: bytes, as: UTF8.self) else {
            report.add(Self.fault("not-utf8", file, "the table is not UTF-8", "save it as UTF-8"))
            return
        }
        readRows(of: text, report: &report)
        let missing = needed.filter { !columns.contains(Substring($0)) }
        guard !missing.isEmpty else { return }
        rows = []
        report.add(
            Self.fault(
                "missing-column", file, "the header lacks \(missing.joined(separator: ", "))",
                "name the columns \(needed.joined(separator: ", "))"))
    }

    /// The number of a column, or nil.
    func column(_ name: String) -> Int? { columns.firstIndex(of: Substring(name)) }

    /// Where a cell starts; columns count Unicode scalars from 1.
    func location(of column: Int, in row: Row) -> SourceLocation {
        let before = row.cells.prefix(column).reduce(0) { $0 + $1.unicodeScalars.count + 1 }
        return SourceLocation(file: file, line: row.line, column: before + 1)
    }

    private mutating func readRows(of text: String, report: inout DiagnosticReport) {
        var rest = text[...].utf8
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        var line = 0
        while !rest.isEmpty {
            line += 1
            let end = rest.firstIndex(of: 0x0A)
            var bytes = rest[..<(end ?? rest.endIndex)]
            rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
            if bytes.last == 0x0D { bytes = bytes.dropLast() }
            guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
            let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
                Substring($0)
            }
            if columns.isEmpty {
                columns = cells
            } else if cells.count == columns.count {
                rows.append(Row(line: line, cells: cells))
            } else {
                report.add(
                    Diagnostic(
                        .error, code: "cell-count", at: SourceLocation(file: file, line: line),
                        problem: "the row has \(cells.count) cells, the header \(columns.count)",
                        remedy: "write one tab between cells, also where they are empty"))
            }
        }
    }

    private static func fault(
        _ code: String, _ file: String, _ problem: String, _ remedy: String
    ) -> Diagnostic {
        Diagnostic(
            .error, code: code, at: SourceLocation(file: file), problem: problem, remedy: remedy)
    }
}
