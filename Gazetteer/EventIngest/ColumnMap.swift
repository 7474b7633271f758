internal import Diagnostics
internal import GeoModel

/// What each column of a raw table is read as.
struct ColumnMap {
    private(set) var columns: [EventColumn]
    /// Where each field stands, by column.
    private(set) var fields: [EventField: Int] = [:]
    private(set) var report = DiagnosticReport()

    /// Reads the headers, and the cells of columns whose header says nothing.
    ///
    /// - Throws: `FileFault` when no column says where, or one that was named is not there.
    init(_ table: RawTable, _ source: SourceText, _ options: ReadingOptions) throws(FileFault) {
        columns = []
        try map(table, source, options)
        dropHalfCoordinate(table, source)
        if fields[.place] == nil, fields[.longitude] == nil || fields[.latitude] == nil {
            throw Self.noPlace(table, source)
        }
        let isNumeric = NumericColumns(table)
        for (index, header) in table.headers.enumerated() {
            columns.append(
                EventColumn(header: header, meaning: meaning(of: index, header, isNumeric)))
        }
        noteUnknown(table, source, isNumeric)
    }

    private func meaning(of index: Int, _ header: String, _ numeric: NumericColumns)
        -> ColumnMeaning
    {
        if let field = fields.first(where: { $0.value == index })?.key { return .field(field) }
        let isFigure = numeric.isMostlyFigures(index)
        switch Headers.figureSense(header) {
        case .outright: return .figure(isNamed: true)
        case .inPart: return isFigure ? .figure(isNamed: true) : .passedThrough
        case nil: return isFigure ? .figure(isNamed: false) : .passedThrough
        }
    }

    // MARK: Headers

    /// First what the caller said, then exact names, then other common names.
    private mutating func map(
        _ table: RawTable, _ source: SourceText, _ options: ReadingOptions
    ) throws(FileFault) {
        var isTaken = [Bool](repeating: false, count: table.headers.count)
        for field in EventField.allCases {
            guard let header = options.columns[field] else { continue }
            guard let index = table.headers.firstIndex(of: header) else {
                throw source.fault(
                    "no-such-column", at: table.headerOffsets.first,
                    "no column \"\(header)\" to read as \(field.rawValue)",
                    remedy: "columns are \(Headers.list(table.headers))",
                    candidates: NearSpelling.candidates(for: header, among: table.headers))
            }
            fields[field] = index
            isTaken[index] = true
        }
        var names = table.headers.map { String(NearSpelling.normalised($0)) }
        // x and y say where only as a pair: either alone may be anything.
        if !names.contains("x") || !names.contains("y") {
            names = names.map { $0 == "x" || $0 == "y" ? "" : $0 }
        }
        for field in EventField.allCases where fields[field] == nil {
            for name in [field.rawValue] + Headers.otherNames[field, default: []] {
                guard let index = names.indices.first(where: { names[$0] == name && !isTaken[$0] })
                else { continue }
                fields[field] = index
                isTaken[index] = true
                if table.headers[index] != field.rawValue {
                    note(field, table.headers[index], at: table.headerOffsets[index], source)
                }
                break
            }
        }
    }

    /// A table with places and one half of their coordinates is read by its places.
    private mutating func dropHalfCoordinate(_ table: RawTable, _ source: SourceText) {
        let halves = (longitude: fields[.longitude], latitude: fields[.latitude])
        guard fields[.place] != nil, (halves.longitude == nil) != (halves.latitude == nil),
            let index = halves.longitude ?? halves.latitude
        else { return }
        let missing: EventField = halves.longitude == nil ? .longitude : .latitude
        fields[.longitude] = nil
        fields[.latitude] = nil
        report.add(
            Diagnostic(
                .warning, code: "half-a-coordinate",
                at: source.location(table.headerOffsets[index]),
                problem: "column \"\(table.headers[index])\" has no \(missing.rawValue) beside it "
                    + "and is passed through",
                remedy: "name the other with --column \(missing.rawValue)=HEADER"))
    }

    private mutating func note(
        _ field: EventField, _ header: String, at offset: Int, _ source: SourceText
    ) {
        report.add(
            Diagnostic(
                .note, code: "column-read-as", at: source.location(offset),
                problem: "column \"\(header)\" is read as \(field.rawValue)",
                remedy: "name another with --column \(field.rawValue)=HEADER"))
    }

    private mutating func noteUnknown(
        _ table: RawTable, _ source: SourceText, _ numeric: NumericColumns
    ) {
        for (index, column) in columns.enumerated() where column.meaning == .passedThrough {
            let free = EventField.allCases.filter { fields[$0] == nil }.map(\.rawValue)
            let near = NearSpelling.candidates(for: column.header, among: free)
            guard let best = near.first else { continue }
            report.add(
                Diagnostic(
                    .warning, code: "unknown-column",
                    at: source.location(table.headerOffsets[index]),
                    problem:
                        "column \"\(column.header)\" has no meaning here and is passed through",
                    remedy: "if \"\(best)\" is meant, say --column \(best)=\(column.header)",
                    candidates: near))
        }
    }

    private static func noPlace(_ table: RawTable, _ source: SourceText) -> FileFault {
        let wanted = ["place", "longitude", "latitude"]
        let near = table.headers.filter { header in
            !NearSpelling.candidates(for: header, among: wanted).isEmpty
                || Headers.mayNamePlaces.contains(String(NearSpelling.normalised(header)))
        }
        let example = near.first ?? "HEADER"
        return source.fault(
            "no-place-column", at: table.headerOffsets.first,
            "no column place, nor longitude and latitude, among \(Headers.list(table.headers))",
            remedy: "add one, or say which it is with --column place=\(example)", candidates: near)
    }
}

/// Which columns hold figures in most of their cells that are not empty.
struct NumericColumns {
    private var figures: [Int]
    private var filled: [Int]

    init(_ table: RawTable) {
        figures = [Int](repeating: 0, count: table.headers.count)
        filled = figures
        for row in table.rows {
            for cell in row.cells {
                filled[cell.column] += 1
                if Self.isFigure(cell.text) { figures[cell.column] += 1 }
            }
        }
    }

    /// The first letter tells most texts from figures, which saves reading every cell twice.
    private static func isFigure(_ text: String) -> Bool {
        guard let first = text.utf8.first,
            (0x30...0x39).contains(first) || "~<>".utf8.contains(first)
        else { return false }
        return (try? Figure(parsing: text)) != nil
    }

    func isMostlyFigures(_ column: Int) -> Bool { figures[column] * 2 > filled[column] }
}
