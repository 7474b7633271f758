internal import Diagnostics
internal import TabularText

/// What a first reading of a table learns: headers, the sense of each column, how many rows there are
/// and which ids several of them have.
///
/// The whole text is taken apart once, so that every fault of the file is known before anything is
/// made from it.
struct Survey {
    /// What each column is read as.
    var map: ColumnMap
    /// How many rows there are.
    var rows = 0
    /// What was found that belongs to no row.
    var report: DiagnosticReport
    /// The ids of the rows.
    var ids = IDLedger()
    /// The ids that some row is a part of, by their hashes.
    var totals: Set<UInt64> = []
    /// The JSON rows, for the reading that follows.
    var json: JSONRows?

    private var numeric = NumericColumns()

    /// Reads all rows.
    ///
    /// `earlier` is a survey that met a header too late to read the ids by it: it knows them all.
    ///
    /// - Throws: `FileFault` for what makes the whole file useless.
    init(
        _ rows: consuming TableRows, file: String, _ options: ReadingOptions,
        after earlier: Survey? = nil
    ) throws(FileFault) {
        map = ColumnMap()
        report = DiagnosticReport()
        var sense =
            earlier.map { ColumnSense($0.map.fields, $0.map.columns.map(\.header)) }
            ?? ColumnSense(ColumnMap.fields(rows.headers, options), rows.headers.names)
        counting: while true {
            // Its own copy: what is asked of `self` for each row copies all of it.
            var count = self.rows
            let taken = try rows.pass(from: count + 1) { bytes, cells in
                take(bytes, cells, sense)
                count += 1
                return count <= options.limits.rows ? .next : .enough
            }
            self.rows = count
            switch taken {
            case .end: break counting
            case .cells, nil: self.rows -= 1
            case .broken: break
            case .raw(let raw, _, _):
                if rows.headers.names.count > sense.columns.count {
                    sense = ColumnSense(
                        ColumnMap.fields(rows.headers, options), rows.headers.names)
                }
                take(raw, isGathered: rows.isGathered, sense)
            }
            self.rows += 1
            guard self.rows <= options.limits.rows else {
                throw FileFault(
                    Diagnostic(
                        .error, code: "too-many-rows", at: SourceLocation(file: file),
                        problem: "more than \(options.limits.rows) rows",
                        remedy: "split the table"))
            }
        }
        for raw in rows.gathered { count(raw) }
        map = try ColumnMap(rows.headers, file: file, options)
        try map.settle(numeric)
        report.add(rows.report)
        report.add(map.report)
        json = rows.survey
        isSettled = ColumnSense(map.fields, rows.headers.names).ids == sense.ids
    }

    /// Whether the ids were read from the columns that the end of the table shows them to be in.
    private(set) var isSettled = true

    private mutating func take(
        _ bytes: Span<UInt8>, _ cells: Span<ByteRange>, _ sense: ColumnSense
    ) {
        for index in sense.free.indices {
            let column = sense.free[index]
            if cells[column].isEmpty { continue }
            numeric.count(column, isFigure: NumericColumns.isFigure(bytes, cells[column]))
        }
        ids.note(RowHash.hash(bytes, cells, id: sense.ids.id, sense.order))
        if let total = sense.total, !cells[total].isEmpty {
            totals.insert(RowHash.hash(bytes, cells[total]))
        }
    }

    private mutating func take(_ raw: RawRow, isGathered: Bool, _ sense: ColumnSense) {
        if !isGathered { count(raw) }
        let id = sense.ids.id.flatMap { id in raw.cells.first { $0.column == id }?.text }
        ids.note(ByteText.hash(id ?? RowHash.id(of: raw, sense.columns)))
        let total = sense.total.flatMap { total in
            raw.cells.first { $0.column == total }?.text
        }
        if let total { totals.insert(ByteText.hash(total)) }
    }

    private mutating func count(_ raw: RawRow) {
        for cell in raw.cells {
            numeric.count(cell.column, isFigure: NumericColumns.isFigure(cell.text))
        }
    }
}

/// What is known of the columns while a table is surveyed.
private struct ColumnSense {
    var columns: [EventColumn]
    /// The columns that may hold figures.
    var free: [Int]
    var order: [(column: Int, key: [UInt8])]
    /// The column of the totals that rows are parts of.
    var total: Int?
    /// What the ids depend on.
    var ids: IDSense

    struct IDSense: Equatable {
        var id: Int?
        /// The other fields: they matter for rows without an id of their own.
        var fields: [EventField: Int]
    }

    init(_ fields: [EventField: Int], _ headers: [String]) {
        let byColumn = Dictionary(
            fields.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        columns = headers.enumerated().map { index, header in
            EventColumn(
                header: header, meaning: byColumn[index].map { .field($0) } ?? .passedThrough)
        }
        free = headers.indices.filter { byColumn[$0] == nil }
        order = RowHash.order(columns)
        total = fields[.partOf]
        ids = IDSense(id: fields[.id], fields: fields)
    }
}
