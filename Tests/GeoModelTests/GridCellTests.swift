import TestSupport
import Testing

@testable import GeoModel

@Suite("Cells of a grid") struct GridCellTests {
    /// By hand: π · 6 371.0088 km / 10 km is 2001.5, so 2002 bands of 0.08991°. Shusha, 39.7601 N, lies in
    /// band (39.7601 + 90) / 0.08991 = 1443.2; the middle is -90 + 1443.5 · 0.08991 = 39.7852.
    @Test func `a position goes to the middle of its cell`() {
        let cell = GridCell(
            holding: Coordinate(longitude: 46.7499, latitude: 39.7601), size: 10_000)
        #expect(abs(cell.middle.latitude - 39.7852) < 0.0002)
        #expect(abs(cell.box.height - 0.08991) < 0.00001)
        // Half a diagonal of 10 km by 10 km is 7.07 km.
        #expect(abs(cell.radiusInMetres - 7_071) < 60)
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `the cell holds the position, and its middle is in the same cell`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let position = Coordinate(
            longitude: .random(in: -180...180, using: &random),
            latitude: .random(in: -90...90, using: &random))
        let size = Double.random(in: 1_000...1_000_000, using: &random)
        let cell = GridCell(holding: position, size: size)
        #expect(cell.box.contains(position))
        #expect(GridCell(holding: cell.middle, size: size) == cell)
        #expect(cell.middle.distance(to: position) <= cell.radiusInMetres * 1.0001)
    }

    @Test func `180° is no edge, and poles have cells`() {
        let east = GridCell(holding: Coordinate(longitude: 180, latitude: 10), size: 50_000)
        let west = GridCell(holding: Coordinate(longitude: -180, latitude: 10), size: 50_000)
        #expect(east == west)
        for latitude in [-90.0, 90] {
            let cell = GridCell(holding: Coordinate(longitude: 5, latitude: latitude), size: 10_000)
            #expect(cell.box.contains(Coordinate(longitude: 5, latitude: latitude)))
            #expect(abs(cell.middle.latitude) < 90)
        }
    }
}
