import EDTF
import GeoJSON
import GeoModel
import Testing

@testable import FeatureFormats

/// Expected texts follow the contract of the GeoJSON output and RFC 7946.
@Suite("GeoJSON out") struct GeoJSONWriterTests {
    static let provenance = ExportProvenance(
        nameRule: "sides", packDate: "2026-01-01", packHash: "0123456789abcdef",
        credits: ["GeoNames"], licences: ["CC-BY-4.0"],
        notes: ["All events from one source"])

    static func event() throws -> Feature {
        var feature = Feature(eventID: "E16", placeIndex: 1, placeCount: 1)
        feature.date = try HistoricalDate(edtf: "1992-02-25/1992-02-26")
        feature.geometry = .point(Coordinate(longitude: 46.794567, latitude: 39.912345))
        feature.place = PlaceReference(
            text: "Khojaly", id: "gn:147613", matchedName: "Khojaly", tier: "exact",
            label: "Khojaly")
        feature.precision = .settlement
        feature.title = "Capture of \"Khojaly\""
        feature.figures = [
            .init(key: "killed", figure: Figure(613)),
            .init(key: "missing", figure: Figure(from: 150, through: 200)),
            .init(key: "displaced", figure: Figure(250_000, form: .moreThan)),
            .init(key: "wounded", figure: Figure(40, form: .fewerThan)),
            .init(key: "captive", figure: Figure(500, form: .about)),
        ]
        feature.counted = "people of the town"
        return feature
    }

    private func text(_ features: [Feature], _ layout: GeoJSONWriter.Layout = .collection) -> String
    {
        let bytes = GeoJSONWriter.text(of: features, provenance: Self.provenance, layout: layout)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `a credit that two sources ask for is given once`() {
        let provenance = ExportProvenance(
            nameRule: "", packDate: "", packHash: "", credits: ["B", "A", "B"], licences: [])
        #expect(provenance.credits == ["B", "A"])
    }

    @Test func `a collection carries its provenance and box`() throws {
        let expected = #"""
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"E16/1","geometry":{"type":"Point","coordinates":[46.7946,39.9123]},"properties":{"event_id":"E16","place_index":1,"place_count":1,"date":"1992-02-25/1992-02-26","start":"1992-02-25","end":"1992-02-26","place":"Khojaly","place_id":"gn:147613","matched_name":"Khojaly","tier":"exact","precision":"settlement","uncertainty_m":null,"title":"Capture of \"Khojaly\"","category":null,"subcategory":null,"status":"reported","reported_by":null,"source":null,"part_of":null,"killed":613,"missing":150,"missing_min":150,"missing_max":200,"missing_text":"150-200","displaced":250000,"displaced_min":250000,"displaced_text":">250000","wounded":40,"wounded_max":40,"wounded_text":"<40","captive":500,"captive_text":"~500","counted":"people of the town","source_word":null,"place_basis":null,"note":null}}
            ],"toponym":{"name_rule":"sides","pack_date":"2026-01-01","pack_hash":"0123456789abcdef","credits":["GeoNames"],"licences":["CC-BY-4.0"],"notes":["All events from one source"]},"bbox":[46.7946,39.9123,46.7946,39.9123]}

            """#
        let lines = text([try Self.event()]).split(
            separator: "\n", omittingEmptySubsequences: false)
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == expectedLines.count)
        for (line, expected) in zip(lines, expectedLines) { #expect(line == expected) }
    }

    @Test func `no features make an empty collection`() throws {
        let value = try JSONValue(parsing: Array(text([]).utf8))
        #expect(value["features"] == [])
        #expect(value["bbox"] == nil)
    }

    @Test func `figures stand with the first place alone`() throws {
        var second = try Self.event()
        second.placeIndex = 2
        #expect(
            try JSONValue(parsing: Array(text([second], .lines).utf8))["properties"]?["killed"]
                == nil)
    }

    @Test(arguments: [0, 1])
    func `an event without a place keeps its figures`(index: Int) throws {
        var feature = Feature(eventID: "E20", placeIndex: index, placeCount: 0)
        feature.figures = [.init(key: "killed", figure: Figure(6))]
        let value = try JSONValue(parsing: Array(text([feature], .lines).utf8))
        #expect(value["properties"]?["killed"] == 6)
    }

    @Test func `lines and text sequences hold one feature each`() throws {
        let feature = try Self.event()
        let lines = text([feature, feature], .lines)
        #expect(lines.split(separator: "\n").count == 2)
        for line in lines.split(separator: "\n") {
            #expect(try JSONValue(parsing: Array(line.utf8))["type"] == "Feature")
        }
        #expect(text([feature], .textSequence) == "\u{1E}" + text([feature], .lines))
    }

    @Test func `an event without a place has a null geometry`() throws {
        let feature = Feature(eventID: "E20", placeIndex: 1, placeCount: 0)
        let value = try JSONValue(parsing: Array(text([feature], .lines).utf8))
        #expect(value["geometry"] == .null)
        #expect(value["properties"]?["start"] == .null && value["properties"]?["place"] == .null)
    }

    @Test func `an event that has coordinates alone has a null place`() throws {
        var feature = try Self.event()
        feature.place = PlaceReference(text: "", id: nil, matchedName: nil, tier: nil, label: "")
        #expect(text([feature]).contains(#""place":null,"place_id":null"#))
    }

    @Test func `days are typed and open ends are null`() throws {
        for (date, start, end) in [
            ("1987~/", "1987-01-01", nil), ("2020-10", "2020-10-01", "2020-10-31"),
            ("Y12345", nil, nil), ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ] as [(String, String?, String?)] {
            var feature = try Self.event()
            feature.date = try HistoricalDate(edtf: date)
            let value = try JSONValue(parsing: Array(text([feature], .lines).utf8))
            #expect(value["properties"]?["start"] == .string(orNull: start))
            #expect(value["properties"]?["end"] == .string(orNull: end))
        }
    }

    @Test func `a column never takes the key of the contract`() throws {
        var feature = try Self.event()
        feature.passedThrough = [
            .init(key: "tier", value: "b"), .init(key: "killed_text", value: "x"),
            .init(key: "region", value: "1"), .init(key: "missing_min", value: "9"),
        ]
        feature.figures.append(.init(key: "start", figure: Figure(3)))
        let properties = try JSONValue(parsing: Array(text([feature], .lines).utf8))["properties"]
        #expect(properties?["tier"] == "exact" && properties?["input_tier"] == "b")
        #expect(properties?["missing_min"] == 150 && properties?["input_missing_min"] == "9")
        #expect(properties?["region"] == "1" && properties?["input_start"] == 3)
    }

    @Test func `further claims have an id of their own`() throws {
        var feature = Feature(
            eventID: "E27", placeIndex: 1, placeCount: 1, claimIndex: 2, claimCount: 2)
        feature.geometry = nil
        let value = try JSONValue(parsing: Array(text([feature], .lines).utf8))
        #expect(value["id"] == "E27/1/2")
        #expect(
            value["properties"]?["claim_index"] == 2 && value["properties"]?["claim_count"] == 2)
    }

    @Test func `a movement names both ends`() throws {
        var feature = try Self.event()
        feature.geometry = .lineString([
            Coordinate(longitude: 46.79, latitude: 39.91),
            Coordinate(longitude: 46.93, latitude: 39.99),
        ])
        feature.destination = PlaceReference(
            text: "Agdam", id: "gn:148619", matchedName: "Agdam", tier: "exact", label: "Agdam")
        let value = try JSONValue(parsing: Array(text([feature], .lines).utf8))
        #expect(value["properties"]?["place"] == "Khojaly -> Agdam")
        #expect(value["properties"]?["destination_id"] == "gn:148619")
        #expect(
            value["geometry"]?.description
                == #"{"type":"LineString","coordinates":[[46.79,39.91],[46.93,39.99]]}"#)
    }
}
