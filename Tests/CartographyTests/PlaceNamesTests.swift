import Basemap
import GeoModel
import Raster
import Testing

@testable import Cartography

@Suite("Place names") struct PlaceNamesTests {
    private static func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double)
        -> Polygon
    {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return Polygon(outer: corners.map { Coordinate(longitude: $0.0, latitude: $0.1) })
    }

    private static func place(
        _ id: String, _ form: LabelledPlace.Form, _ longitude: Double, _ latitude: Double
    ) -> LabelledPlace {
        LabelledPlace(
            id: id, label: "Name \(id)",
            anchor: Coordinate(longitude: longitude, latitude: latitude), form: form, rank: 1)
    }

    /// Land from 10 to 20 E with a lake in its middle, sea to the east.
    private static func labels(_ places: [LabelledPlace]) throws -> [String: SubpixelBounds?] {
        var layers = BasemapLayers()
        layers.land = [BasemapArea(id: "iso:XX", polygons: [rectangle(5, 40, 20, 46)])]
        layers.lakes = [BasemapArea(id: "lake", polygons: [rectangle(13, 42, 17, 44)])]
        let base = layers
        var request = MapRequest { _ in base }
        request.places = places
        request.isBare = true
        request.boundingBox = BoundingBox(west: 10, south: 40, east: 25, north: 46)
        let said = try SharedComposer.get().compose(request).description
        return Dictionary(uniqueKeysWithValues: said.labels.map { ($0.id, $0.box) })
    }

    @Test func `a country is named beside its lake, the lake on itself`() throws {
        let boxes = try Self.labels([
            Self.place("iso:XX", .country, 15, 43), Self.place("lake", .water, 15, 43),
        ])
        let country = try #require(boxes["place:iso:XX"] ?? nil)
        let lake = try #require(boxes["place:lake"] ?? nil)
        // The lake reaches from a fifth to under a half of the picture, 1200 pixels wide.
        #expect(lake.minX > 200 * 256 && lake.maxX < 600 * 256)
        #expect(!country.intersects(lake))
        #expect(country.maxX < 800 * 256)
    }

    @Test func `a sea is named on its own water, a lake outside the frame not at all`() throws {
        let boxes = try Self.labels([
            Self.place("sea", .water, 27, 43), Self.place("far", .water, 7, 43),
        ])
        let sea = try #require(boxes["place:sea"] ?? nil)
        #expect(sea.minX >= 780 * 256)
        // It lies on land that the base shows without it: any water here would be another's.
        #expect(boxes["place:far"] == nil)
    }

    @Test func `a sea whose position lies far off is named where the frame shows it`() throws {
        #expect(try Self.labels([Self.place("sea", .water, 50, 43)])["place:sea"] ?? nil != nil)
    }

    /// Its rank would set it as large as the capital of a large country.
    @Test func `a small capital is set like a small town`() throws {
        func height(_ people: Int) throws -> Int32 {
            var capital = Self.place("capital", .settlement, 12, 41)
            capital.weight = people
            return try #require(Self.labels([capital])["place:capital"] ?? nil).height
        }
        #expect(try height(6_000) < height(6_000_000))
        #expect(try height(0) == height(6_000_000), "how many is not known")
    }

    @Test func `the name of a country leaves room around a place that the map is about`() throws {
        var town = Self.place("town", .settlement, 11.5, 43)
        town.isWanted = true
        let box = try #require(
            Self.labels([Self.place("iso:XX", .country, 11, 43), town])["place:iso:XX"] ?? nil)
        // A tenth of the picture's width from its left edge, in its middle.
        let (x, y) = (abs(box.middle.x - 120 * 256), abs(box.middle.y - 450 * 256))
        #expect(x > 50 * 256 || y > 30 * 256)
    }

    @Test func `a town keeps away from a larger one, unless the map is about it`() throws {
        var small = Self.place("small", .settlement, 12.1, 41)
        small.rank = 5
        let large = Self.place("large", .settlement, 12, 41)
        #expect(try Self.labels([small, large]).keys.sorted() == ["place:large"])
        small.isWanted = true
        #expect(try Self.labels([small, large])["place:small"] != nil)
    }
}
