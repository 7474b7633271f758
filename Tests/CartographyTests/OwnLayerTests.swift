import GeoModel
import Raster
import Scenes
import Testing

@testable import Cartography

@Suite("Layers of the map maker's own") struct OwnLayerTests {
    private static let camp = OwnLayer.Shape(
        .point(Coordinate(longitude: 13, latitude: 43)), title: "Camp")
    private static let zone = OwnLayer.Shape(
        .polygon(
            Polygon(
                outer: [(11.0, 41.0), (19, 41), (19, 45), (11, 45), (11, 41)].map {
                    Coordinate(longitude: $0.0, latitude: $0.1)
                })), title: "Zone")
    private static let road = OwnLayer.Shape(
        .lineString([
            Coordinate(longitude: 12, latitude: 42), Coordinate(longitude: 18, latitude: 44),
        ]), title: "Road")
    private static let layer = OwnLayer(name: "plans", shapes: [zone, road, camp])

    private static func composed(_ features: [Feature], _ layers: [OwnLayer]) throws -> ComposedMap
    {
        var request = SampleEvents.request(features, places: SampleEvents.towns)
        request.ownLayers = layers
        if !features.isEmpty {
            request.boundingBox = BoundingBox(west: 10, south: 40, east: 20, north: 46)
        }
        return try SharedComposer.get().compose(request)
    }

    @Test func `points, lines and areas are named, and the foot says whose the layer is`() throws {
        let said = try Self.composed([], [Self.layer]).description
        let named = said.labels.filter { $0.id.hasPrefix("layer:") && $0.box != nil }
        #expect(named.map(\.lines) == [["Zone"], ["Road"], ["Camp"]])
        #expect(named.map(\.id) == ["layer:1/1", "layer:1/2", "layer:1/3"])
        #expect(said.notes.contains("Own layers: plans"))
    }

    @Test func `a map of a layer alone shows all of it`() throws {
        let frame = try Self.composed([], [Self.layer]).description.frame
        #expect(frame.west < 11 && frame.east > 19 && frame.south < 41 && frame.north > 45)
    }

    @Test func `a layer alone that is small is seen large`() throws {
        let way = OwnLayer.Shape(
            .lineString([
                Coordinate(longitude: 12, latitude: 42),
                Coordinate(longitude: 12.2, latitude: 42.1),
            ]))
        let frame = try Self.composed([], [OwnLayer(name: "way", shapes: [way])]).description.frame
        #expect(frame.height < 0.8)
    }

    /// The line runs through the place where a name stands best.
    @Test func `no name lies on a line of a layer`() throws {
        let way = OwnLayer.Shape(
            .lineString([
                Coordinate(longitude: 13, latitude: 43), Coordinate(longitude: 16, latitude: 43.2),
            ]))
        func box(_ shapes: [OwnLayer.Shape]) throws -> SubpixelBounds {
            let said = try Self.composed([], [OwnLayer(name: "", shapes: [Self.zone] + shapes)])
            return try #require(said.description.labels.first { $0.lines == ["Camp"] }?.box)
        }
        let (free, beside) = (try box([Self.camp]), try box([Self.camp, way]))
        #expect(free != beside && beside.middle.x < free.middle.x)
    }

    @Test func `a layer beside events has a row of the legend`() throws {
        let event = SampleEvents.event("a", longitude: 14, latitude: 43, killed: Figure(5))
        #expect(try Self.composed([event], [Self.layer]).description.legend.contains("plans"))
        #expect(try !Self.composed([event], []).description.legend.contains("Own layers"))
    }

    @Test(arguments: [(1200, 900), (480, 360)])
    func `a layer without events has its row of the legend too`(width: Int, height: Int) throws {
        var request = SampleEvents.request([], places: SampleEvents.towns)
        request.ownLayers = [Self.layer]
        (request.width, request.height) = (width, height)
        let said = try SharedComposer.get().compose(request).description
        #expect(said.legend.contains("plans"))
        #expect(said.furniture.contains { $0.name == "layers" && !$0.isOnMap })
        #expect(
            !said.legend.contains("What happened") && !said.legend.contains("Area shows killed"))
    }

    @Test func `no label lies on a point of a layer`() throws {
        let description = try Self.composed([], [Self.layer]).description
        let camp = try #require(description.labels.first { $0.id == "layer:1/3" }?.box)
        for label in description.labels {
            guard let box = label.box, label.id != "layer:1/3" else { continue }
            let apart =
                box.maxX <= camp.minX || camp.maxX <= box.minX || box.maxY <= camp.minY
                || camp.maxY <= box.minY
            #expect(apart, "\(label.lines)")
        }
    }

    @Test func `layers lie over borders and under marks, in their order`() throws {
        let event = SampleEvents.event("a", longitude: 14, latitude: 43)
        let form = try Self.composed([event], [Self.layer]).scene.textForm
        let lines = form.split(separator: "\n").map(String.init)
        func first(_ color: String) throws -> Int {
            try #require(lines.firstIndex { $0.contains(" \(color) ") })
        }
        let (zone, camp) = (try first("#55555599"), try first("#7e7e7e"))
        // The colour of the first category, drawn for the event.
        let mark = try #require(lines.firstIndex { $0.contains("#d55e00") })
        #expect(zone < camp && camp < mark)
    }
}
