internal import Diagnostics
internal import GeoModel
internal import TabularText

/// What each column of a raw table is read as.
struct ColumnMap {
    private(set) var columns: [EventColumn]
    /// Where each field stands, by column.
    private(set) var fields: [EventField: Int] = [:]
    private(set) var report = DiagnosticReport()

    private let headers: TableHeaders
    private let file: String

    /// The published table that this is, if it is one.
    private(set) var preset: TablePreset?
    /// Where it says how closely places and dates are known.
    private(set) var codes = PrecisionCodes()

    /// A map of nothing.
    init() {
        columns = []
        headers = TableHeaders()
        file = ""
    }

    /// The fields among the headers met so far; none when one that was named is not among them yet.
    static func fields(_ headers: TableHeaders, _ options: ReadingOptions) -> [EventField: Int] {
        (try? ColumnMap(headers, file: "", options))?.fields ?? [:]
    }

    /// Finds the fields among the headers.
    ///
    /// - Throws: `FileFault` when a column that was named is not there.
    init(_ headers: TableHeaders, file: String, _ options: ReadingOptions) throws(FileFault) {
        self.headers = headers
        self.file = file
        columns = []
        try map(options)
        dropHalfCoordinate()
    }

    /// Settles what each column is read as, now that all cells were seen once.
    ///
    /// - Throws: `FileFault` when no column says where.
    mutating func settle(_ isNumeric: NumericColumns) throws(FileFault) {
        if fields[.place] == nil, fields[.longitude] == nil || fields[.latitude] == nil {
            throw noPlace()
        }
        for (index, header) in headers.names.enumerated() {
            columns.append(
                EventColumn(header: header, meaning: meaning(of: index, header, isNumeric)))
        }
        noteUnknown()
    }

    private func fault(
        _ code: String, _ problem: String, remedy: String, candidates: [String]
    ) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: code, at: headers.locations.first ?? SourceLocation(file: file),
                problem: problem, remedy: remedy, candidates: candidates))
    }

    private func meaning(of index: Int, _ header: String, _ numeric: NumericColumns)
        -> ColumnMeaning
    {
        if let field = fields.first(where: { $0.value == index })?.key { return .field(field) }
        if Headers.codes.contains(header) { return .passedThrough }
        let isFigure = numeric.isMostlyFigures(index)
        switch Headers.figureSense(header) {
        case .outright: return .figure(isNamed: true)
        case .inPart: return isFigure ? .figure(isNamed: true) : .passedThrough
        case nil: return isFigure ? .figure(isNamed: false) : .passedThrough
        }
    }

    // MARK: Headers

    /// First what the caller said, then exact names, then other common names.
    private mutating func map(_ options: ReadingOptions) throws(FileFault) {
        var isTaken = [Bool](repeating: false, count: headers.names.count)
        for field in EventField.allCases {
            guard let header = options.columns[field] else { continue }
            guard let index = headers.names.firstIndex(of: header) else {
                throw fault(
                    "no-such-column",
                    "no column \"\(header)\" to read as \(field.rawValue)",
                    remedy: "columns are \(Headers.list(headers.names))",
                    candidates: NearSpelling.candidates(for: header, among: headers.names))
            }
            fields[field] = index
            isTaken[index] = true
        }
        takePreset(options, &isTaken)
        var names = headers.names.map { String(NearSpelling.normalised($0)) }
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
                if headers.names[index] != field.rawValue {
                    note(field, headers.names[index], at: headers.locations[index])
                }
                break
            }
        }
    }

    /// Takes the columns of a published table, said outright or known by its headers.
    private mutating func takePreset(_ options: ReadingOptions, _ isTaken: inout [Bool]) {
        guard let preset = options.preset ?? TablePreset.recognised(headers.names) else { return }
        self.preset = preset
        codes = preset.codes(among: headers.names)
        for (field, index) in preset.fields(among: headers.names)
        where fields[field] == nil && !isTaken[index] {
            fields[field] = index
            isTaken[index] = true
        }
        guard options.preset == nil else { return }
        report.add(
            Diagnostic(
                .note, code: "preset", at: headers.locations.first,
                problem: "the columns are those of \(preset.name) and are read so",
                remedy: "say another sense with --column FIELD=HEADER"))
    }

    /// A table with places and one half of their coordinates is read by its places.
    private mutating func dropHalfCoordinate() {
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
                at: headers.locations[index],
                problem: "column \"\(headers.names[index])\" has no \(missing.rawValue) beside it "
                    + "and is passed through",
                remedy: "name the other with --column \(missing.rawValue)=HEADER"))
    }

    private mutating func note(
        _ field: EventField, _ header: String, at location: SourceLocation
    ) {
        report.add(
            Diagnostic(
                .note, code: "column-read-as", at: location,
                problem: "column \"\(header)\" is read as \(field.rawValue)",
                remedy: "name another with --column \(field.rawValue)=HEADER"))
    }

    private mutating func noteUnknown() {
        for (index, column) in columns.enumerated() where column.meaning == .passedThrough {
            let free = EventField.allCases.filter { fields[$0] == nil }.map(\.rawValue)
            let near = NearSpelling.candidates(for: column.header, among: free)
            guard let best = near.first else { continue }
            report.add(
                Diagnostic(
                    .warning, code: "unknown-column",
                    at: headers.locations[index],
                    problem:
                        "column \"\(column.header)\" has no meaning here and is passed through",
                    remedy: "if \"\(best)\" is meant, say --column \(best)=\(column.header)",
                    candidates: near))
        }
    }

    private func noPlace() -> FileFault {
        let wanted = ["place", "longitude", "latitude"]
        let near = headers.names.filter { header in
            !NearSpelling.candidates(for: header, among: wanted).isEmpty
                || Headers.mayNamePlaces.contains(String(NearSpelling.normalised(header)))
        }
        let example = near.first ?? "HEADER"
        return fault(
            "no-place-column",
            "no column place, nor longitude and latitude, among \(Headers.list(headers.names))",
            remedy: "add one, or say which it is with --column place=\(example)", candidates: near)
    }
}

/// Which columns hold figures in most of their cells that are not empty.
struct NumericColumns {
    private var figures: [Int] = []
    private var filled: [Int] = []

    /// Counts one cell that is not empty.
    mutating func count(_ column: Int, isFigure: Bool) {
        while filled.count <= column {
            filled.append(0)
            figures.append(0)
        }
        filled[column] += 1
        if isFigure { figures[column] += 1 }
    }

    /// Whether a cell spells a figure.
    ///
    /// The first letter tells most texts from figures, which saves reading every cell twice.
    static func isFigure(_ text: String) -> Bool {
        guard let first = text.utf8.first,
            (0x30...0x39).contains(first) || "~<>".utf8.contains(first)
        else { return false }
        return (try? Figure(parsing: text)) != nil
    }

    /// Whether a cell spells a figure.
    static func isFigure(_ bytes: Span<UInt8>, _ cell: ByteRange) -> Bool {
        let first = bytes[Int(cell.start)]
        guard first &- 0x30 <= 0x0E || first == UInt8(ascii: "~"), cell.count <= 200 else {
            return false
        }
        if isExactFigure(bytes, cell) { return true }
        return mayBeFigure(bytes, cell) && isFigure(ByteText.string(bytes, cell))
    }

    /// Whether a cell has no other letters than figures have, nor two hyphens, as days do: reading the
    /// days and times of a table as figures took a third of its survey.
    private static func mayBeFigure(_ bytes: Span<UInt8>, _ cell: ByteRange) -> Bool {
        var hyphens = 0
        for offset in cell.range {
            switch bytes[offset] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: " "),
                UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("),
                UInt8(ascii: ")"), 0x80...:
                break
            case UInt8(ascii: "-"): hyphens += 1
            default: return false
            }
        }
        return hyphens <= 1
    }

    /// Whether a cell spells a figure of the form that is written as it stands: a plain number.
    static func isExactFigure(_ bytes: Span<UInt8>, _ cell: ByteRange) -> Bool {
        guard let number = ByteText.number(bytes, cell.range) else { return false }
        return !number.hasSign && !number.startsWithZero
            && number.whole <= Figure.greatestDigits.whole
            && number.fraction <= Figure.greatestDigits.fraction
    }

    func isMostlyFigures(_ column: Int) -> Bool {
        column < filled.count && figures[column] * 2 > filled[column]
    }
}
