import Diagnostics
import GeoModel
import Projections
import TestSupport
import Testing

@testable import Tiles

@Suite("Planning tiles") struct TilePlanTests {
    private static let world = BoundingBox(
        west: -180, south: -85.0511288, east: 180, north: 85.0511288)

    @Test func `the whole world has four times as many tiles a zoom`() throws {
        let plan = try TilePlan(zooms: 0...6, box: Self.world)
        // (4⁷ - 1) / 3
        #expect(plan.tileCount == 5461)
        #expect(plan.tileCount(zoom: 6) == 4096)
    }

    /// Tiles of places by the formulas of the OpenStreetMap wiki, "Slippy map tilenames", worked with
    /// Python: 44.5° E 40.2° N lies in 10/638/386.
    @Test func `a box has the tiles that it touches`() throws {
        let box = BoundingBox(west: 44.5, south: 40.2, east: 44.6, north: 40.3)
        let plan = try TilePlan(zooms: 10...10, box: box)
        #expect(
            plan.bounds.ranges(zoom: 10) == [
                TileRange(zoom: 10, columns: 638...638, rows: 386...386)
            ])
    }

    @Test func `edges on those of tiles belong to the tile inside`() throws {
        // Tile 1/1/0, the north-eastern quarter.
        let box = BoundingBox(west: 0, south: 0, east: 180, north: 85.0511288)
        for zoom in 1...10 {
            let side = 1 << zoom
            #expect(
                try TilePlan(zooms: zoom...zoom, box: box).bounds.ranges(zoom: zoom) == [
                    TileRange(zoom: zoom, columns: side / 2...side - 1, rows: 0...side / 2 - 1)
                ])
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `blocks hold each tile once, in the order of PMTiles`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let (west, south) = (
            Double.random(in: -180..<180, using: &random),
            Double.random(in: -80..<80, using: &random)
        )
        var east = west + .random(in: 0.1..<200, using: &random)
        if east > 180 { east -= 360 }
        let north = min(85, south + .random(in: 0.1..<60, using: &random))
        let box = BoundingBox(west: west, south: south, east: east, north: north)
        for scale in 1...3 {
            let plan = try TilePlan(zooms: 0...6, box: box, scale: scale)
            let tiles = plan.blocks().flatMap(\.tiles)
            let numbers = tiles.map(\.hilbertNumber)
            #expect(numbers == numbers.sorted())
            #expect(Set(numbers).count == numbers.count)
            #expect(numbers.count == plan.tileCount)
            for zoom in plan.zooms {
                let ranges = plan.bounds.ranges(zoom: zoom)
                #expect(
                    tiles.filter { $0.z == zoom }.allSatisfy { tile in
                        ranges.contains { $0.contains(tile) }
                    })
            }
        }
    }

    @Test func `what tiles do not have is refused in words`() {
        func words(_ zooms: ClosedRange<Int>, _ box: BoundingBox) -> String {
            do throws(TilePlanError) {
                _ = try TilePlan(zooms: zooms, box: box)
                return ""
            } catch {
                return "\(error)"
            }
        }
        #expect(words(0...40, Self.world) == "zooms 0-40; they run from 0 to 28")
        #expect(
            words(0...3, BoundingBox(west: 0, south: -89, east: 10, north: 90))
                == "latitudes -89.0 to 90.0; web tiles end at 85.0511288 north and south")
        #expect(
            words(0...20, Self.world)
                == "1466015503701 tiles; the most is 100000000: give fewer zooms or a smaller box")
    }

    @Test func `tiles that would not fit the disk are refused before they are drawn`() throws {
        let plan = try TilePlan(zooms: 0...10, box: Self.world)
        let output = TileOutput("/tmp/a.pmtiles")
        let estimate = TileEstimate(plan, isTrueColor: false, kind: output.kind)
        try output.checkRoom(for: estimate, free: estimate.diskBytes)
        let fault = #expect(throws: FileFault.self) {
            try output.checkRoom(for: estimate, free: 1_000_000)
        }
        #expect(fault?.diagnostic.code == "no-room")
        #expect(fault?.diagnostic.problem.hasSuffix("and 1 MB are free on the disk") == true)
    }
}
