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
        var scratch = Scratch()
        return alignment(left, right, limit: limit, scratch: &scratch)
    }

    /// Rows of the recurrence, kept from one pair to the next: a thousand pairs allocate once.
    public struct Scratch: Sendable {
        fileprivate var twoBack: [Int] = []
        fileprivate var oneBack: [Int] = []
        fileprivate var row: [Int] = []

        /// Makes rows that grow when needed.
        public init() {}

        fileprivate mutating func reset(_ count: Int) {
            if row.count <= count {
                twoBack = [Int](repeating: 0, count: count + 1)
                oneBack = twoBack
                row = twoBack
            }
            for index in 0...count { oneBack[index] = index }
        }
    }

    /// The same, with rows that are kept by the caller.
    public static func alignment(
        _ left: [UInt8], _ right: [UInt8], limit: Int, scratch: inout Scratch
    ) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        scratch.reset(right.count)
        var leastBefore = 0
        for i in 1...left.count {
            let least = fillRow(i, left, right, &scratch)
            // A swap reaches back two rows, so the row before must be above the limit as well.
            if least > limit, leastBefore > limit { return nil }
            leastBefore = least
            swap(&scratch.twoBack, &scratch.oneBack)
            swap(&scratch.oneBack, &scratch.row)
        }
        let distance = scratch.oneBack[right.count]
        return distance <= limit ? distance : nil
    }

    /// Fills the row of a letter and gives its least entry.
    private static func fillRow(
        _ i: Int, _ left: [UInt8], _ right: [UInt8], _ scratch: inout Scratch
    ) -> Int {
        scratch.row[0] = i
        var least = i
        for j in 1...right.count {
            let cost = left[i - 1] == right[j - 1] ? 0 : 1
            var best = min(
                scratch.oneBack[j] + 1, scratch.row[j - 1] + 1, scratch.oneBack[j - 1] + cost)
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                best = min(best, scratch.twoBack[j - 2] + 1)
            }
            scratch.row[j] = best
            least = min(least, best)
        }
        return least
    }
}
