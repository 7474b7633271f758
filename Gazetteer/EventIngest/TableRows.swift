internal import Diagnostics
internal import TabularText

/// The rows of a table, one after another, from CSV or JSON.
struct TableRows {
    private var csv: CSVRows?
    private var json: JSONRows?

    init(_ rows: CSVRows) { csv = rows }
    init(_ rows: JSONRows) { json = rows }

    /// The headers known so far: all of CSV, those met of JSON.
    var headers: TableHeaders { csv?.headers ?? json?.headers ?? TableHeaders() }
    /// The rows of CSV; nil for JSON.
    var csvRows: CSVRows? { csv }
    /// What stands between two cells; nil for JSON.
    var delimiter: UInt8? { csv?.delimiter }
    /// How many cells a row has that needed more than cutting; nil for JSON.
    func cellCount(of source: SourceText) throws(FileFault) -> Int? {
        try csv?.cellCount(of: source)
    }
    /// Whether rows are JSON texts one a line.
    var isOfLines: Bool { json?.elements.layout == .lines }
    /// What was found that belongs to no row.
    var report: DiagnosticReport { csv?.report ?? DiagnosticReport() }
    /// Events that several features make up, as far as they were gathered.
    var gathered: [RawRow] { json?.gathered.values.map(\.row) ?? [] }
    /// Whether the row taken last is one of those.
    var isGathered: Bool { json?.isGathered ?? false }
    /// The JSON rows, for a reading that knows what this one met.
    var survey: JSONRows? { json }

    /// Takes the next row apart. `number` is what it will be called.
    mutating func next(number: Int) throws(FileFault) -> TakenRow {
        if let taken = try csv?.next(number: number) { return taken }
        return try json?.next(number: number) ?? .end
    }

    /// Hands on the rows that stand in their bytes as long as `use` asks for the next. `number` is what
    /// the first will be called.
    ///
    /// - Returns: The row that was refused or is none of these; nil when `use` had enough.
    mutating func pass(
        from number: Int, _ use: (Span<UInt8>, Span<ByteRange>) -> RowVerdict
    ) throws(FileFault) -> TakenRow? {
        var number = number
        while true {
            let verdict = csv?.pass { bytes, cells in
                let verdict = use(bytes, cells)
                if verdict != .refused { number += 1 }
                return verdict
            }
            switch verdict {
            case .enough: return nil
            case .refused: return .cells
            case .next, nil: break
            }
            // The first row of what is fetched next, or a row that is not cut so.
            let taken = try next(number: number)
            guard case .cells = taken else { return taken }
            let (bytes, cells) = (bytes, row.cells)
            switch use(bytes.span, cells.span) {
            case .next: number += 1
            case .enough: return nil
            case .refused: return taken
            }
        }
    }

    // What follows is good after `cells`, until the next row is asked for.

    /// The bytes that the cells stand in.
    var bytes: [UInt8] { csv?.window.bytes ?? json?.elements.window.bytes ?? [] }
    /// Where the row starts; nil for JSON, where that takes counting.
    var position: TextPosition? { csv?.rowPosition }
    /// The cells.
    var row: CellRow { csv?.row ?? json?.row ?? CellRow() }

    /// The row as strings, with the piece of text that it is.
    mutating func rawRow(_ number: Int) -> (RawRow, SourceText) {
        let (row, bytes) = (row, bytes)
        json?.elements.window.count(upTo: row.range.lowerBound)
        let position =
            csv?.rowPosition ?? json?.elements.window.position(of: row.range.lowerBound)
            ?? TextPosition()
        let piece = Array(bytes[row.range])
        let file = csv?.window.file ?? json?.elements.window.file ?? ""
        let source = SourceText(
            file: file, bytes: piece, index: TextIndex(piece, from: position),
            tellsColumns: json?.elements.window.tellsColumns ?? true)
        // The row of a table starts inside the quote of its first cell.
        let isQuoted = piece.first == UInt8(ascii: "\"")
        var raw = RawRow(number: number, offset: isQuoted ? 1 : 0, cells: [])
        for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
            raw.cells.append(
                RawCell(
                    column: column, text: ByteText.string(bytes.span, cell),
                    offset: cell.range.lowerBound - row.range.lowerBound))
        }
        return (raw, source)
    }
}
