internal import Diagnostics

/// Reads CSV into a raw table.
enum CSVTable {
    static func read(_ source: SourceText, _ options: ReadingOptions) throws(FileFault) -> RawTable
    {
        var start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let said = separatorLine(source.bytes, from: &start)
        let delimiter = said ?? guessDelimiter(source, from: start)
        var scanner = CSVScanner(source, delimiter: delimiter, limits: options.limits, from: start)
        var table = RawTable()
        guard let header = try scanner.next() else {
            throw source.fault(
                "empty-file", at: nil, "the file is empty",
                remedy: "give a table with a header line and a column place")
        }
        try take(header, into: &table, source)
        while true {
            let offset = scanner.offset
            guard let record = try scanner.next() else { break }
            guard table.rows.count + table.broken.count < options.limits.rows else {
                throw source.fault(
                    "too-many-rows", at: offset, "more than \(options.limits.rows) rows",
                    remedy: "split the table")
            }
            add(record, to: &table, source)
        }
        return table
    }

    private static func take(
        _ header: [CSVScanner.Field], into table: inout RawTable, _ source: SourceText
    ) throws(FileFault) {
        var known: Set<String> = []
        for (index, field) in header.enumerated() {
            let (text, lead) = field.text.trimmedWithLead()
            var name = text.isEmpty ? "column_\(index + 1)" : text
            if known.contains(name) {
                if EventField(rawValue: name) != nil {
                    throw source.fault(
                        "duplicate-column", at: field.offset, "a second column \"\(name)\"",
                        remedy: "rename one of them")
                }
                var copy = 2
                while known.contains("\(name)_\(copy)") { copy += 1 }
                table.report.add(
                    Diagnostic(
                        .warning, code: "duplicate-column", at: source.location(field.offset),
                        problem: "a second column \"\(name)\" is kept as \"\(name)_\(copy)\"",
                        remedy: "rename one of them"))
                name += "_\(copy)"
            }
            known.insert(name)
            table.headers.append(name)
            table.headerOffsets.append(field.offset + lead)
        }
    }

    private static func add(
        _ record: [CSVScanner.Field], to table: inout RawTable, _ source: SourceText
    ) {
        var cells: [RawCell] = []
        var overflow: RawCell?
        for (column, field) in record.enumerated() {
            let (text, lead) = field.text.trimmedWithLead()
            guard !text.isEmpty else { continue }
            let cell = RawCell(column: column, text: text, offset: field.offset + lead)
            if column < table.headers.count {
                cells.append(cell)
            } else {
                overflow = overflow ?? cell
            }
        }
        let number = table.rows.count + table.broken.count + 1
        let offset = record.first?.offset ?? 0
        let width = table.headers.count
        if let overflow {
            let diagnostic = Diagnostic(
                .error, code: "too-many-cells", at: source.location(overflow.offset), row: number,
                problem: "\(record.count) cells where the header has \(width)",
                remedy: "put cells that hold the delimiter in quotes")
            table.broken.append(BrokenRow(number: number, offset: offset, diagnostic: diagnostic))
            return
        }
        // Spreadsheets leave rows of delimiters alone behind; they are no data.
        guard !cells.isEmpty else { return }
        if record.count < width {
            table.report.add(
                Diagnostic(
                    .warning, code: "too-few-cells", at: source.location(offset), row: number,
                    problem: "\(record.count) cells where the header has \(width)",
                    remedy: "check that no cell is missing; the last ones are taken as empty"))
        }
        table.rows.append(RawRow(number: number, offset: offset, cells: cells))
    }

    /// The delimiter that a first line `sep=;` names, as spreadsheets write it; steps over the line.
    private static func separatorLine(_ bytes: [UInt8], from start: inout Int) -> UInt8? {
        let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count == 5, line.starts(with: "sep=".utf8) else { return nil }
        start = line.endIndex
        return line.last
    }

    /// The one of comma, semicolon and tab that stands most often outside quotes in the header.
    private static func guessDelimiter(_ source: SourceText, from start: Int) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in source.bytes[start...].prefix(1 << 16) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 0x0A || byte == 0x0D {
                if counts.isEmpty { continue }
                break
            }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
        return candidates.reversed().max { counts[$0, default: 0] <= counts[$1, default: 0] }
            .flatMap { counts[$0, default: 0] > 0 ? $0 : nil } ?? UInt8(ascii: ",")
    }
}
