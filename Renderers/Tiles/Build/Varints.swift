// Numbers of one to ten bytes, seven bits each, the least first; all but the last have the highest bit.
//
// Source: Protocol Buffers encoding, "Base 128 Varints", which PMTiles uses.

extension [UInt8] {
    mutating func appendVarint(_ number: Int) {
        precondition(number >= 0, "varints count up from 0")
        var rest = UInt64(number)
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    /// Appends a number as so many bytes, the least first.
    mutating func append(_ number: some FixedWidthInteger, bytes count: Int) {
        for index in 0..<count { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
    }

    /// The number that begins at a place, of so many bytes, the least first; these must be there.
    func number(at place: Int, bytes count: Int = 8) -> UInt64 {
        (0..<count).reduce(0) { $0 | UInt64(self[place + $1]) << UInt64(8 * $1) }
    }
}

/// Reads varints one after the other.
struct VarintReader {
    let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    /// The next number; nil at the end, and for one that does not fit an `Int`.
    mutating func next() -> Int? {
        var (number, shift) = (UInt64(0), UInt64(0))
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            guard shift < 63 || byte == 0 else { return nil }
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(number) }
            shift += 7
        }
        return nil
    }

    /// The next number of so many bytes; nil when they are not there.
    mutating func number(bytes count: Int) -> UInt64? {
        guard bytes.count - offset >= count else { return nil }
        defer { offset += count }
        return bytes.number(at: offset, bytes: count)
    }
}
