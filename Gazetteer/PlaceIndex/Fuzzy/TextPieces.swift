/// Which pieces of a text, about where it has them, forms that are some slips away may have.
struct TextPieces {
    private let letters: [UInt32]
    /// How many slips there may be.
    private let limit: Int

    init(_ letters: [UInt32], slips: Int) {
        self.letters = letters
        limit = slips
    }

    /// Calls a closure with the hashes of the second and third pieces that near forms of a length may have.
    func forEachHash(ofLength length: Int, _ body: (UInt32) -> Void) {
        let (second, third) = FormPieces.cuts(ofLength: length)
        forEachThird(length, third, body)
        if limit > 1 { forEachSecond(length, second..<third, body) }
    }

    /// Slips that are all before the third piece leave it at the end of the text.
    private func forEachThird(_ length: Int, _ third: Int, _ body: (UInt32) -> Void) {
        let start = letters.count - (length - third)
        guard start >= 0 else { return }
        let end = start..<letters.count
        body(FormPieces.hash(letters, end, isThird: true, length: length))
        // One that swaps the letters on either side of the cut, and one in the first piece.
        guard limit > 1, start > 0, letters[start - 1] != letters[start],
            abs(letters.count - length) < limit
        else { return }
        body(
            FormPieces.hash(
                letters, end, first: letters[start - 1], isThird: true, length: length))
    }

    /// A slip before the second piece and one behind it move it by one letter at most; those that are left
    /// by one more each.
    private func forEachSecond(_ length: Int, _ second: Range<Int>, _ body: (UInt32) -> Void) {
        let (more, most) = (letters.count - length, limit - 1)
        for move in max(-most, more - most)...min(most, more + most)
        where abs(move) + abs(more - move) <= limit {
            let range = (second.lowerBound + move)..<(second.upperBound + move)
            guard range.lowerBound >= 0, range.upperBound <= letters.count else { continue }
            body(FormPieces.hash(letters, range, isThird: false, length: length))
        }
    }

    /// How many letters the first pieces of near forms of a length have.
    ///
    /// With one slip the first two pieces are as they were, but for a letter swapped across the cut.
    func startSize(ofLength length: Int) -> Int {
        let (second, third) = FormPieces.cuts(ofLength: length)
        return limit == 1 ? max(second, third - 1) : second
    }

    /// The first pieces of so many letters: slips that are all behind it leave it at the start of the text.
    func starts(ofSize size: Int) -> [[UInt32]] {
        guard size <= letters.count else { return [] }
        let start = Array(letters[..<size])
        // One slip that swaps the letters on either side of the cut, and one in the third piece.
        guard limit > 1, size > 0, size < letters.count, letters[size - 1] != letters[size] else {
            return [start]
        }
        return [start, start.dropLast() + [letters[size]]]
    }
}
