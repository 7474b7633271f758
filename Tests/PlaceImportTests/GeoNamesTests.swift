import Diagnostics
import EDTF
import PlaceImport
import Places
import TabularText
import Testing

/// The lines are invented in the shape of the readme of the GeoNames dump.
@Suite("GeoNames dumps") struct GeoNamesTests {
    private static func line(
        _ id: String = "7", _ name: String = "Daşlı", _ latitude: String = "40.1",
        _ longitude: String = "47.2", _ featureClass: String = "P", _ code: String = "PPL",
        country: String = "AZ", admin1: String = "26", admin2: String = "", population: String = "0"
    ) -> String {
        [
            id, name, "Dashli", "Dashly,Дашлы", latitude, longitude, featureClass, code, country,
            "", admin1, admin2, "", "", population, "", "500", "Asia/Baku", "2020-01-01",
        ].joined(separator: "\t") + "\n"
    }

    private func read(
        _ text: String, takesListedNames: Bool = false
    ) throws -> (places: [Place], log: ImportLog) {
        var importer = try GeoNamesPlaces(
            MemoryInput(Array(text.utf8)), file: "AZ.txt", takesListedNames: takesListedNames)
        var places: [Place] = []
        while let place = try importer.next() { places.append(place) }
        return (places, importer.log)
    }

    @Test func `units and countries become claims, whatever the order of the lines`() throws {
        let text =
            Self.line(population: "1200")
            + Self.line("9", "Unit", "40", "47", "A", "ADM1")
            + Self.line("3", "Azerbaijan", "40", "48", "A", "PCLI", admin1: "00")
        let (places, log) = try read(text)
        #expect(places.map(\.id) == ["gn:7", "gn:9", "iso:AZ"])
        #expect(places.map(\.kind) == [.village, .province, .country])
        #expect(places[0].memberships.map(\.targetID) == ["iso:AZ", "gn:9"])
        #expect(places[0].memberships.map(\.relation) == [.country, .admin1])
        #expect(places[0].population == 1200)
        #expect(places[0].names.map(\.text) == ["Daşlı"])
        #expect(places[0].names[0].language.description == "und-Latn")
        #expect((log.records, log.passedOver) == (3, 0))
    }

    @Test func `names that a line lists are taken where there is no other file`() throws {
        let (places, _) = try read(Self.line(), takesListedNames: true)
        #expect(places[0].names.map(\.text) == ["Daşlı", "Dashly", "Дашлы"])
        #expect(
            places[0].names.map(\.language.description) == ["und-Latn", "und-Latn", "und-Cyrl"])
        #expect(places[0].names.map(\.certainty) == [.medium, .low, .low])
    }
}

/// The lines are invented in the shape of the readme of the GeoNames dump.
@Suite("Alternate names of GeoNames") struct GeoNamesNamesTests {
    private func read(_ text: String) throws -> (names: [(String, PlaceName)], log: ImportLog) {
        var importer = try GeoNamesNames(
            MemoryInput(Array(text.utf8)), file: "names.txt", countries: ["gn:3": "iso:AZ"])
        var names: [(String, PlaceName)] = []
        while let name = try importer.next() { names.append((name.placeID, name.name)) }
        return (names, importer.log)
    }

    @Test func `flags, codes and periods are kept`() throws {
        let (names, log) = try read(
            """
            1\t7\tru\tКировабад\t\t\t\t1\t1935\t1989
            2\t7\ten\tBig Place\t\t\t1\t\t\t
            3\t7\taz\tGəncə\t1\t1\t\t\t19911007\tpresent
            4\t7\tiata\tGNJ\t\t\t\t\t\t
            5\t3\t\tAzerbaijan\t\t\t\t\t\t
            6\t7\tlink\thttps://example.org\t\t\t\t\t\t
            7\t7\twkdt\tQ1\t\t\t\t\t\t
            8\t7\tpost\tAZ2000\t\t\t\t\t\t
            9\t7\thy\tԳանձակ\t\t\t\t
            """)
        #expect(names.map(\.0) == ["gn:7", "gn:7", "gn:7", "gn:7", "iso:AZ", "gn:7"])
        #expect(
            names.map(\.1.kind) == [
                .historical, .colloquial, .alternate, .code, .alternate, .alternate,
            ])
        #expect(
            names.map(\.1.language.description) == [
                "ru-Cyrl", "en-Latn", "az-Latn", "zxx-Latn", "und-Latn", "hy-Armn",
            ])
        #expect(
            names.map { $0.1.period?.description } == [
                "1935/1989", nil, "1991-10-07/..", nil, nil, nil,
            ])
        #expect(names[2].1.note == "preferred, short")
        #expect(log.leftOut.map(\.what) == ["link", "post", "wkdt"])
        #expect(log.leftOut.map(\.count) == [1, 1, 1])
    }
}
