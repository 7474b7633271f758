import Basemap
import EDTF
import GeoModel
import Projections
import Testing

@testable import Cartography

@Suite("The words of the furniture") struct PhrasesTests {
    /// The plural rules of Unicode CLDR 41: `ru` has one, few and many; `az` and `hy` keep the noun.
    @Test(arguments: [
        (DateLanguage.english, 1, "1 event"), (.english, 2, "2 events"),
        (.russian, 1, "1 событие"), (.russian, 3, "3 события"), (.russian, 5, "5 событий"),
        (.russian, 11, "11 событий"), (.russian, 14, "14 событий"), (.russian, 21, "21 событие"),
        (.russian, 112, "112 событий"), (.azerbaijani, 5, "5 hadisə"),
        (.armenian, 5, "5 իրադարձություն"),
    ])
    func `a noun has the form of its number`(language: DateLanguage, count: Int, said: String) {
        #expect(PhraseBook.phrases(in: language).events(count) == said)
    }

    @Test(arguments: [
        (
            BorderNote.nearestKnown(.states, times: years("2022"), asked: years("1988").first),
            "State borders as of 2022, the nearest known to 1988"
        ),
        (
            .nearestKnown(.districts, times: years("2019"), asked: nil),
            "District lines as of 2019, the latest known"
        ),
        (
            .undated(times: years("2022")),
            "State borders as of 2022; since when they hold is not recorded"
        ),
        (.approximate([.formerOblast]), "Approximate: the autonomous oblast's outline"),
        (
            .approximate([.formerOblast, .lineOfContact]),
            "Approximate: the autonomous oblast's outline, the Line of Contact"
        ),
    ])
    func `borders are told of in English`(note: BorderNote, said: String) {
        #expect(EnglishPhrases().note(note) == said)
    }

    /// What the table and the data say is in capitals of the Latin alphabet here: nothing else of a
    /// Russian or an Armenian map may be in Latin letters.
    @Test(arguments: [DateLanguage.russian, .armenian])
    func `a map speaks one language`(language: DateLanguage) throws {
        let description = try map(in: language).description
        let said =
            description.legend + description.notes + description.notShown.map(\.reason)
            + [description.scaleBar ?? ""]
        let foreign = said.filter { text in
            text.unicodeScalars.contains { ("a"..."z").contains($0) }
        }
        #expect(foreign == [])
        #expect(said.count > 20)
    }

    /// Every phrase of a language is its own: nothing is left in English by mistake.
    @Test func `no sentence of a map is the same in two languages`() throws {
        let ofTable: Set = ["ATTACK", "FIGHTING"]
        let maps = try DateLanguage.allCases.map { language in
            let map = try map(in: language)
            let said = map.description.legend + map.description.notes + [map.altText]
            return Set(said.filter { $0.contains(where: \.isLetter) }).subtracting(ofTable)
        }
        for (index, first) in maps.enumerated() {
            for second in maps.dropFirst(index + 1) {
                #expect(first.isDisjoint(with: second))
            }
        }
    }

    @Test(arguments: [
        (DateLanguage.english, "5 km", "Map: 3 events, 1999. "),
        (.russian, "5 км", "Карта: 3 события, 1999. "),
        (.azerbaijani, "5 km", "Xəritə: 3 hadisə, 1999. "),
        (.armenian, "5 կմ", "Քարտեզ՝ 3 իրադարձություն, 1999։ "),
    ])
    func `the scale and the map in words are in the language`(
        language: DateLanguage, bar: String, start: String
    ) throws {
        let viewport = Viewport(
            fitting: BoundingBox(west: 10, south: 40, east: 10.5, north: 40.5),
            in: PixelFrame(width: 1200, height: 900), padding: 0, minimumSpan: 0.1,
            projection: .auto)
        let scale = try #require(ScaleBar(viewport, longest: 110))
        #expect(scale.text(in: PhraseBook.phrases(in: language)) == bar)
        var request = SampleEvents.request(
            ["A", "B", "C"].map { SampleEvents.event($0, longitude: 12, latitude: 42) })
        request.language = language
        #expect(try SharedComposer.get().compose(request).altText.hasPrefix(start))
    }

    /// A map that says most of what maps can say.
    private func map(in language: DateLanguage) throws -> ComposedMap {
        var features = [
            SampleEvents.event("A", longitude: 12, latitude: 42, killed: Figure(12_500)),
            SampleEvents.event(
                "B", longitude: 15, latitude: 43, killed: Figure(40, form: .fewerThan)),
            SampleEvents.event("C", longitude: 18, latitude: 44), SampleEvents.homeless("D"),
            SampleEvents.national("E", killed: Figure(3)), SampleEvents.national("F"),
            SampleEvents.event("G", longitude: 17, latitude: 41, killed: Figure(0)),
        ]
        features[2].precision = .district
        features[0].precision = .near
        features[1].status = .alleged
        for index in features.indices {
            features[index].category = index.isMultiple(of: 2) ? "ATTACK" : "FIGHTING"
            features[index].subcategory = ""
            features[index].title = "TITLE \(features[index].eventID)"
            features[index].counted = features[index].figures.isEmpty ? "" : "PEOPLE"
            features[index].reportedBy = "REPORTER"
            features[index].source = "SOURCE"
            features[index].place?.label = "PLACE"
        }
        var request = SampleEvents.request(features)
        var layers = SampleEvents.land
        layers.credits = ["MAKER"]
        layers.notes = [
            .nearestKnown(.states, times: Self.years("2022"), asked: Self.years("1988").first),
            .approximate([.formerOblast, .lineOfContact]), .undated(times: Self.years("2022")),
        ]
        let base = layers
        request.basemap = { _ in base }
        request.nameRule = "RULE"
        request.language = language
        request.asOf = try HistoricalDate(edtf: "1988")
        request.notShown = MapRequest.NotShown.Reason.allCases.map { .init(count: 1, reason: $0) }
        return try SharedComposer.get().compose(request)
    }

    private static func years(_ text: String) -> [HistoricalDate] {
        [try? HistoricalDate(edtf: text)].compactMap(\.self)
    }
}
