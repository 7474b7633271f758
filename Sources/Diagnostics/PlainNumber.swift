/// Numbers that are spelled without sign of plus, exponent or zeros in front.
package enum PlainNumber {
    /// The shortest digits that mean a number, without a fraction of zero and a minus before zero; beyond
    /// 2⁵³ and for the smallest, with an exponent.
    package static func text(_ number: Double) -> String {
        let text = number == 0 ? "0" : "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A range without zeros at the end of a fraction, and without a point that nothing follows.
    @inlinable
    package static func shortest(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        // A number that ends in another digit is as short as can be.
        guard range.upperBound > range.lowerBound,
            bytes[range.upperBound - 1] == UInt8(ascii: "0")
        else { return range }
        return withoutZeros(bytes, range)
    }

    @usableFromInline
    static func withoutZeros(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var hasPoint = false
        for offset in range where bytes[offset] == UInt8(ascii: ".") { hasPoint = true }
        guard hasPoint else { return range }
        var end = range.upperBound
        while bytes[end - 1] == UInt8(ascii: "0") { end -= 1 }
        if bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        return range.lowerBound..<end
    }
}
