/// Turns byte offsets of a UTF-8 text into lines and columns.
///
/// Lines end at LF, CR LF or a lone CR. Columns count Unicode scalars from 1. A byte order mark at
/// the start has no column.
package struct TextIndex: Sendable {
    /// Where a checkpoint stands; each is `Self.stride` bytes after the one before.
    private struct Checkpoint {
        var line: UInt32
        var column: UInt32
        var followsReturn: Bool
    }

    private let bytes: [UInt8]
    private let checkpoints: [Checkpoint]
    private static let stride = 512
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Makes an index over all of a text.
    ///
    /// - Complexity: O(*n*) time, one checkpoint of 12 bytes each 512 bytes.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var state = Checkpoint(line: 1, column: 1, followsReturn: false)
        if bytes.starts(with: Self.mark) { state.column = 0 }
        var checkpoints: [Checkpoint] = []
        for (offset, byte) in bytes.enumerated() {
            if offset.isMultiple(of: Self.stride) { checkpoints.append(state) }
            Self.step(&state, over: byte)
        }
        checkpoints.append(state)
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
        private var state: Checkpoint

        /// A cursor that starts at or a little before an offset.
        package init(_ index: TextIndex, at offset: Int) {
            self.index = index
            let checkpoint = min(max(0, offset) / TextIndex.stride, index.checkpoints.count - 1)
            self.offset = min(checkpoint * TextIndex.stride, index.bytes.count)
            state = index.checkpoints[checkpoint]
        }

        /// The position of an offset; going back costs no more than starting anew.
        package mutating func position(of wanted: Int) -> (line: Int, column: Int) {
            let wanted = min(max(0, wanted), index.bytes.count)
            if wanted < offset || wanted - offset > 2 * TextIndex.stride {
                self = Cursor(index, at: wanted)
            }
            while offset < wanted {
                TextIndex.step(&state, over: index.bytes[offset])
                offset += 1
            }
            return (Int(state.line), max(1, Int(state.column)))
        }
    }

    private static func step(_ state: inout Checkpoint, over byte: UInt8) {
        let isReturn = byte == 0x0D
        if byte == 0x0A, state.followsReturn {
            // The second half of CR LF: the line was counted with the first.
        } else if byte == 0x0A || isReturn {
            state.line += 1
            state.column = 1
        } else if byte & 0xC0 != 0x80 {
            state.column += 1
        }
        state.followsReturn = isReturn
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
