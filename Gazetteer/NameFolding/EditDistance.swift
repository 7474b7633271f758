/// How many slips apart two folded names are.
public enum EditDistance {
    /// The most slips that a name of some letters may have and still be taken for another: none up to 3
    /// letters, one up to 6, two from 7.
    public static func allowance(letters: Int) -> Int {
        switch letters {
        case ...3: 0
        case 4...6: 1
        default: 2
        }
    }

    /// The optimal string alignment distance, or nil when it is more than `limit`.
    ///
    /// Letters inserted, left out or replaced count one each, and so do two neighbours swapped; no
    /// stretch is edited twice.
    ///
    /// Source: the recurrence of R. A. Wagner and R. Lowrance, "An Extension of the String-to-String
    /// Correction Problem", Journal of the ACM 22 (1975), 177, restricted to one edit a stretch.
    ///
    /// - Complexity: O(*n* · *m*), left early once a whole row is above the limit.
    public static func alignment(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var twoBack = [Int](repeating: 0, count: right.count + 1)
        var oneBack = Array(0...right.count)
        var row = twoBack
        for i in 1...left.count {
            row[0] = i
            var least = i
            for j in 1...right.count {
                let cost = left[i - 1] == right[j - 1] ? 0 : 1
                var best = min(oneBack[j] + 1, row[j - 1] + 1, oneBack[j - 1] + cost)
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    best = min(best, twoBack[j - 2] + 1)
                }
                row[j] = best
                least = min(least, best)
            }
            // A swap reaches back two rows, so the row before must be above the limit as well.
            if least > limit, (oneBack.min() ?? 0) > limit { return nil }
            (twoBack, oneBack, row) = (oneBack, row, twoBack)
        }
        return oneBack[right.count] <= limit ? oneBack[right.count] : nil
    }
}
