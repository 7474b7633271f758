/// Finds words spelled nearly like one that is not known.
enum NearSpelling {
    /// The words at most two edits away (one for words under five letters), the nearest first.
    ///
    /// - Complexity: O(*n* · *k*²) in the number of words and their length, at most 64 letters.
    static func candidates(for word: String, among words: [String]) -> [String] {
        let sought = normalised(word)
        let reach = sought.count < 5 ? 1 : 2
        guard sought.count <= 64 else { return [] }
        return words.map { (word: $0, distance: distance(sought, normalised($0))) }
            .filter { $0.distance <= reach }
            .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
            .map(\.word)
    }

    /// Small letters, with `_` for spaces, hyphens and dots: how headers are compared.
    static func normalised(_ header: String) -> [Character] {
        header.lowercased().map { " -.".contains($0) ? "_" : $0 }
    }

    /// Insertions, deletions, changes and swaps of neighbours (optimal string alignment).
    static func distance(_ first: [Character], _ second: [Character]) -> Int {
        var before = [Int](repeating: 0, count: second.count + 1)
        var above = Array(0...second.count)
        for row in first.indices {
            var current = [row + 1]
            for column in second.indices {
                let change = above[column] + (first[row] == second[column] ? 0 : 1)
                var best = min(change, above[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1],
                    first[row - 1] == second[column]
                {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            before = above
            above = current
        }
        return above.last ?? 0
    }
}
