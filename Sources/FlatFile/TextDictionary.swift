/// Distinct texts in the order of their bytes, each with one or more values of 31 bits.
///
/// ```
/// texts   each: how many bytes it shares with the one before × 16 + how many follow (1); where either
///         is 15, a short number to add; the bytes that follow. Every sixteenth shares none.
/// blocks  row 0: how many texts (4)  0 (4); then for each 16 texts: offset in texts (4)  first value (4)
/// heads   for each 16 texts: the first eight bytes of the first, filled up with zeros, as a number (8)
/// values  those of all texts, in order: value × 2, + 1 for the last of a text; packed
/// ```
///
/// Shared beginnings are written once: sorted names take half of their bytes so.
public struct TextDictionary: Sendable {
    @usableFromInline static let blockSize = 16

    let texts: FlatSlice
    let blocks: FixedTable
    let heads: FixedColumn<UInt64>
    @usableFromInline let values: PackedColumn
    /// How many texts there are.
    public let count: Int

    /// Takes four sections as a dictionary.
    public init(texts: FlatSlice, blocks: FlatSlice, heads: FlatSlice, values: FlatSlice) {
        self.texts = texts
        self.blocks = FixedTable(blocks, width: 8)
        self.heads = FixedColumn(heads)
        self.values = PackedColumn(values)
        let most = max(0, self.blocks.count - 1) * Self.blockSize
        count = min(Int(self.blocks.number(0, at: 0, as: UInt32.self)), most)
    }

    /// How many values there are in all.
    public var valueCount: Int { values.count }

    /// The rank of a text, or nil.
    ///
    /// - Complexity: O(log *n*); nothing is copied.
    public func rank(of text: [UInt8]) -> Int? {
        let (rank, isEqual) = place(of: text)
        return isEqual ? rank : nil
    }

    /// The rank of the first text that does not come before another one; `count` when all do.
    ///
    /// - Complexity: O(log *n*); nothing is copied.
    public func firstRank(notBefore text: [UInt8]) -> Int { place(of: text).rank }

    /// The ranks of the texts that start with some bytes.
    ///
    /// - Complexity: O(log *n*).
    public func ranks(startingWith start: [UInt8]) -> Range<Int> {
        let low = firstRank(notBefore: start)
        var end = start
        while let last = end.popLast() {
            guard last < 0xFF else { continue }
            let high = firstRank(notBefore: end + [last + 1])
            return low..<max(low, high)
        }
        return low..<count
    }

    /// Calls a closure with each value of a text, in order, until it says stop by false.
    @inlinable
    public func forEachValue(ofRank rank: Int, _ body: (Int) -> Bool) {
        guard rank >= 0, rank < count else { return }
        var index = firstValue(ofBlock: rank / Self.blockSize)
        var toPass = rank % Self.blockSize
        while toPass > 0, index < values.count {
            if values[index] & 1 == 1 { toPass &-= 1 }
            index &+= 1
        }
        while index < values.count {
            let value = values[index]
            guard body(Int(value >> 1)), value & 1 == 0 else { return }
            index &+= 1
        }
    }

    /// Calls a closure with each rank of a range of blocks and each of its values, in order.
    @inlinable
    public func forEachValue(ofBlock block: Int, _ body: (_ rank: Int, Int) -> Void) {
        var rank = block &* Self.blockSize
        let end = min(rank &+ Self.blockSize, count)
        var index = firstValue(ofBlock: block)
        while rank < end, index < values.count {
            let value = values[index]
            body(rank, Int(value >> 1))
            rank &+= Int(value & 1)
            index &+= 1
        }
    }

    /// How many blocks of sixteen texts there are.
    public var blockCount: Int { (count + Self.blockSize - 1) / Self.blockSize }

    /// The block of a rank.
    public static func block(ofRank rank: Int) -> Int { rank / blockSize }

    @usableFromInline
    func firstValue(ofBlock block: Int) -> Int {
        Int(blocks.number(block &+ 1, at: 4, as: UInt32.self))
    }

    /// A cursor at a text, to read it and those that follow.
    public func cursor(at rank: Int) -> Cursor { Cursor(self, rank) }

    // MARK: Finding

    /// The rank of the first text not before another one, and whether the two are equal.
    private func place(of text: [UInt8]) -> (rank: Int, isEqual: Bool) {
        // The first block whose head is not before ours, then the first whose text is behind ours: nearly
        // always the same. A million names take 0.5 MB of heads, which stay in the nearest caches.
        let (range, head) = (text.indices, TextHead.head(of: text))
        var low = Self.first(from: 0, to: blockCount) { heads[$0] < head }
        low = firstBlock(behind: text, range, head: head, from: low)
        // `low` is the first block that starts after the text: it stands in the one before or nowhere.
        return low == 0 ? (0, false) : place(of: text, range, inBlock: low - 1)
    }

    /// The first block that starts after a text, from the first on whose head does not come before its.
    @inline(__always)
    func firstBlock(behind text: [UInt8], _ range: Range<Int>, head: UInt64, from low: Int) -> Int {
        guard low < blockCount, heads[low] == head else { return low }
        let high = Self.first(from: low, to: blockCount) { heads[$0] == head }
        return Self.first(from: low, to: high) { !isFirst(ofBlock: $0, after: text, range) }
    }

    /// The first number of a range for which a test fails that holds for all before it.
    @inline(__always)
    private static func first(from start: Int, to end: Int, after isBefore: (Int) -> Bool) -> Int {
        var (low, high) = (start, end)
        while low < high {
            let middle = (low &+ high) / 2
            if isBefore(middle) { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    func offset(ofBlock block: Int) -> Int {
        Int(blocks.number(block + 1, at: 0, as: UInt32.self))
    }

    private func isFirst(ofBlock block: Int, after text: [UInt8], _ range: Range<Int>) -> Bool {
        var offset = offset(ofBlock: block)
        guard let head = Head(texts, at: &offset) else { return true }
        var index = 0
        while index < head.rest, index < range.count {
            let (theirs, ours) = (texts[offset + index], text[range.lowerBound + index])
            if theirs != ours { return theirs > ours }
            index += 1
        }
        return head.rest > range.count
    }

    func place(
        of text: [UInt8], _ range: Range<Int>, inBlock block: Int
    ) -> (rank: Int, isEqual: Bool) {
        var offset = offset(ofBlock: block)
        let first = block * Self.blockSize
        // How many bytes the text before, which comes before ours, shares with ours.
        var matched = 0
        for rank in first..<min(first + Self.blockSize, count) {
            guard let head = Head(texts, at: &offset) else { return (count, false) }
            let start = offset
            offset += head.rest
            if head.shared > matched { continue }
            if head.shared < matched { return (rank, false) }
            let ours = range.count - matched
            let next = range.lowerBound + matched
            var index = 0
            while index < head.rest, index < ours, texts[start + index] == text[next + index] {
                index += 1
            }
            if index == ours { return (rank, index == head.rest) }
            if index < head.rest, texts[start + index] > text[next + index] {
                return (rank, false)
            }
            matched += index
        }
        return (min(first + Self.blockSize, count), false)
    }

    /// What stands before the bytes of a text.
    struct Head {
        var shared: Int
        var rest: Int

        /// Reads it and moves past it; nil where it is cut off or says what cannot be.
        @inline(__always)
        init?(_ texts: FlatSlice, at offset: inout Int) {
            guard offset >= 0, offset < texts.count else { return nil }
            let byte = texts[offset]
            offset += 1
            shared = Int(byte >> 4)
            rest = Int(byte & 15)
            if shared == 15 {
                guard let more = texts.shortNumber(at: &offset) else { return nil }
                shared += more
            }
            if rest == 15 {
                guard let more = texts.shortNumber(at: &offset) else { return nil }
                rest += more
            }
            guard rest <= texts.count - offset else { return nil }
        }
    }
}

/// The first eight bytes of a text as a number that orders as they do.
enum TextHead {
    @inline(__always)
    static func head(of text: some Collection<UInt8>) -> UInt64 {
        var (head, count) = (UInt64(0), UInt64(0))
        for byte in text {
            head = head << 8 | UInt64(byte)
            count += 1
            if count == 8 { return head }
        }
        return count == 0 ? 0 : head << (8 * (8 - count))
    }

    /// All bits where a head is below another, else none. No branch, which every second time would go
    /// another way than foreseen: compilers make one of a comparison here.
    ///
    /// Source: the borrow of a subtraction, H. S. Warren, "Hacker's Delight" (2012), section 2-13.
    @inline(__always)
    static func mask(_ head: UInt64, isBelow other: UInt64) -> Int {
        let borrow = (~head & other) | ((~head | other) & (head &- other))
        return Int(truncatingIfNeeded: Int64(bitPattern: borrow) >> 63)
    }
}
