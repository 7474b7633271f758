internal import FlatFile

/// The forms in the order of how many letters they have, those of one length by rank: which forms of a
/// length start with some letters is a stretch of it, and a number in it tells the length.
///
/// ```
/// starts  for each length up to `longest`, for each 65,536 ranks: where their forms start; one more for the
///         end; packed
/// ranks   the low 16 bits of the rank of each form (2)
/// ```
///
/// A form takes two bytes so, whatever their number.
struct FormsByLength: Sendable {
    /// Longer ones stand together, at the end: no search has so many letters.
    static let longest = SlipMeter.mostLetters + 3

    private let starts: PackedColumn
    private let lows: FixedColumn<UInt16>
    /// How many stretches of 65,536 ranks there are.
    private let chunks: Int
    let count: Int

    init(starts: FlatSlice, ranks: FlatSlice, count: Int) {
        self.starts = PackedColumn(starts)
        lows = FixedColumn(ranks)
        chunks = Self.chunks(of: count)
        self.count = count
    }

    static func chunks(of count: Int) -> Int { (count + 0xFFFF) >> 16 }

    /// The number under which the length of a form is kept.
    static func length(_ letters: Int) -> Int { min(letters, longest) }

    /// Where the forms of a length stand.
    func places(ofLength length: Int) -> Range<Int> {
        sound(start(length, 0), end(length))
    }

    /// Where those of some ranks stand among the forms of a length.
    func places(ofLength length: Int, ranks: Range<Int>) -> Range<Int> {
        guard !ranks.isEmpty else { return 0..<0 }
        return sound(
            place(ofLength: length, rank: ranks.lowerBound),
            place(ofLength: length, rank: ranks.upperBound))
    }

    /// Calls a closure with the ranks of some rising places of forms of a length.
    func forEachRank(
        of places: some Sequence<Int>, ofLength length: Int, _ body: (Int) -> Void
    ) {
        var chunk = -1
        var end = 0
        for place in places {
            if chunk < 0 || place >= end {
                chunk = self.chunk(of: place, ofLength: length)
                end = start(length, chunk + 1)
            }
            body(chunk << 16 | Int(lows[place]))
        }
    }

    /// The rank of the form at a place.
    func rank(at place: Int, ofLength length: Int) -> Int {
        chunk(of: place, ofLength: length) << 16 | Int(lows[place])
    }

    private func start(_ length: Int, _ chunk: Int) -> Int {
        Int(starts[Self.length(length) * chunks + chunk])
    }

    private func end(_ length: Int) -> Int { start(length, chunks) }

    /// The first place of a length whose form does not come before a rank.
    private func place(ofLength length: Int, rank: Int) -> Int {
        let chunk = rank >> 16
        guard chunk < chunks else { return end(length) }
        var (low, high) = (start(length, chunk), start(length, chunk + 1))
        let wanted = UInt16(truncatingIfNeeded: rank)
        while low < high {
            let middle = (low + high) / 2
            if lows[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The last stretch of ranks whose forms of a length start at a place or before.
    private func chunk(of place: Int, ofLength length: Int) -> Int {
        var (low, high) = (0, chunks - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if start(length, middle) <= place { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// A range of places, none where a damaged file says what cannot be.
    private func sound(_ start: Int, _ end: Int) -> Range<Int> {
        start <= end && end <= count ? start..<end : 0..<0
    }

    /// What is wrong with its size, or nil.
    func firstFault() -> String? {
        guard starts.isWhole, starts.count == (Self.longest + 1) * chunks + 1,
            lows.count == count, Int(starts[starts.count - 1]) == count
        else { return "it is cut off" }
        for index in 0..<(starts.count - 1) where starts[index] > starts[index + 1] {
            return "row \(index) starts behind the next"
        }
        return starts[0] == 0 ? nil : "it starts elsewhere"
    }
}
