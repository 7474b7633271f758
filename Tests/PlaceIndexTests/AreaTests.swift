import GeoModel
import PlaceIndex
import Places
import Testing

@Suite("Places of a box") struct AreaTests {
    private static func place(
        _ id: String, _ kind: PlaceKind, _ longitude: Double, _ latitude: Double, rank: Int = 6,
        population: Int? = nil
    ) -> Place {
        var place = Place(
            id: id, kind: kind, label: id,
            coordinate: Coordinate(longitude: longitude, latitude: latitude), source: "made up")
        place.rank = rank
        place.population = population
        return place
    }

    private static let index = NameIndex([
        place("village", .village, 10.1, 50.1), place("city", .city, 10.2, 50.2, rank: 2),
        place("big", .town, 11.1, 50.1, population: 9_000),
        place("small", .town, 11.2, 50.2, population: 400),
        place("first", .town, 12.1, 50.1), place("second", .town, 12.2, 50.2),
        place("district", .district, 10.5, 50.5), place("lake", .water, 10.5, 50.6),
        place("date line", .town, -179.5, 50.5), place("far", .town, 30, 10),
    ])

    @Test func `of each cell the least rank, the most people, the first of the order stands`() {
        let box = BoundingBox(west: 10, south: 50, east: 13, north: 51)
        let found = Self.index.foremostSettlements(in: box, spacing: 1)
        #expect(found.map(\.id) == ["city", "big", "first"])
    }

    @Test func `a fine grid keeps them all, in order`() {
        let box = BoundingBox(west: 10, south: 50, east: 13, north: 51)
        let found = Self.index.foremostSettlements(in: box, spacing: 0.01)
        #expect(found.map(\.id) == ["village", "city", "big", "small", "first", "second"])
        #expect(Self.index.foremostSettlements(in: box, spacing: 0).count == 6)
    }

    @Test func `a box may cross the antimeridian`() {
        let box = BoundingBox(west: 179, south: 50, east: -179, north: 51)
        #expect(Self.index.foremostSettlements(in: box, spacing: 1).map(\.id) == ["date line"])
    }

    @Test func `districts are those whose position the box holds`() {
        let box = BoundingBox(west: 10, south: 50, east: 13, north: 51)
        #expect(Self.index.districts(in: box).map(\.id) == ["district"])
        let elsewhere = BoundingBox(west: 0, south: 0, east: 1, north: 1)
        #expect(Self.index.districts(in: elsewhere).isEmpty)
    }
}
