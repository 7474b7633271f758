package import Diagnostics

/// Writes JSON text (RFC 8259) piece by piece, compact, keys in the order given.
///
///     var writer = JSONWriter()
///     writer.object { $0.member("id", "gn:147928") }
///
/// Hand on `bytes` and empty it as often as you like: nothing before the end is needed again.
public struct JSONWriter: Sendable {
    /// What was written since it was last emptied.
    public var bytes: [UInt8] = []
    /// Whether a comma is due before the next member or element.
    private var needsComma = false

    /// Makes a writer with nothing written.
    public init() {}

    /// Writes an object whose members the closure writes.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array whose elements the closure writes.
    public mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        elements(&self)
        close(UInt8(ascii: "]"))
    }

    /// Writes a member of an object.
    public mutating func member(_ key: String, _ value: JSONValue) {
        self.key(key)
        write(value)
    }

    /// Writes the key of a member; its value comes next.
    public mutating func key(_ key: String) {
        separate()
        append(quoted: key)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes the key of a member that is spelled already, with its quotes.
    package mutating func key(spelled key: [UInt8]) {
        separate()
        bytes += key
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a value that is spelled already.
    package mutating func write(spelled value: ArraySlice<UInt8>) {
        separate()
        bytes += value
    }

    /// Writes a value that the closure spells, in at most so many bytes.
    package mutating func spelled(upTo count: Int, _ write: (inout RawOutput) -> Void) {
        separate()
        unsafe bytes.append(upTo: count, write)
    }

    /// Writes a value: an element, or what belongs to the key before.
    public mutating func write(_ value: JSONValue) {
        switch value {
        case .null: scalar("null")
        case .bool(let truth): scalar(truth ? "true" : "false")
        case .integer(let number): scalar("\(number)")
        case .number(let number): scalar(number.isFinite ? PlainNumber.text(number) : "null")
        case .string(let text):
            separate()
            append(quoted: text)
        case .array(let elements):
            array { writer in for element in elements { writer.write(element) } }
        case .object(let members):
            object { writer in for member in members { writer.member(member.key, member.value) } }
        }
    }

    /// Opens an object or array that `close` ends, for writing that spans several calls.
    package mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    /// Ends what `open` began.
    package mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// Starts afresh after a separator of the caller's own, such as a line end between texts.
    package mutating func raw(_ text: String, startsText: Bool = false) {
        bytes.append(contentsOf: text.utf8)
        if startsText { needsComma = false }
    }

    /// Writes a number with at most `digits` digits after the point, trailing zeros cut.
    ///
    /// For coordinates: exact decimal digits by integer arithmetic, the same on every machine.
    package mutating func write(fixed number: Double, digits: Int) {
        separate()
        FixedPoint(number, digits: digits).append(to: &bytes)
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func scalar(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// Quotes a string: the escapes that RFC 8259 section 7 demands, and U+2028 and U+2029, which
    /// end a line in older JavaScript.
    private mutating func append(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        // Most strings need no escape, and U+2028 and U+2029 begin with 0xE2.
        if !Self.needsEscape(text) {
            bytes.append(contentsOf: text.utf8)
            bytes.append(UInt8(ascii: "\""))
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: #"\""#.utf8)
            case "\\": bytes.append(contentsOf: #"\\"#.utf8)
            case "\n": bytes.append(contentsOf: #"\n"#.utf8)
            case "\r": bytes.append(contentsOf: #"\r"#.utf8)
            case "\t": bytes.append(contentsOf: #"\t"#.utf8)
            case "\0"..."\u{1F}", "\u{2028}", "\u{2029}": append(escaped: scalar)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ text: String) -> Bool {
        var text = text
        // SAFETY: the bytes are read while the closure runs.
        return text.withUTF8 { bytes in
            unsafe bytes.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0xE2 }
        }
    }

    private mutating func append(escaped scalar: Unicode.Scalar) {
        let hex = String(scalar.value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        bytes.append(contentsOf: String(repeating: "0", count: 4 - hex.utf8.count).utf8)
        bytes.append(contentsOf: hex.utf8)
    }
}
