internal import Diagnostics

extension RawOutput {
    /// Writes a range as a JSON string, as `JSONWriter` does.
    mutating func quote(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        unsafe put(UInt8(ascii: "\""))
        unsafe escape(bytes, range)
        unsafe put(UInt8(ascii: "\""))
    }

    /// Writes a range as the inside of a JSON string: at most six bytes for each.
    mutating func escape(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var copied = range.lowerBound
        var offset = range.lowerBound
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0xE2 {
                offset += 1
                continue
            }
            // U+2028 and U+2029 end a line in older JavaScript.
            let isSeparator =
                byte == 0xE2 && offset + 2 < range.upperBound && bytes[offset + 1] == 0x80
                && bytes[offset + 2] | 1 == 0xA9
            guard byte != 0xE2 || isSeparator else {
                offset += 1
                continue
            }
            unsafe copy(bytes, copied..<offset)
            if isSeparator {
                unsafe put(hex: bytes[offset + 2] == 0xA8 ? 0x2028 : 0x2029)
            } else {
                unsafe put(escaped: byte)
            }
            offset += isSeparator ? 3 : 1
            copied = offset
        }
        unsafe copy(bytes, copied..<range.upperBound)
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
        var scale: UInt = 1
        for _ in 0..<digits { scale *= 10 }
        var whole: UInt = 1
        while whole <= units / scale / 10 { whole *= 10 }
        var place = whole * scale
        while place > 0 {
            unsafe put(0x30 + UInt8(truncatingIfNeeded: units / place % 10))
            if place == scale, digits > 0 { unsafe put(UInt8(ascii: ".")) }
            place /= 10
        }
    }
}
