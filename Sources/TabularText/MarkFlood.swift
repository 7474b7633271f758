/// Text whose letters bear more marks than any script has: a picture, not a word, that fills the
/// memory and time of whoever lays it out.
package enum MarkFlood {
    /// The most marks on one letter.
    ///
    /// Source: Unicode Standard Annex #15, "Stream-Safe Text Format": 30 non-starters.
    package static let greatestCount = 30

    /// The Unicode scalar, from 0, whose marks are too many; nil when there is none.
    package static func first(in text: String) -> Int? {
        // Each mark has two bytes or more, so that short texts and ASCII need no look.
        guard text.utf8.count > 2 * greatestCount, text.utf8.contains(where: { $0 >= 0xCC }) else {
            return nil
        }
        var marks = 0
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            marks = isMark(scalar) ? marks + 1 : 0
            if marks > greatestCount { return offset - marks }
        }
        return nil
    }

    /// Whether the cell of a row has too many marks on a letter.
    @inlinable @inline(__always)
    package static func isFlood(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        range.count > 2 * greatestCount && isLongFlood(bytes, range)
    }

    @usableFromInline
    static func isLongFlood(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard ByteText.mayHaveMarks(bytes, range) else { return false }
        return first(in: ByteText.string(bytes, range)) != nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // Latin, Greek, Cyrillic and Armenian letters are told without a look into a table.
        if scalar.value < 0x300 || (0x370..<0x483).contains(scalar.value)
            || (0x48A..<0x591).contains(scalar.value)
        {
            return false
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark: return true
        default: return false
        }
    }
}
