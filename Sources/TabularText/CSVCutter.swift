internal import Diagnostics

/// Cuts one row of CSV into cells where it stands.
///
/// Eight bytes are looked at in one step, which took half off the cutting of rows of short cells.
struct CSVCutter {
    /// What was found between two line ends.
    struct Cut {
        enum Kind {
            case blank
            case cells
            /// It needs more than cutting: `CSVScanner` finds what.
            case odd
        }
        var kind: Kind
        /// Where the row ends, and where the next starts.
        var end: Int
        var next: Int
        /// Whether it has, or may have, line ends inside.
        var hasBreaks: Bool
    }

    let delimiter: UInt8

    private static let quote = UInt8(ascii: "\"")

    /// Cuts the row at an offset into `cells`, one for each column; nil when the bytes end before it
    /// does. `isAtEnd` says that nothing comes after them.
    func cut(
        _ bytes: Span<UInt8>, from start: Int, isAtEnd: Bool,
        into cells: inout MutableSpan<ByteRange>
    ) -> Cut? {
        var offset = start
        var column = 0
        var (isOdd, isBlank, hasBreaks) = (false, true, false)
        while true {
            var cell = offset..<offset
            var hasDoubledQuotes = false
            if offset < bytes.count, bytes[offset] == Self.quote {
                let opened = offset + 1
                offset = opened
                guard closeQuote(bytes, &offset, &hasDoubledQuotes, &hasBreaks) else {
                    guard isAtEnd else { return nil }
                    return Cut(kind: .odd, end: bytes.count, next: bytes.count, hasBreaks: true)
                }
                cell = opened..<offset
                offset += 1
                isBlank = isBlank && cell.isEmpty
                isOdd = isOdd || offset < bytes.count && !endsCell(bytes[offset])
            }
            let rest = offset
            passCell(bytes, &offset)
            if offset > rest, cell.isEmpty { cell = rest..<offset }
            let trimmed = ByteText.trimmed(bytes, cell)
            if !trimmed.isEmpty {
                isBlank = false
                // What keeps a formula from being run is taken away again.
                if bytes[trimmed.lowerBound] == UInt8(ascii: "'") { isOdd = true }
            }
            if column < cells.count {
                cells[column] = ByteRange(trimmed)
                if hasDoubledQuotes { cells[column].hasDoubledQuotes = true }
            } else {
                isOdd = isOdd || !trimmed.isEmpty
            }
            column += 1
            guard offset < bytes.count, bytes[offset] == delimiter else { break }
            offset += 1
        }
        guard let next = lineEnd(bytes, offset, isAtEnd: isAtEnd) else { return nil }
        let kind: Cut.Kind = isBlank ? .blank : isOdd || column < cells.count ? .odd : .cells
        return Cut(kind: kind, end: offset, next: next, hasBreaks: hasBreaks || isOdd)
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == 0x0A || byte == 0x0D
    }

    /// Steps to the end of a cell.
    @inline(__always)
    private func passCell(_ bytes: Span<UInt8>, _ offset: inout Int) {
        while offset < bytes.count {
            if offset + 8 <= bytes.count {
                let word = bytes.word(at: offset)
                let marks = word.marks(of: delimiter) | word.marks(below: 0x0E)
                offset += marks.trailingZeroBitCount / 8
                if marks == 0 { continue }
            }
            if endsCell(bytes[offset]) { return }
            offset += 1
        }
    }

    /// Steps to the quote that closes a cell; false when the bytes end before.
    private func closeQuote(
        _ bytes: Span<UInt8>, _ offset: inout Int, _ hasDoubledQuotes: inout Bool,
        _ hasBreaks: inout Bool
    ) -> Bool {
        while offset < bytes.count {
            if offset + 8 <= bytes.count {
                let word = bytes.word(at: offset)
                let marks = word.marks(of: Self.quote) | word.marks(below: 0x0E)
                offset += marks.trailingZeroBitCount / 8
                if marks == 0 { continue }
            }
            if bytes[offset] == Self.quote {
                guard offset + 1 < bytes.count, bytes[offset + 1] == Self.quote else {
                    return true
                }
                hasDoubledQuotes = true
                offset += 1
            } else if bytes[offset] < 0x0E {
                hasBreaks = true
            }
            offset += 1
        }
        return false
    }

    /// Where the next row starts; nil when that is not known yet.
    private func lineEnd(_ bytes: Span<UInt8>, _ offset: Int, isAtEnd: Bool) -> Int? {
        guard offset < bytes.count else { return isAtEnd ? offset : nil }
        guard bytes[offset] == 0x0D else { return offset + 1 }
        guard offset + 1 < bytes.count else { return isAtEnd ? offset + 1 : nil }
        return bytes[offset + 1] == 0x0A ? offset + 2 : offset + 1
    }
}
