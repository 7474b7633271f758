import FlatFile
import TestSupport
import Testing

@Suite("Packed columns") struct PackedColumnTests {
    @Test(arguments: [
        [0], [255, 3], [256], [65_535], [65_536, 1], [0xFF_FFFF], [0x100_0000, 0], [UInt32.max, 7],
    ])
    func `numbers come back, in as few bytes as the greatest needs`(numbers: [UInt32]) {
        let bytes = PackedColumn.bytes(numbers)
        let column = PackedColumn(FlatSlice(FlatBytes(bytes)))
        #expect((0..<column.count).map { column[$0] } == numbers)
        let greatest = numbers.max() ?? 0
        let width = greatest > 0xFF_FFFF ? 4 : greatest > 0xFFFF ? 3 : greatest > 0xFF ? 2 : 1
        #expect(bytes.count == 4 + numbers.count * width && column.isWhole)
        #expect(column[-1] == 0 && column[numbers.count] == 0)
        var read: [UInt32] = []
        column.forEach(-1..<(numbers.count + 1)) { read.append($0) }
        #expect(read == numbers)
    }

    @Test func `no numbers and damaged ones are read as none`() {
        let empty = PackedColumn(FlatSlice(FlatBytes(PackedColumn.bytes([]))))
        #expect(empty.count == 0 && empty.isWhole && empty[0] == 0)
        for bytes: [UInt8] in [[], [2], [0, 1, 2, 3, 4], [9, 1, 2, 3, 4, 5], [2, 1, 0, 0, 0]] {
            let column = PackedColumn(FlatSlice(FlatBytes(bytes)))
            #expect(!column.isWhole && column[0] == 0)
        }
    }
}

@Suite("Text reader") struct TextReaderTests {
    @Test(arguments: 0..<10 as Range<UInt64>)
    func `reads any text after any other`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var builder = TextDictionaryBuilder()
        for value in 0..<200 {
            let length = value % 20 == 0 ? 70 : Int.random(in: 1...9, using: &generator)
            builder.add(
                (0..<length).map { _ in UInt8.random(in: 0x61...0x63, using: &generator) }, value)
        }
        let sections = try builder.sections()
        let dictionary = TextDictionary(
            texts: FlatSlice(FlatBytes(sections.texts)),
            blocks: FlatSlice(FlatBytes(sections.blocks)),
            heads: FlatSlice(FlatBytes(sections.heads)),
            values: FlatSlice(FlatBytes(sections.values)))
        var reader = TextReader(dictionary, longest: 64)
        for _ in 0..<500 {
            let rank = Int.random(in: 0..<dictionary.count, using: &generator)
            let text = dictionary.cursor(at: rank).text
            let isRead = reader.read(rank)
            #expect(isRead == (text.count <= 64))
            if isRead { #expect(Array(reader.buffer.prefix(reader.count)) == text) }
        }
        let beyond = reader.read(dictionary.count)
        let before = reader.read(-1)
        #expect(!beyond && !before)
    }

    @Test func `a prefix has the ranks of the texts that start so`() throws {
        var builder = TextDictionaryBuilder()
        let texts: [[UInt8]] = [[1], [1, 0], [1, 255], [1, 255, 255], [2], [255], [255, 255]]
        for (value, text) in texts.enumerated() { builder.add(text, value) }
        let sections = try builder.sections()
        let dictionary = TextDictionary(
            texts: FlatSlice(FlatBytes(sections.texts)),
            blocks: FlatSlice(FlatBytes(sections.blocks)),
            heads: FlatSlice(FlatBytes(sections.heads)),
            values: FlatSlice(FlatBytes(sections.values)))
        for start: [UInt8] in [[], [1], [1, 255], [2], [2, 2], [3], [255], [255, 255], [0]] {
            let expected = texts.indices.filter { texts[$0].starts(with: start) }
            #expect(Array(dictionary.ranks(startingWith: start)) == expected)
        }
    }
}
