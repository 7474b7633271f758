extension TextDictionary {
    /// Reads texts one after another.
    public struct Cursor {
        private let dictionary: TextDictionary
        fileprivate var offset = 0
        /// The rank of the text; that of the end once there is none.
        public private(set) var rank: Int
        /// The bytes of the text.
        public private(set) var text: [UInt8] = []

        init(_ dictionary: TextDictionary, _ rank: Int) {
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
            count == Int(blocks.number(0, at: 0, as: UInt32.self)), heads.count == blockCount,
            values.isWhole
        else { return "it counts \(count) texts" }
        var before: [UInt8]?
        var cursor = cursor(at: 0)
        for rank in 0..<count {
            guard cursor.rank == rank else { return "text \(rank) is cut off" }
            if let before, !before.lexicographicallyPrecedes(cursor.text) {
                return "text \(rank) does not follow the one before"
            }
            if rank % Self.blockSize == 0,
                heads[rank / Self.blockSize] != TextHead.head(of: cursor.text)
            {
                return "block \(rank / Self.blockSize) has another head"
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
