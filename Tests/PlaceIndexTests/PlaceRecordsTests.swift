import EDTF
import GeoModel
import PlaceIndex
import Places
import Testing

@Suite("Place records") struct PlaceRecordsTests {
    /// A place with every attribute that there is.
    private func full() throws -> Place {
        var place = Place(
            id: "tp:full", kind: .historical, label: "Şəhər",
            coordinate: Coordinate(longitude: -179.9999999, latitude: 40.1772345),
            source: "a page", certainty: .high)
        place.uncertaintyInMetres = 1_234.5
        place.extent = .approximately("iso:AZ")
        place.period = try HistoricalDate(edtf: "1923-07-07/1991~")
        place.population = 0
        place.rank = 3
        place.note = ""
        var name = PlaceName(
            "Степанакерт\u{301}", language: try #require(LanguageTag("ru-Cyrl")), kind: .official,
            source: "another page", certainty: .low)
        name.perspective = "SU"
        name.period = try HistoricalDate(edtf: "[1667,1668..1670]")
        name.isUsual = true
        name.derived = "from the Armenian"
        name.note = "long " + String(repeating: "and longer ", count: 40)
        var plain = PlaceName(
            "", language: try #require(LanguageTag("und")), kind: .code, source: "")
        plain.period = try HistoricalDate(edtf: "../1991")
        place.names = [name, plain, name]
        var claim = Membership(.partOf, in: "tp:other", source: "a page", certainty: .high)
        claim.perspective = "x-nk"
        claim.period = try HistoricalDate(edtf: "1991/2023")
        claim.isDefault = true
        claim.note = "as it says"
        place.memberships = [claim, Membership(.country, in: "iso:AZ", source: "a page")]
        place.line = [
            LinePoint(
                coordinate: Coordinate(longitude: 1.5, latitude: 2), basis: "way-point", source: "p"
            )
        ]
        return place
    }

    @Test func `every attribute comes back`() throws {
        let bare = Place(
            id: "tp:bare", kind: .city, label: "B",
            coordinate: Coordinate(longitude: 0, latitude: 0), source: "a page")
        let places = [bare, try full()]
        let index = NameIndex(places)
        #expect(Array(index.places) == places)
        #expect(index.place(id: "tp:full") == places[1])
        #expect(index.places(of: .historical) == [places[1]])
        #expect(index.targets(ofPlaceWithID: "tp:full") == ["tp:other", "iso:AZ"])
        #expect(index.languages.map(\.description) == ["ru-Cyrl", "und"])
    }

    /// Ids that differ in their last digits must not crowd together: this took minutes once.
    @Test func `each of many ids is found`() {
        let places = (0..<3_000).map { number in
            Place(
                id: "gn:\(1_000_000 + number)", kind: .town, label: "A",
                coordinate: Coordinate(longitude: 0, latitude: 0), source: "p")
        }
        let index = NameIndex(places)
        #expect(places.indices.allSatisfy { index.placeIndex(ofID: places[$0].id) == $0 })
        #expect(index.place(id: "gn:999999") == nil)
    }

    @Test(arguments: PlaceKind.allCases)
    func `every kind of place comes back`(kind: PlaceKind) {
        let place = Place(
            id: "tp:a", kind: kind, label: "A", coordinate: Coordinate(longitude: 1, latitude: 2),
            source: "p")
        #expect(NameIndex([place]).places.map(\.kind) == [kind])
    }

    @Test func `every kind of name, relation, certainty and extent comes back`() throws {
        let tag = try #require(LanguageTag("en"))
        var place = try full()
        place.names = NameKind.allCases.flatMap { kind in
            Certainty.allCases.map {
                PlaceName("A", language: tag, kind: kind, source: "p", certainty: $0)
            }
        }
        place.memberships = Membership.Relation.allCases.map {
            Membership($0, in: "b", source: "p")
        }
        let extents: [Extent] = [.point, .outline, .line, .approximately("iso:AM")]
        let places = extents.enumerated().map { number, extent in
            var other = place
            other.id = "tp:\(number)"
            other.extent = extent
            return other
        }
        #expect(Array(NameIndex(places).places) == places)
    }
}

@Suite("Several packs") struct SeveralPacksTests {
    private func place(_ id: String, _ names: [String], certainty: Certainty = .medium) throws
        -> Place
    {
        let tag = try #require(LanguageTag("en-Latn"))
        var place = Place(
            id: id, kind: .town, label: names[0],
            coordinate: Coordinate(longitude: Double(names.count), latitude: 0), source: names[0])
        place.names = names.map {
            PlaceName($0, language: tag, kind: .official, source: "p", certainty: certainty)
        }
        place.memberships = [Membership(.country, in: "iso:\(names[0].count)", source: "p")]
        return place
    }

    private func joined(_ packs: [[Place]]) -> NameIndex {
        NameIndex(joining: packs.map { NameIndex($0) })
    }

    @Test func `a later pack adds places, names and claims, and takes nothing away`() throws {
        let first = [try place("tp:1", ["Ganja"]), try place("tp:2", ["Gori"])]
        let second = [
            try place("tp:3", ["Goris"]), try place("tp:1", ["Kirovabad", "Ganja", "Gandzak"]),
        ]
        let index = joined([first, second])
        #expect(index.places.map(\.id) == ["tp:1", "tp:2", "tp:3"])
        let ganja = try #require(index.place(id: "tp:1"))
        #expect(ganja.label == "Ganja" && ganja.coordinate.longitude == 1)
        #expect(ganja.names.map(\.text) == ["Ganja", "Kirovabad", "Gandzak"])
        #expect(ganja.memberships.map(\.targetID) == ["iso:5", "iso:9"])
        for (spelling, id) in [
            ("Ganja", "tp:1"), ("KIROVABAD", "tp:1"), ("gandzak", "tp:1"), ("Goris", "tp:3"),
        ] {
            let matches = index.attested(spelling)
            #expect(Set(matches.map { index.places[$0.placeIndex].id }) == [id])
            #expect(matches.count == 1 && index.name(of: matches[0]).text.count == spelling.count)
        }
        #expect(index.fuzzy("Kirovabat").map { index.name(of: $0).text } == ["Kirovabad"])
        #expect(index.starting(with: "g").map { index.name(of: $0).text }.count == 3)
        let here = Coordinate(longitude: 3, latitude: 0)
        #expect(index.nearest(to: here, limit: 9).count == 3)
    }

    @Test func `the same pack twice is that pack`() throws {
        let places = [try place("tp:1", ["Ganja", "Gandzak"]), try place("tp:2", ["Gori"])]
        let index = joined([places, places])
        #expect(Array(index.places) == places)
        #expect(index.attested("Gandzak") == NameIndex(places).attested("Gandzak"))
        #expect(index.nearest(to: places[0].coordinate, limit: 9).count == 2)
    }

    @Test func `an empty pack changes nothing, first or last`() throws {
        let places = [try place("tp:1", ["Ganja", "Gandzak"])]
        for packs in [[[], places], [places, []], [[], []]] {
            let index = joined(packs)
            #expect(Array(index.places) == packs.flatMap(\.self))
            #expect(index.attested("ganja").count == packs.flatMap(\.self).count)
        }
    }
}
