import FlatFile
import TestSupport
import Testing

private func dictionary(_ sections: TextDictionaryBuilder.Sections) -> TextDictionary {
    TextDictionary(
        texts: FlatSlice(FlatBytes(sections.texts)), blocks: FlatSlice(FlatBytes(sections.blocks)),
        heads: FlatSlice(FlatBytes(sections.heads)),
        values: FlatSlice(FlatBytes(sections.values)))
}

private func values(_ dictionary: TextDictionary, _ rank: Int) -> [Int] {
    var values: [Int] = []
    dictionary.forEachValue(ofRank: rank) {
        values.append($0)
        return true
    }
    return values
}

@Suite("Text dictionary") struct TextDictionaryTests {
    /// Short words of few letters, so that many are equal or begin alike, and a few long ones.
    private func pairs(_ seed: UInt64) -> [(text: [UInt8], value: Int)] {
        var generator = SplitMix64(seed: seed)
        return (0..<400).map { value in
            let length = value % 50 == 0 ? 40 : Int.random(in: 0...7, using: &generator)
            let text = (0..<length).map { _ in
                UInt8.random(in: 0x61...0x64, using: &generator)
            }
            return (text, value)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `finds what a sorted array finds`(seed: UInt64) throws {
        let pairs = pairs(seed)
        var builder = TextDictionaryBuilder()
        for pair in pairs { builder.add(pair.text, pair.value) }
        let dictionary = dictionary(try builder.sections())
        let sorted = Set(pairs.map(\.text)).sorted { $0.lexicographicallyPrecedes($1) }
        #expect(dictionary.count == sorted.count && dictionary.valueCount == pairs.count)
        #expect(dictionary.firstFault(valuesBelow: pairs.count) == nil)
        var cursor = dictionary.cursor(at: 0)
        for (rank, text) in sorted.enumerated() {
            #expect(dictionary.rank(of: text) == rank)
            #expect(cursor.rank == rank && cursor.text == text)
            #expect(dictionary.cursor(at: rank).text == text)
            #expect(values(dictionary, rank) == pairs.filter { $0.text == text }.map(\.value))
            cursor.advance()
        }
        #expect(cursor.isAtEnd)
        for probe in self.pairs(seed &+ 1_000).map(\.text) {
            let rank = sorted.firstIndex { !$0.lexicographicallyPrecedes(probe) } ?? sorted.count
            #expect(dictionary.firstRank(notBefore: probe) == rank)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `finds many side by side as one by one`(seed: UInt64) throws {
        var builder = TextDictionaryBuilder()
        for pair in pairs(seed) { builder.add(pair.text, pair.value) }
        let dictionary = dictionary(try builder.sections())
        let probes = (pairs(seed) + pairs(seed &+ 1_000)).map(\.text).prefix(Int(seed) * 43)
        var texts = TextBatch()
        for round in 0..<2 {
            texts.removeAll()
            for probe in probes { texts.add { $0 += probe } }
            var found: [[Int]] = Array(repeating: [], count: probes.count)
            dictionary.forEachValue(of: texts) { found[$0].append($1) }
            let expected = probes.map { probe in
                dictionary.rank(of: probe).map { values(dictionary, $0) } ?? []
            }
            #expect(found == expected, "round \(round)")
        }
    }

    @Test func `an empty one finds nothing`() throws {
        let dictionary = dictionary(try TextDictionaryBuilder().sections())
        #expect(dictionary.rank(of: [0x61]) == nil && dictionary.firstRank(notBefore: []) == 0)
        #expect(dictionary.cursor(at: 0).isAtEnd && values(dictionary, 0).isEmpty)
        #expect(dictionary.firstFault(valuesBelow: 0) == nil)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `damaged sections answer and end`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var builder = TextDictionaryBuilder()
        for pair in pairs(seed) { builder.add(pair.text, pair.value) }
        var sections = try builder.sections()
        for _ in 0..<3 {
            let byte = UInt8.random(in: 0...255, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: sections.texts[Int.random(in: sections.texts.indices, using: &generator)] = byte
            case 1:
                sections.blocks[Int.random(in: sections.blocks.indices, using: &generator)] = byte
            default:
                sections.values[Int.random(in: sections.values.indices, using: &generator)] = byte
            }
        }
        let dictionary = dictionary(sections)
        for pair in pairs(seed) {
            let rank = dictionary.firstRank(notBefore: pair.text)
            _ = values(dictionary, rank)
            _ = dictionary.cursor(at: rank).text
        }
        _ = dictionary.firstFault(valuesBelow: 400)
    }
}
