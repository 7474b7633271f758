import GeoModel
import PNGEncoding
import PlacePack
import Projections
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
        // 33.75° to 56.25° E, 31.95° to 45.09° N: names on all edges.
        let range = TileRange(zoom: 6, columns: 38...41, rows: 23...25)
        let sheet = source.sheet(of: range)
        let tiles = source.pictures(of: range, on: sheet)
        #expect(tiles.count == 12)
        for (index, tile) in [(0, (38, 23)), (5, (39, 24)), (11, (41, 25))] {
            let one = TileRange(
                zoom: 6, columns: tile.0...tile.0, rows: tile.1...tile.1)
            let own = source.pictures(of: one, on: source.sheet(of: one))
            let isSame = Self.indices(own[0]) == Self.indices(tiles[index])
            #expect(isSame, "\(tile)")
        }
    }

    private static func indices(_ tile: TilePicture) -> [UInt8] {
        switch tile {
        case .indexed(let picture): return picture.indices
        case .uniform(let color): return [color.red, color.green, color.blue]
        case .trueColor:
            Issue.record("a palette was wanted")
            return []
        }
    }

    /// The law again: what `map --bare --zoom` draws of the same window.
    @Test(arguments: [5, 12])
    func `tiles are the parts of a bare map`(zoom: Int) throws {
        var options = MapOptions()
        let maker = try MapMaker(pack: .embedded)
        let box = BoundingBox(west: 45.1, south: 39.8, east: 47, north: 41)
        let plan = try TilePlan(zooms: zoom...zoom, box: box)
        let all = plan.bounds.ranges(zoom: zoom)[0]
        let range = TileRange(
            zoom: zoom, columns: all.columns.lowerBound...all.columns.lowerBound + 1,
            rows: all.rows.lowerBound...all.rows.lowerBound)
        options.zoom = zoom
        options.boundingBox = Viewport(zoom: zoom, window: range.frame).boundingBox
        options.isBare = true
        #expect(options.window == range.frame)
        let request = maker.request(of: nil, options: options)
        let source = ZoomTileSource(
            request, plan: plan, options: options, isOverlay: false, typesetter: maker.typesetter)
        let bare = try PNGDecoder.decode(maker.finished(request, options: options).png())
        let around = TileRange(
            zoom: zoom, columns: range.columns.lowerBound - 2...range.columns.upperBound + 2,
            rows: range.rows.lowerBound - 1...range.rows.upperBound + 1)
        let tiles = source.pictures(of: range, on: source.sheet(of: around))
        for (column, tile) in tiles.enumerated() {
            let part = PixelBounds(
                minX: column * 256, minY: 0, maxX: column * 256 + 256, maxY: 256)
            let drawn =
                switch tile {
                case .indexed(let picture): picture.pixels
                case .uniform(let color): PixelBuffer(width: 256, height: 256, color: color)
                case .trueColor(let picture): picture
                }
            let isSame = drawn == bare.part(part)
            #expect(isSame, "column \(column)")
        }
    }
}
