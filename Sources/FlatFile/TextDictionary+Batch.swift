extension TextDictionary {
    /// Finds many texts: where one would wait for memory, the next is looked for.
    ///
    /// A look-up reads half a dozen places that lie in no near cache, each found by the one before. Sixteen
    /// look-ups that go step by step side by side wait for all sixteen at once.
    ///
    /// - Parameters:
    ///   - texts: what to look for.
    ///   - body: is called with the number of each text that is there, in order, and each of its values.
    /// - Complexity: O(log *n*) for each; of a million names at random, half of the time that they take one
    ///   by one.
    @inlinable
    public func forEachValue(of texts: TextBatch, _ body: (_ text: Int, _ value: Int) -> Void) {
        var group = Group()
        var start = 0
        while start < texts.count {
            let count = min(Group.size, texts.count &- start)
            find(texts, start..<(start &+ count), &group)
            for member in 0..<count where group.ranks[member] >= 0 {
                forEachValue(ofRank: group.ranks[member]) { value in
                    body(start &+ member, value)
                    return true
                }
            }
            start &+= count
        }
    }

    /// Texts that are looked for side by side.
    @usableFromInline
    struct Group {
        @usableFromInline static let size = 16
        /// Where each stands; -1 for one that is not there.
        @usableFromInline var ranks = [Int](repeating: -1, count: size)
        fileprivate var heads = [UInt64](repeating: 0, count: size)
        fileprivate var blocks = [Int](repeating: 0, count: size)
        /// What comes of bytes that are only read to have them near.
        fileprivate var warmth: UInt64 = 0

        @usableFromInline
        init() {}
    }

    /// Finds the texts of a range, no more than a group has.
    @usableFromInline
    func find(_ texts: TextBatch, _ range: Range<Int>, _ group: inout Group) {
        for (member, number) in range.enumerated() {
            group.heads[member] = texts.head(number)
        }
        let heads = group.heads
        findHeads(heads.span, &group.blocks)
        warmEqualHeads(range.count, &group)
        for (member, number) in range.enumerated() {
            group.blocks[member] = firstBlock(
                behind: texts.bytes, texts[number], head: heads[member],
                from: group.blocks[member])
        }
        warm(range.count, &group)
        for (member, number) in range.enumerated() {
            let block = group.blocks[member] - 1
            let (rank, isEqual) =
                block < 0 ? (0, false) : place(of: texts.bytes, texts[number], inBlock: block)
            group.ranks[member] = isEqual ? rank : -1
        }
    }

    /// The first block of each member whose head does not come before its own: halving, all in step.
    private func findHeads(_ wanted: Span<UInt64>, _ found: inout [Int]) {
        var blocks = found.mutableSpan
        for member in blocks.indices { blocks[member] = 0 }
        var count = blockCount
        while count > 0 {
            let half = (count + 1) / 2
            for member in blocks.indices {
                let head = heads[blocks[member] &+ half &- 1]
                blocks[member] &+= half & TextHead.mask(head, isBelow: wanted[member])
            }
            count -= half
        }
    }

    /// Reads the start of each block whose head is that of a member: the texts decide then.
    private func warmEqualHeads(_ members: Int, _ group: inout Group) {
        for member in 0..<members {
            let block = group.blocks[member]
            guard block < blockCount, heads[block] == group.heads[member] else { continue }
            group.warmth &+= UInt64(texts[offset(ofBlock: block)])
        }
    }

    /// Reads of each member's block what is needed next: the bytes of its texts, and its first values.
    private func warm(_ members: Int, _ group: inout Group) {
        for member in 0..<members {
            let block = group.blocks[member] - 1
            let start = offset(ofBlock: block)
            let near = texts[start] ^ texts[start &+ 64] ^ texts[start &+ 128]
            group.warmth &+= UInt64(near) &+ UInt64(values[firstValue(ofBlock: block)])
        }
    }
}
