import GeoModel
import NameFolding
import PlaceIndex
import Places
import Testing

/// Makes a place with names, all in one language.
private func place(
    _ id: String, _ names: [String], language: String = "en-Latn", kind: PlaceKind = .town,
    at coordinate: Coordinate = Coordinate(longitude: 0, latitude: 0), rank: Int = 6
) throws -> Place {
    var place = Place(
        id: id, kind: kind, label: names.first ?? id, coordinate: coordinate, source: "a page")
    let tag = try #require(LanguageTag(language))
    place.names = names.map { PlaceName($0, language: tag, kind: .official, source: "a page") }
    place.rank = rank
    return place
}

@Suite("Name index") struct NameIndexTests {
    private let index: NameIndex

    init() throws {
        index = NameIndex([
            try place("tp:1", ["Xankəndi", "Khankendi"]),
            try place("tp:2", ["Степанакерт"], language: "ru-Cyrl"),
            try place("tp:3", ["Gori"]), try place("tp:4", ["Goris"]),
            try place("tp:5", ["Şuşa"]), try place("tp:6", ["Susa"]),
            try place("tp:7", ["Lachin District"], kind: .district),
            try place("tp:8", ["تبریز"], language: "fa-Arab"),
            try place("tp:9", ["Tabriz"], rank: 1),
            try place("tp:10", ["Ağdam", "Aghdam"]),
        ])
    }

    private func ids(_ matches: [NameMatch], _ tier: MatchTier) -> [String] {
        matches.filter { $0.tier == tier }.map { index.places[$0.placeIndex].id }
    }

    @Test(arguments: [
        ("Xankəndi", MatchTier.exact, ["tp:1"]), ("XANKƏNDİ", .folded, ["tp:1"]),
        ("xankendi", .folded, ["tp:1"]),
        ("Ханкенди", .transliterated, ["tp:1", "tp:1"]), ("Stepanakert", .transliterated, ["tp:2"]),
        ("Ստեփանակերտ", .transliterated, ["tp:2"]), ("Şuşa", .exact, ["tp:5"]),
        ("Şuşa", .folded, ["tp:6"]),
        ("Shusha", .transliterated, ["tp:5"]), ("  Gori ", .exact, ["tp:3"]),
        ("Lachin", .folded, ["tp:7"]),
        ("تبریز", .exact, ["tp:8"]), ("تبریز", .transliterated, ["tp:9"]),
    ])
    func `a spelling meets names by tier`(spelling: String, tier: MatchTier, expected: [String]) {
        #expect(ids(index.attested(spelling), tier) == expected)
    }

    @Test(arguments: ["", " ", "'", "Nowheretown", "Gor"])
    func `what no name is finds none`(spelling: String) {
        #expect(index.attested(spelling).isEmpty)
    }

    @Test func `tiers come in order and each name once`() {
        let matches = index.attested("Şuşa")
        #expect(matches.map(\.tier) == [.exact, .folded])
        #expect(
            Set(index.attested("Khankendi").map(\.nameIndex)).count
                == index.attested("Khankendi").count)
    }

    @Test(arguments: [
        ("Stepankert", ["tp:2"]), ("Khankedni", ["tp:1"]), ("Goriz", ["tp:3", "tp:4"]), ("Gor", []),
        ("Tbriz", ["tp:8", "tp:9"]),
    ])
    func `fuzzy finds names a slip or two away, in any script`(spelling: String, expected: [String])
    {
        let found = Set(index.fuzzy(spelling).map { index.places[$0.placeIndex].id })
        #expect(found.isSuperset(of: expected) && (found.isEmpty == expected.isEmpty))
    }

    @Test func `completions come by rank, one a place`() {
        #expect(
            index.starting(with: "gori").map { index.places[$0.placeIndex].id } == ["tp:3", "tp:4"])
        #expect(index.starting(with: "A").map { index.places[$0.placeIndex].id } == ["tp:10"])
        #expect(index.starting(with: "gori", limit: 1).count == 1)
        #expect(index.starting(with: "").isEmpty)
    }

    @Test func `places are found by id`() {
        #expect(index.place(id: "tp:3")?.label == "Gori")
        #expect(index.place(id: "tp:99") == nil)
    }

    @Test func `hostile spellings answer`() {
        let flood = String(repeating: "a\u{301}", count: 20_000)
        #expect(index.attested(flood).isEmpty)
        #expect(index.fuzzy(flood).isEmpty)
        #expect(index.attested("\u{0}\u{202E}").isEmpty)
    }
}

@Suite("Indexes against brute force") struct IndexPropertyTests {
    /// Numbers by Knuth's MMIX generator; the seed is the test's name.
    private struct Generator {
        var state: UInt64

        mutating func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private func places(_ generator: inout Generator) throws -> [Place] {
        let letters = Array("abekosşğ")
        return try (0..<60).map { number in
            let name = String(
                (0..<(3 + generator.next(below: 5))).map { _ in
                    letters[generator.next(below: letters.count)]
                })
            let at = Coordinate(
                longitude: Double(generator.next(below: 3_600)) / 10 - 180,
                latitude: Double(generator.next(below: 1_800)) / 10 - 90)
            return try place("tp:\(number)", [name], at: at)
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `every index equals brute force`(seed: UInt64) throws {
        var generator = Generator(state: seed &+ 1)
        let places = try places(&generator)
        let index = NameIndex(places)
        for place in places {
            let name = place.names[0].text
            let attested = index.attested(name)
            #expect(attested.first?.tier == .exact)
            let folded = Set(attested.filter { $0.tier <= .folded }.map(\.placeIndex))
            let same = places.indices.filter {
                NameFolder.fold(places[$0].names[0].text) == NameFolder.fold(name)
            }
            #expect(folded == Set(same))
            let keyed = places.indices.filter {
                TransliterationKey.key(places[$0].names[0].text) == TransliterationKey.key(name)
            }
            #expect(Set(attested.map(\.placeIndex)) == Set(keyed).union(same))
            let near = places.indices.filter { other in
                EditDistance.alignment(
                    NameFolder.fold(name), NameFolder.fold(places[other].names[0].text), limit: 2)
                    != nil
            }
            #expect(Set(index.fuzzy(name, allowance: 2).map(\.placeIndex)) == Set(near))
            let prefix = String(name.prefix(2))
            let starting = places.indices.filter {
                NameFolder.fold(places[$0].names[0].text).starts(with: NameFolder.fold(prefix))
            }
            #expect(
                Set(index.starting(with: prefix, limit: 100).map(\.placeIndex)) == Set(starting))
        }
    }

    /// Distances on the sphere: the antimeridian and the poles are no edges.
    @Test func `the nearest is nearest across the antimeridian and the pole`() throws {
        let index = NameIndex([
            try place("tp:a", ["A"], at: Coordinate(longitude: -179.5, latitude: 10)),
            try place("tp:b", ["B"], at: Coordinate(longitude: 175, latitude: 10)),
            try place("tp:c", ["C"], at: Coordinate(longitude: 0, latitude: 89)),
            try place("tp:d", ["D"], at: Coordinate(longitude: 180, latitude: 70)),
        ])
        let east = index.nearest(to: Coordinate(longitude: 179.9, latitude: 10), limit: 2)
        #expect(east.map { index.places[$0.placeIndex].id } == ["tp:a", "tp:b"])
        let pole = index.nearest(to: Coordinate(longitude: 180, latitude: 88))
        #expect(pole.map { index.places[$0.placeIndex].id } == ["tp:c"])
        let dry = index.nearest(to: Coordinate(longitude: 180, latitude: 88)) { $0.id != "tp:c" }
        #expect(dry.map { index.places[$0.placeIndex].id } == ["tp:d"])
    }
}
