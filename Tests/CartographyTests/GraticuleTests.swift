import EDTF
import GeoModel
import Projections
import Raster
import Testing
import Typesetting

@testable import Cartography

@Suite("Graticule") struct GraticuleTests {
    private static func graticule(
        _ box: BoundingBox, _ projection: ProjectionChoice = .auto, width: Int = 900,
        height: Int = 600
    ) throws -> Graticule {
        let viewport = Viewport(
            fitting: box, in: PixelFrame(x: 10, y: 20, width: width, height: height),
            projection: projection)
        let type = MapType(
            typesetter: try Typesetter(), style: MapStyle(width: 1200, height: 900),
            language: .english)
        return Graticule(
            viewport: viewport, theme: .light, type: type, phrases: EnglishPhrases())
    }

    private static let boxes = [
        BoundingBox(west: 44, south: 38, east: 51, north: 42),
        BoundingBox(west: 170, south: -20, east: -170, north: -10),
        BoundingBox(west: -180, south: -60, east: 180, north: 80),
        BoundingBox(west: -1, south: -1, east: 1, north: 1),
        BoundingBox(west: 46.7, south: 39.7, east: 46.8, north: 39.8),
        BoundingBox(west: -60, south: 70, east: 60, north: 88),
    ]

    @Test(arguments: boxes, ProjectionChoice.allCases)
    func `lines are few and far enough apart, labels in the frame and apart`(
        box: BoundingBox, projection: ProjectionChoice
    ) throws {
        let graticule = try Self.graticule(box, projection)
        let (meridians, parallels) = (
            graticule.lines.filter(\.isMeridian), graticule.lines.filter { !$0.isMeridian }
        )
        #expect((1...13).contains(meridians.count), "\(meridians.map(\.degrees))")
        #expect((1...8).contains(parallels.count), "\(parallels.map(\.degrees))")
        #expect(
            Set(graticule.lines.map { [$0.degrees, $0.isMeridian ? 1 : 0] }).count
                == graticule.lines.count)
        let labels = graticule.labels(clearOf: [])
        let frame = SubpixelBounds(graticule.viewport.frame)
        #expect(labels.count >= 2, "\(labels.map(\.text))")
        for (index, label) in labels.enumerated() {
            #expect(frame.contains(label.box))
            for other in labels[(index + 1)...] { #expect(!label.box.intersects(other.box)) }
        }
        #expect(!graticule.draw().items.isEmpty)
    }

    /// A frame of at least 0.5° has room for steps of 10 minutes; see leastSpacing.
    @Test func `labels name degrees and sides`() throws {
        let texts = try Self.graticule(Self.boxes[0]).labels(clearOf: []).map(\.text)
        #expect(texts.contains("46°\u{A0}E") && texts.contains("40°\u{A0}N"))
        let small = try Self.graticule(Self.boxes[4]).labels(clearOf: []).map(\.text)
        #expect(small.contains("46°\u{202F}20′\u{A0}E"))
        #expect(small.contains("39°\u{202F}40′\u{A0}N"))
    }

    @Test func `180° is one line, on no side, between east and west`() throws {
        let graticule = try Self.graticule(Self.boxes[1], .mercator)
        let meridians = graticule.lines.filter(\.isMeridian).map(\.degrees)
        #expect(meridians.filter { abs($0) == 180 }.count == 1)
        #expect(meridians.contains { $0 == 175 } && meridians.contains { $0 == -175 })
        let texts = graticule.labels(clearOf: []).map(\.text)
        #expect(texts.contains("180°") && texts.contains("175°\u{A0}W"))
        let world = try Self.graticule(Self.boxes[2]).lines.filter(\.isMeridian).map(\.degrees)
        #expect(world.count == Set(world.map { abs($0) == 180 ? 180 : $0 }).count)
    }

    @Test func `labels keep clear of what is there`() throws {
        let graticule = try Self.graticule(Self.boxes[0])
        let all = graticule.labels(clearOf: [])
        let first = try #require(all.first)
        let left = graticule.labels(clearOf: [.rectangle(first.box)])
        #expect(left.allSatisfy { !$0.box.intersects(first.box) })
        // Its line is named at its other end.
        #expect(left.contains { $0.text == first.text })
    }

    @Test func `a map with a graticule says its degrees and covers no label with them`() throws {
        var request = SampleEvents.request(
            (0..<20).map {
                SampleEvents.event(
                    "\($0)", longitude: 11 + Double($0 % 5) * 2, latitude: 41 + Double($0 / 5))
            }, places: SampleEvents.towns)
        request.showsGraticule = true
        let said = try SharedComposer.get().compose(request).description
        let degrees = said.furniture.filter { $0.name == "degrees" }
        #expect(degrees.contains { $0.says == ["14°\u{A0}E"] })
        for label in said.labels.compactMap(\.box) {
            #expect(degrees.allSatisfy { !$0.box.intersects(label) })
        }
    }
}
