import GeoModel
import PlaceIndex
import PlaceResolution
import Places
import Testing

/// On the equator a degree is 111,195 m: 0.4 degrees are 44 km, 0.5 are 56 km, 1.3 are 145 km, 1.4 are 156 km.
@Suite("Namesakes and neighbours") struct NeighboursTests {
    private func village(_ id: String, at longitude: Double, kind: PlaceKind = .village) throws
        -> Place
    {
        var place = Place(
            id: id, kind: kind, label: "Igdir",
            coordinate: Coordinate(longitude: longitude, latitude: 0), source: "a page")
        let language = try #require(LanguageTag("en"))
        place.names = [PlaceName("Igdir", language: language, kind: .official, source: "a page")]
        return place
    }

    private func settled(_ places: [Place], by neighbours: [Double]) -> String? {
        let resolver = PlaceResolver(index: NameIndex(places))
        let resolution = resolver.resolve("Igdir")
        return resolver.settled(
            resolution, by: neighbours.map { Coordinate(longitude: $0, latitude: 0) })?
            .candidate.place.id
    }

    @Test func `a neighbour within 50 km decides where all others are beyond 150 km`() throws {
        let places = [try village("tp:a", at: 0), try village("tp:b", at: 1.8)]
        #expect(settled(places, by: [0.4]) == "tp:a")
        #expect(settled(places, by: [0.2, 0.3]) == "tp:a")
        #expect(settled(places, by: [1.8]) == "tp:b")
    }

    @Test func `what lies between decides nothing`() throws {
        let places = [try village("tp:a", at: 0), try village("tp:b", at: 1.7)]
        #expect(settled(places, by: [0.4]) == nil, "the other is 145 km away")
        #expect(settled(places, by: [-0.5]) == nil, "the closest is 56 km away")
        #expect(settled(places, by: [0, 1.7]) == nil, "one neighbour each")
        #expect(settled(places, by: []) == nil)
    }

    @Test func `one of three near by is not enough when two are`() throws {
        let places = [
            try village("tp:a", at: 0), try village("tp:b", at: 0.1), try village("tp:c", at: 5),
        ]
        #expect(settled(places, by: [0.05]) == nil)
    }

    @Test func `the unit named after a village is no other candidate`() throws {
        var place = try village("tp:a", at: 0)
        place.memberships = [Membership(.admin1, in: "tp:unit", source: "a page")]
        let places = [
            place, try village("tp:unit", at: 0.1, kind: .region), try village("tp:b", at: 5),
        ]
        #expect(settled(places, by: [0.05]) == "tp:a")
    }
}
