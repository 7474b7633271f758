internal import Diagnostics

/// Bytes of UTF-8 that are read as text without making strings of them.
package enum ByteText {
    /// A range without white space at its ends, as `String.trimmedWithLead` cuts it.
    @inlinable
    package static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let byte = bytes[start]
            if byte > 0x20, byte < 0x7F { break }
            let length = whiteSpace(bytes, at: start, before: end)
            if length == 0 { break }
            start += length
        }
        while start < end {
            let byte = bytes[end - 1]
            if byte > 0x20, byte < 0x7F { break }
            var back = 1
            while back < 3, end - back > start, bytes[end - back] & 0xC0 == 0x80 { back += 1 }
            if whiteSpace(bytes, at: end - back, before: end) != back { break }
            end -= back
        }
        return start..<end
    }

    /// How many bytes the white space (Unicode `White_Space`) at an offset has; 0 when none is there.
    @usableFromInline
    static func whiteSpace(_ bytes: Span<UInt8>, at offset: Int, before end: Int) -> Int {
        let first = bytes[offset]
        if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
        if first == 0xC2, offset + 1 < end {
            return bytes[offset + 1] == 0x85 || bytes[offset + 1] == 0xA0 ? 2 : 0
        }
        guard offset + 2 < end else { return 0 }
        switch (first, bytes[offset + 1], bytes[offset + 2]) {
        case (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80), (0xE2, 0x81, 0x9F): return 3
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9),
            (0xE2, 0x80, 0xAF):
            return 3
        default: return 0
        }
    }

    /// A range as a string.
    package static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            // SAFETY: the slice is copied before the closure ends.
            unsafe String(decoding: buffer[range], as: UTF8.self)
        }
    }

    /// Whether a range holds exactly these bytes.
    @inlinable
    package static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool
    {
        guard range.count == word.count else { return false }
        for index in 0..<word.count where bytes[range.lowerBound + index] != word[index] {
            return false
        }
        return true
    }

    /// A hash of a range: 64 bits, the same on every machine.
    ///
    /// Eight bytes a step, each step a multiplication whose halves are folded together; the constants
    /// are the odd numbers next to the golden ratio and to the square root of 3 times 2⁶³.
    @inlinable
    package static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = UInt64(range.count) &* 0x9E37_79B9_7F4A_7C15
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound {
            hash = mixed(hash ^ bytes.word(at: offset))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < range.upperBound {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mixed(mixed(hash ^ rest))
    }

    /// The same of a text.
    package static func hash(_ text: String) -> UInt64 {
        let bytes = Array(text.utf8)
        return hash(bytes.span, 0..<bytes.count)
    }

    @inlinable
    static func mixed(_ word: UInt64) -> UInt64 {
        let product = (word ^ 0xDDB3_D742_C265_539D).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    /// What a range is as a plain number: digits, perhaps with a sign, perhaps with a fraction.
    package struct Number {
        /// The digits without sign and point.
        package var digits: UInt64
        package var isNegative: Bool
        package var hasSign: Bool
        /// How many digits stand before and after the point.
        package var whole: Int
        package var fraction: Int
        /// Whether the last digit of the fraction is 0, or the first of several whole ones.
        package var endsInZero: Bool
        package var startsWithZero: Bool

        /// Whether it is spelled as it is written again, but for zeros at the end of the fraction.
        package var isCanonical: Bool { !startsWithZero && (!hasSign || isNegative && digits > 0) }

        private static let powers: [Double] = [
            1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
        ]

        /// The number, rounded correctly: both operands are exact, so one division rounds once.
        ///
        /// Source: W. D. Clinger, "How to Read Floating Point Numbers Accurately", PLDI 1990.
        package var value: Double {
            let magnitude = Double(digits) / Self.powers[fraction]
            return isNegative ? -magnitude : magnitude
        }
    }

    /// Reads a plain number of at most 15 digits, which every `Double` holds and spells alike.
    @inlinable
    package static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Number? {
        var offset = range.lowerBound
        let end = range.upperBound
        guard offset < end, range.count <= 17 else { return nil }
        var number = Number(
            digits: 0, isNegative: bytes[offset] == UInt8(ascii: "-"), hasSign: false, whole: 0,
            fraction: 0, endsInZero: false, startsWithZero: false)
        number.hasSign = number.isNegative || bytes[offset] == UInt8(ascii: "+")
        if number.hasSign { offset += 1 }
        let start = offset
        while offset < end, bytes[offset] &- 0x30 <= 9 {
            number.digits = number.digits &* 10 &+ UInt64(bytes[offset] &- 0x30)
            offset += 1
        }
        number.whole = offset - start
        guard number.whole > 0 else { return nil }
        number.startsWithZero = number.whole > 1 && bytes[start] == 0x30
        if offset < end {
            guard bytes[offset] == UInt8(ascii: ".") else { return nil }
            offset += 1
            let point = offset
            while offset < end, bytes[offset] &- 0x30 <= 9 {
                number.digits = number.digits &* 10 &+ UInt64(bytes[offset] &- 0x30)
                offset += 1
            }
            number.fraction = offset - point
            guard offset == end, number.fraction > 0 else { return nil }
            number.endsInZero = bytes[end - 1] == 0x30
        }
        return number.whole + number.fraction <= 15 ? number : nil
    }
}
