/// Why bytes are no JSON text. Offsets count bytes from 0.
@nonexhaustive
public enum JSONError: Error, Hashable, Sendable {
    /// A byte that fits nowhere here.
    case unexpected(UInt8, offset: Int, expected: String)
    /// The text ended where more was needed.
    case unexpectedEnd(offset: Int, expected: String)
    /// Arrays and objects nested deeper than `limit`.
    case tooDeep(limit: Int, offset: Int)
    /// A key that the object already has.
    case duplicateKey(String, offset: Int)
    /// A number that no `Double` holds.
    case numberOutOfRange(offset: Int)
    /// An escape that JSON does not have, or half of a surrogate pair.
    case badEscape(offset: Int)
    /// A byte of a string that is no UTF-8.
    case notUTF8(offset: Int)
}

extension JSONError: CustomStringConvertible {
    /// Where in the bytes it was seen, from 0.
    public var offset: Int {
        switch self {
        case .unexpected(_, let offset, _), .unexpectedEnd(let offset, _), .tooDeep(_, let offset),
            .duplicateKey(_, let offset), .numberOutOfRange(let offset), .badEscape(let offset),
            .notUTF8(let offset):
            offset
        }
    }

    /// What was seen and what was wanted, without a full stop.
    public var description: String {
        switch self {
        case .unexpected(let byte, _, let expected):
            "\(Self.name(byte)) where \(expected) should be"
        case .unexpectedEnd(_, let expected): "the text ends where \(expected) should be"
        case .tooDeep(let limit, _): "arrays and objects nested more than \(limit) deep"
        case .duplicateKey(let key, _): "the key \"\(key)\" a second time in one object"
        case .numberOutOfRange: "a number beyond all range"
        case .badEscape: "an escape that JSON does not have, or half of a surrogate pair"
        case .notUTF8: "a byte that is no UTF-8"
        }
    }

    private static func name(_ byte: UInt8) -> String {
        if (0x21...0x7E).contains(byte) { return "\"\(Character(Unicode.Scalar(byte)))\"" }
        return byte == 0x20 ? "a space" : "the byte 0x\(String(byte, radix: 16, uppercase: true))"
    }
}
