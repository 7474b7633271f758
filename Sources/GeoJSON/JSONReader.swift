internal import Diagnostics

/// Reads JSON text (RFC 8259) strictly, a piece at a time.
///
/// Strict: no comments, no trailing commas, no `NaN`, no key twice, no half of a surrogate pair.
/// Memory is bounded by the greatest value read whole and the depth by `maximumDepth`.
package struct JSONReader {
    private let bytes: [UInt8]
    private let end: Int
    /// Where the next byte is read.
    package private(set) var offset: Int
    private var depth = 0
    private let maximumDepth: Int
    /// Whether the object or array just entered has had no member yet.
    private var isFirst = false

    /// A reader of all bytes or of some of them, such as one line.
    package init(_ bytes: [UInt8], in range: Range<Int>? = nil, maximumDepth: Int = 64) {
        self.bytes = bytes
        let range = range ?? 0..<bytes.count
        offset = range.lowerBound
        end = range.upperBound
        self.maximumDepth = maximumDepth
    }

    // MARK: Piece by piece

    /// The next byte that is no white space, or nil at the end.
    package mutating func peek() -> UInt8? {
        while offset < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
        return offset < end ? bytes[offset] : nil
    }

    /// Enters an object; `nextKey` follows.
    package mutating func beginObject() throws(JSONError) {
        try expect(UInt8(ascii: "{"), "an object")
        try enter()
    }

    /// The next key of the object entered, its value coming next, or nil after its end.
    package mutating func nextKey() throws(JSONError) -> String? {
        guard try more(until: UInt8(ascii: "}")) else { return nil }
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
        let key = try string()
        try expect(UInt8(ascii: ":"), ": after the key")
        return key
    }

    /// Enters an array; `nextElement` follows.
    package mutating func beginArray() throws(JSONError) {
        try expect(UInt8(ascii: "["), "an array")
        try enter()
    }

    /// Whether the array entered has one more element, which comes next.
    package mutating func nextElement() throws(JSONError) -> Bool {
        try more(until: UInt8(ascii: "]"))
    }

    /// Checks that nothing but white space is left.
    package mutating func finish() throws(JSONError) {
        guard peek() == nil else { throw unexpected("the end") }
    }

    /// Reads one value whole.
    package mutating func value() throws(JSONError) -> JSONValue {
        switch peek() {
        case UInt8(ascii: "{"): return .object(try members())
        case UInt8(ascii: "["):
            try beginArray()
            var elements: [JSONValue] = []
            while try nextElement() { elements.append(try value()) }
            return .array(elements)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func members() throws(JSONError) -> [JSONMember] {
        try beginObject()
        var members: [JSONMember] = []
        var known: Set<String> = []
        while let key = try nextKey() {
            _ = peek()
            let start = offset
            guard known.insert(key).inserted else { throw .duplicateKey(key, offset: start) }
            var member = JSONMember(key, try value())
            member.offset = start
            members.append(member)
        }
        return members
    }

    private mutating func enter() throws(JSONError) {
        depth += 1
        guard depth <= maximumDepth else { throw .tooDeep(limit: maximumDepth, offset: offset - 1) }
        isFirst = true
    }

    private mutating func more(until close: UInt8) throws(JSONError) -> Bool {
        let wasFirst = isFirst
        isFirst = false
        if peek() == close {
            offset += 1
            depth -= 1
            return false
        }
        if !wasFirst { try expect(UInt8(ascii: ","), ", or \(Character(Unicode.Scalar(close)))") }
        return true
    }

    private mutating func expect(_ byte: UInt8, _ expected: String) throws(JSONError) {
        guard peek() == byte else { throw unexpected(expected) }
        offset += 1
    }

    private func unexpected(_ expected: String) -> JSONError {
        offset < end
            ? .unexpected(bytes[offset], offset: offset, expected: expected)
            : .unexpectedEnd(offset: offset, expected: expected)
    }

    // MARK: Words, numbers, strings

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for byte in word.utf8 {
            guard offset < end, bytes[offset] == byte else { throw unexpected(word) }
            offset += 1
        }
        return value
    }

    /// number = [ minus ] int [ frac ] [ exp ] (RFC 8259 section 6).
    private mutating func number() throws(JSONError) -> JSONValue {
        _ = peek()
        let start = offset
        take { $0 == UInt8(ascii: "-") }
        let isZero = offset < end && bytes[offset] == UInt8(ascii: "0")
        guard takeDigits() else { throw unexpected(offset == start ? "a value" : "a digit") }
        if isZero, offset - start > (bytes[start] == UInt8(ascii: "-") ? 2 : 1) {
            throw .unexpected(
                bytes[start], offset: start, expected: "a number without leading zero")
        }
        let whole = offset
        if take({ $0 == UInt8(ascii: ".") }), !takeDigits() { throw unexpected("a digit") }
        if take({ $0 | 0x20 == UInt8(ascii: "e") }) {
            take { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
            guard takeDigits() else { throw unexpected("a digit") }
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if whole == offset, let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else {
            throw .numberOutOfRange(offset: start)
        }
        return .number(number)
    }

    @discardableResult
    private mutating func take(_ isWanted: (UInt8) -> Bool) -> Bool {
        guard offset < end, isWanted(bytes[offset]) else { return false }
        offset += 1
        return true
    }

    private mutating func takeDigits() -> Bool {
        let start = offset
        while take({ (0x30...0x39).contains($0) }) {}
        return offset > start
    }

    private mutating func string() throws(JSONError) -> String {
        offset += 1
        var text = ""
        var start = offset
        while offset < end {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                text += try decoded(start..<offset)
                offset += 1
                return text
            case UInt8(ascii: "\\"):
                text += try decoded(start..<offset)
                text.unicodeScalars.append(try escape())
                start = offset
            case 0..<0x20: throw unexpected("an escape for this control character")
            default: offset += 1
            }
        }
        throw .unexpectedEnd(offset: offset, expected: "the closing quote of a string")
    }

    private func decoded(_ range: Range<Int>) throws(JSONError) -> String {
        let slice = bytes[range]
        if let fault = UTF8Check.firstFault(in: slice.span) {
            throw .notUTF8(offset: range.lowerBound + fault)
        }
        return String(decoding: slice, as: UTF8.self)
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = offset
        guard offset + 1 < end else {
            throw .unexpectedEnd(offset: end, expected: "an escape")
        }
        offset += 2
        switch bytes[offset - 1] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw .badEscape(offset: start)
        }
        guard let first = hexDigits() else { throw .badEscape(offset: start) }
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, take({ $0 == UInt8(ascii: "\\") }), take({ $0 == UInt8(ascii: "u") }),
            let second = hexDigits(), (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
        else { throw .badEscape(offset: start) }
        return scalar
    }

    private mutating func hexDigits() -> UInt32? {
        guard offset + 4 <= end else { return nil }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
                return nil
            }
            value = value << 4 | UInt32(digit)
        }
        offset += 4
        return value
    }
}

extension JSONValue {
    /// Reads a JSON text whole.
    ///
    /// - Throws: `JSONError`, with the offset of the first byte that does not fit.
    public init(parsing bytes: [UInt8], maximumDepth: Int = 64) throws(JSONError) {
        var reader = JSONReader(bytes, maximumDepth: maximumDepth)
        self = try reader.value()
        try reader.finish()
    }
}
