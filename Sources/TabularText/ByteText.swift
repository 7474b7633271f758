package import Diagnostics

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

    /// Whether a range holds the same bytes as others from an offset on, which are there.
    @inlinable
    package static func matches(
        _ bytes: Span<UInt8>, _ range: Range<Int>, _ others: Span<UInt8>, _ start: Int
    ) -> Bool {
        var (offset, other) = (range.lowerBound, start)
        while offset + 8 <= range.upperBound {
            if bytes.word(at: offset) != others.word(at: other) { return false }
            offset += 8
            other += 8
        }
        while offset < range.upperBound {
            if bytes[offset] != others[other] { return false }
            offset += 1
            other += 1
        }
        return true
    }

    /// Whether a range has bytes of letters that may be combining marks, U+0300 and beyond.
    @inlinable
    package static func mayHaveMarks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound, !bytes.word(at: offset).hasNonASCII { offset += 8 }
        while offset < range.upperBound {
            if bytes[offset] >= 0xCC { return true }
            offset += 1
        }
        return false
    }

    /// A cell as a string, as the table means it.
    package static func string(_ bytes: Span<UInt8>, _ cell: ByteRange) -> String {
        guard cell.hasDoubledQuotes else { return string(bytes, cell.range) }
        return String(decoding: array(bytes, cell), as: UTF8.self)
    }

    /// Whether a cell surely has these bytes; one with doubled quotes is not looked into.
    @inlinable
    package static func isSame(_ bytes: Span<UInt8>, _ cell: ByteRange, as others: [UInt8]) -> Bool
    {
        !cell.hasDoubledQuotes && matches(bytes, cell.range, others)
    }

    /// The bytes of a cell, as the table means it.
    package static func array(_ bytes: Span<UInt8>, _ cell: ByteRange) -> [UInt8] {
        var array: [UInt8] = []
        array.reserveCapacity(cell.count)
        var offset = Int(cell.start)
        while offset < Int(cell.end) {
            let byte = bytes[offset]
            array.append(byte)
            // The second of two quotes is how CSV writes one.
            offset += byte == UInt8(ascii: "\"") && cell.hasDoubledQuotes ? 2 : 1
        }
        return array
    }

    /// Whether a range holds exactly these bytes.
    @inlinable
    package static func matches(_ bytes: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool
    {
        range.count == word.count && matches(bytes, range, word.span, 0)
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

        @inlinable
        init(
            digits: UInt64, isNegative: Bool, hasSign: Bool, whole: Int, fraction: Int,
            endsInZero: Bool, startsWithZero: Bool
        ) {
            self.digits = digits
            self.isNegative = isNegative
            self.hasSign = hasSign
            self.whole = whole
            self.fraction = fraction
            self.endsInZero = endsInZero
            self.startsWithZero = startsWithZero
        }

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
        guard let number = number(bytes, &offset, before: range.upperBound),
            offset == range.upperBound
        else { return nil }
        return number
    }

    /// Reads a plain number from an offset on, as far as it goes.
    @inlinable @inline(__always)
    package static func number(_ bytes: Span<UInt8>, _ offset: inout Int, before end: Int)
        -> Number?
    {
        guard offset < end else { return nil }
        let isNegative = bytes[offset] == UInt8(ascii: "-")
        let hasSign = isNegative || bytes[offset] == UInt8(ascii: "+")
        if hasSign { offset += 1 }
        let start = offset
        var digits: UInt64 = 0
        // Sixteen digits are too many already.
        let limit = min(end, start + 17)
        while offset < limit, bytes[offset] &- 0x30 <= 9 {
            digits = digits &* 10 &+ UInt64(bytes[offset] &- 0x30)
            offset += 1
        }
        let whole = offset - start
        guard whole > 0 else { return nil }
        var fraction = 0
        if offset < limit, bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            let point = offset
            while offset < limit, bytes[offset] &- 0x30 <= 9 {
                digits = digits &* 10 &+ UInt64(bytes[offset] &- 0x30)
                offset += 1
            }
            fraction = offset - point
            guard fraction > 0 else { return nil }
        }
        guard whole + fraction <= 15 else { return nil }
        return Number(
            digits: digits, isNegative: isNegative, hasSign: hasSign, whole: whole,
            fraction: fraction, endsInZero: fraction > 0 && bytes[offset - 1] == 0x30,
            startsWithZero: whole > 1 && bytes[start] == 0x30)
    }
}
