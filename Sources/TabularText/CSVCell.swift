package import Diagnostics

/// Cells of CSV that a spreadsheet would run as a formula, and the apostrophe that keeps it from that.
///
/// Source: OWASP, "CSV Injection". A text that already is an apostrophe and a formula gets another, so
/// that taking one away when it is read gives back every text.
package enum CSVCell {
    /// Whether a cell gets an apostrophe in front.
    package static func isRun(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        while start < range.upperBound, bytes[start] == UInt8(ascii: "'") { start += 1 }
        guard start < range.upperBound else { return false }
        switch bytes[start] {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: return true
        case UInt8(ascii: "+"), UInt8(ascii: "-"):
            return !isNumber(bytes, start + 1..<range.upperBound)
        default: return false
        }
    }

    /// Whether a cell is written in quotes.
    static func isQuoted(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if offset + 8 <= bytes.count {
                let word = bytes.word(at: offset)
                let marks =
                    word.marks(of: UInt8(ascii: "\"")) | word.marks(of: UInt8(ascii: ","))
                    | word.marks(below: 0x0E)
                offset += marks.trailingZeroBitCount / 8
                if marks == 0 { continue }
                guard offset < range.upperBound else { return false }
            }
            switch bytes[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: return true
            default: offset += 1
            }
        }
        return false
    }

    private static func isNumber(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var points = 0
        for offset in range {
            if bytes[offset] == UInt8(ascii: ".") {
                points += 1
            } else if bytes[offset] &- 0x30 > 9 {
                return false
            }
        }
        return !range.isEmpty && points <= 1
    }

    /// The text of a cell without the apostrophe that was put in front of a formula.
    package static func read(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'") else { return text }
        let bytes = Array(text.utf8)
        return isRun(bytes.span, 1..<bytes.count) ? String(text.dropFirst()) : text
    }
}

extension RawOutput {
    /// Writes a cell: at most twice its bytes and three more.
    package mutating func write(cell bytes: Span<UInt8>, _ cell: ByteRange) {
        let range = cell.range
        let isRun = CSVCell.isRun(bytes, range)
        let isQuoted = cell.hasDoubledQuotes || CSVCell.isQuoted(bytes, range)
        if isQuoted { unsafe put(UInt8(ascii: "\"")) }
        if isRun { unsafe put(UInt8(ascii: "'")) }
        // Quotes that are doubled already stay so.
        guard isQuoted, !cell.hasDoubledQuotes else {
            unsafe copy(bytes, range)
            if isQuoted { unsafe put(UInt8(ascii: "\"")) }
            return
        }
        for offset in range {
            if bytes[offset] == UInt8(ascii: "\"") { unsafe put(UInt8(ascii: "\"")) }
            unsafe put(bytes[offset])
        }
        unsafe put(UInt8(ascii: "\""))
    }

    /// Writes a plain number without zeros at the end of its fraction.
    package mutating func write(number bytes: Span<UInt8>, _ range: Range<Int>) {
        unsafe copy(bytes, PlainNumber.shortest(bytes, range))
    }
}
