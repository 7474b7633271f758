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

    /// `geo_wkt` in place of coordinates: README of the format, "geometry". The middles are worked by hand.
    @Test(
        arguments: [
            ("POINT(46.75 39.82)", 46.75, 39.82, nil),
            ("SRID=4326;Point Z (46.75 39.82 1400)", 46.75, 39.82, nil),
            ("POLYGON ((1 2, 3 4, 5 0, 1 2))", 3, 2, "stands at the middle of its shape"),
            ("MULTIPOINT ((1 2), (3 4))", 2, 3, "stands at the middle of its shape"),
            (
                "GEOMETRYCOLLECTION (POINT (1 1), LINESTRING (3 3, 5 5))", 3, 3,
                "stands at the middle of its shape"
            ),
        ] as [(String, Double, Double, String?)])
    func `well-known text is read where there are no coordinates`(
        text: String, longitude: Double, latitude: Double, note: String?
    ) throws {
        let geometry =
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"geo_wkt\":\"\(text)\"}]}"
        let (places, log) = try read(Lines.linked(geometry: geometry))
        let place = try #require(places.first)
        #expect(place.coordinate == Coordinate(longitude: longitude, latitude: latitude))
        #expect(place.note == note)
        #expect(log.report.diagnostics == [])
    }

    @Test(
        arguments: [
            ("\"license\":\"CC0\",\"citation\":\"An atlas\"", "", "CC0", "An atlas"),
            ("", ",\"license\":\"CC0\",\"citation\":\"An atlas\"", "CC0", "An atlas"),
            (
                "\"license\":{\"@id\":\"http://x.org/by\"},\"citation\":{\"title\":\"An atlas\",\"author\":[{\"given\":\"A.\",\"family\":\"B\"},{\"literal\":\"C\"}]}",
                "", "http://x.org/by", "A. B, C: An atlas"
            ),
            (
                "\"indexing\":{\"@type\":\"Dataset\",\"name\":\"N\",\"license\":\"CC0\",\"creator\":[\"A\",\"B\"]}",
                "", "CC0", "A, B"
            ), ("\"license\":\" \",\"citation\":7", "", nil, nil),
        ] as [(String, String, String?, String?)])
    func `a collection says its licence and its makers beside its features`(
        before: String, after: String, licence: String?, credit: String?
    ) throws {
        let head = before.isEmpty ? "" : "\(before),"
        let text = "{\(head)\"features\":[\(Lines.linked())]\(after)}"
        var importer = try LinkedPlaces(
            MemoryInput(Array(text.utf8)), file: "a.json", source: ImportSource(key: "x"))
        while try importer.next() != nil {}
        #expect(importer.declared.licence == licence)
        #expect(importer.declared.credit == credit)
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

    @Test func `broken JSON is a fault of the file`() {
        let fault = #expect(throws: FileFault.self) {
            try read("{\"type\":\"FeatureCollection\",\"features\":[{]}")
        }
        #expect(fault?.diagnostic.code == "bad-json")
    }
}
