import Cartography
import Diagnostics
import GeoModel
import Raster
import TabularText
import Testing

@testable import MapPipeline

@Suite("Layers of one's own") struct OwnLayerFileTests {
    private static func read(_ text: String, file: String = "roads.geojson") throws -> OwnLayer {
        try OwnLayerFile.read(MemoryInput(Array(text.utf8)), file: file)
    }

    private static func point(_ properties: String) -> String {
        #"{"type":"Feature","properties":{\#(properties)},"geometry":{"type":"Point","coordinates":[1,2]}}"#
    }

    /// The defaults of simplestyle-spec 1.1.0: stroke #555555, 2 wide, opaque; fill #555555, 0.6 opaque;
    /// markers #7e7e7e, of medium size.
    @Test func `a feature without style has that of the specification`() throws {
        let look = try #require(Self.read(Self.point("")).shapes.first).look
        #expect(look.stroke == Color(hex: 0x55_55_55) && look.strokeWidthInPixels == 2)
        #expect(look.fill == Color(hex: 0x55_55_55).opacity(0.6))
        #expect(look.marker == Color(hex: 0x7E_7E_7E) && look == OwnLayer.Look())
    }

    @Test func `reads every key of the style`() throws {
        let shape = try #require(
            try Self.read(
                Self.point(
                    ##""stroke":"#f00","stroke-width":3.5,"stroke-opacity":0.5,"fill":"00ff00","##
                        + ##""fill-opacity":0,"marker-color":"#0000Ff","marker-size":"large","title":"Camp""##
                )
            ).shapes.first)
        #expect(shape.look.stroke == Color(hex: 0xFF_00_00).opacity(0.5))
        #expect(shape.look.strokeWidthInPixels == 3.5)
        #expect(shape.look.fill == Color(hex: 0x00_FF_00).opacity(0))
        #expect(shape.look.marker == Color(hex: 0x00_00_FF))
        #expect(shape.look.markerRadiusInPixels > OwnLayer.Look().markerRadiusInPixels)
        #expect(shape.title == "Camp")
    }

    @Test(arguments: [
        ("/home/somebody/plans/roads.geojson", "roads"), ("roads.geojson.gz", "roads"),
        ("-", "-"), ("roads", "roads"),
    ])
    func `a layer bears the name of its file, and no path`(file: String, name: String) throws {
        #expect(try Self.read(Self.point(""), file: file).name == name)
    }

    @Test func `reads one feature a line, bare geometries and collections`() throws {
        let lines = [Self.point(""), Self.point("")].joined(separator: "\n")
        #expect(try Self.read(lines, file: "roads.geojsonl").shapes.count == 2)
        #expect(try Self.read(#"{"type":"Point","coordinates":[1,2]}"#).shapes.count == 1)
        let collection =
            #"{"type":"FeatureCollection","features":[\#(Self.point("")),\#(Self.point(""))]}"#
        #expect(try Self.read(collection).shapes.count == 2)
    }

    /// Lines and columns were counted by hand.
    @Test(arguments: [
        ("", "roads.geojson: error: the file is empty; give a file with GeoJSON features"),
        (
            #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,200]}}"#,
            "roads.geojson:1:46: error: 1.0, 200.0 lies outside the Earth: longitude comes first, in "
                + "-180...180, latitude second, in -90...90; mend the geometry, or leave the feature out"
        ),
        (
            "{\n \"type\":\"Feature\",\"properties\":{\"stroke\":\"redd\"},\"geometry\":null}",
            "roads.geojson:2:42: error: stroke is \"redd\"; write a colour such as #ff8800"
        ),
        (
            #"{"type":"Feature","properties":{"fill-opacity":7},"geometry":null}"#,
            "roads.geojson:1:48: error: fill-opacity is 7; write a number from 0 to 1"
        ),
        (
            #"{"type":"Feature","properties":{"stroke-width":"thin"},"geometry":null}"#,
            "roads.geojson:1:48: error: stroke-width is \"thin\"; write a number from 0 to 100"
        ),
        (
            #"{"type":"Feature","properties":{"marker-size":"huge"},"geometry":null}"#,
            "roads.geojson:1:47: error: marker-size is \"huge\"; write small, medium or large"
        ),
        ("[1]", "roads.geojson:1:2: error: a geometry without a type"),
        ("{\"type\":\"Point\",", "roads.geojson:1:17: error: "),
    ])
    func `a fault says where, what and what to do`(text: String, message: String) {
        do {
            _ = try Self.read(text)
            Issue.record("\(text) was read")
        } catch {
            #expect("\(error)".hasPrefix(message), "\(error)")
        }
    }

    @Test func `a layer of more positions than a map needs is refused`() {
        let line = "[" + String(repeating: "[1,2],", count: 100_000) + "[1,2]]"
        let feature = #"{"type":"LineString","coordinates":\#(line)}"#
        let text = String(repeating: feature + "\n", count: 10)
        #expect(throws: FileFault.self) { try Self.read(text, file: "roads.geojsonl") }
    }
}
