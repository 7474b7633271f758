/// Distinct texts in the order of their bytes, each with one or more values of 31 bits.
///
/// ```
/// texts   each: how many bytes it shares with the one before × 16 + how many follow (1); where either
///         is 15, a short number to add; the bytes that follow. Every sixteenth shares none.
/// blocks  row 0: how many texts (4)  0 (4); then for each 16 texts: offset in texts (4)  first value (4)
/// values  those of all texts, in order: value × 2, + 1 for the last of a text (4)
/// ```
///
/// Shared beginnings are written once: sorted names take half of their bytes so.
public struct TextDictionary: Sendable {
    static let blockSize = 16

    private let texts: FlatSlice
    private let blocks: FixedTable
    private let values: FixedColumn<UInt32>
    /// How many texts there are.
    public let count: Int

    /// Takes three sections as a dictionary.
    public init(texts: FlatSlice, blocks: FlatSlice, values: FlatSlice) {
        self.texts = texts
        self.blocks = FixedTable(blocks, width: 8)
        self.values = FixedColumn(values)
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

    /// Calls a closure with each value of a text, in order, until it says stop by false.
    public func forEachValue(ofRank rank: Int, _ body: (Int) -> Bool) {
        guard rank >= 0, rank < count else { return }
        var index = Int(blocks.number(rank / Self.blockSize + 1, at: 4, as: UInt32.self))
        var toPass = rank % Self.blockSize
        while toPass > 0, index < values.count {
            if values[index] & 1 == 1 { toPass -= 1 }
            index += 1
        }
        while index < values.count {
            let value = values[index]
            guard body(Int(value >> 1)), value & 1 == 0 else { return }
            index += 1
        }
    }

    /// A cursor at a text, to read it and those that follow.
    public func cursor(at rank: Int) -> Cursor { Cursor(self, rank) }

    // MARK: Finding

    /// The rank of the first text not before another one, and whether the two are equal.
    private func place(of text: [UInt8]) -> (rank: Int, isEqual: Bool) {
        var (low, high) = (0, (count + Self.blockSize - 1) / Self.blockSize)
        while low < high {
            let middle = (low + high) / 2
            if isFirst(ofBlock: middle, after: text) { high = middle } else { low = middle + 1 }
        }
        // `low` is the first block that starts after the text: it stands in the one before or nowhere.
        return low == 0 ? (0, false) : place(of: text, inBlock: low - 1)
    }

    private func offset(ofBlock block: Int) -> Int {
        Int(blocks.number(block + 1, at: 0, as: UInt32.self))
    }

    private func isFirst(ofBlock block: Int, after text: [UInt8]) -> Bool {
        var offset = offset(ofBlock: block)
        guard let head = Head(texts, at: &offset) else { return true }
        for index in 0..<min(head.rest, text.count) where texts[offset + index] != text[index] {
            return texts[offset + index] > text[index]
        }
        return head.rest > text.count
    }

    private func place(of text: [UInt8], inBlock block: Int) -> (rank: Int, isEqual: Bool) {
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
            let ours = text.count - matched
            var index = 0
            while index < head.rest, index < ours, texts[start + index] == text[matched + index] {
                index += 1
            }
            if index == ours { return (rank, index == head.rest) }
            if index < head.rest, texts[start + index] > text[matched + index] {
                return (rank, false)
            }
            matched += index
        }
        return (min(first + Self.blockSize, count), false)
    }

    /// What stands before the bytes of a text.
    private struct Head {
        var shared: Int
        var rest: Int

        /// Reads it and moves past it; nil where it is cut off or says what cannot be.
        init?(_ texts: FlatSlice, at offset: inout Int) {
            guard offset < texts.count else { return nil }
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

extension TextDictionary {
    /// Reads texts one after another.
    public struct Cursor {
        private let dictionary: TextDictionary
        fileprivate var offset = 0
        /// The rank of the text; that of the end once there is none.
        public private(set) var rank: Int
        /// The bytes of the text.
        public private(set) var text: [UInt8] = []

        fileprivate init(_ dictionary: TextDictionary, _ rank: Int) {
            self.dictionary = dictionary
            let rank = max(0, min(rank, dictionary.count))
            let block = rank / TextDictionary.blockSize
            self.rank = block * TextDictionary.blockSize - 1
            offset = dictionary.offset(ofBlock: block)
            repeat { advance() } while self.rank < rank && !isAtEnd
        }

        /// Whether there is no text.
        public var isAtEnd: Bool { rank >= dictionary.count }

        /// Moves to a text at or behind this one.
        public mutating func move(to wanted: Int) {
            guard wanted > rank else { return }
            if wanted / TextDictionary.blockSize > rank / TextDictionary.blockSize {
                self = dictionary.cursor(at: wanted)
            }
            while rank < wanted, !isAtEnd { advance() }
        }

        /// Moves to the next text.
        public mutating func advance() {
            rank += 1
            guard rank < dictionary.count, let head = Head(dictionary.texts, at: &offset),
                head.shared <= text.count
            else {
                rank = dictionary.count
                text = []
                return
            }
            text.removeLast(text.count - head.shared)
            for index in 0..<head.rest { text.append(dictionary.texts[offset + index]) }
            offset += head.rest
        }
    }

    /// Checks that texts rise, blocks start where they say, and each text has its values.
    ///
    /// - Returns: what is wrong, or nil.
    /// - Complexity: O(*n*) in the bytes.
    public func firstFault(valuesBelow limit: Int) -> String? {
        guard blocks.count == (count + Self.blockSize - 1) / Self.blockSize + 1,
            count == Int(blocks.number(0, at: 0, as: UInt32.self))
        else { return "it counts \(count) texts" }
        var before: [UInt8]?
        var cursor = cursor(at: 0)
        for rank in 0..<count {
            guard cursor.rank == rank else { return "text \(rank) is cut off" }
            if let before, !before.lexicographicallyPrecedes(cursor.text) {
                return "text \(rank) does not follow the one before"
            }
            let isFirst = rank % Self.blockSize == Self.blockSize - 1
            let next = offset(ofBlock: rank / Self.blockSize + 1)
            if isFirst, rank + 1 < count, cursor.offset != next {
                return "block \(rank / Self.blockSize + 1) starts elsewhere"
            }
            before = cursor.text
            cursor.advance()
        }
        return faultOfValues(below: limit)
    }

    private func faultOfValues(below limit: Int) -> String? {
        var lasts = 0
        for index in 0..<values.count {
            let isStart = index == 0 || values[index - 1] & 1 == 1
            if isStart, lasts % Self.blockSize == 0,
                Int(blocks.number(lasts / Self.blockSize + 1, at: 4, as: UInt32.self)) != index
            {
                return "the values of text \(lasts) start elsewhere"
            }
            if Int(values[index] >> 1) >= limit { return "value \(index) is too great" }
            lasts += Int(values[index] & 1)
        }
        return lasts == count ? nil : "\(count) texts have values for \(lasts)"
    }
}
