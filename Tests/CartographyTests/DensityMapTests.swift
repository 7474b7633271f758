import GeoModel
import TestSupport
import Testing

@testable import Cartography

@Suite("Maps of many events") struct DensityMapTests {
    private static let categories = ["attack", "shelling", "politics"]

    private static func random(_ count: Int, seed: UInt64 = 1) -> [Feature] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { index in
            SampleEvents.event(
                "E\(index)", longitude: Double.random(in: 11...19, using: &random),
                latitude: Double.random(in: 41...45, using: &random),
                category: categories[index % 3])
        }
    }

    private static func said(_ features: [Feature], _ choice: DensityChoice = .auto) throws
        -> MapDescription
    {
        var request = SampleEvents.request(features)
        request.density = choice
        return try SharedComposer.get().compose(request).description
    }

    @Test func `more than two thousand marks are counted`() throws {
        let said = try Self.said(Self.random(2_001))
        #expect(said.marks.isEmpty)
        let cells = try #require(said.density).cells
        #expect(cells.map(\.count).reduce(0, +) == 2_001)
        #expect(said.drawnCount == 2_001)
        #expect(said.notShown.isEmpty)
    }

    @Test func `whoever asks has few counted or many marked`() throws {
        #expect(try Self.said(Self.random(20)).density == nil)
        #expect(try Self.said(Self.random(20), .always).density?.cells.isEmpty == false)
        #expect(try Self.said([], .always).density == nil)
    }

    @Test func `events of areas and countries are in no cell`() throws {
        var features = Self.random(50)
        let corners = [(12.0, 42.0), (14, 42), (14, 43), (12, 43), (12, 42)]
        for index in 0..<25 {
            features[index].precision = .district
            features[index].geometry = .polygon(
                Polygon(outer: corners.map { Coordinate(longitude: $0.0, latitude: $0.1) }))
            features[index].anchor = Coordinate(longitude: 13, latitude: 42.5)
        }
        features += [SampleEvents.national("land"), SampleEvents.homeless("none")]
        let said = try Self.said(features, .always)
        #expect(said.density?.cells.map(\.count).reduce(0, +) == 25)
        // One disc that says how many are known by the district only.
        #expect(said.marks.count == 25)
        #expect(said.marks.allSatisfy { $0.form == "counted" })
        #expect(said.drawnCount == 50)
        #expect(said.eventCount == 52)
        #expect(Set(said.notShown.map(\.reason)) == ["known by country only", "no place given"])
        #expect(said.legend.contains("district only"))
    }

    @Test func `an event counts once in a cell and at each of its places`() throws {
        var first = SampleEvents.event("E", longitude: 12, latitude: 42)
        first.placeCount = 3
        var same = first
        same.placeIndex = 2
        var far = SampleEvents.event("E", longitude: 17, latitude: 44)
        far.placeIndex = 3
        let said = try Self.said([first, same, far], .always)
        #expect(said.density?.cells.map(\.count) == [1, 1])
        #expect(said.legend.contains("1 event at several places: counted at each"))
    }

    @Test func `competing claims are one event`() throws {
        let first = SampleEvents.event("E", longitude: 12, latitude: 42)
        var second = first
        second.claimIndex = 2
        let said = try Self.said([first, second], .always)
        #expect(said.density?.cells.map(\.count) == [1])
    }

    @Test func `the order of events does not matter`() throws {
        let features = Self.random(2_500)
        let composer = try SharedComposer.get()
        let map = composer.compose(SampleEvents.request(features))
        let other = composer.compose(SampleEvents.request(features.reversed()))
        #expect(map.scene == other.scene)
        #expect(map.description == other.description)
        #expect(map.altText == other.altText)
    }

    @Test func `the legend says what the tones count`() throws {
        let said = try Self.said(Self.random(3_000))
        let density = try #require(said.density)
        #expect(said.legend.first == "Events in a cell")
        for part in density.classes {
            let limits = part.least == part.most ? "\(part.least)" : "\(part.least)–\(part.most)"
            #expect(said.legend.contains(limits))
        }
        #expect(said.legend.contains("attack: 1000 · politics: 1000 · shelling: 1000"))
        #expect(said.legend.contains { $0.hasPrefix("cells about ") })
    }

    @Test func `positions are counted as events at them are`() throws {
        let features = Self.random(3_000)
        var request = SampleEvents.request([])
        request.points = PointSource(
            features.compactMap(\.anchor).map { FixedCoordinate($0) })
        let counted = try SharedComposer.get().compose(request).description
        request = SampleEvents.request(features)
        request.boundingBox = counted.frame
        request.points = nil
        #expect(counted.eventCount == 3_000)
        #expect(counted.drawnCount == 3_000)
        #expect(counted.density?.cells.map(\.count).reduce(0, +) == 3_000)
        request.isBare = true
        let marked = try SharedComposer.get().compose(request).description
        request.features = []
        request.points = PointSource(
            features.compactMap(\.anchor).map { FixedCoordinate($0) })
        let bare = try SharedComposer.get().compose(request).description
        #expect(bare.density == marked.density)
    }

    @Test func `positions outside the frame are told`() throws {
        var request = SampleEvents.request([])
        request.points = PointSource(
            Self.random(3_000).compactMap(\.anchor).map { FixedCoordinate($0) })
        request.boundingBox = BoundingBox(west: 12, south: 42, east: 13, north: 43)
        let said = try SharedComposer.get().compose(request).description
        let outside = said.notShown.first { $0.reason == "outside the frame" }?.count ?? 0
        #expect(outside > 0)
        #expect(said.drawnCount + outside == 3_000)
        #expect(said.density?.cells.map(\.count).reduce(0, +) == said.drawnCount)
    }

    /// The box of the same places by the rule for shapes, which looks at each of them.
    @Test func `the frame of positions is that of their places`() throws {
        var random = SplitMix64(seed: 4)
        let places = (0..<5_000).map { _ in
            let east = Double.random(in: 170...200, using: &random)
            return Coordinate(
                longitude: east >= 180 ? east - 360 : east,
                latitude: Double.random(in: -20...0, using: &random))
        }
        let far = Coordinate(longitude: 10, latitude: 50)
        let box = try #require(
            FrameFitting.box(around: PointSource((places + [far]).map { FixedCoordinate($0) })))
        let expected = try #require(
            FrameFitting.box(around: (places + [far]).map { FrameFitting.Shape(anchor: $0) }))
        #expect(abs(box.west - expected.west) < 1e-6)
        #expect(abs(box.east - expected.east) < 1e-6)
        #expect(abs(box.south - expected.south) < 1e-6)
        #expect(abs(box.north - expected.north) < 1e-6)
        #expect(FrameFitting.box(around: PointSource([])) == nil)
    }
}
