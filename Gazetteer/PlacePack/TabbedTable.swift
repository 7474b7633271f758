internal import Diagnostics

/// A table of tab-separated text: `#` comments, a header line, one row a line.
///
/// A comment line starts with `#`; empty lines are passed over; a cell holds anything but tab and line
/// end. Lines end in LF or CRLF; a byte order mark is passed over.
struct TabbedTable {
    /// The file, as messages name it.
    let file: String
    private(set) var columns: [String] = []
    private(set) var rows: [Row] = []
    private let bytes: [UInt8]
    /// The cells of all rows, one after the other, as ranges of `bytes`.
    private var cells: [Range<Int>] = []

    /// One row: the line it stands in, from 1, and where its cells start.
    struct Row {
        var line: Int
        fileprivate var firstCell: Int
    }

    /// Reads a table.
    ///
    /// A row with more or fewer cells than the header is set aside and reported. Without the columns
    /// needed, or where the bytes are no UTF-8, the table is empty and the report has the error.
    init(file: String, bytes: [UInt8], needing needed: [String], report: inout DiagnosticReport) {
        self.file = file
        self.bytes = bytes
        guard String(validating: bytes, as: UTF8.self) != nil else {
            report.add(Self.fault("not-utf8", file, "the table is not UTF-8", "save it as UTF-8"))
            return
        }
        readRows(report: &report)
        let missing = needed.filter { !columns.contains($0) }
        guard !missing.isEmpty else { return }
        rows = []
        report.add(
            Self.fault(
                "missing-column", file, "the header lacks \(missing.joined(separator: ", "))",
                "name the columns \(needed.joined(separator: ", "))"))
    }

    /// Whether a cell of a row is empty.
    func isEmpty(_ column: Int, in row: Row) -> Bool { cells[row.firstCell + column].isEmpty }

    /// A cell of a row.
    func text(_ column: Int, in row: Row) -> String {
        String(decoding: bytes[cells[row.firstCell + column]], as: UTF8.self)
    }

    /// Where a cell starts; columns count Unicode scalars from 1.
    func location(of column: Int, in row: Row) -> SourceLocation {
        let before = (0..<column).reduce(0) { $0 + text($1, in: row).unicodeScalars.count + 1 }
        return SourceLocation(file: file, line: row.line, column: before + 1)
    }

    private mutating func readRows(report: inout DiagnosticReport) {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var start = hasMark ? 3 : 0
        var line = 0
        while start < bytes.count {
            line += 1
            let newline = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let hasReturn = newline > start && bytes[newline - 1] == 0x0D
            let content = start..<(hasReturn ? newline - 1 : newline)
            start = newline + 1
            if content.isEmpty || bytes[content.lowerBound] == UInt8(ascii: "#") { continue }
            readRow(content, line: line, report: &report)
        }
    }

    private mutating func readRow(
        _ content: Range<Int>, line: Int, report: inout DiagnosticReport
    ) {
        let firstCell = cells.count
        var start = content.lowerBound
        for index in content where bytes[index] == 0x09 {
            cells.append(start..<index)
            start = index + 1
        }
        cells.append(start..<content.upperBound)
        let count = cells.count - firstCell
        let row = Row(line: line, firstCell: firstCell)
        if columns.isEmpty {
            columns = (0..<count).map { text($0, in: row) }
        } else if count == columns.count {
            rows.append(row)
        } else {
            report.add(
                Diagnostic(
                    .error, code: "cell-count", at: SourceLocation(file: file, line: line),
                    problem: "the row has \(count) cells, the header \(columns.count)",
                    remedy: "write one tab between cells, also where they are empty"))
        }
    }

    private static func fault(
        _ code: String, _ file: String, _ problem: String, _ remedy: String
    ) -> Diagnostic {
        Diagnostic(
            .error, code: code, at: SourceLocation(file: file), problem: problem, remedy: remedy)
    }
}
