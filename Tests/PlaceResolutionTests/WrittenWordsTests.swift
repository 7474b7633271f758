import PlacePack
import PlaceResolution
import Places
import Testing

/// Words as dictionaries have them; identities are those of GeoNames.
@Suite("Words and names") struct WrittenWordsTests {
    private static let resolver = PlaceResolver(index: Pack.embedded.index)

    @Test(arguments: [
        "mountain", "market", "peace", "can", "spring", "of", "children", "the old village",
        "bazar",
        "bina", "dağ", "kənd", "мост", "новый", "граница", "республика", "լեռ", "մեծ", "მდინარე",
        "شهر",
        "near the river", "massacre", "Mountain", "Market",
    ])
    func `a word is no place, nor another name with a slip`(word: String) {
        let resolution = Self.resolver.resolve(word)
        #expect(resolution.status == .none, "\(resolution.candidates.map(\.place.id))")
    }

    @Test(arguments: [
        ("xocali", "gn:147774"), ("baku", "gn:587084"), ("stepankert", "gn:146970"),
        ("kirovabad", "gn:586523"), ("степанакерт", "gn:146970"), ("ստեփանակերտ", "gn:146970"),
        ("dzhebrail", "gn:148141"), ("თბილისი", "gn:611717"), ("Nice", "gn:2990440"),
        ("Most", "gn:3070291"), ("Orange", "gn:2989460"), ("Of", "gn:741240"),
    ])
    func `a name is a name, in small letters too`(name: String, id: String) {
        let found = Self.resolver.resolve(name).candidates.map(\.place.id)
        #expect(found.contains(id), "\(found)")
    }

    /// Zangilan (gn:146901) and Goris (gn:174895) with their first letters exchanged.
    @Test(arguments: [("aznglian", "AZ", "gn:146901"), ("ogris", "AM", "gn:174895")])
    func `where a country is told, small letters may have slips as any`(
        name: String, country: String, id: String
    ) {
        let context = ResolutionContext(country: country)
        #expect(Self.resolver.resolve(name, in: context).match?.place.id == id)
        #expect(Self.resolver.resolve(name).status == .none)
        #expect(Self.resolver.resolve("mountain", in: context).status == .none)
    }
}
