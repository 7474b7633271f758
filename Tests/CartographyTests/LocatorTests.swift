import GeoModel
import Projections
import Raster
import TestSupport
import Testing

@testable import Cartography

@Suite("Locator") struct LocatorTests {
    private static func map(
        _ positions: [(Double, Double)], _ change: (inout MapRequest) -> Void = { _ in }
    ) throws -> MapDescription {
        var request = SampleEvents.request(
            positions.enumerated().map { index, position in
                SampleEvents.event(
                    "\(index)", longitude: position.0, latitude: position.1,
                    killed: index == 0 ? Figure(90) : nil)
            }, places: SampleEvents.towns)
        change(&request)
        return try SharedComposer.get().compose(request).description
    }

    private static func locator(_ said: MapDescription) -> SubpixelBounds? {
        said.furniture.first { $0.name == "locator" }?.box
    }

    /// The rule: on maps of less than 2 degrees of latitude, on which no outline of a country is seen.
    @Test func `small maps have one unasked, larger ones when asked`() throws {
        let near = [(15.0, 43.0), (15.2, 43.1)]
        let far = [(11.0, 41.0), (18, 45)]
        #expect(Self.locator(try Self.map(near)) != nil)
        #expect(Self.locator(try Self.map(near) { $0.locator = .never }) == nil)
        #expect(Self.locator(try Self.map(far)) == nil)
        #expect(Self.locator(try Self.map(far) { $0.locator = .always }) != nil)
        #expect(Self.locator(try Self.map(near) { $0.isBare = true }) == nil)
        let small = try Self.map(near) { ($0.width, $0.height) = (480, 360) }
        #expect(Self.locator(small) == nil)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `it covers no mark and no label`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let events = (0..<Int.random(in: 1...30, using: &random)).map { _ in
            (
                Double.random(in: 14...15.5, using: &random),
                Double.random(in: 42.5...43.4, using: &random)
            )
        }
        let said = try Self.map(events) {
            $0.locator = .always
            $0.showsGraticule = true
        }
        let onMap = said.furniture.filter(\.isOnMap)
        for (index, piece) in onMap.enumerated() {
            #expect(said.mapFrame.contains(piece.box))
            for other in onMap[(index + 1)...] {
                #expect(!piece.box.intersects(other.box), "\(piece.name), \(other.name)")
            }
            for mark in said.marks where mark.panel == "map" {
                #expect(!piece.box.intersects(mark.box), "\(piece.name), \(mark.id)")
            }
            for label in said.labels where label.panel == "map" {
                #expect(!(label.box?.intersects(piece.box) ?? false), "\(piece.name), \(label.id)")
            }
        }
    }

    @Test func `it shows the surroundings, with the map inside, at 180° too`() throws {
        for middle in [15.0, 179.9, -179.95, 0] {
            let box = BoundingBox(
                west: middle - 0.5 < -180 ? middle + 359.5 : middle - 0.5, south: 43,
                east: middle + 0.5 > 180 ? middle - 359.5 : middle + 0.5, north: 44)
            let main = Viewport(fitting: box, in: PixelFrame(width: 1000, height: 700))
            let locator = try #require(
                Locator(
                    of: main, clearOf: [], boxes: [],
                    style: MapStyle(width: 1200, height: 900)))
            let frame = SubpixelBounds(locator.viewport.frame)
            #expect(SubpixelBounds(main.frame).contains(frame))
            #expect(frame.contains(locator.extentBounds))
            #expect(locator.extentBounds.width > 0)
            #expect(locator.viewport.boundingBox.height >= 15)
        }
    }

    /// Fiji lies about 178° east, Samoa at 172° west.
    @Test func `a map of much across 180° stands in the middle of the world`() throws {
        let main = Viewport(
            fitting: BoundingBox(west: 177, south: -20, east: -171, north: -12),
            in: PixelFrame(width: 1000, height: 700))
        let locator = try #require(
            Locator(
                of: main, clearOf: [], boxes: [], style: MapStyle(width: 1200, height: 900)))
        let frame = locator.viewport.frame
        let middle = Double(locator.extentBounds.minX + locator.extentBounds.maxX) / 512
        #expect(locator.viewport.boundingBox.width > 350)
        #expect(abs(middle - Double(frame.x) - Double(frame.width) / 2) < 3)
    }

    @Test func `no free corner, no locator`() throws {
        let main = Viewport(
            fitting: BoundingBox(west: 14, south: 43, east: 15, north: 44),
            in: PixelFrame(width: 1000, height: 700))
        let all = [SubpixelBounds(main.frame)]
        let style = MapStyle(width: 1200, height: 900)
        #expect(Locator(of: main, clearOf: [], boxes: all, style: style) == nil)
        let marks = [(950.0, 40.0), (40, 40), (950, 660)].map {
            (centre: PixelPoint(x: $0.0, y: $0.1), radius: 5.0)
        }
        #expect(Locator(of: main, clearOf: marks, boxes: [], style: style) == nil)
    }
}
