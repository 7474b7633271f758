internal import Diagnostics

/// Opens a table at its start: tells what the bytes are and passes over what stands before the rows.
struct TableOpening {
    private let input: any ByteInput
    private let file: String
    private let options: ReadingOptions
    /// What there is to say of the encoding.
    let note: Diagnostic?

    /// Tells how the letters are written, by what the options or the first bytes say.
    init(_ input: any ByteInput, file: String, _ options: ReadingOptions) throws(FileFault) {
        self.file = file
        self.options = options
        try input.rewind()
        let head = try Self.head(of: input)
        try Self.checkKind(head, file)
        let encoding = options.encoding ?? TextEncoding.unicode(startingWith: head)
        self.input = encoding == .utf8 ? input : DecodedInput(input, encoding, file: file)
        note =
            encoding == .utf8 || options.encoding != nil
            ? nil : Self.note(encoding, in: file, "the file is \(encoding.name) and is read so")
    }

    /// Tells how the letters are written by all bytes, once they are known to be no UTF-8.
    ///
    /// Nil when they do not tell clearly.
    init?(guessing input: any ByteInput, file: String, _ options: ReadingOptions) throws(FileFault)
    {
        guard options.encoding == nil else { return nil }
        self.file = file
        self.options = options
        var guess = EncodingGuess()
        try input.rewind()
        while true {
            let piece = try input.next()
            if piece.isEmpty { break }
            guess.take(piece)
        }
        guard let encoding = guess.encoding else { return nil }
        self.input = DecodedInput(input, encoding, file: file)
        note = Self.note(
            encoding, in: file, "the file is not UTF-8; it is read as \(encoding.name)")
    }

    private static func note(
        _ encoding: TextEncoding, in file: String, _ problem: String
    ) -> Diagnostic {
        Diagnostic(
            .note, code: "encoding", at: SourceLocation(file: file), problem: problem,
            remedy: "say another with --encoding, such as "
                + (encoding == .windows1252 ? "windows-1254" : "windows-1252"))
    }

    /// The rows from the first on; `survey` is what an earlier reading met, if this is not the first.
    func rows(after survey: JSONRows? = nil) throws(FileFault) -> TableRows {
        var window = try TextWindow(input, file: file)
        try checkHead(&window)
        let format = options.format == .automatic ? try guessFormat(&window) : options.format
        switch format {
        case .csv, .automatic: return TableRows(try CSVRows(window, options))
        case .json: return TableRows(JSONRows(window, .text, options, after: survey))
        case .jsonLines:
            let isSequence = window.bytes[window.range].first { !Self.isSpace($0) } == 0x1E
            return TableRows(
                JSONRows(window, isSequence ? .sequence : .lines, options, after: survey))
        }
    }

    /// The first bytes, enough to tell by: a pipe may give them one by one.
    private static func head(of input: any ByteInput) throws(FileFault) -> [UInt8] {
        var head: [UInt8] = []
        while head.count < 64 {
            let piece = try input.next()
            if piece.isEmpty { break }
            head += piece.prefix(64)
        }
        return head
    }

    private static func checkKind(_ head: [UInt8], _ file: String) throws(FileFault) {
        let isZip = head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        guard isZip || head.starts(with: [0x1F, 0x8B]) else { return }
        throw FileFault(
            Diagnostic(
                .error, code: "not-text", at: SourceLocation(file: file),
                problem: isZip
                    ? "the file is an archive or a spreadsheet, not text"
                    : "the bytes are packed with gzip",
                remedy: isZip ? "save it as CSV, UTF-8" : "unpack them first"))
    }

    private func checkHead(_ window: inout TextWindow) throws(FileFault) {
        while window.range.allSatisfy({ Self.isSpace(window.bytes[$0]) }) {
            guard !window.isAtEnd else {
                throw window.fault(
                    "empty-file", at: nil, "the file is empty",
                    remedy: "give a table with a header line and a column place")
            }
            guard window.range.count <= options.limits.rowBytes else { return }
            try window.fetch()
        }
    }

    private func guessFormat(_ window: inout TextWindow) throws(FileFault) -> ReadingOptions.Format
    {
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
