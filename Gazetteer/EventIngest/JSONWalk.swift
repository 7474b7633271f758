internal import Diagnostics
internal import TabularText

/// Walks over the tokens of JSON. Each step passes the white space before its token; one that
/// does not fit leaves `offset` where it fails.
struct JSONWalk {
    var offset: Int

    func fault(_ bytes: Span<UInt8>) -> JSONCutter.Outcome {
        offset + 24 >= bytes.count ? .cutShort : .odd
    }

    mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        skipSpace(bytes)
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    mutating func skipSpace(_ bytes: Span<UInt8>) {
        while offset < bytes.count, bytes[offset] <= 0x20 {
            let byte = bytes[offset]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            offset += 1
        }
    }

    /// A key and its colon.
    mutating func key(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard let key = string(bytes), take(UInt8(ascii: ":"), bytes) else { return nil }
        return key
    }

    /// The inside of a string without escapes.
    mutating func string(_ bytes: Span<UInt8>) -> Range<Int>? {
        guard take(UInt8(ascii: "\""), bytes) else { return nil }
        return closedString(bytes)
    }

    /// The inside of a string whose quote was passed.
    @inline(__always)
    mutating func closedString(_ bytes: Span<UInt8>) -> Range<Int>? {
        let start = offset
        while offset < bytes.count {
            if offset + 8 <= bytes.count {
                let word = bytes.word(at: offset)
                let marks =
                    word.marks(of: UInt8(ascii: "\"")) | word.marks(of: UInt8(ascii: "\\"))
                    | word.marks(below: 0x20)
                offset += marks.trailingZeroBitCount / 8
                if marks == 0 { continue }
            }
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\"") {
                offset += 1
                return start..<offset - 1
            }
            if byte == UInt8(ascii: "\\") || byte < 0x20 { return nil }
            offset += 1
        }
        return nil
    }

    mutating func word(_ word: [UInt8], _ bytes: Span<UInt8>) -> Bool {
        skipSpace(bytes)
        guard offset + word.count <= bytes.count,
            ByteText.matches(bytes, offset..<offset + word.count, word)
        else { return false }
        offset += word.count
        return true
    }

    /// A number as a cell spells it: no exponent, no zero too many.
    mutating func number(_ bytes: Span<UInt8>) -> CellRow.Cell? {
        skipSpace(bytes)
        let start = offset
        var end = offset
        guard let number = ByteText.number(bytes, &end, before: bytes.count), end < bytes.count,
            !number.endsInZero, !number.startsWithZero,
            !number.hasSign || number.isNegative && number.digits > 0
        else { return nil }
        let next = bytes[end]
        guard next &- 0x30 > 9, next != UInt8(ascii: "."), next | 0x20 != UInt8(ascii: "e") else {
            return nil
        }
        offset = end
        return CellRow.Cell(start..<end)
    }

    /// A string, number or word as a cell; null is an empty one.
    mutating func scalar(_ bytes: Span<UInt8>) -> CellRow.Cell? {
        skipSpace(bytes)
        guard offset < bytes.count else { return nil }
        switch bytes[offset] {
        case UInt8(ascii: "\""):
            guard let range = string(bytes) else { return nil }
            let trimmed = ByteText.trimmed(bytes, range)
            return CellRow.Cell(trimmed)
        case UInt8(ascii: "n"):
            return word(JSONCutter.null, bytes) ? .empty : nil
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            let start = offset
            guard word(JSONCutter.yes, bytes) || word(JSONCutter.no, bytes) else { return nil }
            return CellRow.Cell(start..<offset)
        default:
            return number(bytes)
        }
    }
}
