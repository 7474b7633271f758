import Diagnostics
import EDTF
import EventIngest
import FeatureFormats
import GeoJSON
import GeoModel
import PlaceExpressions
import Testing

@Suite("Events in JSON") struct JSONTableTests {
    @Test func `lines of JSON are rows, and a broken one is set aside`() throws {
        let table = try read(
            """
            {"id":"A","place":"Bakı","killed":12,"open":true,"tags":["x"],"none":null}
            {"id":"B","place":"Gəncə","killed":"~5"

            {"id":"C","date":"1992-02-30","place":"x"}
            [1]
            {"id":"D","place":"y"}
            """, file: "events.ndjson")
        #expect(table.rows == 5 && table.events.map(\.id) == ["A", "D"])
        #expect(table.events.map(\.row) == [1, 5])
        #expect(table.events[0].figure("killed") == Figure(12))
        #expect(table.events[0].passedThrough.map(\.value) == ["true", "[\"x\"]"])
        #expect(table.setAside.map(\.row) == [2, 3, 4])
        #expect(
            table.report.diagnostics.map(\.description) == [
                "events.ndjson:2:40: error: the text ends where , or } should be; mend the JSON of this line",
                "events.ndjson:4:27: error: no such day as 1992-02-30 in the date \"1992-02-30\"; write a day from 01 to 29, or the month alone",
                "events.ndjson:5:1: error: a value that is no object; write {…}",
            ])
    }

    @Test func `GeoJSON of others is read by its properties and points`() throws {
        let table = try read(
            """
            {"type":"FeatureCollection","crs":{"type":"name"},"features":[
            {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[46.75,39.75,900]},"properties":{"title":"a"}},
            {"type":"Feature","geometry":null,"properties":{"title":"b","place":"Shusha"}},
            {"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{"title":"c"}},
            {"type":"Feature","geometry":{"type":"Point","coordinates":[46.75,95]},"properties":{"title":"d"}},
            {"type":"Feature","geometry":null,"properties":[]}
            ],"bbox":[0,0,1,1]}
            """, file: "events.geojson")
        #expect(table.rows == 5 && table.events.map(\.title) == ["a", "b", "c"])
        #expect(table.events[0].id == "7")
        #expect(
            table.events[0].places == [
                .coordinate(Coordinate(longitude: 46.75, latitude: 39.75), name: nil)
            ])
        #expect(
            table.report.diagnostics.map(\.code) == [
                "geometry-not-read", "bad-latitude", "bad-feature",
            ])
        #expect(table.report.diagnostics.map(\.location?.line) == [4, 5, 6])
    }

    /// The model has no place for them: told, whether or not a name says where.
    @Test(arguments: ["Polygon", "LineString", "MultiPoint"])
    func `shapes of others are left out, and that is said`(type: String) throws {
        let shape = #"{"type":"\#(type)","coordinates":[[[46,39],[47,39],[47,40],[46,39]]]}"#
        let table = try read(
            #"{"type":"Feature","geometry":\#(shape),"properties":{"place":"Ganja"}}"# + "\n"
                + #"{"type":"Feature","geometry":\#(shape),"properties":{"title":"t"}}"# + "\n",
            file: "a.ndjson")
        #expect(table.events.map(\.places.count) == [1, 0])
        #expect(
            table.report.diagnostics.map(\.description) == [
                "a.ndjson:1:1: warning: a geometry that is no Point and is left out; the event is kept at the place that it names; give the place by name, or as a Point",
                "a.ndjson:2:1: warning: a geometry that is no Point and is left out; the event is kept without a place; give the place by name, or as a Point",
            ])
    }

    @Test(arguments: ["a.json", "-", "a.geojson"])
    func `arrays and single objects are read`(file: String) throws {
        #expect(try read(#"[{"place":"x"},{"place":"y"}]"#, file: file).events.count == 2)
        #expect(try read("{\n\"place\":\"x\"}", file: file).events.count == 1)
    }

    @Test func `the first byte tells the format of nameless input`() throws {
        #expect(try read("{\"place\":\"x\"}\n{\"place\":\"y\"}\n", file: "-").events.count == 2)
        #expect(
            try read("\u{1E}{\"place\":\"x\"}\n\u{1E}{\"place\":\"y\"}\n", file: "-").events.count
                == 2)
        #expect(try read("place\nx\ny\n", file: "-").events.count == 2)
    }

    @Test func `JSON without any place is refused`() {
        let fault = #expect(throws: FileFault.self) {
            try read(#"[{"name":"x"}]"#, file: "a.json")
        }
        #expect(fault?.diagnostic.code == "no-place-column")
        #expect(fault?.diagnostic.candidates == ["name"])
    }
}

/// What is exported as GeoJSON reads back to the same events.
@Suite("Round trips") struct RoundTripTests {
    /// A feature for each place, as a gazetteer that knows every name would make them.
    private func features(of event: Event) -> [Feature] {
        guard !event.places.isEmpty else { return [event.feature(placeIndex: 1, placeCount: 0)] }
        return event.places.enumerated().map { index, place in
            var feature = event.feature(placeIndex: index + 1, placeCount: event.places.count)
            let position = Coordinate(longitude: 46.5, latitude: 39.5)
            feature.geometry = .point(position)
            feature.precision = .settlement
            switch place {
            case .at(let expression): feature.place = reference(expression)
            case .movement(let from, let to):
                feature.place = reference(from)
                feature.destination = reference(to)
            case .coordinate(let position, let name):
                feature.geometry = .point(position)
                feature.precision = .point
                feature.place = name.map {
                    PlaceReference(
                        text: $0.description, id: nil, matchedName: nil, tier: nil,
                        label: $0.description)
                }
            }
            return feature
        }
    }

    private func reference(_ expression: PlaceExpression) -> PlaceReference {
        PlaceReference(
            text: expression.description, id: "gn:1", matchedName: expression.name, tier: "exact",
            label: expression.name)
    }

    /// The event without where it stood in its file.
    private func content(_ event: Event) -> [String] {
        let places = event.places.map { place in
            switch place {
            case .at(let place): "\(place)"
            case .movement(let from, let to): "\(from) -> \(to)"
            case .coordinate(let position, let name):
                "\(position.longitude) \(position.latitude) \(name?.description ?? "")"
            }
        }
        let figures = event.figures.map { "\($0.key)=\($0.figure)" }
        let passed = event.passedThrough.map { "\($0.key):\($0.value)" }
        return [
            event.id, event.date?.description ?? "", event.title, event.category, event.subcategory,
            event.sourceWord, event.counted, event.status.rawValue, event.reportedBy, event.source,
            event.partOf, event.placeBasis, event.note, "\(event.claimIndex)/\(event.claimCount)",
        ] + places + figures + passed
    }

    private func expectRoundTrip(of table: EventTable, _ layout: GeoJSONWriter.Layout) throws {
        let provenance = ExportProvenance(
            nameRule: "sides", packDate: "2026-01-01", packHash: "", credits: [],
            licences: [])
        let bytes = GeoJSONWriter.text(
            of: table.events.flatMap(features), provenance: provenance, layout: layout)
        let file = layout == .collection ? "x.geojson" : "x.geojsonl"
        let again = try EventTable.read(bytes, file: file)
        #expect(again.report.diagnostics.isEmpty && again.setAside.isEmpty)
        #expect(again.events.count == table.events.count)
        for (before, after) in zip(table.events, again.events) {
            #expect(content(before) == content(after))
        }
    }

    @Test(arguments: [GeoJSONWriter.Layout.collection, .lines, .textSequence])
    func `the example comes back the same`(layout: GeoJSONWriter.Layout) throws {
        try expectRoundTrip(of: try ExampleTable.read(), layout)
    }

    @Test func `awkward columns, quotes and coordinates come back the same`() throws {
        let table = try read(
            "id,place,longitude,latitude,tier,start,killed,killed_text,note,code\n"
                + "A,\"Bakı \"\"x\"\"\",49.86709,40.40926,b,3,~5,odd,\"a\u{2028}b\nc\",007\n"
                + "B,,-71.06,42.36,,,,,,\nC,near gn:5,,,c,<4,6-7,,,010\n")
        #expect(table.report.diagnostics.map(\.severity) == [])
        try expectRoundTrip(of: table, .collection)
    }
}
