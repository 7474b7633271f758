/// Guesses which word a misspelt one was meant to be: for "did you mean".
package enum Spelling {
    /// The word that takes the fewest changed letters, if they are at most a third of it; the first of
    /// equals. Capitals do not matter.
    package static func nearest(to word: String, among known: [String]) -> String? {
        let word = word.lowercased()
        // A word twice as long as the longest is no slip, and its distance would cost too much.
        let longest = known.map(\.utf8.count).max() ?? 0
        guard word.utf8.count <= 2 * longest else { return nil }
        let candidates = known.map { ($0, distance($0.lowercased(), word)) }
        guard let best = candidates.min(by: { $0.1 < $1.1 }) else { return nil }
        return best.1 * 3 <= best.0.utf8.count ? best.0 : nil
    }

    /// Letters to insert, delete, replace, or to exchange with the next one: the commonest slips.
    ///
    /// Source: F. J. Damerau, Communications of the ACM 7 (1964), 171; no letter is changed twice.
    private static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        var before: [Int] = []
        var row = Array(0...right.count)
        for i in left.indices {
            var next = [i + 1]
            for j in right.indices {
                let replaced = row[j] + (left[i] == right[j] ? 0 : 1)
                var least = min(replaced, row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, before[j - 1] + 1)
                }
                next.append(least)
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}
