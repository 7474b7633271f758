internal import Diagnostics
internal import GeoJSON

/// Takes GeoJSON, arrays of objects and lines of JSON apart, one row at a time, in bounded memory.
///
/// A feature or object whose members are plain and come in the order of the headers is cut where it
/// stands by `JSONCutter`; any other is read by `JSONReader`, which finds fault.
struct JSONRows {
    private(set) var window: TextWindow
    private(set) var headers = TableHeaders()
    private(set) var report = DiagnosticReport()
    /// The row that was taken apart last, if `next` said `cells`.
    private(set) var row = CellRow()
    /// Where it starts.
    private(set) var rowPosition = TextPosition()
    /// Whether the row taken last is one that several features make up together.
    private(set) var isGathered = false
    /// Events of an earlier export that several features make up, by what they share.
    private(set) var gathered: [ExportedEvent: (row: RawRow, source: SourceText)] = [:]

    private let limits: ReadingLimits
    private let isSurvey: Bool
    private var columns: [String: Int] = [:]
    private var cutter = JSONCutter()
    private var state = State.start
    private let layout: Layout
    /// Whether the text is one object that is itself the only row.
    private var isWholeObject = false

    private enum State {
        case start
        /// Among the elements of an array, which may be the `features` of an object.
        case elements(isFirst: Bool, inObject: Bool)
        /// In the object, after its features.
        case tail
        case end
    }

    /// How the rows stand in the text.
    enum Layout {
        /// One JSON text.
        case text
        /// One JSON text a line.
        case lines
        /// JSON texts with a record separator before each (RFC 8142).
        case sequence
    }

    /// Starts at the start of a text. `survey` holds the rows of an earlier reading, which met all
    /// headers; it is nil for the first.
    init(_ window: TextWindow, _ layout: Layout, _ options: ReadingOptions, after survey: JSONRows?)
    {
        self.window = window
        self.layout = layout
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
            switch layout {
            case .text:
                guard try toElement() else { return .end }
            case .lines, .sequence:
                guard try toRecord() else { return .end }
            }
            if layout != .sequence, try cut() { return .cells }
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
                guard layout == .text || endsLine(end) else { return false }
                rowPosition = window.position
                window.consume(to: end)
                return true
            case .cutShort where !window.isAtEnd && window.range.count <= limits.rowBytes:
                try window.fetch()
            case .cutShort, .odd:
                return false
            }
        }
    }

    private mutating func cutFetched() -> JSONCutter.Outcome {
        let bytes = window.bytes
        return cutter.cut(bytes.span, from: window.start, into: &row)
    }

    private func endsLine(_ offset: Int) -> Bool {
        guard offset < window.bytes.count else { return window.isAtEnd }
        return window.bytes[offset] == 0x0A || window.bytes[offset] == 0x0D
    }

    // MARK: Reading whole

    /// Reads the value at the start of the window with everything checked; nil when it adds to an
    /// earlier row or is no row.
    private mutating func takeWhole(_ number: Int) throws(FileFault) -> TakenRow? {
        let length = layout == .text ? try endOfValue(0) : try endOfRecord()
        let end = window.start + length
        let source = window.source(window.start..<end)
        window.consume(to: end)
        var reader = JSONReader(source.bytes)
        guard layout == .text || reader.peek() != nil else { return nil }
        let start = reader.offset
        let value: JSONValue
        do throws(JSONError) {
            value = try reader.value()
            try reader.finish()
        } catch {
            guard layout != .text else {
                throw source.fault(
                    "bad-json", at: error.offset, "\(error)", remedy: "mend the JSON text here")
            }
            let diagnostic = Diagnostic(
                .error, code: "bad-json", at: source.location(error.offset), row: number,
                problem: "\(error)", remedy: "mend the JSON of this line")
            return .broken(diagnostic, at: source.location(start))
        }
        return try take(value, source, number, at: start)
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
            guard let (whole, source) = gathered.removeValue(forKey: key) else { return nil }
            return .raw(whole, source, findings)
        }
        let raw = try raw(row, source, number)
        guard var known = gathered[key] else {
            gathered[key] = (raw, source)
            return .raw(raw, source, findings)
        }
        join(row, raw, to: &known.row)
        gathered[key] = known
        return nil
    }

    /// Adds a further place to the row of its event.
    private func join(_ row: FeatureRow, _ raw: RawRow, to whole: inout RawRow) {
        guard let place = row.value("place"), case .string(let text) = place,
            let column = columns["place"]
        else { return }
        if let cell = whole.cells.firstIndex(where: { $0.column == column }) {
            whole.cells[cell].text += "; \(text)"
        }
        // The figures stand with the first place, which need not come first.
        for cell in raw.cells where !whole.cells.contains(where: { $0.column == cell.column }) {
            whole.cells.append(RawCell(column: cell.column, text: cell.text, offset: whole.offset))
        }
    }
}

// MARK: - Finding values

extension JSONRows {
    /// Steps to the next element of the text's array or `features`; false at the end of the text.
    private mutating func toElement() throws(FileFault) -> Bool {
        while true {
            switch state {
            case .start:
                guard let row = try enterText() else { continue }
                return row
            case .elements(let isFirst, let inObject):
                let byte = try peek()
                if byte == UInt8(ascii: "]") {
                    window.consume(to: window.start + 1)
                    state = inObject ? .tail : .end
                    if !inObject { try checkEnd() }
                    continue
                }
                if !isFirst {
                    guard byte == UInt8(ascii: ",") else { throw unexpected(", or ]") }
                    window.consume(to: window.start + 1)
                    _ = try peek()
                }
                state = .elements(isFirst: false, inObject: inObject)
                return true
            case .tail:
                try passTail()
            case .end:
                return false
            }
        }
    }

    /// Reads up to the first element. An object without `features` is itself the only row.
    private mutating func enterText() throws(FileFault) -> Bool? {
        let byte = try peek()
        if byte == UInt8(ascii: "[") {
            window.consume(to: window.start + 1)
            state = .elements(isFirst: true, inObject: false)
            return nil
        }
        guard byte == UInt8(ascii: "{") else { throw unexpected("an object") }
        guard let features = try distanceOfFeatures() else {
            state = .tail
            isWholeObject = true
            return true
        }
        window.consume(to: window.start + features)
        state = .elements(isFirst: true, inObject: true)
        return nil
    }

    /// How far off the elements of the member `features` start, if there is one.
    private mutating func distanceOfFeatures() throws(FileFault) -> Int? {
        var distance = 1
        while true {
            distance = try skipSpace(distance)
            guard byte(distance) == UInt8(ascii: "\"") else { return nil }
            let key = distance
            distance = try endOfValue(distance)
            let isFeatures = window.bytes[window.start + key..<window.start + distance]
                .elementsEqual("\"features\"".utf8)
            distance = try skipSpace(distance)
            guard byte(distance) == UInt8(ascii: ":") else { return nil }
            distance = try skipSpace(distance + 1)
            if isFeatures, byte(distance) == UInt8(ascii: "[") {
                try checkHead(distance)
                return distance + 1
            }
            guard byte(distance) != nil else { return nil }
            distance = try skipSpace(try endOfValue(distance))
            guard byte(distance) == UInt8(ascii: ",") else { return nil }
            distance += 1
        }
    }

    private func byte(_ distance: Int) -> UInt8? {
        window.start + distance < window.bytes.count ? window.bytes[window.start + distance] : nil
    }

    /// Checks the members before `features` by reading them as an object of their own.
    private func checkHead(_ distance: Int) throws(FileFault) {
        let source = window.source(window.start..<window.start + distance)
        let closed = source.bytes + Array("0}".utf8)
        try check(closed, source)
    }

    /// Reads what stands after the features, to the end of the text.
    private mutating func passTail() throws(FileFault) {
        state = .end
        guard !isWholeObject else { return try checkEnd() }
        let byte = try peek()
        guard byte == UInt8(ascii: "}") || byte == UInt8(ascii: ",") else {
            throw unexpected(", or }")
        }
        // The rest is `,"bbox":[…]}` or the like: an object once the comma is turned.
        while !window.isAtEnd {
            guard window.range.count <= limits.rowBytes else {
                throw window.fault(
                    "row-too-long", at: window.start,
                    "more than \(limits.rowBytes) bytes after the features",
                    remedy: "put the features last")
            }
            try window.fetch()
        }
        let source = window.source(window.range)
        var object = source.bytes
        if byte == UInt8(ascii: ",") {
            object[0] = UInt8(ascii: "{")
        } else {
            object.insert(UInt8(ascii: "{"), at: 0)
        }
        window.consume(to: window.bytes.count)
        try check(object, source, shift: byte == UInt8(ascii: ",") ? 0 : 1)
    }

    private func check(
        _ text: [UInt8], _ source: SourceText, shift: Int = 0
    ) throws(FileFault) {
        do throws(JSONError) {
            _ = try JSONValue(parsing: text)
        } catch {
            throw source.fault(
                "bad-json", at: max(0, error.offset - shift), "\(error)",
                remedy: "mend the JSON text here")
        }
    }

    private mutating func checkEnd() throws(FileFault) {
        guard try peek() == nil else { throw unexpected("the end") }
    }

    /// Steps to the next line or record that is not empty; false at the end.
    private mutating func toRecord() throws(FileFault) -> Bool {
        while true {
            guard let byte = try peek() else { return false }
            guard byte == 0x1E else { return true }
            window.consume(to: window.start + 1)
        }
    }

    /// How long the line or record at the start of the window is, without its end.
    private mutating func endOfRecord() throws(FileFault) -> Int {
        let mark: UInt8 = layout == .sequence ? 0x1E : 0x0A
        var distance = 0
        while true {
            while let next = byte(distance), next != mark { distance += 1 }
            guard distance <= limits.rowBytes else {
                throw window.fault(
                    "row-too-long", at: window.start,
                    "a line of more than \(limits.rowBytes) bytes",
                    remedy: "write one object a line")
            }
            if byte(distance) != nil || window.isAtEnd { return distance }
            try window.fetch()
        }
    }

    /// How far off the value ends that starts at a distance, told by its brackets and quotes alone.
    private mutating func endOfValue(_ start: Int) throws(FileFault) -> Int {
        var skipper = JSONSkipper()
        var distance = start
        while true {
            var offset = window.start + distance
            if let end = skipper.end(window.bytes.span, &offset) { return end - window.start }
            distance = offset - window.start
            guard window.range.count <= limits.valueBytes else {
                throw window.fault(
                    "row-too-long", at: window.start + start,
                    "a value of more than \(limits.valueBytes) bytes",
                    remedy: "simplify its geometry, or check that the brackets close")
            }
            guard !window.isAtEnd else { return distance }
            try window.fetch()
        }
    }

    private mutating func skipSpace(_ start: Int) throws(FileFault) -> Int {
        var distance = start
        while true {
            while let next = byte(distance), Self.isSpace(next) { distance += 1 }
            if byte(distance) != nil || window.isAtEnd { return distance }
            try window.fetch()
        }
    }

    /// The next byte that is no white space, consumed up to it; nil at the end.
    private mutating func peek() throws(FileFault) -> UInt8? {
        while true {
            var offset = window.start
            while offset < window.bytes.count, Self.isSpace(window.bytes[offset]) { offset += 1 }
            window.consume(to: offset)
            if offset < window.bytes.count { return window.bytes[offset] }
            if window.isAtEnd { return nil }
            try window.fetch()
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private func unexpected(_ expected: String) -> FileFault {
        let error: JSONError =
            window.range.isEmpty
            ? .unexpectedEnd(offset: 0, expected: expected)
            : .unexpected(window.bytes[window.start], offset: 0, expected: expected)
        return window.fault(
            "bad-json", at: window.start, "\(error)", remedy: "mend the JSON text here")
    }
}
