import GeoModel
import NameFolding
import PlaceIndex
import Places
import TestSupport
import Testing

@Suite("Laws of the index") struct IndexLawTests {
    private func place(_ number: Int, _ texts: [String]) throws -> Place {
        let tag = try #require(LanguageTag("und"))
        var place = Place(
            id: "tp:\(number)", kind: .town, label: texts[0],
            coordinate: Coordinate(longitude: Double(number), latitude: 0), source: "p")
        place.names = texts.map { PlaceName($0, language: tag, kind: .official, source: "p") }
        return place
    }

    private static let spellings = [
        "İrəvan", "IRAVAN", "Ирəван", "Երևան", "ერევანი", "ایروان", "Şuşa", "Шуша", "Shusha",
        "Gəncə", "Кировабад", "Goris", "Gori", "Ağdam", "ısparta", "Isparta", "Ёлкино", "Øster",
    ]

    private func places(_ seed: UInt64) throws -> [Place] {
        var generator = SplitMix64(seed: seed)
        return try (0..<12).map { number in
            let texts = (0...(number % 3)).map { _ in
                Self.spellings.randomElement(using: &generator) ?? ""
            }
            return try place(number + Int(seed % 2) * 8, texts)
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `a name in its own spelling finds its own place first`(seed: UInt64) throws {
        let places = try places(seed)
        let index = NameIndex(places)
        for place in places {
            for name in place.names {
                let found = index.attested(name.text)
                let exact = found.prefix { $0.tier == .exact }
                #expect(exact.contains { index.places[$0.placeIndex].id == place.id })
                #expect(index.attested(name.text, through: .exact) == Array(exact))
                let folded = found.prefix { $0.tier <= .folded }
                #expect(index.attested(name.text, through: .folded) == Array(folded))
                #expect(
                    index.places(named: name.text) == Set(folded.map(\.placeIndex)).sorted())
            }
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `adding a pack never removes an answer`(seed: UInt64) throws {
        let first = NameIndex(try places(seed * 2))
        let both = NameIndex(joining: [first, NameIndex(try places(seed * 2 + 1))])
        for spelling in Self.spellings + ["Goriz", "Shush", "Kirovabat"] {
            let before = first.attested(spelling) + first.fuzzy(spelling)
            #expect(Set(before).isSubset(of: both.attested(spelling) + both.fuzzy(spelling)))
            #expect(
                Set(first.places(named: spelling)).isSubset(of: both.places(named: spelling)))
            let starting = both.starting(with: spelling, limit: 100).map(\.placeIndex)
            #expect(
                Set(first.starting(with: spelling, limit: 100).map(\.placeIndex))
                    .isSubset(of: starting))
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `a column of names is answered as each alone`(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        let one = NameIndex(try places(seed))
        let both = NameIndex(joining: [one, NameIndex(try places(seed + 1))])
        let spellings = (0..<200).map { _ in
            (Self.spellings + ["", "Goriz", "\u{0}"]).randomElement(using: &generator) ?? ""
        }
        for index in [one, both, NameIndex([])] {
            let found = index.places(namedEach: spellings)
            #expect(found.map(Array.init) == spellings.map { index.places(named: $0) })
        }
        #expect(one.places(namedEach: []).isEmpty)
    }

    /// No time is asserted: what took more than linear time would hang here.
    @Test(arguments: [
        String(repeating: "a", count: 1_000_000), String(repeating: "a\u{301}", count: 60_000),
        String(repeating: "\u{301}", count: 60_000), String(repeating: "\u{0}", count: 60_000),
        String(repeating: "\u{202E}\u{2066}", count: 20_000),
        String(repeating: "ш", count: 60_000), String(repeating: "ә", count: 20_000),
        String(repeating: "Shusha ", count: 20_000),
    ])
    func `hostile spellings are answered`(spelling: String) throws {
        let index = NameIndex(try places(1))
        #expect(index.attested(spelling).isEmpty && index.places(named: spelling).isEmpty)
        #expect(index.fuzzy(spelling).isEmpty && index.fuzzy(spelling, allowance: 2).isEmpty)
        #expect(index.starting(with: spelling).isEmpty)
    }
}
