import GeoModel
import Testing

@testable import GeoJSON

/// Winding, closing and cutting by RFC 7946 sections 3.1.6 and 3.1.9.
@Suite("GeoJSON geometries") struct GeometryTests {
    private func text(_ geometry: Geometry, digits: Int = 4) -> String {
        var json = JSONWriter()
        geometry.write(to: &json, digits: digits)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    private func ring(_ pairs: [(Double, Double)]) -> [Coordinate] {
        pairs.map { Coordinate(longitude: $0.0, latitude: $0.1) }
    }

    @Test func `outer rings run counter-clockwise, holes clockwise, both closed`() {
        let clockwise = ring([(0, 0), (0, 4), (4, 4), (4, 0)])
        let counterclockwise = ring([(1, 1), (2, 1), (2, 2), (1, 2), (1, 1)])
        let polygon = Polygon(outer: clockwise, holes: [counterclockwise])
        #expect(
            text(.polygon(polygon))
                == #"{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}"#
        )
        #expect(
            text(.multiPolygon([Polygon(outer: counterclockwise)]))
                == #"{"type":"MultiPolygon","coordinates":[[[[1,1],[2,1],[2,2],[1,2],[1,1]]]]}"#)
    }

    @Test func `positions written alike stand once`() {
        let polygon = Polygon(outer: ring([(0, 0), (1, 0), (1.00001, 0), (1, 1), (0, 0)]))
        #expect(
            text(.polygon(polygon), digits: 2)
                == #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#)
    }

    /// From 170° E to 170° W over the shorter way: half of the way up at the meridian.
    @Test func `a line across the antimeridian is cut there`() {
        let line = ring([(170, 10), (-170, 20)])
        #expect(
            text(.lineString(line))
                == #"{"type":"MultiLineString","coordinates":[[[170,10],[180,15]],[[-180,15],[-170,20]]]}"#
        )
        #expect(
            text(.lineString(line.reversed()))
                == #"{"type":"MultiLineString","coordinates":[[[-170,20],[-180,15]],[[180,15],[170,10]]]}"#
        )
    }

    @Test func `several points and lines keep their order`() {
        #expect(
            text(.multiPoint(ring([(1, 2), (3, 4)])))
                == #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#)
        #expect(
            text(.multiLineString([ring([(1, 2), (3, 4)]), ring([(5, 6), (7, 8)])]))
                == #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#)
    }
}
