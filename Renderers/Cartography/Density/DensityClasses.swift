/// Classes of counts with round limits: 1, 2 and 5 times the powers of ten.
///
/// Steps of 1-2-5 are about even on a logarithmic scale, which is how counts of events spread. Where
/// they are more than there are tones, neighbours are put together so that the steps of the cells inside
/// a class differ least: sum of squares, over all ways to do it.
///
/// Source: W. D. Fisher, "On Grouping for Maximum Homogeneity", Journal of the American Statistical
/// Association 53 (1958), 789; as natural breaks with round limits.
struct DensityClasses: Hashable, Sendable {
    /// One class: counts from `least` to `most`, both included, and how many cells it has.
    struct Class: Hashable, Sendable {
        var least, most: Int
        var cells: Int
    }

    /// From few to many; empty where no cell has anything.
    private(set) var classes: [Class] = []

    /// As many tones as an eye tells apart in a legend (Brewer: five to seven).
    static let most = 7

    /// Classes of cells. Cells without any are none.
    init(_ counts: some Sequence<Int>) {
        var cellsOfStep: [Int] = []
        var (least, greatest) = (Int.max, 0)
        for count in counts where count > 0 {
            let step = Self.step(of: count)
            while cellsOfStep.count <= step { cellsOfStep.append(0) }
            cellsOfStep[step] += 1
            least = min(least, count)
            greatest = max(greatest, count)
        }
        guard greatest > 0 else { return }
        let starts = Self.starts(cellsOfStep)
        classes = starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : cellsOfStep.count
            let cells = cellsOfStep[starts[index]..<end].reduce(0, +)
            return Class(
                least: max(least, Self.limit(starts[index])),
                most: index + 1 < starts.count ? Self.limit(end) - 1 : greatest, cells: cells)
        }
        // The least class starts at a round number as the others do.
        classes[0].least = Self.limit(starts[0])
    }

    /// Which class a count belongs to; nil for none.
    func index(of count: Int) -> Int? {
        count > 0 ? classes.lastIndex { $0.least <= count } : nil
    }

    /// The limits 1, 2, 5, 10, 20, 50, …
    static func limit(_ step: Int) -> Int {
        var limit = [1, 2, 5][step % 3]
        for _ in 0..<step / 3 { limit *= 10 }
        return limit
    }

    /// The last limit that a count reaches.
    static func step(of count: Int) -> Int {
        var step = 0
        while limit(step + 1) <= count { step += 1 }
        return step
    }

    /// The steps that classes start at, the first of them the least that a cell has.
    private static func starts(_ cells: [Int]) -> [Int] {
        let first = cells.firstIndex { $0 > 0 } ?? 0
        let steps = Array(first..<cells.count)
        guard steps.count > most else { return steps }
        // best[k][n]: what k + 1 classes of the first n steps cost at least, with the last one's start.
        var best: [[(cost: Double, start: Int)]] = []
        for k in 0..<most {
            best.append(
                (0...steps.count).map { end in
                    guard end > k else { return (.infinity, 0) }
                    if k == 0 { return (cost(cells[first..<first + end]), 0) }
                    return (k..<end).map { start in
                        let last = cost(cells[first + start..<first + end])
                        return (best[k - 1][start].cost + last, start)
                    }.min { $0.0 < $1.0 } ?? (.infinity, 0)
                })
        }
        var starts: [Int] = []
        var end = steps.count
        for k in (0..<most).reversed() {
            end = best[k][end].start
            starts.append(first + end)
        }
        return starts.reversed()
    }

    /// How much the steps of cells differ inside a class: the sum of squares about their mean.
    private static func cost(_ cells: ArraySlice<Int>) -> Double {
        var (n, sum, squares) = (0.0, 0.0, 0.0)
        for (step, count) in cells.enumerated() {
            n += Double(count)
            sum += Double(count * step)
            squares += Double(count * step * step)
        }
        return n == 0 ? 0 : squares - sum * sum / n
    }
}
