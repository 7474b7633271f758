/// Where forms are cut in three, so that two slips leave one piece as it was.
///
/// The pieces of a form are its letters in three runs of as equal length as can be, the longer ones last.
/// Two slips anywhere leave one of them alone, or are a swap across a cut and a slip in the far piece.
///
/// Source: G. Li, D. Deng, J. Wang, J. Feng, "Pass-Join: A Partition-based Method for Similarity Joins",
/// PVLDB 5 (2011), 253; here for one text at a time, and with swaps.
enum FormPieces {
    /// Forms of fewer letters are too short to cut: they are listed by length alone.
    static let fewestLetters = 3
    /// Where the second and the third piece start.
    @inline(__always)
    static func cuts(ofLength length: Int) -> (second: Int, third: Int) {
        let least = length / 3
        return (least, least * 2 + (length % 3 == 2 ? 1 : 0))
    }

    /// The hash of a piece of a form of some length.
    ///
    /// - Parameters:
    ///   - letters: the text that the piece is read from.
    ///   - range: which of its letters.
    ///   - first: what stands for the first of them; nil for itself.
    ///   - isThird: whether it is the third piece of the form, not the second.
    ///   - length: how many letters the form has.
    /// - Returns: 32 bits, evenly spread.
    @inline(__always)
    static func hash(
        _ letters: [UInt32], _ range: Range<Int>, first: UInt32? = nil, isThird: Bool, length: Int
    ) -> UInt32 {
        var hash = UInt64(length) << 1 | (isThird ? 1 : 0)
        for index in range {
            let letter = index == range.lowerBound ? first ?? letters[index] : letters[index]
            hash = (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        hash &*= 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: hash >> 32)
    }

    /// The hash of all forms of a length that are too short to cut.
    static func hash(ofLength length: Int) -> UInt32 {
        hash([], 0..<0, isThird: true, length: length)
    }
}

/// Collects the pieces of forms and lays out which forms have them.
///
/// ```
/// offsets  of each bucket, where its forms start; one more for the end; packed
/// forms    the ranks of the forms of each bucket, rising; packed
/// ```
///
/// A piece is in bucket hash × buckets ÷ 2³². Others share the bucket, and are ruled out as what only
/// looks alike is: without the pieces themselves, an entry is three bytes.
struct FormPiecesBuilder {
    /// Two for each form: of its second and third piece, or of its length and none.
    private var hashes: [UInt32] = []
    private var hasNone: [Bool] = []

    /// Takes the next form.
    mutating func add(_ letters: [UInt32]) {
        let length = letters.count
        guard length >= FormPieces.fewestLetters else {
            hashes += [FormPieces.hash(ofLength: length), 0]
            hasNone.append(true)
            return
        }
        let (second, third) = FormPieces.cuts(ofLength: length)
        hashes.append(FormPieces.hash(letters, second..<third, isThird: false, length: length))
        hashes.append(FormPieces.hash(letters, third..<length, isThird: true, length: length))
        hasNone.append(false)
    }

    /// The two sections.
    consuming func sections() -> (offsets: [UInt32], forms: [UInt32]) {
        // Eight forms a bucket: as many again as a common piece has anyway.
        let buckets = max(1, hashes.count / 8)
        var offsets = [UInt32](repeating: 0, count: buckets + 1)
        for index in hashes.indices where !isNone(index) {
            offsets[PieceTable.bucket(hashes[index], of: buckets) + 1] += 1
        }
        for bucket in 0..<buckets { offsets[bucket + 1] += offsets[bucket] }
        var next = offsets
        var forms = [UInt32](repeating: 0, count: Int(offsets[buckets]))
        for index in hashes.indices where !isNone(index) {
            let bucket = PieceTable.bucket(hashes[index], of: buckets)
            forms[Int(next[bucket])] = UInt32(index / 2)
            next[bucket] += 1
        }
        return (offsets, forms)
    }

    private func isNone(_ index: Int) -> Bool { index & 1 == 1 && hasNone[index / 2] }
}
