internal import Diagnostics
internal import GeoJSON

extension RawOutput {
    /// Writes a cell as a JSON string, as `JSONWriter` does.
    @inline(__always)
    mutating func quote(_ bytes: Span<UInt8>, _ cell: ByteRange) {
        unsafe put(UInt8(ascii: "\""))
        unsafe escape(bytes, cell)
        unsafe put(UInt8(ascii: "\""))
    }

    /// Writes a cell as the inside of a JSON string: at most six bytes for each.
    @inline(__always)
    mutating func escape(_ bytes: Span<UInt8>, _ cell: ByteRange) {
        let range = cell.range
        var offset = range.lowerBound
        while offset < range.upperBound {
            let length = min(8, range.upperBound - offset)
            guard offset + 8 <= bytes.count else {
                unsafe escape(one: bytes, &offset, cell)
                continue
            }
            let word = bytes.word(at: offset)
            let clean = min(length, word.bytesBeforeEscape)
            unsafe put(word, count: clean)
            offset += clean
            if clean < length { unsafe escape(one: bytes, &offset, cell) }
        }
    }

    /// Writes the letter at an offset, escaped if need be, and steps over it.
    private mutating func escape(one bytes: Span<UInt8>, _ offset: inout Int, _ cell: ByteRange) {
        let byte = bytes[offset]
        let end = Int(cell.end)
        defer { offset += 1 }
        switch byte {
        case 0xE2:
            // U+2028 and U+2029 end a line in older JavaScript.
            guard offset + 2 < end, bytes[offset + 1] == 0x80, bytes[offset + 2] | 1 == 0xA9 else {
                return unsafe put(byte)
            }
            unsafe put(hex: bytes[offset + 2] == 0xA8 ? 0x2028 : 0x2029)
            offset += 2
        case UInt8(ascii: "\""):
            unsafe put(escaped: byte)
            if cell.hasDoubledQuotes { offset += 1 }
        case 0..<0x20, UInt8(ascii: "\\"): unsafe put(escaped: byte)
        default: unsafe put(byte)
        }
    }

    private mutating func put(escaped byte: UInt8) {
        let letter: UInt8? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            case 0x0A: UInt8(ascii: "n")
            case 0x0D: UInt8(ascii: "r")
            case 0x09: UInt8(ascii: "t")
            default: nil
            }
        guard let letter else { return unsafe put(hex: UInt16(byte)) }
        unsafe put(UInt8(ascii: "\\"))
        unsafe put(letter)
    }

    private mutating func put(hex unit: UInt16) {
        unsafe put(UInt8(ascii: "\\"))
        unsafe put(UInt8(ascii: "u"))
        for shift in [12, 8, 4, 0] as [UInt16] {
            let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
            unsafe put(digit < 10 ? 0x30 + digit : 0x57 + digit)
        }
    }

    /// Writes a number as `FixedPoint.append` does.
    mutating func write(_ number: FixedPoint) {
        var (units, digits) = (number.units.magnitude, number.digits)
        while digits > 0, units.isMultiple(of: 10) {
            units /= 10
            digits -= 1
        }
        if number.units < 0 { unsafe put(UInt8(ascii: "-")) }
        unsafe put(units: units, digits: digits)
    }
}

extension UInt64 {
    /// How many of the eight bytes, the lowest first, come before one that JSON escapes or that may
    /// begin U+2028.
    ///
    /// Borrows go upwards only, so that the lowest bit that is set is right.
    fileprivate var bytesBeforeEscape: Int {
        let marks =
            marks(below: 0x20) | marks(of: UInt8(ascii: "\"")) | marks(of: UInt8(ascii: "\\"))
            | marks(of: 0xE2)
        return marks.trailingZeroBitCount / 8
    }
}
