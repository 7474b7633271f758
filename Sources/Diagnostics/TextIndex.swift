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
    /// - Complexity: O(*n*).
    package static func firstFault(in bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            // Most of most texts is ASCII.
            while index + 8 <= bytes.count, !bytes.word(at: index).hasNonASCII { index += 8 }
            guard index < bytes.count else { break }
            let lead = bytes[index]
            if lead < 0x80 {
                index += 1
                continue
            }
            guard let (count, second) = sequence(lead), index + count <= bytes.count,
                second.contains(bytes[index + 1])
            else { return index }
            for offset in 2..<max(2, count) where bytes[index + offset] & 0xC0 != 0x80 {
                return index
            }
            index += count
        }
        return nil
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
    private static func sequence(_ lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
