import GeoJSON
import GeoModel
import Testing

@Suite("Reading geometries") struct GeometryReadingTests {
    private static func shapes(_ text: String) throws -> [Geometry] {
        try Geometry.shapes(of: JSONValue(parsing: Array(text.utf8)))
    }

    private static func ring(_ corners: (Double, Double)...) -> [Coordinate] {
        corners.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    /// The examples of RFC 7946, appendix A, shortened.
    @Test func `reads each geometry of the standard`() throws {
        #expect(
            try Self.shapes(#"{"type":"Point","coordinates":[100.0,0.0,25]}"#)
                == [.point(Coordinate(longitude: 100, latitude: 0))])
        #expect(
            try Self.shapes(#"{"type":"LineString","coordinates":[[100,0],[101,1]]}"#)
                == [.lineString(Self.ring((100, 0), (101, 1)))])
        #expect(
            try Self.shapes(
                #"{"type":"Polygon","coordinates":[[[100,0],[101,0],[101,1],[100,1],[100,0]]]}"#)
                == [
                    .polygon(
                        Polygon(outer: Self.ring((100, 0), (101, 0), (101, 1), (100, 1), (100, 0))))
                ])
        #expect(
            try Self.shapes(#"{"type":"MultiPoint","coordinates":[[100,0],[101,1]]}"#)
                == [.multiPoint(Self.ring((100, 0), (101, 1)))])
        #expect(
            try Self.shapes(
                #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"MultiLineString","coordinates":[[[1,2],[3,4]]]}]}"#
            ) == [
                .point(Coordinate(longitude: 1, latitude: 2)),
                .multiLineString([Self.ring((1, 2), (3, 4))]),
            ])
        #expect(try Self.shapes("null") == [])
    }

    /// RFC 7946, section 3.1.6: outer rings run counter-clockwise, holes clockwise, both closed.
    @Test func `rings are closed and turned`() throws {
        let read = try Self.shapes(
            #"{"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[4,0]],[[1,1],[2,1],[2,2],[1,1]]]}"#
        )
        #expect(
            read == [
                .polygon(
                    Polygon(
                        outer: Self.ring((0, 0), (4, 0), (4, 4), (0, 4), (0, 0)),
                        holes: [Self.ring((1, 1), (2, 2), (2, 1), (1, 1))]))
            ])
    }

    @Test(arguments: [
        (#"{"coordinates":[1,2]}"#, "a geometry without a type"),
        ("7", "a geometry without a type"),
        (
            #"{"type":"Pont","coordinates":[1,2]}"#,
            "no geometry is called \"Pont\"; write a Point, LineString, Polygon, a Multi… of them or a "
                + "GeometryCollection"
        ),
        (
            #"{"type":"Point","coordinates":[1]}"#,
            "the coordinates of a Point are positions [longitude, latitude]"
        ),
        (
            #"{"type":"Point","coordinates":[1,"2"]}"#,
            "the coordinates of a Point are positions [longitude, latitude]"
        ),
        (
            #"{"type":"Point","coordinates":[40.1,200]}"#,
            "40.1, 200.0 lies outside the Earth: longitude comes first, in -180...180, latitude "
                + "second, in -90...90"
        ),
        (
            #"{"type":"LineString","coordinates":[[1,2]]}"#,
            "the coordinates of a LineString are lines of 2 positions or more"
        ),
        (#"{"type":"Polygon"}"#, "the coordinates of a Polygon are arrays"),
        (
            #"{"type":"Polygon","coordinates":[]}"#,
            "the coordinates of a Polygon are rings, the outer one first"
        ),
        (
            #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#,
            "the coordinates of a Polygon are rings of four positions or more, the last as the first"
        ),
    ])
    func `what is none is refused with what is wanted`(text: String, message: String) {
        do {
            _ = try Self.shapes(text)
            Issue.record("\(text) was read")
        } catch {
            #expect("\(error)" == message)
        }
    }

    @Test func `collections in collections end`() {
        let deep =
            String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: 9)
            + #"{"type":"Point","coordinates":[1,2]}"# + String(repeating: "]}", count: 9)
        #expect(throws: GeometryError.tooDeep) { try Self.shapes(deep) }
    }
}
