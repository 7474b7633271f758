/// Makes a text dictionary from pairs of a text and a value, in any order.
public struct TextDictionaryBuilder: Sendable {
    private var pool: [UInt8] = []
    /// Behind each text, without the bits that say how many times 4 GiB of texts come before: there are none.
    private var ends: [UInt32] = []
    private var values: [UInt32] = []

    /// The sections of a dictionary.
    public struct Sections: Sendable {
        /// The texts.
        public var texts: [UInt8] = []
        /// Where blocks of texts start.
        public var blocks: [UInt8] = []
        /// The first bytes of blocks.
        public var heads: [UInt8] = []
        /// The values.
        public var values: [UInt8] = []
        /// How many texts there are.
        public var count = 0
    }

    /// Starts without pairs.
    public init() {}

    /// Adds a pair; the values of one text keep the order in which they were added.
    public mutating func add(_ text: [UInt8], _ value: Int) {
        precondition(value >= 0 && value < 1 << 31, "a value has 31 bits")
        pool.append(contentsOf: text)
        ends.append(UInt32(truncatingIfNeeded: pool.count))
        values.append(UInt32(value))
    }

    /// Makes room for so many pairs.
    public mutating func reserve(_ count: Int) {
        ends.reserveCapacity(count)
        values.reserveCapacity(count)
        pool.reserveCapacity(count * 10)
    }

    /// Lays the pairs out; `take` is called with each text and value in order, and whether it is the
    /// first of the text.
    ///
    /// - Throws: `FlatFileError.tooLarge` for more than offsets of 32 bits can name.
    /// - Complexity: O(*n* log *n*).
    public func sections(
        _ take: (_ text: ArraySlice<UInt8>, _ value: Int, _ isFirst: Bool) -> Void = { _, _, _ in }
    ) throws(FlatFileError) -> Sections {
        guard pool.count < Int(UInt32.max), values.count < Int(UInt32.max) else {
            throw .tooLarge("an index of more than 4 GiB of names")
        }
        var sections = Sections()
        sections.blocks.append(littleEndian: UInt32(0))
        sections.blocks.append(littleEndian: UInt32(0))
        var ordered: [UInt32] = []
        ordered.reserveCapacity(values.count)
        var before: ArraySlice<UInt8> = []
        for index in sorted() {
            let (index, text) = (Int(index), text(Int(index)))
            var isFirst = false
            if sections.count > 0, before.elementsEqual(text) {
                ordered[ordered.count - 1] &= ~1
            } else {
                add(text, after: before, firstValue: ordered.count, to: &sections)
                isFirst = true
            }
            take(text, Int(values[index]), isFirst)
            ordered.append(values[index] << 1 | 1)
            before = text
        }
        sections.values = PackedColumn.bytes(ordered)
        var count: [UInt8] = []
        count.append(littleEndian: UInt32(sections.count))
        sections.blocks.replaceSubrange(0..<4, with: count)
        return sections
    }

    private func add(
        _ text: ArraySlice<UInt8>, after before: ArraySlice<UInt8>, firstValue: Int,
        to sections: inout Sections
    ) {
        var shared = 0
        if sections.count % TextDictionary.blockSize == 0 {
            sections.blocks.append(littleEndian: UInt32(truncatingIfNeeded: sections.texts.count))
            sections.blocks.append(littleEndian: UInt32(truncatingIfNeeded: firstValue))
            sections.heads.append(littleEndian: TextHead.head(of: text))
        } else {
            shared = zip(before, text).prefix { $0 == $1 }.count
        }
        let rest = text.count - shared
        sections.texts.append(UInt8(min(shared, 15)) << 4 | UInt8(min(rest, 15)))
        if shared >= 15 { sections.texts.append(shortNumber: shared - 15) }
        if rest >= 15 { sections.texts.append(shortNumber: rest - 15) }
        sections.texts.append(contentsOf: text.dropFirst(shared))
        sections.count += 1
    }

    private func text(_ index: Int) -> ArraySlice<UInt8> {
        pool[Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])]
    }

    /// The pairs in the order of their texts; equal ones keep their order.
    ///
    /// They are dealt out by their first two bytes and sorted within: four bytes a pair, and sixteen for
    /// those of one stretch.
    private func sorted() -> [UInt32] {
        var ends = [Int](repeating: 0, count: 1 << 16 + 1)
        for index in values.indices { ends[start(index) + 1] += 1 }
        for start in 1..<ends.count { ends[start] += ends[start - 1] }
        var order = [UInt32](repeating: 0, count: values.count)
        for index in values.indices {
            let start = start(index)
            order[ends[start]] = UInt32(index)
            // Where the next of this stretch goes, and in the end where the next stretch starts.
            ends[start] += 1
        }
        var begin = 0
        for end in ends.dropLast() {
            sort(&order, begin..<end)
            begin = end
        }
        return order
    }

    /// The first two bytes as a number; shorter texts come before what starts with them.
    private func start(_ index: Int) -> Int {
        Int(truncatingIfNeeded: TextHead.head(of: text(index).prefix(2)) >> 48)
    }

    private func sort(_ order: inout [UInt32], _ range: Range<Int>) {
        guard range.count > 1 else { return }
        // The first eight bytes decide nearly always; comparing them as one number took the sort of
        // 5,000 names from 6 ms to 1 ms.
        var heads = order[range].map { (head: TextHead.head(of: text(Int($0))), index: $0) }
        heads.sort { left, right in
            if left.head != right.head { return left.head < right.head }
            let (l, r) = (text(Int(left.index)), text(Int(right.index)))
            if l.elementsEqual(r) { return left.index < right.index }
            return l.lexicographicallyPrecedes(r)
        }
        for (place, (_, index)) in zip(range, heads) { order[place] = index }
    }
}
