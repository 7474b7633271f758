import GeoModel
import Testing

@Suite("Coordinates") struct CoordinateTests {
    @Test func `validity is finite and within range`() {
        #expect(Coordinate(longitude: -180, latitude: 90).isValid)
        #expect(!Coordinate(longitude: 180.1, latitude: 0).isValid)
        #expect(!Coordinate(longitude: 0, latitude: -90.1).isValid)
        #expect(!Coordinate(longitude: .nan, latitude: 0).isValid)
    }

    /// On a sphere of 6 371 008.8 m a degree of a great circle is 111 195.08 m; the antipode lies
    /// half the circumference away, 20 015 114 m.
    @Test(arguments: [
        (Coordinate(longitude: 0, latitude: 0), Coordinate(longitude: 0, latitude: 1), 111_195.08),
        (
            Coordinate(longitude: 179.5, latitude: 0), Coordinate(longitude: -179.5, latitude: 0),
            111_195.08
        ),
        (
            Coordinate(longitude: 10, latitude: 20), Coordinate(longitude: -170, latitude: -20),
            20_015_114.35
        ),
        (Coordinate(longitude: 5, latitude: 5), Coordinate(longitude: 5, latitude: 5), 0.0),
    ])
    func `distance runs along the great circle`(
        first: Coordinate, second: Coordinate, metres: Double
    ) {
        #expect(abs(first.distance(to: second) - metres) < 0.1)
        #expect(abs(second.distance(to: first) - metres) < 0.1)
    }
}

@Suite("Bounding boxes") struct BoundingBoxTests {
    static let plain = BoundingBox(west: 44, south: 38, east: 52, north: 42)
    /// Fiji in RFC 7946 section 5.2.
    static let fiji = BoundingBox(west: 177, south: -20, east: -178, north: -16)

    @Test func `a box across the antimeridian holds both sides`() {
        #expect(Self.fiji.crossesAntimeridian && Self.fiji.width == 5)
        #expect(Self.fiji.contains(Coordinate(longitude: 179, latitude: -18)))
        #expect(Self.fiji.contains(Coordinate(longitude: -179, latitude: -18)))
        #expect(!Self.fiji.contains(Coordinate(longitude: 0, latitude: -18)))
        #expect(!Self.fiji.contains(Coordinate(longitude: 179, latitude: 0)))
    }

    @Test func `boxes meet at their edges`() {
        let beside = BoundingBox(west: 52, south: 40, east: 60, north: 50)
        #expect(Self.plain.intersects(beside) && beside.intersects(Self.plain))
        #expect(!Self.plain.intersects(Self.fiji))
        #expect(Self.fiji.intersects(BoundingBox(west: -179, south: -17, east: -170, north: 0)))
        #expect(!Self.fiji.intersects(BoundingBox(west: 0, south: -17, east: 176, north: 0)))
    }

    @Test func `the least box holds all positions`() {
        let shape = Geometry.polygon(
            Polygon(outer: [
                Coordinate(longitude: 44, latitude: 38), Coordinate(longitude: 52, latitude: 39),
                Coordinate(longitude: 47, latitude: 42), Coordinate(longitude: 44, latitude: 38),
            ]))
        #expect(shape.boundingBox == Self.plain)
        #expect(Geometry.multiPoint([]).boundingBox == nil)
        #expect(shape.positions.count == 4)
    }
}

@Suite("Features") struct FeatureTests {
    @Test func `ids name event, place and further claims`() {
        #expect(Feature(eventID: "E1", placeIndex: 2, placeCount: 3).id == "E1/2")
        #expect(
            Feature(eventID: "E1", placeIndex: 1, placeCount: 1, claimIndex: 2, claimCount: 2).id
                == "E1/1/2")
    }
}
