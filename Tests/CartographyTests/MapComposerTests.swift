import EDTF
import GeoModel
import Projections
import Raster
import Scenes
import TestSupport
import Testing
import Typesetting

@testable import Cartography

/// Opening the faces takes most of a test's time: one typesetter serves all.
enum SharedComposer {
    private static let composer = Result { try MapComposer(typesetter: Typesetter()) }

    static func get() throws -> MapComposer { try composer.get() }
}

@Suite("Map composer") struct MapComposerTests {
    private static let categories = ["attack", "shelling", "politics", "visit", "protest"]

    /// Events of many kinds at random places, some of them the same.
    private static func random(_ count: Int, seed: UInt64) -> [Feature] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { index in
            let place = Int.random(in: 0..<12, using: &random)
            let figure =
                Int.random(in: 0..<4, using: &random) == 0
                ? Figure(Double(Int.random(in: 0..<500, using: &random))) : nil
            var feature = SampleEvents.event(
                "E\(index)", longitude: 12 + Double(place % 4) * 1.5 + Double(place) * 0.01,
                latitude: 41 + Double(place / 4) * 1.3, category: categories[index % 5],
                killed: figure, place: "Place \(place)")
            if index % 7 == 0 { feature.status = .disputed }
            return feature
        }
    }

    @Test func `the order of features and places does not matter`() throws {
        let features = Self.random(40, seed: 1)
        let composer = try SharedComposer.get()
        let map = composer.compose(SampleEvents.request(features, places: SampleEvents.towns))
        let other = composer.compose(
            SampleEvents.request(features.reversed(), places: SampleEvents.towns.reversed()))
        #expect(map.scene == other.scene)
        #expect(map.description == other.description)
        #expect(map.altText == other.altText)
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `labels touch neither each other nor a mark nor the edge`(seed: UInt64) throws {
        let request = SampleEvents.request(
            Self.random(30, seed: seed), places: SampleEvents.towns)
        let said = try SharedComposer.get().compose(request).description
        for panel in ["map", "enlargement"] {
            let boxes = said.labels.filter { $0.panel == panel }.compactMap(\.box)
            for (index, box) in boxes.enumerated() {
                #expect(said.mapFrame.contains(box))
                for other in boxes[(index + 1)...] { #expect(!box.intersects(other)) }
                for mark in said.marks where mark.panel == panel && mark.form != "movement" {
                    #expect(!touches(box, mark))
                }
            }
        }
    }

    /// Whether a mark's disc reaches into a box.
    private func touches(_ box: SubpixelBounds, _ mark: MapDescription.Mark) -> Bool {
        let x = max(box.minX, min(box.maxX, mark.centre.x))
        let y = max(box.minY, min(box.maxY, mark.centre.y))
        let (dx, dy) = (Double(x - mark.centre.x), Double(y - mark.centre.y))
        return (dx * dx + dy * dy).squareRoot() < Double(mark.radius) - 1
    }

    @Test func `every event has a mark or is counted with a reason`() throws {
        var far = SampleEvents.event("far", longitude: -70, latitude: 10)
        far.place = nil
        let features =
            Self.random(20, seed: 3) + [
                far, SampleEvents.homeless("none"), SampleEvents.national("land"),
            ]
        var request = SampleEvents.request(features)
        request.notShown = [.init(count: 2, reason: .unknownPlace)]
        let said = try SharedComposer.get().compose(request).description
        #expect(said.eventCount == 23)
        #expect(said.drawnCount == 20)
        #expect(Set(said.marks.map(\.eventID)).count == 20)
        #expect(
            said.notShown.map { "\($0.count) \($0.reason)" } == [
                "1 known by country only", "1 no place given", "1 outside the frame",
                "2 set aside: place not known",
            ])
        #expect(said.notes.contains { $0.hasPrefix("5 events not shown: ") })
    }

    @Test func `one source for all is said, and nothing takes that away`() throws {
        var request = SampleEvents.request(Self.random(5, seed: 4))
        request.title = "Title"
        let line = "All events from one source: Source; others may differ"
        let composer = try SharedComposer.get()
        #expect(composer.compose(request).description.notes.contains(line))
        request.features[0].source = "Another"
        request.features[1].reportedBy = "Another"
        #expect(!composer.compose(request).description.notes.contains { $0.contains("one source") })
    }

    @Test func `a figure never stands without whom it counts`() throws {
        let features = [
            SampleEvents.event(
                "a", longitude: 12, latitude: 42, killed: Figure(12_500, form: .moreThan))
        ]
        let map = try SharedComposer.get().compose(SampleEvents.request(features))
        let label = try #require(map.description.labels.first { $0.id == "event:a/1" })
        #expect(label.box != nil)
        #expect(label.lines.joined(separator: " ").contains(">12\u{202F}500 killed: people of"))
        #expect(map.description.legend.contains { $0.contains("killed: people of Place a") })
        #expect(map.altText.contains("killed: people of Place a"))
    }

    /// Expected: the total is stated, in the list or, where that has no room, at the foot.
    @Test(arguments: [(1200, 900), (600, 400), (900, 300)])
    func `a total without a mark is stated at any size`(width: Int, height: Int) throws {
        var request = SampleEvents.request([
            SampleEvents.national("sum", killed: Figure(94)),
            SampleEvents.event("a", longitude: 12, latitude: 42, killed: Figure(32), partOf: "sum"),
        ])
        (request.width, request.height) = (width, height)
        let said = try SharedComposer.get().compose(request).description
        #expect((said.legend + said.notes).contains { $0.contains("94 killed: people of Country") })
        #expect(said.marks.map(\.eventID) == ["a"])
    }

    @Test func `an event with a figure and several places has one sized mark`() throws {
        var first = SampleEvents.event("a", longitude: 12, latitude: 42, killed: Figure(9))
        var second = SampleEvents.event("a", longitude: 14, latitude: 43, killed: Figure(9))
        first.placeCount = 2
        second.placeCount = 2
        second.placeIndex = 2
        second.id = "a/2"
        let said = try SharedComposer.get().compose(SampleEvents.request([first, second]))
            .description
        #expect(said.marks.map(\.form) == ["figure", "plain"])
    }

    @Test func `competing claims share a mark that counts them`() throws {
        let first = SampleEvents.event("a", longitude: 12, latitude: 42, killed: Figure(9))
        var second = first
        second.claimIndex = 2
        second.id = "a/1/2"
        second.reportedBy = "Another"
        second.figures = [.init(key: "killed", figure: Figure(30))]
        let map = try SharedComposer.get().compose(SampleEvents.request([first, second]))
        #expect(map.description.marks.count == 1)
        let text = map.description.labels.filter { $0.id == "event:a/1" }.flatMap(\.lines)
            .joined(separator: " ")
        #expect(text.contains("9 killed") && text.contains("30 killed"))
        #expect(text.contains("(Another)"))
        #expect(map.description.legend.contains { $0.hasPrefix("2. Another: 30 killed") })
    }

    @Test(arguments: [
        BoundingBox(west: 12, south: 42, east: 12, north: 42),
        BoundingBox(west: 179, south: -10, east: -179, north: 10),
        BoundingBox(west: -180, south: -90, east: 180, north: 90),
    ])
    func `any box gives a map, any figure a mark`(box: BoundingBox) throws {
        var request = SampleEvents.request([
            SampleEvents.event("a", longitude: 12, latitude: 42, killed: Figure(1e300)),
            SampleEvents.event("b", longitude: 179.5, latitude: 1, killed: Figure(0.5)),
            SampleEvents.event("c", longitude: 13, latitude: 42, killed: Figure(-3)),
        ])
        request.boundingBox = box
        let said = try SharedComposer.get().compose(request).description
        #expect(said.drawnCount >= 1)
        #expect(said.drawnCount + said.notShown.map(\.count).reduce(0, +) == 3)
    }

    @Test(arguments: [(1, 1), (64, 64), (200, 120), (600, 400), (300, 1200), (2400, 1600)])
    func `any size gives a map`(width: Int, height: Int) throws {
        var request = SampleEvents.request(
            Self.random(25, seed: 5) + [SampleEvents.national("n")], places: SampleEvents.towns)
        (request.width, request.height) = (width, height)
        let map = try SharedComposer.get().compose(request)
        #expect(map.scene.width == width && map.scene.height == height)
    }

    @Test(arguments: [(1200, 900), (600, 400), (800, 1000), (2400, 1600)])
    func `furniture covers neither itself nor the map nor the edge`(width: Int, height: Int) throws
    {
        var features = Self.random(40, seed: 7) + [SampleEvents.national("n", killed: Figure(7))]
        features += (0..<6).map { SampleEvents.national("n\($0)") }
        var request = SampleEvents.request(features, places: SampleEvents.towns)
        (request.width, request.height) = (width, height)
        let said = try SharedComposer.get().compose(request).description
        let picture = SubpixelBounds(PixelFrame(width: width, height: height))
        #expect(!said.furniture.isEmpty)
        for (index, piece) in said.furniture.enumerated() {
            #expect(picture.contains(piece.box))
            #expect(piece.box.intersects(said.mapFrame) == piece.isOnMap, "\(piece.name)")
            for other in said.furniture[(index + 1)...] {
                #expect(!piece.box.intersects(other.box), "\(piece.name), \(other.name)")
            }
        }
        #expect(said.mapFrame.height * 10 > picture.height * 3)
    }

    @Test func `a bare map has no furniture`() throws {
        var request = SampleEvents.request(Self.random(5, seed: 6))
        request.isBare = true
        request.title = "Title"
        let said = try SharedComposer.get().compose(request).description
        #expect(said.notes.isEmpty && said.legend.isEmpty && said.scaleBar == nil)
        #expect(said.mapFrame == SubpixelBounds(PixelFrame(width: 1200, height: 900)))
    }

    @Test func `an empty table gives a map of the wanted places`() throws {
        var towns = SampleEvents.towns
        towns[9].isWanted = true
        towns[9].label = "Town\nԱվան\nשם"
        towns[20].isWanted = true
        let map = try SharedComposer.get().compose(SampleEvents.request([], places: towns))
        for index in [9, 20] {
            #expect(map.description.labels.first { $0.id == "place:gn:\(index)" }?.box != nil)
            #expect(map.description.frame.contains(towns[index].anchor))
        }
        #expect(map.description.labels.first { $0.id == "place:gn:9" }?.lines.count == 3)
    }

    /// A movement within one spot, one across the map, and one that leaves the frame.
    @Test func `movements are drawn however short, and counted when outside`() throws {
        let ways = [
            (12.0, 42.0, 12.0, 42.0), (12.0, 42.0, 16.0, 44.0), (16.0, 44.0, 60.0, 44.0),
            (60.0, 44.0, 61.0, 44.0),
        ]
        let features = ways.enumerated().map { index, way in
            var feature = SampleEvents.event("m\(index)", longitude: way.0, latitude: way.1)
            feature.geometry = .lineString([
                Coordinate(longitude: way.0, latitude: way.1),
                Coordinate(longitude: way.2, latitude: way.3),
            ])
            feature.destination = feature.place
            return feature
        }
        var request = SampleEvents.request(features)
        request.boundingBox = BoundingBox(west: 10, south: 40, east: 20, north: 46)
        let said = try SharedComposer.get().compose(request).description
        #expect(said.marks.map(\.eventID) == ["m0", "m1", "m2"])
        #expect(said.marks.allSatisfy { $0.form == "movement" })
        #expect(said.notShown.map(\.reason) == ["outside the frame"])
    }

    @Test func `a crowd is enlarged in a corner where nothing happened`() throws {
        let crowd = (0..<9).map { index in
            SampleEvents.event(
                "c\(index)", longitude: 12 + Double(index % 3) * 0.05,
                latitude: 44 + Double(index / 3) * 0.04)
        }
        let rest = [(10.5, 41.0), (18.0, 45.0), (15.0, 41.0)].enumerated().map { index, at in
            SampleEvents.event("r\(index)", longitude: at.0, latitude: at.1)
        }
        let said = try SharedComposer.get().compose(SampleEvents.request(crowd + rest)).description
        let enlarged = said.marks.filter { $0.panel == "enlargement" }
        #expect(Set(enlarged.map(\.eventID)) == Set(crowd.map(\.eventID)))
        #expect(Set(said.marks.map(\.eventID)).count == 12)
    }
}
