internal import Diagnostics

/// Takes CSV (RFC 4180) apart, one record at a time.
///
/// Fields are split at the delimiter; one that opens with a quote runs to the closing quote, line
/// ends and doubled quotes included. A quote inside a field that did not open with one is a letter.
/// Lines end at LF, CR LF or a lone CR.
struct CSVScanner {
    /// One field of a record.
    struct Field {
        var text: String
        /// Where the text starts, after the quote if there is one.
        var offset: Int
    }

    private let source: SourceText
    private let delimiter: UInt8
    private let limits: ReadingLimits
    private(set) var offset: Int

    private static let quote = UInt8(ascii: "\"")

    init(_ source: SourceText, delimiter: UInt8, limits: ReadingLimits, from offset: Int) {
        self.source = source
        self.delimiter = delimiter
        self.limits = limits
        self.offset = offset
    }

    /// The next record that is not an empty line, or nil at the end.
    mutating func next() throws(FileFault) -> [Field]? {
        while offset < source.bytes.count, isLineEnd(source.bytes[offset]) { offset += 1 }
        guard offset < source.bytes.count else { return nil }
        let start = offset
        var fields: [Field] = []
        repeat {
            guard fields.count < limits.columns else {
                throw source.fault(
                    "too-many-columns", at: offset, "more than \(limits.columns) columns",
                    remedy: "keep the columns that the map needs")
            }
            fields.append(try field(of: start))
        } while take(delimiter)
        skipLineEnd()
        return fields
    }

    private mutating func field(of record: Int) throws(FileFault) -> Field {
        guard offset < source.bytes.count, source.bytes[offset] == Self.quote else {
            let start = offset
            while offset < source.bytes.count, source.bytes[offset] != delimiter,
                !isLineEnd(source.bytes[offset])
            {
                offset += 1
            }
            try checkLength(from: record)
            return Field(text: text(start..<offset), offset: start)
        }
        return try quotedField(of: record)
    }

    private mutating func quotedField(of record: Int) throws(FileFault) -> Field {
        let opening = offset
        offset += 1
        var start = offset
        var text = ""
        while offset < source.bytes.count {
            guard source.bytes[offset] == Self.quote else {
                offset += 1
                if offset - record > limits.rowBytes { throw unclosed(opening) }
                continue
            }
            text += self.text(start..<offset)
            offset += 1
            guard take(Self.quote) else {
                try checkClosed(opening)
                return Field(text: text, offset: opening + 1)
            }
            start = offset - 1
        }
        throw unclosed(opening)
    }

    private func unclosed(_ opening: Int) -> FileFault {
        source.fault(
            "broken-quoting", at: opening, "a quote opens here and is not closed",
            remedy: "close it, and write a quote inside a cell twice (\"\")")
    }

    private func checkClosed(_ opening: Int) throws(FileFault) {
        guard offset < source.bytes.count, source.bytes[offset] != delimiter,
            !isLineEnd(source.bytes[offset])
        else { return }
        throw source.fault(
            "broken-quoting", at: offset, "text stands after the closing quote of a cell",
            remedy: "write a quote inside a cell twice (\"\")")
    }

    private func checkLength(from record: Int) throws(FileFault) {
        guard offset - record > limits.rowBytes else { return }
        throw source.fault(
            "row-too-long", at: record, "a row of more than \(limits.rowBytes) bytes",
            remedy: "check the line ends of the file")
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard offset < source.bytes.count, source.bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func skipLineEnd() {
        if take(0x0D) {
            _ = take(0x0A)
        } else {
            _ = take(0x0A)
        }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: source.bytes[range], as: UTF8.self)
    }
}
