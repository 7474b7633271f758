import GeoModel
import Places
import Testing

@Suite("Places") struct PlaceTests {
    private var place: Place {
        Place(
            id: "gn:1", kind: .town, label: "A", coordinate: Coordinate(longitude: 1, latitude: 2),
            source: "a page")
    }

    @Test func `the country is the pack's default among the claims`() {
        var place = place
        var claim = Membership(.country, in: "tp:other", source: "a page")
        claim.perspective = "x-a"
        var own = Membership(.country, in: "iso:AZ", source: "a page")
        own.isDefault = true
        place.memberships = [claim, own, Membership(.admin1, in: "iso:AZ-LAC", source: "a page")]
        #expect(place.countryCode == "AZ")
        #expect(place.countries.map(\.targetID) == ["iso:AZ", "tp:other"])
        #expect(place.firstOrderCode == "AZ-LAC")
        #expect(place.isClaimed(byCountry: "AZ"))
        #expect(!place.isClaimed(byCountry: "AM"))
    }

    @Test func `a country is its own and a unit has its own code`() {
        var country = place
        country.id = "iso:AM"
        country.kind = .country
        #expect(country.countryCode == "AM")
        #expect(country.isClaimed(byCountry: "AM"))
        var unit = place
        unit.id = "iso:AM-ER"
        unit.kind = .province
        #expect(unit.firstOrderCode == "AM-ER")
    }

    @Test(arguments: [
        ("point", Extent.point), ("", .point), ("outline", .outline), ("line", .line),
        ("approximately tp:nkao", .approximately("tp:nkao")),
    ])
    func `extents read as the tables write them`(text: String, extent: Extent) {
        #expect(Extent(text) == extent)
    }

    @Test func `an unknown extent is none`() {
        #expect(Extent("approximately") == nil)
        #expect(Extent("polygon") == nil)
    }

    /// Tags as RFC 5646 section 2.1 shapes them.
    @Test(
        arguments: [
            ("az-Latn", "az", "Latn"), ("ru", "ru", nil), ("und-Cyrl", "und", "Cyrl"),
            ("azb-Arab", "azb", "Arab"),
        ] as [(String, String, String?)])
    func `language tags have a language and a script`(
        text: String, language: String, script: String?
    ) throws {
        let tag = try #require(LanguageTag(text))
        #expect(tag.language == language)
        #expect(tag.script == script)
    }

    @Test func `scripts must agree where both tags have one`() throws {
        let name = try #require(LanguageTag("az-Cyrl"))
        #expect(name.serves(try #require(LanguageTag("az"))))
        #expect(!name.serves(try #require(LanguageTag("az-Latn"))))
        #expect(!name.serves(try #require(LanguageTag("ru"))))
    }

    @Test(arguments: ["", "a", "az_Latn", "az-", "türk"])
    func `what is no tag is none`(text: String) {
        #expect(LanguageTag(text) == nil)
    }
}
