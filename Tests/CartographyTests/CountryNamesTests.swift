import Basemap
import EDTF
import GeoModel
import Projections
import Raster
import Testing
import Typesetting

@testable import Cartography

@Suite("Country names") struct CountryNamesTests {
    private static func rectangle(
        _ west: Double, _ south: Double, _ east: Double, _ north: Double
    ) -> Polygon {
        let corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
        return Polygon(outer: corners.map { Coordinate(longitude: $0.0, latitude: $0.1) })
    }

    private static func country(
        _ id: String, _ label: String, _ longitude: Double, _ latitude: Double
    ) -> LabelledPlace {
        LabelledPlace(
            id: id, label: label, anchor: Coordinate(longitude: longitude, latitude: latitude),
            form: .country, rank: 1)
    }

    /// A bare map of 10 to 20 E, 40 to 46 N: a wide land in the south, a strip of one in the north.
    private static func labels(
        _ places: [LabelledPlace], _ features: [Feature] = [], width: Int = 1200, height: Int = 720
    ) throws -> [String: MapDescription.Label] {
        var layers = BasemapLayers()
        layers.land = [
            BasemapArea(id: "iso:XX", polygons: [rectangle(5, 38, 25, 45)]),
            BasemapArea(id: "iso:YY", polygons: [rectangle(5, 45, 25, 50)]),
        ]
        let base = layers
        var request = MapRequest { _ in base }
        request.places = places
        request.features = features
        (request.width, request.height) = (width, height)
        request.isBare = true
        request.boundingBox = BoundingBox(west: 10, south: 40, east: 20, north: 46)
        let said = try SharedComposer.get().compose(request).description
        return Dictionary(uniqueKeysWithValues: said.labels.map { ($0.id, $0) })
    }

    /// Expected: the strip of the other land, a sixth of the picture's height, bears the name.
    @Test func `a state of the past is named on the ground of its country of today`() throws {
        let labels = try Self.labels([Self.country("tp:old", "Old Republic", 24, 49)])
        let box = try #require(labels["place:tp:old"]?.box)
        #expect(box.maxY < 140 * 256)
    }

    @Test func `every country is named, however many events tell of themselves`() throws {
        let features = (0..<10).map { index in
            SampleEvents.event(
                "e\(index)", longitude: 10.5 + Double(index), latitude: 45.5,
                killed: Figure(Double(300 + index)),
                place: "A place with quite a long name \(index)"
            )
        }
        let labels = try Self.labels(
            [
                Self.country("iso:XX", "Wideland", 15, 42),
                Self.country("iso:YY", "Narrowland", 15, 47),
            ],
            features)
        #expect(labels["place:iso:XX"]?.box != nil)
        #expect(labels["place:iso:YY"]?.box != nil)
    }

    /// The far part is larger, but a name there would seem to be that part's alone.
    @Test func `a country of two parts is named on the one that holds its own position`() throws {
        var layers = BasemapLayers()
        layers.land = [
            BasemapArea(
                id: "iso:XX",
                polygons: [Self.rectangle(10, 40, 13, 46), Self.rectangle(14, 38, 30, 50)])
        ]
        let base = layers
        var request = MapRequest { _ in base }
        request.places = [Self.country("iso:XX", "Land", 11, 43)]
        request.isBare = true
        request.boundingBox = BoundingBox(west: 10, south: 40, east: 20, north: 46)
        let label = try SharedComposer.get().compose(request).description.labels.first
        // Three of ten degrees of 1200 pixels.
        #expect(try #require(label?.box).maxX < 360 * 256)
    }

    private static func town(
        _ id: String, _ longitude: Double, weight: Int = 0, isWanted: Bool = false
    ) -> LabelledPlace {
        LabelledPlace(
            id: id, label: "Town \(id)", anchor: Coordinate(longitude: longitude, latitude: 42),
            form: .settlement, rank: 2, weight: weight, isWanted: isWanted)
    }

    /// On so small a map there is room for one of the two names.
    @Test func `what a map is about is named before its country`() throws {
        let country = Self.country("iso:XX", "Wideland", 15, 42)
        let labels = try Self.labels(
            [country, Self.town("gn:1", 15, isWanted: true)], width: 90, height: 50)
        #expect(labels["place:gn:1"]?.box != nil)
        #expect(labels["place:iso:XX"]?.box == nil)
        let other = try Self.labels([country, Self.town("gn:1", 15)], width: 90, height: 50)
        #expect(other["place:iso:XX"]?.box != nil)
    }

    @Test func `of two towns of a rank the larger is named`() throws {
        let labels = try Self.labels([
            Self.town("gn:1", 15, weight: 20_000), Self.town("gn:2", 15.2, weight: 900_000),
        ])
        #expect(labels["place:gn:2"]?.box != nil)
        #expect(labels["place:gn:1"] == nil)
    }

    @Test func `a name that finds no room at all is told`() throws {
        let labels = try Self.labels(
            [Self.country("iso:XX", "Wideland", 15, 42)], width: 50, height: 50)
        let label = try #require(labels["place:iso:XX"])
        #expect(label.box == nil)
    }

    @Test func `a town whose dot lies under furniture has no name`() throws {
        let frame = PixelFrame(width: 400, height: 300)
        let viewport = Viewport(
            fitting: BoundingBox(west: 10, south: 40, east: 20, north: 46), in: frame, padding: 0,
            minimumSpan: 1, projection: .auto)
        let (style, typesetter) = (MapStyle(width: 400, height: 300), try Typesetter())
        let town = LabelledPlace(
            id: "gn:1", label: "Town", anchor: Coordinate(longitude: 15, latitude: 43),
            form: .settlement, rank: 3)
        let point = try #require(viewport.point(of: town.anchor))
        func names(_ obstacles: [LabelObstacle]) -> [String] {
            PlaceLabels(
                viewport: viewport,
                type: MapType(typesetter: typesetter, style: style, language: .english),
                theme: .light, style: style, obstacles: obstacles, goals: [], eventAreas: [],
                ground: PanelGround(ProjectedGround(BasemapLayers(), in: viewport)),
                isLocator: false
            ).labels([town], hosts: [:], clusters: []).map(\.id)
        }
        let box = SubpixelBounds(
            minX: point.x - 256, minY: point.y - 256, maxX: point.x + 9000, maxY: point.y + 9000)
        #expect(names([]) == ["place:gn:1"])
        #expect(names([.rectangle(box)]).isEmpty)
    }
}
