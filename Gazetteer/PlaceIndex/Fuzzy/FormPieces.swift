/// Where forms are cut in three, so that two slips leave one piece as it was.
///
/// The pieces of a form are its letters in three runs of as equal length as can be, the longer ones last.
/// Two slips anywhere leave one of them alone, or are a swap across a cut and a slip in the far piece.
///
/// Source: G. Li, D. Deng, J. Wang, J. Feng, "Pass-Join: A Partition-based Method for Similarity Joins",
/// PVLDB 5 (2011), 253; here for one text at a time, and with swaps.
enum FormPieces {
    /// Forms of fewer letters are too short to cut.
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
}

/// Collects the pieces of forms, given in the order of their ranks, and lays out which forms have them.
///
/// ```
/// offsets  of each bucket, where its forms start; one more for the end; packed
/// forms    the places of the forms of each bucket in the order of lengths, rising; packed
/// ```
///
/// A piece is in bucket hash × buckets ÷ 2³². Others share the bucket, and are ruled out as what only
/// looks alike is: without the pieces themselves, an entry is three bytes.
struct FormPiecesBuilder {
    /// Two for each form: of its second and its third piece. Forms that are too short have none.
    private var hashes: [UInt32] = []
    private var hasPieces: [Bool] = []

    /// Takes the next form.
    mutating func add(_ letters: [UInt32]) {
        let length = letters.count
        hasPieces.append(length >= FormPieces.fewestLetters)
        guard length >= FormPieces.fewestLetters else {
            hashes += [0, 0]
            return
        }
        let (second, third) = FormPieces.cuts(ofLength: length)
        hashes.append(FormPieces.hash(letters, second..<third, isThird: false, length: length))
        hashes.append(FormPieces.hash(letters, third..<length, isThird: true, length: length))
    }

    /// The two sections, for ranks in the order of lengths.
    consuming func sections(_ ranks: [UInt32]) -> (offsets: [UInt32], forms: [UInt32]) {
        // Eight forms a bucket: as many again as a common piece has anyway.
        let buckets = max(1, hashes.count / 8)
        var offsets = [UInt32](repeating: 0, count: buckets + 1)
        forEach(ranks) { offsets[PieceTable.bucket($1, of: buckets) + 1] += 1 }
        for bucket in 0..<buckets { offsets[bucket + 1] += offsets[bucket] }
        var next = offsets
        var forms = [UInt32](repeating: 0, count: Int(offsets[buckets]))
        forEach(ranks) { place, hash in
            let bucket = PieceTable.bucket(hash, of: buckets)
            forms[Int(next[bucket])] = UInt32(place)
            next[bucket] += 1
        }
        return (offsets, forms)
    }

    private func forEach(_ ranks: [UInt32], _ body: (_ place: Int, _ hash: UInt32) -> Void) {
        for (place, rank) in ranks.enumerated() where hasPieces[Int(rank)] {
            body(place, hashes[Int(rank) * 2])
            body(place, hashes[Int(rank) * 2 + 1])
        }
    }
}
