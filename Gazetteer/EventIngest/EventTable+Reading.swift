public import Diagnostics
internal import EDTF
internal import GeoJSON

extension EventTable {
    /// Reads a table of events from the bytes of a file.
    ///
    /// What is wrong with a row sets the row aside and is told in the report; the rest is used.
    /// Memory is a small multiple of the file.
    ///
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - file: Its name as the user gave it (`-` for standard input); its ending tells the format.
    ///   - options: Which columns stand for what, the format, and the limits.
    /// - Returns: The table, with every row accounted for.
    /// - Throws: `FileFault` for what makes the whole file useless: empty, not UTF-8, a NUL byte, no
    ///   place column, broken quoting or JSON, or more than the limits allow.
    public static func read(
        _ bytes: [UInt8], file: String, options: ReadingOptions = ReadingOptions()
    ) throws(FileFault) -> EventTable {
        let source = SourceText(file: file, bytes: bytes, index: TextIndex(bytes))
        try checkText(source)
        let format = options.format == .automatic ? guessFormat(source) : options.format
        let raw =
            switch format {
            case .json: try JSONTable.read(source, options)
            case .jsonLines: try JSONTable.readLines(source, options)
            case .csv, .automatic: try CSVTable.read(source, options)
            }
        let map = try ColumnMap(raw, source, options)
        var table = EventTable(
            file: file, columns: map.columns, rows: raw.rows.count + raw.broken.count, events: [],
            setAside: [], report: raw.report)
        table.report.add(map.report)
        table.take(raw, map, source, dates: options.dates)
        table.numberClaims()
        table.checkParts()
        table.report.sort()
        return table
    }

    private mutating func take(
        _ raw: RawTable, _ map: ColumnMap, _ source: SourceText, dates: DateReadingOptions
    ) {
        for broken in raw.broken {
            report.add(broken.diagnostic)
            setAside.append(
                SetAsideRow(
                    row: broken.number, location: source.location(broken.offset), id: "",
                    reason: .fault))
        }
        for row in raw.rows {
            let (event, findings) = RowReader.read(row, map, source, dates: dates)
            for finding in findings { report.add(finding) }
            if let event {
                events.append(event)
            } else {
                let id = map.fields[.id].flatMap { column in
                    row.cells.first { $0.column == column }?.text
                }
                setAside.append(
                    SetAsideRow(
                        row: row.number, location: source.location(row.offset), id: id ?? "",
                        reason: .fault))
            }
        }
    }

    // MARK: The file as a whole

    private static func checkText(_ source: SourceText) throws(FileFault) {
        let bytes = source.bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw source.fault(
                "not-utf8", at: nil, "the file is UTF-16", remedy: "save it as UTF-8")
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x1F, 0x8B]) {
            throw source.fault(
                "not-text", at: nil, "the file is an archive or a spreadsheet, not text",
                remedy: "save it as CSV, UTF-8")
        }
        if let offset = bytes.firstIndex(of: 0) {
            throw source.fault(
                "nul-byte", at: offset, "a NUL byte, which no text has",
                remedy: "check that the file is a table saved as text")
        }
        if let offset = UTF8Check.firstFault(in: bytes.span) {
            let byte = String(bytes[offset], radix: 16, uppercase: true)
            throw source.fault(
                "not-utf8", at: offset, "the byte 0x\(byte) here is not UTF-8",
                remedy: "save the file as UTF-8")
        }
        let isBlank = bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        if isBlank {
            throw source.fault(
                "empty-file", at: nil, "the file is empty",
                remedy: "give a table with a header line and a column place")
        }
    }

    private static func guessFormat(_ source: SourceText) -> ReadingOptions.Format {
        let name = source.file.lowercased()
        let ending = name.split(separator: ".").last.map(String.init) ?? ""
        switch ending {
        case "csv", "tsv", "tab", "txt": return .csv
        case "geojson", "json": return .json
        case "ndjson", "jsonl", "geojsonl", "geojsons": return .jsonLines
        default: break
        }
        let first = source.bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        switch first {
        case UInt8(ascii: "["): return .json
        case 0x1E: return .jsonLines
        case UInt8(ascii: "{"): return JSONTable.isOneText(source) ? .json : .jsonLines
        default: return .csv
        }
    }
}
