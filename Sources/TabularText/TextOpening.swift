package import Diagnostics

/// Opens a text at its start: tells that it is one and how its letters are written.
package struct TextOpening {
    /// The text as UTF-8.
    private let input: any ByteInput
    private let file: String
    /// What there is to say of the encoding.
    package let note: Diagnostic?

    /// Tells how the letters are written, by what the caller or the first bytes say.
    ///
    /// - Throws: `FileFault` for an archive or packed bytes.
    package init(
        _ input: any ByteInput, file: String, encoding said: TextEncoding?
    ) throws(FileFault) {
        self.file = file
        try input.rewind()
        let head = try Self.head(of: input)
        try Self.checkKind(head, file)
        let encoding = said ?? TextEncoding.unicode(startingWith: head)
        self.input = encoding == .utf8 ? input : DecodedInput(input, encoding, file: file)
        note =
            encoding == .utf8 || said != nil
            ? nil : Self.note(encoding, in: file, "the file is \(encoding.name) and is read so")
    }

    /// Tells how the letters are written by all bytes, once they are known to be no UTF-8.
    ///
    /// Nil when they do not tell clearly.
    package init?(guessing input: any ByteInput, file: String) throws(FileFault) {
        self.file = file
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

    /// The text from its start.
    package func window() throws(FileFault) -> TextWindow {
        try TextWindow(input, file: file)
    }

    private static func note(
        _ encoding: TextEncoding, in file: String, _ problem: String
    ) -> Diagnostic {
        Diagnostic(
            .note, code: "encoding", at: SourceLocation(file: file), problem: problem,
            remedy: "say another with --encoding, such as "
                + (encoding == .windows1252 ? "windows-1254" : "windows-1252"))
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
}
