internal import Diagnostics
internal import GeoJSON

/// Gathers JSON objects and features as rows of a raw table.
struct JSONTableBuilder {
    private let source: SourceText
    private let limits: ReadingLimits
    private var table = RawTable()
    private var columns: [String: Int] = [:]
    private var exports = ExportedEvents()

    init(_ source: SourceText, _ limits: ReadingLimits) {
        self.source = source
        self.limits = limits
    }

    /// Ends the gathering.
    func finish() -> RawTable { table }

    /// Adds the object of one line.
    mutating func add(line: Range<Int>) throws(FileFault) {
        var reader = JSONReader(source.bytes, in: line)
        guard reader.peek() != nil else { return }
        let start = reader.offset
        let value: JSONValue
        do {
            value = try reader.value()
            try reader.finish()
        } catch {
            refuse(
                "bad-json", at: error.offset, row: start, "\(error)", "mend the JSON of this line")
            return
        }
        try add(value, at: start)
    }

    /// Adds one value as a row; what is neither an object nor a feature is a broken row.
    mutating func add(_ value: JSONValue, at offset: Int) throws(FileFault) {
        guard table.rows.count + table.broken.count < limits.rows else {
            throw source.fault(
                "too-many-rows", at: offset, "more than \(limits.rows) rows",
                remedy: "split the table")
        }
        guard case .object(let members) = value else {
            refuse(
                "not-an-object", at: offset, row: offset, "a value that is no object", "write {…}")
            return
        }
        guard value["type"] == "Feature", value["geometry"] != nil || value["properties"] != nil
        else {
            try add(row: FeatureRow(members: members, offset: offset))
            return
        }
        try add(feature: value, at: offset)
    }

    private mutating func add(feature: JSONValue, at offset: Int) throws(FileFault) {
        var members: [JSONMember] = []
        switch feature["properties"] {
        case .object(let properties): members = properties
        case .null, nil: break
        default:
            refuse(
                "bad-feature", at: offset, row: offset, "properties that are no object",
                "write \"properties\":{…}")
            return
        }
        var row = FeatureRow(members: members, offset: offset)
        let isExport = row.isExport
        if !isExport, let id = feature["id"], row.value("id") == nil, row.value("event_id") == nil {
            row.members.insert(JSONMember("id", id), at: 0)
        }
        if let problem = row.takeGeometry(feature["geometry"] ?? .null, isExport: isExport) {
            table.report.add(
                Diagnostic(
                    .warning, code: "geometry-not-read", at: source.location(offset),
                    row: table.rows.count + table.broken.count + 1, problem: problem,
                    remedy: "give the place by name, or as a Point"))
        }
        guard isExport else {
            try add(row: row)
            return
        }
        row.restoreTableColumns()
        if let known = exports.row(of: row) {
            join(row, to: known)
        } else {
            exports.note(row, table.rows.count)
            try add(row: row)
        }
    }

    // MARK: Rows

    private mutating func add(row: FeatureRow) throws(FileFault) {
        var cells: [RawCell] = []
        for member in row.members {
            guard let text = row.text(member.value) else { continue }
            let column = try column(member)
            let (trimmed, lead) = text.trimmedWithLead()
            guard !trimmed.isEmpty else { continue }
            let isQuoted = if case .string = member.value { true } else { false }
            cells.append(
                RawCell(
                    column: column, text: trimmed,
                    offset: max(row.offset, member.offset + lead + (isQuoted ? 1 : 0))))
        }
        let number = table.rows.count + table.broken.count + 1
        table.rows.append(RawRow(number: number, offset: row.offset, cells: cells))
    }

    private mutating func column(_ member: JSONMember) throws(FileFault) -> Int {
        if let known = columns[member.key] { return known }
        guard columns.count < limits.columns else {
            throw source.fault(
                "too-many-columns", at: member.offset, "more than \(limits.columns) different keys",
                remedy: "keep the properties that the map needs")
        }
        columns[member.key] = table.headers.count
        table.headers.append(member.key)
        table.headerOffsets.append(member.offset)
        return table.headers.count - 1
    }

    private mutating func refuse(
        _ code: String, at offset: Int, row: Int, _ problem: String, _ remedy: String
    ) {
        let number = table.rows.count + table.broken.count + 1
        let diagnostic = Diagnostic(
            .error, code: code, at: source.location(offset), row: number, problem: problem,
            remedy: remedy)
        table.broken.append(BrokenRow(number: number, offset: row, diagnostic: diagnostic))
    }

    /// Adds a further place to the row of its event.
    private mutating func join(_ row: FeatureRow, to index: Int) {
        guard let place = row.value("place"), case .string(let text) = place,
            let column = columns["place"]
        else { return }
        if let cell = table.rows[index].cells.firstIndex(where: { $0.column == column }) {
            table.rows[index].cells[cell].text += "; \(text)"
        }
        // The figures stand with the first place, which need not come first.
        for member in row.members {
            guard let known = columns[member.key], let text = row.text(member.value),
                !text.isEmpty, !table.rows[index].cells.contains(where: { $0.column == known })
            else { continue }
            table.rows[index].cells.append(RawCell(column: known, text: text, offset: row.offset))
        }
    }
}
