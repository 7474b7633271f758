/// Turns byte offsets of a UTF-8 text into lines and columns.
///
/// Lines end at LF, CR LF or a lone CR. Columns count Unicode scalars from 1. A byte order mark at
/// the start has no column.
package struct TextIndex: Sendable {
    private let bytes: [UInt8]
    /// Each is `Self.stride` bytes after the one before.
    private let checkpoints: [TextPosition]
    private let hasMark: Bool
    private static let stride = 512
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Makes an index over all of a text, or over a piece of one that starts at a position.
    ///
    /// - Complexity: O(*n*) time, one checkpoint of 24 bytes each 512 bytes.
    package init(_ bytes: [UInt8], from start: TextPosition = TextPosition()) {
        self.bytes = bytes
        var checkpoints = [start]
        var position = start
        var offset = bytes.starts(with: Self.mark) && start == TextPosition() ? 3 : 0
        while offset < bytes.count {
            let end = min((offset / Self.stride + 1) * Self.stride, bytes.count)
            position.step(over: bytes.span, offset..<end)
            offset = end
            checkpoints.append(position)
        }
        hasMark = start == TextPosition() && bytes.starts(with: Self.mark)
        self.checkpoints = checkpoints
    }

    /// The line and column, from 1, of the scalar at a byte offset; an offset past the end is the end.
    ///
    /// - Complexity: O(1), at most 512 bytes are walked.
    package func position(of offset: Int) -> (line: Int, column: Int) {
        var cursor = Cursor(self, at: offset)
        return cursor.position(of: offset)
    }

    /// Walks on from one position to the next, for many positions in order.
    package struct Cursor {
        private let index: TextIndex
        private var offset: Int
        private var state: TextPosition

        /// A cursor that starts at or a little before an offset.
        package init(_ index: TextIndex, at offset: Int) {
            self.index = index
            let checkpoint = min(max(0, offset) / TextIndex.stride, index.checkpoints.count - 1)
            self.offset = min(checkpoint * TextIndex.stride, index.bytes.count)
            if index.hasMark, checkpoint == 0 { self.offset = TextIndex.mark.count }
            state = index.checkpoints[checkpoint]
        }

        /// The position of an offset; going back costs no more than starting anew.
        package mutating func position(of wanted: Int) -> (line: Int, column: Int) {
            let wanted = min(max(0, wanted), index.bytes.count)
            if wanted < offset || wanted - offset > 2 * TextIndex.stride {
                self = Cursor(index, at: wanted)
            }
            if offset < wanted {
                var position = state
                position.step(over: index.bytes.span, offset..<wanted)
                state = position
                offset = wanted
            }
            return (state.line, state.column)
        }
    }
}

/// Checks that bytes are UTF-8.
package enum UTF8Check {
    /// The offset of the first byte that is no UTF-8 (RFC 3629: no overlong forms, no surrogates,
    /// nothing past U+10FFFF), or nil when all are.
    ///
    /// - Complexity: O(*n*), eight bytes at a time where they are ASCII or letters of two bytes.
    package static func firstFault(in bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            while index + 8 <= bytes.count {
                let word = bytes.word(at: index)
                guard !word.hasNonASCII || word.isFourTwoByteLetters else {
                    // Most of most texts is ASCII.
                    index += word.bytesOfASCII
                    break
                }
                index += 8
            }
            guard index < bytes.count else { break }
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard let length = letter(bytes, at: index) else { return index }
            index += length
        }
        return nil
    }

    /// The length of the letter of two bytes or more at an offset; nil when there is none.
    @inline(__always)
    private static func letter(_ bytes: Span<UInt8>, at index: Int) -> Int? {
        let lead = bytes[index]
        guard let (count, least, most) = sequence(lead), index + count <= bytes.count,
            bytes[index + 1] >= least, bytes[index + 1] <= most
        else { return nil }
        if count > 2, bytes[index + 2] & 0xC0 != 0x80 { return nil }
        if count > 3, bytes[index + 3] & 0xC0 != 0x80 { return nil }
        return count
    }

    /// The offset of the first zero byte, or nil when there is none.
    ///
    /// - Complexity: O(*n*), eight bytes at a time.
    package static func firstZero(in bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index + 8 <= bytes.count, !bytes.word(at: index).hasByte(below: 1) { index += 8 }
        while index < bytes.count {
            if bytes[index] == 0 { return index }
            index += 1
        }
        return nil
    }

    /// The length of a sequence and the values that its second byte may have (Unicode table 3-7).
    @inline(__always)
    private static func sequence(_ lead: UInt8) -> (count: Int, least: UInt8, most: UInt8)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80, 0xBF)
        case 0xE0: (3, 0xA0, 0xBF)
        case 0xED: (3, 0x80, 0x9F)
        case 0xE1...0xEF: (3, 0x80, 0xBF)
        case 0xF0: (4, 0x90, 0xBF)
        case 0xF1...0xF3: (4, 0x80, 0xBF)
        case 0xF4: (4, 0x80, 0x8F)
        default: nil
        }
    }
}

extension UInt64 {
    /// How many of the eight bytes, the lowest first, are ASCII before one that is not.
    fileprivate var bytesOfASCII: Int { (self & 0x8080_8080_8080_8080).trailingZeroBitCount / 8 }

    /// Whether the eight bytes are four letters of two bytes (U+0080 to U+07FF).
    fileprivate var isFourTwoByteLetters: Bool {
        // Leads are 110xxxxx, here in the lower byte of each half-word, what continues 10xxxxxx.
        guard self & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 else { return false }
        // Leads of C0 and C1 are overlong: each must have a bit beside the lowest.
        let bits = self & 0x001E_001E_001E_001E
        return (bits &+ 0x7FFF_7FFF_7FFF_7FFF) & 0x8000_8000_8000_8000 == 0x8000_8000_8000_8000
    }
}
