internal import Diagnostics
internal import GeoJSON
internal import TabularText

/// Takes GeoJSON, arrays of objects and lines of JSON apart, one row at a time, in bounded memory.
///
/// A feature or object whose members are plain and come in the order of the headers is cut where it
/// stands by `JSONCutter`; any other is read by `JSONReader`, which finds fault.
struct JSONRows {
    var elements: JSONElements
    private(set) var headers = TableHeaders()
    private(set) var report = DiagnosticReport()
    /// The row that was taken apart last, if `next` said `cells`.
    private(set) var row = CellRow()
    /// Whether the row taken last is one that several features make up together.
    private(set) var isGathered = false
    /// Events of an earlier export that several features make up, by what they share.
    private(set) var gathered: [ExportedEvent: GatheredEvent] = [:]

    private let limits: ReadingLimits
    private let isSurvey: Bool
    private var columns: [String: Int] = [:]
    private var cutter = JSONCutter()

    /// Starts at the start of a text. `survey` holds the rows of an earlier reading, which met all
    /// headers; it is nil for the first.
    init(
        _ window: TextWindow, _ layout: JSONElements.Layout, _ options: ReadingOptions,
        after survey: JSONRows?
    ) {
        elements = JSONElements(window, layout, limits: options.limits)
        limits = options.limits
        isSurvey = survey == nil
        guard let survey else { return }
        headers = survey.headers
        columns = survey.columns
        gathered = survey.gathered
        cutter = survey.cutter
        row.cells = survey.row.cells
    }

    /// Takes the next row apart. `number` is what it will be called.
    mutating func next(number: Int) throws(FileFault) -> TakenRow {
        while true {
            isGathered = false
            guard try elements.toNext() else { return .end }
            if elements.layout != .sequence, try cut() { return .cells }
            if let taken = try takeWhole(number) { return taken }
        }
    }

    // MARK: Cutting

    /// Cuts the row at the start of the window where it stands, if it is plain.
    private mutating func cut() throws(FileFault) -> Bool {
        guard !cutter.isUseless else { return false }
        while true {
            let outcome = cutFetched()
            switch outcome {
            case .row:
                let end = row.range.upperBound
                guard elements.layout == .text || endsLine(end) else { return false }
                elements.window.consume(to: end)
                return true
            case .cutShort
            where !elements.window.isAtEnd && elements.window.range.count <= limits.rowBytes:
                try elements.window.fetch()
            case .cutShort, .odd:
                return false
            }
        }
    }

    private mutating func cutFetched() -> JSONCutter.Outcome {
        let bytes = elements.window.bytes
        return cutter.cut(bytes.span, from: elements.window.start, into: &row)
    }

    private func endsLine(_ offset: Int) -> Bool {
        guard offset < elements.window.bytes.count else { return elements.window.isAtEnd }
        return elements.window.bytes[offset] == 0x0A || elements.window.bytes[offset] == 0x0D
    }

    // MARK: Reading whole

    /// Reads the value at the start of the window with everything checked; nil when it adds to an
    /// earlier row or is no row.
    private mutating func takeWhole(_ number: Int) throws(FileFault) -> TakenRow? {
        switch try elements.take(number: number) {
        case nil: return nil
        case .broken(let diagnostic, let location): return .broken(diagnostic, at: location)
        case .value(let value, let source, let start):
            return try take(value, source, number, at: start)
        }
    }

    private mutating func take(
        _ value: JSONValue, _ source: SourceText, _ number: Int, at start: Int
    ) throws(FileFault) -> TakenRow? {
        var findings: [Diagnostic] = []
        let taken: FeatureRow
        do throws(FeatureFault) {
            taken = try FeatureRow(
                reading: value, at: start,
                geometryProblem: { problem in
                    findings.append(
                        Diagnostic(
                            .warning, code: "geometry-not-read", at: source.location(start),
                            row: number, problem: problem,
                            remedy: "give the place by name, or as a Point"))
                })
        } catch {
            let diagnostic = Diagnostic(
                .error, code: error.code, at: source.location(start), row: number,
                problem: error.problem, remedy: error.remedy)
            return .broken(diagnostic, at: source.location(start))
        }
        var row = taken
        guard row.isExport else { return .raw(try raw(row, source, number), source, findings) }
        let isOneOfSeveral = row.isOneOfSeveral
        row.restoreTableColumns()
        guard isOneOfSeveral else { return .raw(try raw(row, source, number), source, findings) }
        return try gather(row, source, number, findings)
    }

    private mutating func raw(
        _ row: FeatureRow, _ source: SourceText, _ number: Int
    ) throws(FileFault) -> RawRow {
        var raw = RawRow(number: number, offset: row.offset, cells: [])
        for member in row.members {
            guard let text = row.text(member.value) else { continue }
            let column = try column(member, source)
            let (trimmed, lead) = text.trimmedWithLead()
            guard !trimmed.isEmpty else { continue }
            let isQuoted = if case .string = member.value { true } else { false }
            raw.cells.append(
                RawCell(
                    column: column, text: trimmed,
                    offset: max(row.offset, member.offset + lead + (isQuoted ? 1 : 0))))
        }
        return raw
    }

    private mutating func column(
        _ member: JSONMember, _ source: SourceText
    ) throws(FileFault) -> Int {
        if let known = columns[member.key] { return known }
        guard columns.count < limits.columns else {
            throw source.fault(
                "too-many-columns", at: member.offset, "more than \(limits.columns) different keys",
                remedy: "keep the properties that the map needs")
        }
        columns[member.key] = headers.names.count
        headers.names.append(member.key)
        headers.locations.append(source.location(member.offset))
        row.cells.append(.empty)
        cutter.know(headers.names)
        return headers.names.count - 1
    }
}

// MARK: - Events of several features

extension JSONRows {
    /// The survey gathers the features of an event; the reading after it gives them as one row where
    /// the first of them stands.
    private mutating func gather(
        _ row: FeatureRow, _ source: SourceText, _ number: Int, _ findings: [Diagnostic]
    ) throws(FileFault) -> TakenRow? {
        let key = ExportedEvent(row)
        isGathered = true
        guard isSurvey else {
            guard let whole = gathered.removeValue(forKey: key) else { return nil }
            return .raw(whole.row, whole.source, findings)
        }
        let raw = try raw(row, source, number)
        guard var known = gathered[key] else {
            gathered[key] = GatheredEvent(
                row: raw, source: source, places: [place(of: row)].compactMap(\.self))
            return .raw(raw, source, findings)
        }
        join(row, raw, to: &known)
        gathered[key] = known
        return nil
    }

    /// The place of a feature and its number among those of the event.
    private func place(of row: FeatureRow) -> GatheredEvent.Place? {
        guard case .string(let text)? = row.value("place") else { return nil }
        return GatheredEvent.Place(index: row.placeIndex, text: text)
    }

    /// Adds a further place to the row of its event.
    ///
    /// A format with an index has features in its own order: their numbers put places in order again.
    private func join(_ row: FeatureRow, _ raw: RawRow, to whole: inout GatheredEvent) {
        guard let place = place(of: row), let column = columns["place"] else { return }
        let later = whole.places.firstIndex { $0.index > place.index } ?? whole.places.endIndex
        whole.places.insert(place, at: later)
        if let cell = whole.row.cells.firstIndex(where: { $0.column == column }) {
            whole.row.cells[cell].text = whole.places.map(\.text).joined(separator: "; ")
        }
        // The figures stand with the first place, which need not come first.
        for cell in raw.cells where !whole.row.cells.contains(where: { $0.column == cell.column }) {
            whole.row.cells.append(
                RawCell(column: cell.column, text: cell.text, offset: whole.row.offset))
        }
    }
}

/// An event that several features make up.
struct GatheredEvent {
    /// A place of it, by its number in the export.
    struct Place {
        var index: Int
        var text: String
    }

    var row: RawRow
    var source: SourceText
    /// Its places, by their numbers.
    var places: [Place]
}
