import EDTF
import GeoModel
import PlaceIndex
import PlacePack
import PlaceResolution
import Places
import Testing

/// Identities are those of GeoNames (`gn:`) and ISO 3166 (`iso:`).
@Suite("Resolution in the embedded gazetteer") struct EmbeddedResolutionTests {
    private static let resolver = PlaceResolver(
        index: Pack.embedded.index, notPlaces: Pack.embedded.notPlaces.map { ($0.text, $0.reason) })

    private func resolve(
        _ text: String, in context: ResolutionContext = ResolutionContext()
    ) -> Resolution {
        Self.resolver.resolve(text, in: context)
    }

    @Test(arguments: [
        ("Khankendi", "gn:146970"), ("Stepanakert", "gn:146970"), ("Xankəndi", "gn:146970"),
        ("Ստեփանակերտ", "gn:146970"), ("Степанакерт", "gn:146970"), ("XANKƏNDİ", "gn:146970"),
        ("Irevan", "gn:616052"), ("Yerevan", "gn:616052"), ("Erivan", "gn:616052"),
        ("Երևան", "gn:616052"), ("Երեվան", "gn:616052"), ("xocali", "gn:147774"),
        ("Bakı", "gn:587084"), ("Kerkijahan", "gn:147736"), ("Terter", "gn:584871"),
        ("Goris", "gn:174895"), ("Gori", "gn:614455"), ("Кировабад", "gn:586523"),
        ("Ҝәнҹә", "gn:586523"), ("SUMQAYIT ŞƏHƏRİ", "gn:584923"), ("г. Шуша", "gn:147105"),
        ("near Askeran", "gn:148450"), ("gn:147928", "gn:147928"), ("NKAO", "tp:nkao"),
        ("Azerbaijan", "iso:AZ"), ("Nagorno-Karabakh Autonomous Oblast", "tp:nkao"),
        ("Nagorno-Karabakh", "tp:nagorno-karabakh"),
        ("Fizuli-Shusha road", "tp:road-fuzuli-shusha"), ("Fizuli airport", "tp:fuzuli-airport"),
        ("Vagif mausoleum, Shusha", "tp:vagif-mausoleum"), ("Munich", "gn:2867714"),
    ])
    func `a name in any script, era or case finds its place`(name: String, id: String) {
        let resolution = resolve(name)
        #expect(resolution.match?.place.id == id, "\(resolution.status) \(resolution.reason ?? "")")
    }

    @Test(arguments: [
        ("Stepankert", "gn:146970"), ("Kalbajr", "gn:586268"), ("Mingechevr", "gn:585514"),
    ])
    func `a slip is found and told`(name: String, id: String) {
        #expect(resolve(name).match?.place.id == id)
        #expect(resolve(name).match?.tier == .fuzzy)
        #expect(resolve(name, in: ResolutionContext(allowsFuzzy: false)).status == .none)
    }

    @Test(arguments: [
        ("Lachin", ["gn:147625", "iso:AZ-LAC"]), ("Yerevan", ["gn:616052", "iso:AM-ER"]),
        ("Zangilan district", ["iso:AZ-ZAN", "gn:146901"]),
        ("Gubadli district", ["iso:AZ-QBI", "gn:147305"]),
        ("Zəngilan rayonu", ["iso:AZ-ZAN", "gn:146901"]),
    ])
    func `a bare name means the settlement, a generic word the unit`(name: String, ids: [String]) {
        let resolution = resolve(name)
        #expect(resolution.status == .match)
        #expect(Array(resolution.candidates.map(\.place.id).prefix(2)) == ids)
    }

    @Test func `a kind asked for turns town and district round`() {
        let district = resolve("Lachin", in: ResolutionContext(kinds: [.district]))
        #expect(district.candidates.map(\.place.id) == ["iso:AZ-LAC"])
    }

    @Test(arguments: ["Garadaghli", "Garadaghly", "Qaradağlı"])
    func `fourteen namesakes are fourteen however their name is spelled`(name: String) {
        let resolution = resolve(name)
        #expect(resolution.status == .ambiguous)
        #expect(resolution.candidates.count == 14)
    }

    @Test func `a container decides between namesakes`() {
        let resolution = resolve("Garadaghli, Khojavend district")
        #expect(resolution.match?.place.id == "gn:147928")
        #expect(resolution.container?.id == "iso:AZ-XVD")
    }

    @Test func `two in one container are ambiguous there`() {
        let resolution = resolve("Balligaya, Goranboy district, Azerbaijan")
        #expect(resolution.status == .ambiguous)
        #expect(Set(resolution.candidates.map(\.place.id)) == ["gn:587061", "gn:587062"])
        #expect(resolve("Balligaya, Goranboy district").container?.id == "iso:AZ-GOR")
    }

    @Test(arguments: [
        ("Garadaghli, Tovuz district", "no \"Garadaghli\" is known in Tovuz District"),
        ("Garadaghli, Nowhere district", "no place is called \"Nowhere district\""),
        ("Garadaghli, Khojavnd district", "no place is called \"Khojavnd district\""),
        ("Nowheretown", "no place is called \"Nowheretown\""),
        ("nice", "in small letters a word, not a place"),
        ("rayon", "\"rayon\" is a generic word, not a name"),
        ("şəhər", "\"şəhər\" is a generic word, not a name"), ("", "no name is given"),
        ("republic", "\"republic\" is a generic word, not a name"),
        ("шоссе", "\"шоссе\" is a generic word, not a name"),
        ("gn:1", "no place has the id \"gn:1\""),
        ("Ivanyan was born in Yerevan", "no place is called \"Ivanyan was born in Yerevan\""),
    ])
    func `nothing fits and the reason is told`(name: String, reason: String) {
        let resolution = resolve(name)
        #expect(resolution.status == .none)
        #expect(resolution.candidates.isEmpty)
        #expect(resolution.reason == reason)
    }

    /// The Nakhichevan uezd of 1849-1917 and the republic of today.
    @Test func `without a date a unit of today is meant before one of the past`() throws {
        #expect(resolve("Nakhichevan region").match?.place.id == "iso:AZ-NX")
        let then = ResolutionContext(asOf: try HistoricalDate(edtf: "1900"))
        #expect(
            resolve("Nakhichevan region", in: then).candidates.first?.place.id
                == "tp:nakhichevan-uezd")
    }

    /// Population by GeoNames: Sheki 68,400, Shaki 1,152; Baku 1,116,513, Baki in Java and in Somalia some
    /// 20,000; Shirvan 70,220, the village Shirvan not known.
    @Test(arguments: [
        ("Shaki", "gn:585170"), ("bakı", "gn:587084"), ("BAKI", "gn:587084"),
        ("Shirvan", "gn:148565"),
    ])
    func `a town is meant before places of a twentieth of its people`(name: String, id: String) {
        #expect(resolve(name).match?.place.id == id)
        #expect(resolve(name).candidates.count > 1)
    }

    /// What others call a town, what it was called, and towns of like size leave the choice open.
    @Test(arguments: [
        ("Gandzak", ["gn:586523", "gn:616814"]), ("Norashen", ["gn:146858", "gn:616346"]),
        ("Astara", ["gn:142676", "gn:148445"]), ("Martuni", ["gn:616438", "gn:146969"]),
        ("Julfa", ["gn:148251", "gn:130081"]),
    ])
    func `a name of several is ambiguous and lists them`(name: String, ids: [String]) {
        let resolution = resolve(name)
        #expect(resolution.status == .ambiguous)
        #expect(Set(ids).isSubset(of: resolution.candidates.map(\.place.id)))
    }

    @Test(arguments: ["Minsk Group", "Valdai", "liberated lands", "Turkish"])
    func `words that are no place say why`(name: String) {
        #expect(resolve(name).status == .none)
        #expect(resolve(name).reason?.hasPrefix("no place: ") == true)
    }

    @Test func `an unknown name offers near spellings`() {
        let resolution = resolve("Mingachavirr Port")
        #expect(resolution.status == .none)
        let wrong = resolve("Lachinsk", in: ResolutionContext(allowsFuzzy: false))
        #expect(wrong.suggestions.contains { $0.place.id == "gn:147625" })
    }

    /// Beylagan was Zhdanov from 1939 to 1989.
    @Test func `a name with a date ranks who bore it then`() throws {
        let then = try HistoricalDate(edtf: "1985")
        let candidate = try #require(resolve("Zhdanov", in: ResolutionContext(asOf: then)).match)
        #expect(candidate.place.id == "gn:148354")
        #expect(candidate.parts.contains { $0.name == .date && $0.value > 0 })
    }

    @Test func `a country excludes by any claim`() {
        #expect(
            resolve("Goris", in: ResolutionContext(country: "AM")).match?.place.id == "gn:174895")
        let wrong = resolve("Goris", in: ResolutionContext(country: "AZ"))
        #expect(wrong.status == .none)
        #expect(wrong.suggestions.first?.place.id == "gn:174895")
    }

    @Test func `a score is the sum of its parts`() {
        for name in ["Lachin", "Garadaghli", "Stepankert", "Irevan"] {
            for candidate in resolve(name).candidates {
                let sum = candidate.parts.reduce(0) { $0 + $1.value }
                #expect(abs(sum - candidate.score) < 0.0001)
                #expect(candidate.parts.count == candidate.reasons.count)
            }
        }
    }

    @Test(arguments: [
        ("Zürich (Kreis 10) / Wipkingen", "gn:6295475"), ("Cocos (Keeling) Islands", "iso:CC"),
        ("Washington, D.C.", "gn:4140963"),
    ])
    func `a name with brackets or a comma in it is a name`(name: String, id: String) {
        #expect(resolve(name).match?.place.id == id)
    }

    /// Erawan in Thailand sounds like Yerevan, three slips away.
    @Test func `what only sounds alike is not listed beside what is spelled so`() {
        #expect(resolve("Yerevan").candidates.map(\.place.id) == ["gn:616052", "iso:AM-ER"])
    }

    /// All of the region and each eighth of the rest: the whole takes half a minute unoptimized.
    @Test func `every usual name finds its own place among the candidates`() {
        var lost: [String] = []
        let countries: Set<String?> = ["AZ", "AM", "GE", nil]
        for (number, place) in Pack.embedded.places.enumerated()
        where number % 8 == 0 || countries.contains(place.countryCode) {
            let found = resolve(place.usualName, in: ResolutionContext(limit: 100)).candidates
            if !found.contains(where: { $0.place.id == place.id }) { lost.append(place.id) }
        }
        #expect(lost.isEmpty, "\(lost)")
    }
}

@Suite("Resolution") struct PlaceResolverTests {
    private func place(
        _ id: String, _ name: String, _ kind: PlaceKind = .village, at longitude: Double = 46,
        in targets: [String] = [], population: Int? = nil, period: String? = nil
    ) throws -> Place {
        var place = Place(
            id: id, kind: kind, label: name,
            coordinate: Coordinate(longitude: longitude, latitude: 40),
            source: "a page")
        let tag = try #require(LanguageTag("en-Latn"))
        var row = PlaceName(name, language: tag, kind: .official, source: "a page")
        row.period = try period.map { try HistoricalDate(edtf: $0) }
        place.names = [row]
        place.population = population
        place.memberships = targets.map { Membership(.admin1, in: $0, source: "a page") }
        return place
    }

    private func resolver(
        _ places: [Place], outlines: PlaceResolver.OutlineTest? = nil
    ) -> PlaceResolver {
        PlaceResolver(index: NameIndex(places), outlines: outlines)
    }

    @Test func `population tells a city from a hamlet but not two villages`() throws {
        let city = try place("tp:city", "Igdir", .city, population: 101_700)
        let hamlet = try place("tp:hamlet", "Igdir")
        #expect(resolver([hamlet, city]).resolve("Igdir").match?.place.id == "tp:city")
        let villages = [
            try place("tp:a", "Igdir", population: 900), try place("tp:b", "Igdir", population: 90),
        ]
        #expect(resolver(villages).resolve("Igdir").status == .ambiguous)
    }

    /// Armenia and Armenia in Colombia (280,000 people), Moscow and Moscow in Idaho: GeoNames.
    @Test func `a country or a capital eclipses a namesake by its usual name alone`() throws {
        var country = try place("tp:country", "Armenia", .country)
        country.rank = 1
        country.names[0].isUsual = true
        let city = try place("tp:city", "Armenia", .city, at: -75, population: 280_330)
        #expect(resolver([city, country]).resolve("Armenia").match?.place.id == "tp:country")
        let near = ResolutionContext(near: Coordinate(longitude: -75, latitude: 40))
        #expect(
            resolver([city, country]).resolve("Armenia", in: near).match?.place.id == "tp:city")
        country.names[0].isUsual = false
        #expect(resolver([city, country]).resolve("Armenia").status == .ambiguous)
    }

    /// Lithuanian for Gori in Georgia is Goris: GeoNames by way of libgeonames.
    @Test func `a form that nobody claims does not rival a name`() throws {
        let goris = try place("tp:goris", "Goris", .town, population: 17_592)
        var gori = try place("tp:gori", "Gori", .town, population: 41_933)
        let lithuanian = try #require(LanguageTag("lt-Latn"))
        gori.names.append(
            PlaceName("Goris", language: lithuanian, kind: .alternate, source: "a page"))
        #expect(resolver([gori, goris]).resolve("Goris").match?.place.id == "tp:goris")
    }

    /// Sheki in Azerbaijan (68,400 people, in English text Shaki, too) and Shaki in Armenia (1,152): GeoNames.
    @Test func `a town by a spelling of its own name is meant before a hamlet so called`() throws {
        let village = try place("tp:village", "Shaki", .settlement, population: 1_152)
        let english = try #require(LanguageTag("en-Latn"))
        func town(_ kind: NameKind, _ tag: LanguageTag, population: Int = 68_400) throws -> Place {
            var town = try place("tp:town", "Sheki", .town, population: population)
            town.names.append(PlaceName("Shaki", language: tag, kind: kind, source: "a page"))
            return town
        }
        func found(_ town: Place, _ context: ResolutionContext = ResolutionContext()) -> Resolution
        {
            resolver([village, town]).resolve("Shaki", in: context)
        }
        #expect(found(try town(.alternate, english)).match?.place.id == "tp:town")
        // Not by what others call it or by what it was called, nor where it is no larger than that.
        #expect(found(try town(.exonym, english)).status == .ambiguous)
        #expect(found(try town(.historical, english)).status == .ambiguous)
        let lithuanian = try #require(LanguageTag("lt-Latn"))
        #expect(found(try town(.alternate, lithuanian)).match?.place.id == "tp:village")
        #expect(
            found(try town(.alternate, english, population: 9_000)).match?.place.id == "tp:village")
        // What is told beside the name is stronger.
        var near = village
        near.coordinate = Coordinate(longitude: 44, latitude: 40)
        let context = ResolutionContext(near: near.coordinate)
        let resolution = resolver([near, try town(.alternate, english)]).resolve(
            "Shaki", in: context)
        #expect(resolution.match?.place.id == "tp:village")
    }

    private func claimed(_ place: Place, _ country: String) -> Place {
        var claimed = place
        claimed.memberships.append(Membership(.country, in: "iso:\(country)", source: "a page"))
        return claimed
    }

    /// A column that says the country is right more often than a name is spelled right.
    @Test func `a name of another country may be one of the country told with a slip`() throws {
        let there = claimed(try place("tp:there", "Marathon"), "US")
        var elsewhere = claimed(try place("tp:elsewhere", "Marthon"), "FR")
        let context = ResolutionContext(country: "US")
        let found = resolver([there, elsewhere]).resolve("Marthon", in: context)
        #expect(found.match?.place.id == "tp:there")
        #expect(found.match?.tier == .fuzzy)
        // Not two slips, and not the usual name of a place that everybody knows.
        let far = claimed(try place("tp:there", "Marathona"), "US")
        #expect(resolver([far, elsewhere]).resolve("Marthon", in: context).status == .none)
        elsewhere.rank = 2
        elsewhere.names[0].isUsual = true
        let known = resolver([there, elsewhere]).resolve("Marthon", in: context)
        #expect(known.status == .none)
        #expect(known.suggestions.map(\.place.id) == ["tp:elsewhere"])
    }

    @Test func `where a unit is told, slips are looked for there first`() throws {
        let resolver = resolver([
            try place("tp:here", "Lanmeur", in: ["tp:u"]), try place("tp:far", "Lanmeurs"),
            try place("tp:heard", "Lanmeyur", in: ["tp:v"]),
        ])
        let context = ResolutionContext(units: ["tp:u"])
        #expect(resolver.resolve("Lanmeu", in: context).candidates.map(\.place.id) == ["tp:here"])
        #expect(resolver.resolve("Lanmeu").candidates.map(\.place.id) == ["tp:here"])
        // What is spelled so elsewhere stays before what has a slip in the unit.
        #expect(resolver.resolve("Lanmeyur", in: context).candidates.first?.place.id == "tp:heard")
    }

    @Test func `a name one slip away is meant before one two slips away`() throws {
        let resolver = resolver([
            try place("tp:one", "Stepanakert"),
            try place("tp:two", "Stepanakerts", .city, population: 2_000_000),
        ])
        #expect(resolver.resolve("Stepankert").candidates.map(\.place.id) == ["tp:one"])
    }

    @Test func `being prepared for many questions changes no answer`() {
        let resolver = PlaceResolver(index: Pack.embedded.index)
        let prepared = resolver.preparedForMany()
        for (name, country) in [
            ("Goris", "AM"), ("Gorisk", "AM"), ("Stepankert", nil), ("Marthon", "AZ"),
            ("Kalbajr", "AZ"), ("Qaradağlı", nil), ("Zangilan district", "AZ"),
        ] as [(String, String?)] {
            for units in [[], ["iso:AZ-KAL"], ["iso:AM-SU", "iso:AZ-ZAN"]] as [Set<String>] {
                let context = ResolutionContext(country: country, units: units)
                #expect(
                    prepared.resolve(name, in: context) == resolver.resolve(name, in: context))
            }
        }
    }

    @Test(arguments: [("nice", nil), ("Nice", "tp:nice"), ("NICE", "tp:nice"), ("baku", "tp:baku")])
    func `a common word in small letters is no place`(written: String, id: String?) throws {
        let places = [try place("tp:nice", "Nice"), try place("tp:baku", "Baku")]
        #expect(resolver(places).resolve(written).match?.place.id == id)
    }

    @Test(arguments: [("Şuşa", "tp:a"), ("Susa", "tp:b")])
    func `the spelling as it is beats the fold`(name: String, id: String) throws {
        let places = [try place("tp:a", "Şuşa"), try place("tp:b", "Susa")]
        #expect(resolver(places).resolve(name).match?.place.id == id)
    }

    /// Places officially called alike are namesakes; Laçın and Laçin are two names.
    @Test func `an English spelling does not tell namesakes apart`() throws {
        func village(_ id: String, _ official: String, _ tag: String, _ english: String) throws
            -> Place
        {
            var village = try place(id, english)
            let language = try #require(LanguageTag(tag))
            village.names.append(
                PlaceName(official, language: language, kind: .official, source: "a page"))
            return village
        }
        let namesakes = [
            try village("tp:a", "Qaradağlı", "az-Latn", "Garadaghly"),
            try village("tp:b", "Qaradağlı", "az-Latn", "Qaradagly"),
        ]
        #expect(resolver(namesakes).resolve("Garadaghly").status == .ambiguous)
        let others = [
            try village("tp:a", "Laçın", "az-Latn", "Lachin"),
            try village("tp:b", "Laçin", "tr-Latn", "Lacin"),
        ]
        #expect(resolver(others).resolve("Lachin").match?.place.id == "tp:a")
    }

    @Test func `nearness decides between namesakes and never excludes`() throws {
        let resolver = resolver([
            try place("tp:a", "Norashen", at: 44), try place("tp:b", "Norashen", at: 46),
        ])
        let near = ResolutionContext(near: Coordinate(longitude: 46.1, latitude: 40))
        #expect(resolver.resolve("Norashen", in: near).match?.place.id == "tp:b")
        #expect(resolver.resolve("Norashen", in: near).candidates.count == 2)
    }

    @Test func `a box excludes`() throws {
        let resolver = resolver([
            try place("tp:a", "Norashen", at: 44), try place("tp:b", "Norashen", at: 46),
        ])
        let box = BoundingBox(west: 43, south: 39, east: 45, north: 41)
        #expect(
            resolver.resolve("Norashen", in: ResolutionContext(box: box)).candidates.map(\.place.id)
                == ["tp:a"])
    }

    @Test func `a date decides between namesakes of two times`() throws {
        let resolver = resolver([
            try place("tp:a", "Zhdanov", period: "1939/1989"),
            try place("tp:b", "Zhdanov", period: "1948/1960"),
        ])
        let context = ResolutionContext(asOf: try HistoricalDate(edtf: "1985"))
        #expect(resolver.resolve("Zhdanov", in: context).match?.place.id == "tp:a")
        #expect(resolver.resolve("Zhdanov").status == .ambiguous)
    }

    @Test func `an outline speaks only where no unit is claimed`() throws {
        let district = try place("tp:d", "Aland district", .district)
        let other = try place("tp:e", "Bland district", .district)
        let claimed = try place("tp:claimed", "Ville", in: ["tp:e"])
        let unclaimed = try place("tp:unclaimed", "Ville")
        let places = [district, other, claimed, unclaimed]
        let resolution = resolver(places, outlines: { id, _ in id == "tp:d" }).resolve(
            "Ville, Aland district")
        #expect(resolution.candidates.map(\.place.id) == ["tp:unclaimed"])
        #expect(resolver(places).resolve("Ville, Aland district").status == .none)
    }

    @Test func `an attested name is never beaten by a slip`() throws {
        let resolver = resolver([
            try place("tp:small", "Gorisa"),
            try place("tp:big", "Gorisk", .city, population: 2_000_000),
        ])
        #expect(resolver.resolve("Gorisa").candidates.map(\.place.id) == ["tp:small"])
    }

    @Test(arguments: ["nija", "Ñ", "x"])
    func `a short word in small letters is no place in another spelling`(word: String) throws {
        #expect(
            resolver([try place("tp:a", "Nica"), try place("tp:b", "Yy")]).resolve(word).status
                == .none)
    }

    @Test func `circular memberships end`() throws {
        let places = [
            try place("tp:a", "Aland", .region, in: ["tp:b"]),
            try place("tp:b", "Bland", .region, in: ["tp:a"]),
        ]
        #expect(resolver(places).resolve("Aland, Bland").match?.place.id == "tp:a")
    }

    @Test func `hostile queries answer`() throws {
        let resolver = resolver([try place("tp:a", "Aland")])
        for text in [
            String(repeating: "a,", count: 100_000), String(repeating: "e\u{301}", count: 100_000),
            "\u{0}", "\u{202E}dnalA", String(repeating: "district ", count: 10_000),
        ] {
            #expect(resolver.resolve(text).status == .none)
        }
    }
}
