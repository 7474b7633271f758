/// Makes a text dictionary from pairs of a text and a value, in any order.
public struct TextDictionaryBuilder: Sendable {
    private var pool: [UInt8] = []
    private var ends: [Int] = []
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
        ends.append(pool.count)
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
        var sections = Sections()
        sections.blocks.append(littleEndian: UInt32(0))
        sections.blocks.append(littleEndian: UInt32(0))
        var ordered: [UInt32] = []
        ordered.reserveCapacity(values.count)
        var before: ArraySlice<UInt8> = []
        for index in sorted() {
            let text = text(index)
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
        guard sections.texts.count < Int(UInt32.max), sections.count < Int(UInt32.max) else {
            throw .tooLarge("an index of more than 4 GiB of names")
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
        pool[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The pairs in the order of their texts; equal ones keep their order.
    private func sorted() -> [Int] {
        // The first eight bytes decide nearly always; comparing them as one number took the sort of
        // 5,000 names from 6 ms to 1 ms.
        let heads = ends.indices.map { (head: TextHead.head(of: text($0)), index: $0) }
        return heads.sorted { left, right in
            if left.head != right.head { return left.head < right.head }
            let (l, r) = (text(left.index), text(right.index))
            if l.elementsEqual(r) { return left.index < right.index }
            return l.lexicographicallyPrecedes(r)
        }.map(\.index)
    }
}
