import Projections
import TestSupport
import Testing

@testable import Tiles

@Suite("The order of PMTiles") struct HilbertTests {
    /// PMTiles Version 3 Specification, section 4.1, the table of tile ids.
    @Test(arguments: [
        (0, 0, 0, 0), (1, 0, 0, 1), (1, 0, 1, 2), (1, 1, 1, 3), (1, 1, 0, 4), (2, 0, 0, 5),
        (12, 3423, 1763, 19_078_479),
    ])
    func `tiles have the numbers of the specification`(z: Int, x: Int, y: Int, number: Int) throws {
        let tile = try #require(TileID(z: z, x: x, y: y))
        #expect(tile.hilbertNumber == number)
        #expect(TileID(hilbertNumber: number) == tile)
    }

    @Test func `numbers and tiles are each other's, to the deepest zoom`() throws {
        for number in 0..<22_000 {
            let tile = try #require(TileID(hilbertNumber: number))
            #expect(tile.hilbertNumber == number)
        }
        let last = TileID.tilesAbove(TileID.deepestZoom + 1) - 1
        #expect(TileID(hilbertNumber: last)?.hilbertNumber == last)
        #expect(TileID(hilbertNumber: last)?.z == TileID.deepestZoom)
        #expect(TileID(hilbertNumber: last + 1) == nil)
        #expect(TileID(hilbertNumber: -1) == nil)
    }

    @Test func `neighbours along the curve share an edge, and a parent every four`() throws {
        let zoom = 6
        let tiles = (0..<1 << (2 * zoom)).compactMap { TileID(z: zoom, hilbertPlace: $0) }
        #expect(Set(tiles).count == 1 << (2 * zoom))
        for (tile, next) in zip(tiles, tiles.dropFirst()) {
            #expect(abs(tile.x - next.x) + abs(tile.y - next.y) == 1)
        }
        for (place, tile) in tiles.enumerated() { #expect(tile.parent?.hilbertPlace == place >> 2) }
    }
}
