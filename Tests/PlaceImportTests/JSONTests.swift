import Diagnostics
import EDTF
import GeoModel
import PlaceImport
import Places
import TabularText
import Testing

/// Members of the Linked Places Format, https://github.com/LinkedPasts/linked-places-format.
@Suite("Linked Places Format") struct LinkedPlacesTests {
    private func read(
        _ text: String, file: String = "a.jsonl"
    ) throws -> (places: [Place], log: ImportLog) {
        var importer = try LinkedPlaces(
            MemoryInput(Array(text.utf8)), file: file, source: ImportSource(key: "whg"))
        var places: [Place] = []
        while let place = try importer.next() { places.append(place) }
        return (places, importer.log)
    }

    private static let feature = """
        {"@id":"http://x.org/1","type":"Feature","properties":{"title":"Shusha (AZ)","ccodes":["AZ"]},\
        "when":{"timespans":[{"start":{"in":"1752"},"end":{"latest":"1930~"}}]},\
        "names":[{"toponym":"Shusha","lang":"en","citations":[{"label":"Atlas","@id":"http://x.org/a"}],\
        "when":{"timespans":[{"start":{"in":"0676"}}]}},{"toponym":"Шуша","lang":"ru"}],\
        "types":[{"identifier":"aat:300008375","label":"town"}],\
        "geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[46.7,39.7],"certainty":"less-certain"}]},\
        "links":[{"type":"exactMatch","identifier":"gn:585226"}],\
        "relations":[{"relationType":"gvp:broaderPartitive","relationTo":"http://x.org/9","label":"part of a uyezd","when":{"timespans":[{"start":{"in":"1840"},"end":{"in":"1923"}}]}}]}
        """

    @Test(arguments: ["a.jsonl", "a.json"])
    func `members of the specification are read`(file: String) throws {
        let text =
            file == "a.json"
            ? "{\"type\":\"FeatureCollection\",\"@context\":\"x\",\"features\":[\(Self.feature)]}"
            : Self.feature + "\n"
        let (places, log) = try read(text, file: file)
        let place = try #require(places.first)
        #expect(place.id == "http://x.org/1")
        #expect(place.kind == .town)
        #expect(place.label == "Shusha (AZ)")
        #expect(place.certainty == .medium)
        #expect(place.period?.description == "1752/1930~")
        #expect(place.names.map(\.text) == ["Shusha", "Шуша"])
        #expect(place.names.map(\.language.description) == ["en-Latn", "ru-Cyrl"])
        #expect(place.names[0].source == "whg: Atlas (http://x.org/a)")
        #expect(place.names[0].period?.description == "0676")
        #expect(place.memberships.map(\.targetID) == ["iso:AZ", "http://x.org/9"])
        #expect(place.memberships[1].period?.description == "1840/1923")
        #expect(place.note == "same as gn:585226")
        #expect(log.report.diagnostics == [])
    }

    @Test(arguments: [
        ("{", "a.jsonl:2:2: error: the text ends"),
        ("[]", "a.jsonl:2:1: error: a value that is no"),
        ("{\"type\":\"Feature\"}", "a.jsonl:2:1: error: a value that is no"),
        ("7", "a.jsonl:2:1: error: a value that is no"),
        (
            "{\"type\":\"Feature\",\"properties\":{\"title\":\"A\"}}",
            "a.jsonl:2:1: error: a feature without @id"
        ),
        (
            "{\"@id\":\"x\",\"type\":\"Feature\",\"properties\":{}}",
            "a.jsonl:2:1: error: no title and no names"
        ),
        (
            "{\"@id\":\"x\",\"type\":\"Feature\",\"properties\":{\"title\":\"A\"}}",
            "a.jsonl:2:1: error: no position in the geometry"
        ),
        (
            "{\"@id\":\"x\",\"type\":\"Feature\",\"properties\":{\"title\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1]}}",
            "a.jsonl:2:1: error: a position of one number"
        ),
        (
            "{\"@id\":\"x\",\"type\":\"Feature\",\"properties\":{\"title\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,91]}}",
            "a.jsonl:2:1: error: longitude 1.0, latitude 91.0"
        ),
        (
            "{\"@id\":\"x\",\"type\":\"Feature\",\"properties\":{\"title\":\"A\"},\"geometry\":{\"type\":\"Ball\",\"coordinates\":[1,9]}}",
            "a.jsonl:2:1: error: no geometry is called \"Ball\""
        ),
        (
            "{\"@id\":\"x\",\"type\":\"Feature\",\"properties\":{\"title\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":\"x\"}}",
            "a.jsonl:2:1: error: coordinates that are no arrays"
        ),
    ])
    func `a broken line is told and the rest is used`(line: String, message: String) throws {
        let (places, log) = try read(Self.feature + "\n" + line + "\n" + Self.feature)
        #expect(places.count == 2)
        #expect(log.passedOver == 1)
        #expect(log.report.diagnostics.first?.description.hasPrefix(message) == true)
    }

    @Test(arguments: [
        ("\"when\":{\"timespans\":[{\"end\":{\"in\":\"1900\"}}]}", "bad-period"),
        ("\"when\":{\"timespans\":[{\"start\":{\"in\":\"19th c\"}}]}", "bad-period"),
        ("\"names\":[{\"toponym\":\"\"}]", "no-name"), ("\"names\":[7]", "no-name"),
        ("\"names\":[{\"toponym\":\"A\",\"lang\":\"e n\"}]", "bad-language"),
    ])
    func `a broken part is told and the place is used`(part: String, code: String) throws {
        let (places, log) = try read(
            "{\"@id\":\"x\",\"type\":\"Feature\",\"properties\":{\"title\":\"A\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\(part)}"
        )
        #expect(places.count == 1)
        #expect(log.report.diagnostics.map(\.code) == [code])
    }
}

@Suite("Places in GeoJSON") struct GeoJSONPlacesTests {
    private func read(_ text: String) throws -> (places: [Place], log: ImportLog) {
        var importer = try GeoJSONPlaces(
            MemoryInput(Array(text.utf8)), file: "a.geojson", source: ImportSource(key: "osm"))
        var places: [Place] = []
        while let place = try importer.next() { places.append(place) }
        return (places, importer.log)
    }

    private func collection(_ properties: String, _ geometry: String) -> String {
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","id":"node/1","properties":\
        \(properties),"geometry":\(geometry)}]}
        """
    }

    /// Keys of the OpenStreetMap wiki, "Names", and of Natural Earth.
    @Test func `names in all their properties are read`() throws {
        let (places, log) = try read(
            collection(
                """
                {"name":"Şuşa","name:ru":"Шуша","name_hy":"Շուշի","alt_name":"A;B","old_name:de":"C",\
                "int_name":"Shusha","official_name":"D","place":"town","name_length":"4","named":"x"}
                """, "{\"type\":\"Point\",\"coordinates\":[46.7,39.7]}"))
        let place = try #require(places.first)
        #expect(place.id == "osm:node/1")
        #expect(place.kind == .town)
        #expect(
            place.names.map(\.text) == ["Şuşa", "Шуша", "Շուշի", "A", "B", "C", "Shusha", "D"])
        #expect(
            place.names.map(\.language.description) == [
                "und-Latn", "ru-Cyrl", "hy-Armn", "und-Latn", "und-Latn", "de-Latn", "en-Latn",
                "und-Latn",
            ])
        #expect(place.names[5].kind == .historical)
        #expect(log.report.diagnostics == [])
    }

    @Test func `an area stands at the middle of its box, across the antimeridian too`() throws {
        let (places, _) = try read(
            collection(
                "{\"name\":\"A\"}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[178,0],[180,0],[180,2],[178,0]]],[[[-180,0],[-176,0],[-180,2],[-180,0]]]]}"
            ))
        #expect(places[0].coordinate == Coordinate(longitude: -179, latitude: 1))
        #expect(places[0].note == "stands at the middle of its shape")
    }

    @Test(arguments: [
        ("{}", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "a feature without a name"),
        ("null", "{\"type\":\"Point\",\"coordinates\":[1,2]}", "a value that is no feature"),
        ("{\"name\":\"A\"}", "null", "no position in the geometry"),
        ("{\"name\":\"A\"}", "{\"type\":\"Point\",\"coordinates\":[]}", "no position"),
        ("{\"name\":\"A\"}", "{\"type\":\"Point\",\"coordinates\":[0,0]}", "longitude 0 and"),
        ("{\"name\":\"A\"}", "{\"type\":\"Polygon\",\"coordinates\":[[[1,95]]]}", "longitude 1.0"),
    ])
    func `a broken feature is told`(properties: String, geometry: String, problem: String) throws {
        let (places, log) = try read(collection(properties, geometry))
        #expect(places == [])
        let told = try #require(log.report.diagnostics.first)
        #expect(told.problem.hasPrefix(problem))
        #expect(told.location?.line == 1)
    }

    @Test func `broken JSON is a fault of the file`() {
        let fault = #expect(throws: FileFault.self) {
            try read("{\"type\":\"FeatureCollection\",\"features\":[{]}")
        }
        #expect(fault?.diagnostic.code == "bad-json")
    }
}
