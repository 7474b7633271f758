import EDTF
import GeoModel
import Testing

@testable import FeatureFormats

/// Expected elements and their order follow OGC 07-147r2 (KML 2.2), sections 9 to 16.
@Suite("KML") struct KMLWriterTests {
    private func text(_ features: [Feature]) throws -> String {
        let recorder = EventRecorder(of: features)
        var writer = KMLWriter(recorder.schema)
        var record = FeatureRecord(recorder.schema)
        var bytes: [UInt8] = []
        for feature in features {
            recorder.fill(&record, from: feature)
            try writer.write(record) { bytes += $0 }
        }
        try writer.finish(GeoJSONWriterTests.provenance) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// OGC 07-147r2, section 15.1: `gYear`, `gYearMonth` and `date` are as good as a date and time.
    @Test(
        arguments: [
            ("1992-02-25/1992-02-26", "<begin>1992-02-25</begin><end>1992-02-26</end>"),
            ("1992", "<begin>1992</begin><end>1992</end>"),
            ("2020-10~", "<begin>2020-10</begin><end>2020-10</end>"),
            ("1987/", "<begin>1987</begin>"), ("../1905-06", "<end>1905-06</end>"),
            ("199X", "<begin>1990</begin><end>1999</end>"),
            ("[1918-03-30..1918-04]", "<begin>1918-03-30</begin><end>1918-04</end>"),
            ("1993-21", "<begin>1993-03</begin><end>1993-05</end>"),
            ("-0043-03-15", nil), ("Y12345", nil),
        ] as [(String, String?)])
    func `a span is no closer than the date`(date: String, expected: String?) throws {
        var feature = try GeoJSONWriterTests.event()
        feature.date = try HistoricalDate(edtf: date)
        let lines = try text([feature]).split(separator: "\n").map { $0.drop { $0 == " " } }
        let start = lines.firstIndex(of: "<TimeSpan>")
        let span = start.map { lines[($0 + 1)...].prefix { $0 != "</TimeSpan>" }.joined() }
        #expect(span == expected)
    }

    /// XML 1.0, section 2.2: escaped or not, most control characters are not allowed.
    @Test func `texts are escaped`() throws {
        var feature = try GeoJSONWriterTests.event()
        feature.title = "A & B <c> \u{7}]]>"
        feature.eventID = "a b/é"
        feature.id = "a b/é/1"
        let text = try text([feature])
        #expect(text.contains("<name>A &amp; B &lt;c&gt; \u{FFFD}]]&gt;</name>"))
        #expect(text.contains(#"<Placemark id="f.a_20b_2F_C3_A9_2F1">"#))
    }

    @Test func `figures are typed, and what is not known is left out`() throws {
        let text = try text([try GeoJSONWriterTests.event()])
        #expect(text.contains(#"<SimpleField type="double" name="killed"/>"#))
        #expect(text.contains(#"<SimpleField type="int" name="place_index"/>"#))
        #expect(text.contains(#"<SimpleData name="missing_text">150-200</SimpleData>"#))
        #expect(!text.contains(#"<SimpleData name="note">"#))
    }

    @Test func `categories have a style each, and what is not reported an open one`() throws {
        var features: [Feature] = []
        for (category, status) in [
            ("b", EventStatus.reported), ("a", .alleged), ("b", .disputed), ("", .reported),
        ] {
            var feature = try GeoJSONWriterTests.event()
            feature.category = category
            feature.status = status
            features.append(feature)
        }
        let styles = try text(features).split(separator: "\n").filter { $0.contains("<styleUrl>") }
        #expect(
            styles.map { $0.drop { $0 == " " } } == [
                "<styleUrl>#category-1</styleUrl>", "<styleUrl>#category-2-open</styleUrl>",
                "<styleUrl>#category-1-open</styleUrl>", "<styleUrl>#category-other</styleUrl>",
            ])
    }

    @Test func `areas and lines across the antimeridian are shapes of several parts`() throws {
        var area = try GeoJSONWriterTests.event()
        let square = [(0.0, 0.0), (0, 1), (1, 1), (1, 0), (0, 0)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
        }
        area.geometry = .multiPolygon([Polygon(outer: square), Polygon(outer: square)])
        var line = area
        line.geometry = .lineString([
            Coordinate(longitude: 170, latitude: 10), Coordinate(longitude: -170, latitude: 20),
        ])
        let text = try text([area, line])
        #expect(text.contains("<coordinates>0,0 1,0 1,1 0,1 0,0</coordinates>"))
        #expect(text.contains("<coordinates>170,10 180,15</coordinates>"))
        #expect(text.contains("<coordinates>-180,15 -170,20</coordinates>"))
    }

    @Test func `credits, licences and the rule of names come last`() throws {
        let text = try text([])
        #expect(
            text.contains(#"<Data name="licences">"#) && text.contains("<value>CC-BY-4.0</value>"))
        #expect(text.hasSuffix("</kml>\n"))
    }
}
