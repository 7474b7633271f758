import GeoModel
import Testing

@Suite("Geodesy") struct GeodesyTests {
    private func degrees(_ degrees: Double, _ minutes: Double, _ seconds: Double) -> Double {
        degrees + minutes / 60 + seconds / 3_600
    }

    /// The worked examples of C. Veness, "Calculate distance, bearing and more between
    /// latitude/longitude points" (movable-type.co.uk/scripts/latlong.html), given to whole seconds.
    @Test func `a bearing and a distance lead to a place`() {
        let start = Coordinate(longitude: -degrees(1, 43, 47), latitude: degrees(53, 19, 14))
        let end = start.destination(bearing: degrees(96, 1, 18), distance: 124_800)
        let second = 1.0 / 3_600
        #expect(abs(end.latitude - degrees(53, 11, 18)) < second)
        #expect(abs(end.longitude - degrees(0, 8, 0)) < second)
    }

    /// The same page: from Land's End to John o' Groats.
    @Test func `the middle of two places lies on their great circle`() {
        let south = Coordinate(longitude: -degrees(5, 42, 53), latitude: degrees(50, 3, 59))
        let north = Coordinate(longitude: -degrees(3, 4, 12), latitude: degrees(58, 38, 38))
        let middle = south.midpoint(to: north)
        let second = 1.0 / 3_600
        #expect(abs(middle.latitude - degrees(54, 21, 44)) < second)
        #expect(abs(middle.longitude + degrees(4, 31, 50)) < second)
    }

    /// A quarter of a circle is 10 007 557 m on this sphere.
    @Test(arguments: [
        (0.0, 0.0, 90.0), (90, 90, 0), (180, 0, -90), (270, -90, 0),
    ])
    func `a quarter of the way around`(bearing: Double, longitude: Double, latitude: Double) {
        let quarter = Coordinate.meanEarthRadiusInMetres * Double.pi / 2
        let end = Coordinate(longitude: 0, latitude: 0)
            .destination(bearing: bearing, distance: quarter)
        #expect(abs(end.latitude - latitude) < 1e-9)
        #expect(abs(latitude) == 90 || abs(end.longitude - longitude) < 1e-9)
    }

    @Test func `the way leads across the antimeridian`() {
        let east = Coordinate(longitude: 179.9, latitude: 0)
            .destination(bearing: 90, distance: 22_239.0)
        #expect(abs(east.longitude + 179.9) < 1e-4)
        let middle = Coordinate(longitude: 179, latitude: 0)
            .midpoint(to: Coordinate(longitude: -177, latitude: 0))
        #expect(abs(middle.longitude + 179) < 1e-9)
    }

    @Test func `nothing has no middle, nor have opposite points but one of them`() {
        #expect(Coordinate.middle(of: []) == nil)
        let start = Coordinate(longitude: 0, latitude: 0)
        #expect(start.midpoint(to: Coordinate(longitude: 180, latitude: 0)) == start)
    }
}
