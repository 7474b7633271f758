internal import Diagnostics
internal import TabularText

/// Opens a table at its start: tells what the bytes are and passes over what stands before the rows.
struct TableOpening {
    private let text: TextOpening
    private let file: String
    private let options: ReadingOptions
    /// Whether the rows come from a database or binary file.
    private let isOfRecords: Bool
    /// What there is to say of the encoding.
    var note: Diagnostic? { text.note }

    /// Tells how the letters are written, by what the options or the first bytes say.
    init(_ input: any ByteInput, file: String, _ options: ReadingOptions) throws(FileFault) {
        let records = input as? any RecordLines
        self.file = records?.name ?? file
        self.options = options
        isOfRecords = records != nil
        // The lines are of our making.
        text = try TextOpening(
            input, file: self.file, encoding: isOfRecords ? .utf8 : options.encoding)
    }

    /// Tells how the letters are written by all bytes, once they are known to be no UTF-8.
    ///
    /// Nil when they do not tell clearly.
    init?(guessing input: any ByteInput, file: String, _ options: ReadingOptions) throws(FileFault)
    {
        guard options.encoding == nil, !(input is any RecordLines),
            let text = try TextOpening(guessing: input, file: file)
        else { return nil }
        self.file = file
        self.options = options
        isOfRecords = false
        self.text = text
    }

    /// The rows from the first on; `survey` is what an earlier reading met, if this is not the first.
    func rows(after survey: JSONRows? = nil) throws(FileFault) -> TableRows {
        var window = try text.window()
        try checkHead(&window)
        let format = options.format == .automatic ? try guessFormat(&window) : options.format
        switch format {
        case .csv, .automatic: return TableRows(try CSVRows(window, rules))
        case .json: return TableRows(JSONRows(window, .text, options, after: survey))
        case .jsonLines:
            let isSequence = window.bytes[window.range].first { !Self.isSpace($0) } == 0x1E
            return TableRows(
                JSONRows(window, isSequence ? .sequence : .lines, options, after: survey))
        }
    }

    private var rules: TableRules {
        TableRules(
            limits: options.limits, singleHeaders: Set(EventField.allCases.map(\.rawValue)),
            remedyOfEmptyFile: Self.remedyOfEmptyFile)
    }

    private static let remedyOfEmptyFile = "give a table with a header line and a column place"

    private func checkHead(_ window: inout TextWindow) throws(FileFault) {
        while window.range.allSatisfy({ Self.isSpace(window.bytes[$0]) }) {
            guard !window.isAtEnd else {
                throw window.fault(
                    "empty-file", at: nil, "the file is empty",
                    remedy: Self.remedyOfEmptyFile)
            }
            guard window.range.count <= options.limits.rowBytes else { return }
            try window.fetch()
        }
    }

    private func guessFormat(_ window: inout TextWindow) throws(FileFault) -> ReadingOptions.Format
    {
        if isOfRecords { return .jsonLines }
        var words = file.lowercased().split(separator: ".")
        if words.last == "gz" { words.removeLast() }
        switch words.last {
        case "csv", "tsv", "tab", "txt": return .csv
        case "geojson", "json": return .json
        case "ndjson", "jsonl", "geojsonl", "geojsons": return .jsonLines
        default: break
        }
        switch window.bytes[window.range].first(where: { !Self.isSpace($0) }) {
        case UInt8(ascii: "["): return .json
        case 0x1E: return .jsonLines
        case UInt8(ascii: "{"): return try isOneText(&window) ? .json : .jsonLines
        default: return .csv
        }
    }

    /// Whether the first value is all there is, as far as a row may reach.
    private func isOneText(_ window: inout TextWindow) throws(FileFault) -> Bool {
        while window.range.count < options.limits.rowBytes, !window.isAtEnd { try window.fetch() }
        let first = window.range.first { !Self.isSpace(window.bytes[$0]) } ?? window.start
        var skipper = JSONSkipper()
        var offset = first
        guard let end = skipper.end(window.bytes.span, &offset) else { return true }
        return window.bytes[end...].allSatisfy(Self.isSpace)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }
}
