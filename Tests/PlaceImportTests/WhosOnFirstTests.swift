import Diagnostics
import EDTF
import GeoModel
import PlaceImport
import Places
import TabularText
import Testing

/// Properties of https://github.com/whosonfirst/whosonfirst-properties; the records are made for tests.
@Suite("Who's On First") struct WhosOnFirstTests {
    static func read(
        _ files: [(name: String, text: String)]
    ) throws -> (places: [Place], log: ImportLog) {
        var rest = files[...]
        var importer = WhosOnFirst(
            {
                rest.popFirst().map { ($0.name, MemoryInput(Array($0.text.utf8))) }
            }, source: ImportSource(key: "wof"))
        var places: [Place] = []
        while let place = try importer.next() { places.append(place) }
        return (places, importer.log)
    }

    /// A record with some properties more, which go before.
    static func record(
        _ more: String, geometry: String = #"{"type":"Point","coordinates":[46.75,39.82]}"#
    ) -> String {
        """
        {
          "id": 890437281,
          "type": "Feature",
          "properties": {
            \(more)
            "wof:id":890437281,
            "wof:name":"Khankendi",
            "wof:placetype":"locality"
          },
          "bbox": [46.7,39.8,46.8,39.9],
          "geometry": \(geometry)
        }
        """
    }

    static func place(_ more: String) throws -> (place: Place?, log: ImportLog) {
        let (places, log) = try read([("890437281.geojson", record(more))])
        return (places.first, log)
    }

    @Test func `a record is a place with its names`() throws {
        let (found, log) = try Self.place(
            """
            "name:aze_x_preferred":["Xankəndi"], "name:hye_x_variant":["Ստեփանակերտ"],
            "name:rus_x_historical":["Ханкенды"], "name:eng_x_colloquial":["The town"],
            "name:zho_hant_x_unknown":["漢肯德"], "name:mis_x_preferred":[""],
            "name:eng_x_abbreviation":["KHK"], "wof:country":"AZ", "wof:population":55200,
            "lbl:longitude":46.7515, "lbl:latitude":39.8177, "src:geom":"quattroshapes",
            "edtf:inception":"1923", "edtf:cessation":"uuuu",
            """)
        let place = try #require(found)
        #expect(place.id == "wof:890437281")
        #expect(place.kind == .town)
        #expect(place.label == "Khankendi")
        #expect(place.coordinate == Coordinate(longitude: 46.7515, latitude: 39.8177))
        #expect(place.source == "wof: quattroshapes")
        #expect(place.population == 55200)
        #expect(place.period?.description == "1923/..")
        #expect(place.memberships.map(\.targetID) == ["iso:AZ"])
        #expect(place.note == "Who's On First 890437281")
        #expect(
            place.names.map { "\($0.text) \($0.language) \($0.kind)" }
                == [
                    "Xankəndi az-Latn alternate", "Ստեփանակերտ hy-Armn alternate",
                    "Ханкенды ru-Cyrl historical", "The town en-Latn colloquial",
                    "漢肯德 zh-Hant alternate", "KHK en-Latn code",
                ])
        #expect(place.names.map(\.note) == ["preferred", nil, nil, nil, nil, nil])
        #expect(
            place.names.map(\.certainty) == [.medium, .medium, .medium, .medium, .low, .medium])
        #expect(log.report.diagnostics == [])
        #expect((log.records, log.passedOver) == (1, 0))
    }

    @Test(arguments: [
        (#""wof:concordances":{"gn:id":146970},"#, "gn:146970"),
        (#""wof:concordances":{"gn:id":"146970"},"#, "gn:146970"),
        (#""wof:concordances":{"gn:id":"146970; DROP"},"#, "wof:890437281"),
        (#""wof:concordances":[],"#, "wof:890437281"),
        (
            #""wof:concordances":{"gn:id":146970},"edtf:cessation":"1991-12-26","#,
            "wof:890437281"
        ),
        (#""wof:concordances":{"gn:id":146970},"mz:is_current":0,"#, "wof:890437281"),
    ])
    func `a place of today takes the id that GeoNames has for it`(more: String, id: String) throws {
        #expect(try Self.place(more).place?.id == id)
    }

    /// `uuuu` and `open` are of EDTF 1.0 (2012). The interval stands in a record of Croatia, the day that is
    /// none in whosonfirst-data issue 2187.
    @Test(
        arguments: [
            ("1991-08-30", "uuuu", "1991-08-30/..", []), ("u", "", nil, []),
            ("unknown", "open", nil, []),
            ("1991-05~/1991-06~", "..", "1991-05~/..", []),
            ("uuuu", "1936-12-05", "../1936-12-05", []),
            ("11-10-2020", "uuuu", nil, ["bad-period"]), ("1991-13", "uuuu", nil, ["bad-period"]),
            ("1922", "1909", nil, ["bad-period"]),
        ] as [(String, String, String?, [String])])
    func `dates are read in the old spelling, and what is none is told`(
        start: String, end: String, period: String?, codes: [String]
    ) throws {
        let (place, log) = try Self.place(
            #""edtf:inception":"\#(start)","edtf:cessation":"\#(end)","#)
        #expect(try #require(place).period?.description == period)
        #expect(log.report.diagnostics.map(\.code) == codes)
        #expect(log.report.diagnostics.allSatisfy { $0.severity == .warning })
    }

    /// The placetypes of https://github.com/whosonfirst/whosonfirst-placetypes.
    @Test(arguments: [
        ("country", "", "iso:AZ", PlaceKind.country), ("region", "", "wof:1", .province),
        ("county", "", "wof:1", .district), ("localadmin", "", "wof:1", .district),
        ("neighbourhood", "", "wof:1", .settlement), ("marinearea", "", "wof:1", .water),
        ("disputed", "", "wof:1", .region), ("campus", "", "wof:1", .site),
        ("country", "\"edtf:cessation\":\"1991-12-26\",", "wof:1", .historical),
    ])
    func `placetypes are kinds`(type: String, more: String, id: String, kind: PlaceKind) throws {
        let text = """
            {"type":"Feature","properties":{\(more)"wof:id":1,"wof:name":"A","wof:country":"AZ",\
            "wof:placetype":"\(type)"},"geometry":{"type":"Point","coordinates":[46,40]}}
            """
        let place = try #require(try Self.read([("1.geojson", text)]).places.first)
        #expect(place.id == id)
        #expect(place.kind == kind)
    }

    @Test func `what is no place of ours is left out and counted`() throws {
        let (places, log) = try Self.read([
            ("1.geojson", Self.record(#""edtf:deprecated":"2016-01-01","#)),
            ("2.geojson", Self.record(#""wof:superseded_by":[7],"#)),
            ("3.geojson", Self.record(#""wof:superseded_by":[7],"edtf:cessation":"1991-12-26","#)),
            ("4-alt-naturalearth.geojson", Self.record("")),
            (
                "5.geojson",
                Self.record("").replacing("\"locality\"", with: "\"timezone\"")
            ),
        ])
        #expect(places.count == 1)
        #expect(log.records == 1)
        #expect(
            log.leftOut.map { "\($0.what) \($0.count)" } == [
                "alternative shapes 1", "deprecated records 1", "superseded records 1",
                "timezone records 1",
            ])
    }

    @Test(arguments: [
        ("{\"type\":", "unexpected"), ("", "empty-file"), ("[1,2]", "not-a-feature"),
        ("{\"type\":\"Feature\"}", "not-a-feature"),
        ("{\"type\":\"Feature\",\"properties\":{\"wof:id\":1}}", "no-name"),
        ("{\"type\":\"Feature\",\"properties\":{\"wof:name\":\"A\"}}", "no-id"),
        (
            "{\"type\":\"Feature\",\"properties\":{\"wof:id\":1,\"wof:name\":\"A\"}}",
            "no-coordinates"
        ),
        (
            "{\"type\":\"Feature\",\"properties\":{\"wof:id\":1,\"wof:name\":\"A\",\"lbl:longitude\":0,"
                + "\"lbl:latitude\":0}}", "null-island"
        ),
    ])
    func `a broken file is passed over and told, and the next is read`(
        text: String, code: String
    ) throws {
        let (places, log) = try Self.read([
            ("bad.geojson", text), ("good.geojson", Self.record("")),
        ])
        #expect(places.count == 1)
        #expect(log.passedOver == log.records - 1)
        let finding = try #require(log.report.diagnostics.first)
        #expect(code == "unexpected" || finding.code == code, "\(finding.code)")
        #expect(finding.location?.file == "bad.geojson")
        #expect(finding.remedy?.isEmpty == false)
    }

    @Test func `an area without a label stands at the middle of its shape`() throws {
        let shape = #"{"type":"Polygon","coordinates":[[[46,39],[48,39],[48,41],[46,39]]]}"#
        let (places, _) = try Self.read([("1.geojson", Self.record("", geometry: shape))])
        #expect(places.first?.coordinate == Coordinate(longitude: 47, latitude: 40))
        #expect(
            places.first?.note == "Who's On First 890437281; stands at the middle of its shape")
    }
}
