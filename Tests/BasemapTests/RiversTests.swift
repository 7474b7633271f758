import Basemap
import Boundaries
import FlatFile
import GeoModel
import Testing

@Suite("Rivers") struct RiversTests {
    /// The committed file, beside these tests.
    static let file =
        "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        + "/Renderers/RiverData/Rivers/rivers.bin"

    static func layers(_ box: BoundingBox, detail: Double) throws -> BasemapLayers {
        try BasemapStore.embedded.adding(rivers: FlatBytes(mapping: file))
            .layers(in: BasemapFrame(box: box, detailInMetres: detail), asOf: nil)
    }

    @Test func `the committed file is whole`() throws {
        try BoundaryStore(FlatBytes(mapping: Self.file)).verify()
    }

    /// Towns on their rivers, by GeoNames: Tbilisi, Yevlakh, Sabirabad on the Kura, Julfa on the Aras.
    @Test(arguments: [
        (44.834, 41.694), (47.150, 40.619), (48.479, 40.010), (45.629, 38.957),
    ])
    func `the Kura and the Aras pass their towns`(longitude: Double, latitude: Double) throws {
        let box = BoundingBox(
            west: longitude - 0.04, south: latitude - 0.04, east: longitude + 0.04,
            north: latitude + 0.04)
        let rivers = try Self.layers(box, detail: 20).rivers.filter {
            $0.kind == .middle || $0.kind == .large
        }
        #expect(rivers.contains { !$0.parts.isEmpty })
    }

    @Test func `a map of the world has the largest alone, and names its source`() throws {
        let world = BoundingBox(west: -180, south: -85, east: 180, north: 85)
        let layers = try Self.layers(world, detail: 12_000)
        #expect(layers.rivers.map(\.kind) == [.large])
        #expect(layers.credits.last == "Rivers: GSHHG 2.3.7 (Wessel and Smith), LGPL-3+")
        #expect(try Self.layers(world, detail: 40_000).rivers.isEmpty)
    }

    @Test func `nobody is named for rivers where none are shown`() throws {
        let sea = BoundingBox(west: 50.6, south: 38.5, east: 51.5, north: 39.5)
        #expect(try !Self.layers(sea, detail: 100).credits.contains { $0.contains("GSHHG") })
    }
}
