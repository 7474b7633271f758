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

    @Test(arguments: [
        ("", "AZ.txt:2:1: error: 1 columns where a GeoNames dump has 19"),
        ("7\tA\tB", "AZ.txt:2:1: error: 3 columns where a GeoNames dump has 19"),
        (Self.line("x"), "AZ.txt:2:1: error: \"x\" as a GeoNames id"),
        (Self.line("-7"), "AZ.txt:2:1: error: \"-7\" as a GeoNames id"),
        (Self.line("7", ""), "AZ.txt:2:3: error: no name"),
        (
            Self.line("7", "a\u{1}b"),
            "AZ.txt:2:3: error: a control character in the name \"a\\u{1}b\""
        ),
        (Self.line("7", String(repeating: "n", count: 401)), "AZ.txt:2:3: error: a name of more"),
        (Self.line("7", "Q", ""), "AZ.txt:2:25: error: no coordinates"),
        (Self.line("7", "Q", "40,1"), "AZ.txt:2:25: error: \"40,1\" where the latitude should be"),
        (Self.line("7", "Q", "91"), "AZ.txt:2:25: error: longitude 47.2, latitude 91.0"),
        (Self.line("7", "Q", "40", "181"), "AZ.txt:2:25: error: longitude 181.0, latitude 40.0"),
        (Self.line("7", "Q", "0", "0"), "AZ.txt:2:25: error: longitude 0 and latitude 0"),
        (Self.line("7", "Q", "1e1", "0"), "AZ.txt:2:25: error: \"1e1\" where the latitude"),
        (Self.line("7", "Q", "NaN", "0"), "AZ.txt:2:25: error: \"NaN\" where the latitude"),
        (
            Self.line("7", "Q", "1", "1", "Z"),
            "AZ.txt:2:29: error: no feature class is called \"Z\""
        ),
    ])
    func `a broken line is told and the rest is used`(line: String, message: String) throws {
        // An empty line is no record: a lone word stands for it.
        let broken = line.isEmpty ? "word\n" : line.hasSuffix("\n") ? line : line + "\n"
        let (places, log) = try read(Self.line("1") + broken + Self.line("2"))
        #expect(places.map(\.id) == ["gn:1", "gn:2"])
        #expect(log.passedOver == 1)
        let told = try #require(log.report.diagnostics.first)
        #expect(told.description.hasPrefix(message))
        #expect(told.remedy?.isEmpty == false)
    }

    @Test(arguments: [
        (Self.line("7", country: "A1"), "AZ.txt:1:"),
        (Self.line("7", population: "many"), "AZ.txt:1:"),
        (Self.line("7", population: "-4"), "AZ.txt:1:"),
    ])
    func `a broken part is told and the place is used`(line: String, start: String) throws {
        let (places, log) = try read(line)
        #expect(places.count == 1)
        #expect(log.report.diagnostics.map(\.severity) == [.warning])
        #expect(log.report.diagnostics[0].description.hasPrefix(start))
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

    @Test(arguments: [
        ("1\t7\tru", "names.txt:2:1: error: 3 columns where alternate names have 10, or 8"),
        ("1\tx\tru\tA\t\t\t\t\t\t", "names.txt:2:3: error: \"x\" as a GeoNames id"),
        ("1\t0\tru\tA\t\t\t\t\t\t", "names.txt:2:3: error: \"0\" as a GeoNames id"),
        ("1\t7\tr!\tA\t\t\t\t\t\t", "names.txt:2:5: error: \"r!\" where a language should be"),
        ("1\t7\tru\t\t\t\t\t\t\t", "names.txt:2:8: error: no name"),
        ("1\t7\tru\ta\u{202E}b\t\t\t\t\t\t", "names.txt:2:8: error: a control character"),
    ])
    func `a broken line is told and the rest is used`(line: String, message: String) throws {
        let sound = "1\t7\ten\tA\t\t\t\t\t\t\n"
        let (names, log) = try read(sound + line + "\n" + sound)
        #expect(names.count == 2)
        #expect(log.passedOver == 1)
        #expect(log.report.diagnostics.first?.description.hasPrefix(message) == true)
    }

    @Test func `a period that cannot be read is told and the name is used`() throws {
        let (names, log) = try read("1\t7\ten\tA\t\t\t\t\tlong ago\t\n")
        #expect(names.count == 1)
        #expect(log.report.diagnostics.map(\.code) == ["bad-period"])
        #expect(log.report.diagnostics[0].location?.column == 14)
    }
}
