import GeoModel
import Testing

@testable import Cartography

@Suite("Frame fitting") struct FrameFittingTests {
    private func box(_ places: [(Double, Double)]) -> BoundingBox? {
        FrameFitting.box(
            around: places.map {
                .init(anchor: Coordinate(longitude: $0.0, latitude: $0.1))
            })
    }

    @Test func `holds all places of a region`() {
        let places = [(44.5, 40.2), (46.8, 39.8), (46.4, 40.7), (47.1, 40.4), (49.9, 40.4)]
        #expect(box(places) == BoundingBox(west: 44.5, south: 39.8, east: 49.9, north: 40.7))
    }

    @Test func `leaves out a place that lies a continent away`() {
        let region = [(44.5, 40.2), (46.8, 39.8), (46.4, 40.7), (47.1, 40.4), (46.9, 40.0)]
        #expect(box(region + [(11.6, 48.1)]) == box(region))
    }

    @Test func `leaves nothing out when the places are spread over the world`() {
        let cities = [(-74.0, 40.7), (2.3, 48.9), (139.7, 35.7), (31.2, 30.0), (-46.6, -23.6)]
        let fitted = box(cities)
        #expect(
            cities.allSatisfy { place in
                fitted?.contains(Coordinate(longitude: place.0, latitude: place.1)) == true
            })
    }

    @Test func `goes the short way across the antimeridian`() {
        #expect(
            box([(178, -18), (-179, -17), (179.5, -16)])
                == BoundingBox(west: 178, south: -18, east: -179, north: -16))
    }

    @Test func `has no box for no places`() {
        #expect(box([]) == nil)
    }
}
