internal import Diagnostics
internal import EDTF
internal import GeoModel
internal import TabularText

/// Reads the cells of one row into an event, or says what is wrong with them.
struct RowReader {
    let row: RawRow
    private let columns: [EventColumn]
    private let fields: [EventField: Int]
    let preset: TablePreset?
    let codes: PrecisionCodes
    private let source: SourceText
    private let dates: DateReadingOptions
    private var findings: [Diagnostic] = []
    private var memory = RowMemory()

    /// Makes a reader for a row.
    init(_ row: RawRow, _ map: ColumnMap, _ source: SourceText, dates: DateReadingOptions) {
        self.row = row
        columns = map.columns
        fields = map.fields
        preset = map.preset
        codes = map.codes
        self.source = source
        self.dates = dates
    }

    /// The event, or nil when something in the row cannot be read, and what was found.
    ///
    /// The whole row is read even after an error, so that all its errors are told at once.
    static func read(
        _ row: RawRow, _ map: ColumnMap, _ source: SourceText, dates: DateReadingOptions,
        _ memory: inout RowMemory
    ) -> (event: Event?, findings: [Diagnostic]) {
        var reader = RowReader(row, map, source, dates: dates)
        // Lent, not copied.
        swap(&reader.memory, &memory)
        let event = reader.event()
        swap(&reader.memory, &memory)
        let hasError = reader.findings.contains { $0.severity == .error }
        return (hasError ? nil : event, reader.findings)
    }

    private mutating func event() -> Event {
        let ownID = text(.id)
        var event = Event(
            id: ownID.isEmpty ? RowHash.id(of: row, columns) : ownID, row: row.number,
            location: source.location(row.offset))
        event.hasOwnID = !ownID.isEmpty
        event.title = text(.title)
        event.category = text(.category)
        event.subcategory = text(.subcategory)
        event.sourceWord = text(.sourceWord)
        event.counted = text(.counted)
        event.reportedBy = text(.reportedBy)
        event.source = text(.source)
        event.partOf = text(.partOf)
        event.note = text(.note)
        event.date = date().map(loosened)
        event.status = status()
        event.placeBasis = placeBasis()
        event.places = places()
        readPrecision(into: &event)
        readFreeColumns(into: &event)
        event.cells = positions()
        return event
    }

    // MARK: Cells

    func cell(_ field: EventField) -> RawCell? {
        guard let column = fields[field] else { return nil }
        return row.cells.first { $0.column == column }
    }

    private func text(_ field: EventField) -> String { cell(field)?.text ?? "" }

    private func positions() -> [Event.CellPosition] {
        var cursor = TextIndex.Cursor(source.index, at: row.offset)
        return row.cells.compactMap { cell in
            guard case .field(let field) = columns[cell.column].meaning else { return nil }
            let position = cursor.position(of: cell.offset)
            return Event.CellPosition(
                field: field, line: UInt32(clamping: position.line),
                column: UInt32(clamping: position.column))
        }
    }

    mutating func find(
        _ severity: Diagnostic.Severity, _ code: String, in cell: RawCell, column: Int = 1,
        _ problem: String, remedy: String? = nil, candidates: [String] = []
    ) {
        var location = source.location(cell.offset)
        location.column = location.column.map { $0 + column - 1 }
        findings.append(
            Diagnostic(
                severity, code: code, at: location, row: row.number, problem: problem,
                remedy: remedy, candidates: candidates))
    }

    // MARK: Date, status, basis

    private mutating func date() -> HistoricalDate? {
        guard let cell = cell(.date) else { return nil }
        do {
            let dates = dates
            let reading = try memory.dates.value(of: cell.text) { text throws(EDTFError) in
                try DateReading.read(text, options: dates)
            }
            if let note = reading.note {
                let code = reading.isDoubtful ? "date-or-years" : "date-in-words"
                find(reading.isDoubtful ? .warning : .note, code, in: cell, note)
            }
            return reading.date
        } catch {
            let hint = DateHint(error)
            find(
                .error, "bad-date", in: cell, column: error.column,
                "\(error) in the date \"\(cell.text.shortened)\"", remedy: hint.remedy,
                candidates: hint.spellings)
            return nil
        }
    }

    private mutating func status() -> EventStatus {
        guard let cell = cell(.status) else { return .reported }
        if let status = EventStatus(rawValue: cell.text.lowercased()) { return status }
        let names = EventStatus.allCases.map(\.rawValue)
        find(
            .error, "bad-status", in: cell, "no status is called \"\(cell.text.shortened)\"",
            remedy: "write \(names.joined(separator: ", ")), or leave it empty for reported",
            candidates: NearSpelling.candidates(for: cell.text, among: names))
        return .reported
    }

    /// What a place may rest on.
    static let placeBases = ["stated", "inferred", "subject", "institution"]

    private mutating func placeBasis() -> String {
        guard let cell = cell(.placeBasis) else { return "" }
        let names = Self.placeBases
        let basis = cell.text.lowercased()
        if names.contains(basis) { return basis }
        find(
            .warning, "unknown-place-basis", in: cell,
            "no place basis is called \"\(cell.text.shortened)\"; it is kept as it stands",
            remedy: "write \(names.joined(separator: ", "))",
            candidates: NearSpelling.candidates(for: cell.text, among: names))
        return cell.text
    }

    // MARK: Place

    private mutating func places() -> [EventPlace] {
        let coordinate = coordinate()
        guard let cell = cell(.place) else {
            return coordinate.map { [.coordinate($0, name: nil)] } ?? []
        }
        do {
            let (places, blanks) = try memory.places.value(of: cell.text, PlaceParser.places)
            if blanks > 0 {
                find(
                    .warning, "empty-place", in: cell, "nothing stands beside a ; of the place",
                    remedy: "take the ; away, or write the place that is missing")
            }
            guard let coordinate, let first = places.first else { return places }
            if places.count == 1, case .at(let name) = first {
                return [.coordinate(coordinate, name: name)]
            }
            find(
                .warning, "coordinates-unused", in: cell,
                "one pair of coordinates for several places; the places are used",
                remedy: "give each place a row of its own, with its coordinates")
            return places
        } catch {
            find(
                .error, "bad-place", in: cell, column: error.column, "\(error)",
                remedy: error.remedy)
            return []
        }
    }

    private mutating func coordinate() -> Coordinate? {
        let cells = (longitude: cell(.longitude), latitude: cell(.latitude))
        switch cells {
        case (nil, nil): return nil
        case (let longitude?, let latitude?):
            let x = degrees(longitude, .longitude, limit: 180)
            let y = degrees(latitude, .latitude, limit: 90)
            guard let x, let y else { return nil }
            if x == 0, y == 0 {
                find(
                    .warning, "null-island", in: longitude, "longitude 0 and latitude 0",
                    remedy: "leave both cells empty if the place is not known")
            }
            return Coordinate(longitude: x, latitude: y)
        case (let only?, nil), (nil, let only?):
            let isLongitude = cells.longitude != nil
            find(
                .error, "half-a-coordinate", in: only,
                "a \(isLongitude ? "longitude without latitude" : "latitude without longitude")",
                remedy: "give both, or neither")
            return nil
        }
    }

    private mutating func degrees(_ cell: RawCell, _ axis: Angle.Axis, limit: Int) -> Double? {
        let name = axis.rawValue
        guard let angle = Angle(cell.text, axis) else {
            let hint = DecimalDegrees.suggestion(for: cell.text)
            let isExchanged = Angle.isExchanged(cell.text, axis)
            find(
                .error, "bad-\(name)", in: cell,
                "\"\(cell.text.shortened)\" where the \(name) should be",
                remedy: isExchanged
                    ? "check whether longitude and latitude are exchanged"
                    : hint.map { "write \"\($0)\"" }
                        ?? "write degrees, such as 44.5126 or 44°30'45\"",
                candidates: hint.map { isExchanged ? [] : [$0] } ?? [])
            return nil
        }
        note(angle, in: cell)
        guard abs(angle.degrees) <= Double(limit) else {
            let other = axis == .latitude && abs(angle.degrees) <= 180
            find(
                .error, "bad-\(name)", in: cell,
                "\(name) \(cell.text.shortened); it runs from -\(limit) to \(limit)",
                remedy: other
                    ? "check whether longitude and latitude are exchanged"
                    : "write degrees, not metres or minutes")
            return nil
        }
        return angle.degrees
    }

    /// Says how an angle was read that is no plain number; once a table, see `EventReader`.
    private mutating func note(_ angle: Angle, in cell: RawCell) {
        switch angle.form {
        case .plain: break
        case .comma:
            find(
                .note, "decimal-comma", in: cell,
                "\"\(cell.text.shortened)\" and coordinates like it are read with a decimal comma",
                remedy: "write a point if that is not meant")
        case .compass:
            find(
                .note, "compass-coordinates", in: cell,
                "\"\(cell.text.shortened)\" and coordinates like it are read as "
                    + "degrees, minutes and seconds",
                remedy: "write decimal degrees if that is not meant")
        }
    }

    // MARK: Figures and what is passed through

    private mutating func readFreeColumns(into event: inout Event) {
        for cell in row.cells {
            let column = columns[cell.column]
            switch column.meaning {
            case .field: continue
            case .passedThrough:
                event.passedThrough.append(.init(key: column.header, value: cell.text))
            case .figure(let isNamed):
                if let figure = figure(cell, column.header, isNamed: isNamed) {
                    event.figures.append(.init(key: column.header, figure: figure))
                } else {
                    event.passedThrough.append(.init(key: column.header, value: cell.text))
                }
            }
        }
    }

    private mutating func figure(_ cell: RawCell, _ header: String, isNamed: Bool) -> Figure? {
        do {
            return try memory.figures.value(of: cell.text) { text throws(FigureError) in
                try Figure(parsing: text)
            }
        } catch {
            let hints = FigureHint.suggestions(for: cell.text)
            let offer = hints.map { "\"\($0)\"" }.joined(separator: " or ")
            let remedy =
                offer.isEmpty
                ? "write 613, ~500, >250000, <40 or 6500-7000, or leave it empty" : "write \(offer)"
            find(
                isNamed ? .error : .warning, "bad-figure", in: cell,
                "\(error) in the figure \"\(cell.text.shortened)\" of \(header)"
                    + (isNamed ? "" : "; it is passed through as text"),
                remedy: remedy, candidates: hints)
            return nil
        }
    }
}
