/// A place in a UTF-8 text that is walked from its start: line and column, from 1.
///
/// Lines end at LF, CR LF or a lone CR. Columns count Unicode scalars.
package struct TextPosition: Hashable, Sendable {
    /// The line, from 1.
    package private(set) var line = 1
    /// The column, from 1.
    package private(set) var column = 1
    private var followsReturn = false

    /// The start of a text.
    package init() {}

    /// Steps over one byte.
    package mutating func step(over byte: UInt8) {
        let isReturn = byte == 0x0D
        if byte == 0x0A, followsReturn {
            // The second half of CR LF: the line was counted with the first.
        } else if byte == 0x0A || isReturn {
            line += 1
            column = 1
        } else if byte & 0xC0 != 0x80 {
            column += 1
        }
        followsReturn = isReturn
    }

    /// Steps over the bytes of a range.
    ///
    /// - Complexity: O(*n*), eight bytes at a time where no line ends.
    package mutating func step(over bytes: Span<UInt8>, _ range: Range<Int>) {
        var offset = range.lowerBound
        // Columns count after the last line end alone.
        if range.count > 64, let last = Self.lastLineEnd(bytes, range) {
            passLines(bytes, offset..<last + 1)
            offset = last + 1
        }
        while offset < range.upperBound {
            if offset + 8 <= range.upperBound {
                let word = bytes.word(at: offset)
                if !word.hasByte(below: 0x10) {
                    column += 8 - word.continuationBytes
                    followsReturn = false
                    offset += 8
                    continue
                }
            }
            step(over: bytes[offset])
            offset += 1
        }
    }

    /// Steps over lines; the range ends with a line end, and the column is right there alone.
    private mutating func passLines(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        var offset = range.lowerBound
        while offset < range.upperBound {
            // Lines are longer than words: four at a time halve the time of counting them.
            while offset + 32 <= range.upperBound,
                (bytes.word(at: offset).marks(below: 0x10)
                    | bytes.word(at: offset + 8).marks(below: 0x10)
                    | bytes.word(at: offset + 16).marks(below: 0x10)
                    | bytes.word(at: offset + 24).marks(below: 0x10)) == 0
            {
                followsReturn = false
                offset += 32
            }
            if offset + 8 <= range.upperBound {
                let marks = bytes.word(at: offset).marks(below: 0x10)
                let clean = marks.trailingZeroBitCount / 8
                if clean > 0 { followsReturn = false }
                offset += clean
                if marks == 0 { continue }
            }
            step(over: bytes[offset])
            offset += 1
        }
    }

    private static func lastLineEnd(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        var offset = range.upperBound
        while offset > range.lowerBound {
            if offset - 8 >= range.lowerBound, !bytes.word(at: offset - 8).hasByte(below: 0x10) {
                offset -= 8
                continue
            }
            offset -= 1
            if bytes[offset] == 0x0A || bytes[offset] == 0x0D { return offset }
        }
        return nil
    }

    /// Steps over so many lines and their ends, to the start of the next.
    package mutating func stepToLine(after count: Int, afterReturn: Bool) {
        line += count
        column = 1
        followsReturn = afterReturn
    }

    /// The position in a file.
    package func location(in file: String) -> SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }
}

extension Span where Element == UInt8 {
    /// Eight bytes as one word, the first in the lowest bits.
    @inlinable @inline(__always)
    package func word(at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset + 8 <= count, "eight bytes lie in the span")
        return unsafe withUnsafeBytes { buffer in
            // SAFETY: the precondition holds the load inside the buffer; any bits are a word.
            unsafe UInt64(
                littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
    }
}

extension UInt64 {
    @usableFromInline static var ones: UInt64 { 0x0101_0101_0101_0101 }
    @usableFromInline static var tops: UInt64 { 0x8080_8080_8080_8080 }

    /// Whether one of the eight bytes is ASCII and below a limit of at most 0x80.
    ///
    /// Source: S. E. Anderson, "Bit Twiddling Hacks", "Determine if a word has a byte less than n".
    @inlinable @inline(__always)
    package func hasByte(below limit: UInt8) -> Bool {
        (self &- Self.ones &* UInt64(limit)) & ~self & Self.tops != 0
    }

    /// The top bit of each of the eight bytes that is ASCII and below a limit of at most 0x80; the
    /// lowest bit that is set is right, those above it may be too many.
    @inlinable @inline(__always)
    package func marks(below limit: UInt8) -> UInt64 {
        (self &- Self.ones &* UInt64(limit)) & ~self & Self.tops
    }

    /// The top bit of each of the eight bytes that is a given one; the lowest bit that is set is
    /// right, those above it may be too many.
    @inlinable @inline(__always)
    package func marks(of byte: UInt8) -> UInt64 {
        (self ^ Self.ones &* UInt64(byte)).marks(below: 1)
    }

    /// Whether one of the eight bytes has its top bit set: is not ASCII.
    @inlinable package var hasNonASCII: Bool { self & Self.tops != 0 }

    /// How many of the eight bytes continue a UTF-8 sequence (`10xxxxxx`).
    @inlinable package var continuationBytes: Int {
        (self & ~(self << 1) & Self.tops).nonzeroBitCount
    }
}
