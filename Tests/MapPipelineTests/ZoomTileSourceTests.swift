import GeoModel
import PlacePack
import Raster
import Testing
import Tiles

@testable import MapPipeline

@Suite("Tiles of the picture of a zoom") struct ZoomTileSourceTests {
    /// The law of tiles: side by side they are the one picture.
    @Test(arguments: [1, 2])
    func `tiles are the parts of a larger window`(scale: Int) throws {
        var options = MapOptions()
        options.scale = scale
        let maker = try MapMaker(pack: .embedded)
        let box = BoundingBox(west: 44, south: 39, east: 47, north: 41)
        let plan = try TilePlan(zooms: 6...6, box: box, scale: scale)
        let source = ZoomTileSource(
            maker.request(of: nil, options: options), plan: plan, options: options,
            isOverlay: false, typesetter: maker.typesetter)
        // 45° to 50.6° E, 36.6° to 40.98° N: names on all edges.
        let range = TileRange(zoom: 6, columns: 39...40, rows: 24...24)
        guard case .indexed(let whole) = source.picture(of: range) else {
            Issue.record("a palette was wanted")
            return
        }
        let side = plan.tileSide
        for column in range.columns {
            let one = TileRange(zoom: 6, columns: column...column, rows: 24...24)
            guard case .indexed(let tile) = source.picture(of: one) else { continue }
            let left = (column - 39) * side
            var cut: [UInt8] = []
            for row in 0..<side {
                let start = row * whole.width + left
                cut += whole.indices[start..<start + side]
            }
            #expect(tile.indices == cut)
        }
    }
}
