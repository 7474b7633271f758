import GeoModel
import Testing

@testable import FeatureFormats

/// Shapes as OGC 06-103r4, section 7.2, spells them.
@Suite("CSV with shapes") struct FeatureCSVWriterTests {
    private static let square = [(0.0, 0.0), (0, 1), (1, 1), (1, 0), (0, 0)].map {
        Coordinate(longitude: $0.0, latitude: $0.1)
    }

    @Test(
        arguments: [
            (.point(square[2]), "POINT (1 1)"),
            (.multiPoint([square[0], square[2]]), "MULTIPOINT ((0 0),(1 1))"),
            (.lineString([square[0], square[2]]), "LINESTRING (0 0,1 1)"),
            (
                .lineString([
                    Coordinate(longitude: 170, latitude: 10),
                    Coordinate(longitude: -170, latitude: 20),
                ]), "MULTILINESTRING ((170 10,180 15),(-180 15,-170 20))"
            ),
            (.polygon(Polygon(outer: square)), "POLYGON ((0 0,1 0,1 1,0 1,0 0))"),
            (
                .multiPolygon([Polygon(outer: square), Polygon(outer: square)]),
                "MULTIPOLYGON (((0 0,1 0,1 1,0 1,0 0)),((0 0,1 0,1 1,0 1,0 0)))"
            ),
        ] as [(Geometry, String)])
    func `shapes are spelled as well-known text`(geometry: Geometry, expected: String) {
        let text = WellKnownText(geometry, digits: 4)
        #expect(String(decoding: text.bytes, as: UTF8.self) == expected)
    }

    @Test func `a row holds the id, the chosen fields and the shape`() throws {
        var feature = try GeoJSONWriterTests.event()
        feature.passedThrough = [.init(key: "wkt", value: "=1+1")]
        let table = EventTableColumns(of: [feature])
        let recorder = try EventRecorder(table, fields: ["wkt", "killed", "missing_text", "note"])
        var writer = FeatureCSVWriter(recorder.schema)
        var record = FeatureRecord(recorder.schema)
        recorder.fill(&record, from: feature)
        var bytes: [UInt8] = []
        try writer.write(record) { bytes += $0 }
        try writer.finish(GeoJSONWriterTests.provenance) { bytes += $0 }
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                id,wkt_2,killed,missing_text,note,WKT
                E16/1,'=1+1,613,150-200,,POINT (46.7946 39.9123)

                """)
    }
}
