import Raster
import Testing

@testable import Cartography

@Suite("Ground under labels") struct GroundGridTests {
    private static let frame = SubpixelBounds(minX: 0, minY: 0, maxX: 400 * 256, maxY: 160 * 256)

    private static func area(_ ground: Int, _ left: Double, _ right: Double) -> GroundGrid.Area {
        let corners = [(left, -10.0), (right, -10), (right, 200), (left, 200)]
        return .init(
            ground: ground,
            rings: [corners.map { SubpixelPoint(xInPixels: $0.0, yInPixels: $0.1) }])
    }

    /// Land 1 up to 160, land 2 up to 320, a lake from 80 to 120, water beyond.
    private static let grid = GroundGrid(
        frame: frame, areas: [area(1, -10, 160), area(2, 160, 320), area(0, 80, 120)])

    @Test(arguments: [(40.0, 1), (100, 0), (140, 1), (200, 2), (380, 0)])
    func `knows whose ground a point is`(x: Double, expected: Int) {
        #expect(Self.grid.ground(at: SubpixelPoint(xInPixels: x, yInPixels: 70)) == expected)
    }

    /// Expected: of 240 pixels 160 are home, 40 foreign, 40 water: in 1/64, to a cell's rounding.
    @Test func `shares a box among grounds`() {
        let box = SubpixelBounds(minX: 80 * 256, minY: 0, maxX: 320 * 256 - 1, maxY: 64 * 256 - 1)
        let shares = Self.grid.shares(of: box, besides: 2)
        #expect(shares.water == 64 * 40 / 240)
        #expect(shares.foreign == 64 * 40 / 240)
    }

    @Test func `a label stays on its mark's own ground where it can`() throws {
        func side(_ ground: GroundGrid?) throws -> Bool {
            var request = LabelPlacerTests.request(
                "a", at: SubpixelPoint(xInPixels: 155, yInPixels: 70))
            request.avoidsWater = true
            let place = LabelPlacer(frame: Self.frame, ground: ground).place([request])
            return try #require(place.placements.first).box.middle.x > 155 * 256
        }
        #expect(try side(nil))
        #expect(try !side(GroundGrid(frame: Self.frame, areas: [Self.area(1, 0, 160)])))
    }
}
