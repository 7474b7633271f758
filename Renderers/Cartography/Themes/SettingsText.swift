internal import Diagnostics

/// A file of settings, one `key = value` a line: a small part of TOML, read strictly.
///
/// Values are texts in double quotes, numbers, and lists of texts on one line; `#` begins a remark. There
/// are no sections, no escapes and no lines that go on, so a file of these is a file of TOML 1.0, and
/// an editor that knows TOML colours it rightly.
struct SettingsText {
    /// What a key is set to.
    enum Value: Hashable, Sendable {
        case text(String)
        case number(Double)
        case list([Item])
    }

    /// A text of a list, and where it stands.
    struct Item: Hashable, Sendable {
        var text: String
        var offset: Int
    }

    /// A key with its value, and where both stand: byte offsets.
    struct Entry: Hashable, Sendable {
        var key: String
        var offset: Int
        var value: Value
        var valueOffset: Int
    }

    /// Larger files are none that a person wrote, in bytes.
    static let greatestSize = 64 << 10

    private(set) var entries: [Entry] = []
    private let file: String
    private let index: TextIndex

    /// Reads all lines.
    ///
    /// - Throws: `FileFault` with line and column for the first thing that cannot be read.
    init(_ bytes: [UInt8], file: String) throws(FileFault) {
        self.file = file
        index = TextIndex(bytes)
        guard bytes.count <= Self.greatestSize else {
            throw FileFault(
                Diagnostic(
                    .error, code: "file-too-large", at: SourceLocation(file: file),
                    problem: "a theme of more than \(Self.greatestSize >> 10) KiB",
                    remedy: "`toponym theme light` prints one to start from"))
        }
        if let offset = UTF8Check.firstFault(in: bytes.span) {
            throw fault(at: offset, "a byte that is no UTF-8", "save the file as UTF-8")
        }
        var scanner = SettingsScanner(bytes)
        do throws(SettingsScanner.Fault) {
            while let entry = try scanner.next() { entries.append(entry) }
        } catch {
            throw fault(at: error.offset, error.problem, error.remedy)
        }
        try checkKeysStandOnce()
    }

    private func checkKeysStandOnce() throws(FileFault) {
        var seen: [String: Int] = [:]
        for entry in entries {
            if let first = seen.updateValue(entry.offset, forKey: entry.key) {
                throw fault(
                    at: entry.offset,
                    "\(entry.key) stands twice, first in line \(index.position(of: first).line)",
                    "leave one of them out")
            }
        }
    }

    /// The value of a key.
    subscript(key: String) -> Entry? { entries.first { $0.key == key } }

    /// Where a byte offset is, for people.
    func location(of offset: Int) -> SourceLocation {
        let position = index.position(of: offset)
        return SourceLocation(file: file, line: position.line, column: position.column)
    }

    /// What is wrong at an offset.
    func fault(at offset: Int, _ problem: String, _ remedy: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "bad-theme", at: location(of: offset), problem: problem,
                remedy: remedy))
    }
}

/// Takes one line after the other.
private struct SettingsScanner {
    /// What cannot be read, and where.
    struct Fault: Error {
        var offset: Int
        var problem: String
        var remedy: String
    }

    private let bytes: [UInt8]
    private var offset: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next entry; nil at the end.
    mutating func next() throws(Fault) -> SettingsText.Entry? {
        while true {
            skipBlanks()
            guard let byte = peek else { return nil }
            if isLineEnd(byte) {
                offset += 1
            } else if byte == UInt8(ascii: "#") {
                skipRemark()
            } else {
                return try entry()
            }
        }
    }

    private mutating func entry() throws(Fault) -> SettingsText.Entry {
        let start = offset
        while let byte = peek, Self.isOfKey(byte) { offset += 1 }
        let key = text(start..<offset)
        guard !key.isEmpty else {
            throw Fault(
                offset: start, problem: "\(shown(at: start)) where a key is wanted",
                remedy: "write one setting a line, such as land = \"#f6f3ec\"")
        }
        skipBlanks()
        guard peek == UInt8(ascii: "=") else {
            throw Fault(
                offset: offset, problem: "no = after \(key)",
                remedy: "write \(key) = and its value")
        }
        offset += 1
        skipBlanks()
        let valueStart = offset
        let value = try value(of: key)
        skipBlanks()
        if let byte = peek, !isLineEnd(byte), byte != UInt8(ascii: "#") {
            throw Fault(
                offset: offset, problem: "\(shown(at: offset)) after the value of \(key)",
                remedy: "begin a new line, or a remark with #")
        }
        return SettingsText.Entry(
            key: key, offset: start, value: value, valueOffset: valueStart)
    }

    private mutating func value(of key: String) throws(Fault) -> SettingsText.Value {
        switch peek {
        case UInt8(ascii: "\""): return .text(try quoted())
        case UInt8(ascii: "["): return .list(try list(of: key))
        default:
            let start = offset
            while let byte = peek, Self.isOfNumber(byte) { offset += 1 }
            if let number = Self.number(text(start..<offset)) { return .number(number) }
            offset = start
            throw Fault(
                offset: start, problem: "\(shown(at: start)) where the value of \(key) is wanted",
                remedy: "write a number, or a text in quotes, such as \"#f6f3ec\"")
        }
    }

    private mutating func list(of key: String) throws(Fault) -> [SettingsText.Item] {
        offset += 1
        var items: [SettingsText.Item] = []
        while true {
            skipBlanks()
            if peek == UInt8(ascii: "]") { break }
            guard peek == UInt8(ascii: "\"") else { throw unfinished(key) }
            let start = offset
            items.append(SettingsText.Item(text: try quoted(), offset: start))
            skipBlanks()
            if peek == UInt8(ascii: ",") { offset += 1 } else { break }
        }
        guard peek == UInt8(ascii: "]") else { throw unfinished(key) }
        offset += 1
        return items
    }

    private func unfinished(_ key: String) -> Fault {
        Fault(
            offset: offset, problem: "\(shown(at: offset)) in the list of \(key)",
            remedy: "write it on one line: [\"#d55e00\", \"#e69f00\"]")
    }

    private mutating func quoted() throws(Fault) -> String {
        let start = offset
        offset += 1
        while let byte = peek, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20, byte != 0x7F else { break }
            if byte == UInt8(ascii: "\\") {
                throw Fault(
                    offset: offset, problem: "a backslash in a text",
                    remedy: "leave it out: nothing here needs one")
            }
            offset += 1
        }
        guard peek == UInt8(ascii: "\"") else {
            throw Fault(
                offset: start, problem: "a text without an end", remedy: "close it with \"")
        }
        offset += 1
        return text(start + 1..<offset - 1)
    }

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 { offset += 1 }
    }

    private mutating func skipRemark() {
        while let byte = peek, !isLineEnd(byte) { offset += 1 }
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// What stands at an offset, up to the next blank, in quotes.
    private func shown(at offset: Int) -> String {
        let rest = bytes[offset...].prefix { $0 > 0x20 }
        guard !rest.isEmpty else { return "nothing" }
        let text = String(decoding: rest, as: UTF8.self)
        return "\"\(text.count <= 30 ? text : "\(text.prefix(29))…")\""
    }

    private static func isOfKey(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
    }

    /// Digits, with a point between some of them; zeros in front are no TOML.
    private static func number(_ text: String) -> Double? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
            parts[0] == "0" || !parts[0].hasPrefix("0"), text.utf8.count <= 15
        else { return nil }
        return Double(text)
    }
}
