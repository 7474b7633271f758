import Testing

@testable import Typesetting

@Suite("Design scale") struct DesignScaleTests {
    /// Halves of 1/64 pixel go up, on both sides of zero.
    @Test(arguments: [(0, 0), (1, 1), (-1, 0), (-3, -1), (3, 2), (-4, -2), (5, 3)])
    func `rounds halves up`(units: Int64, expected: Int32) {
        #expect(DesignScale(size: 500, unitsPerEm: 1000).fine(units) == expected)
    }

    /// 714 units at 20 px are 14.28 px, 3655.68/256 px; 357 half units are a quarter of that.
    @Test func `outlines are scaled to subpixels`() {
        let scale = DesignScale(size: 20 * 64, unitsPerEm: 1000)
        #expect(scale.subpixels(halfUnits: 1428) == 3656)
        #expect(scale.subpixels(halfUnits: 357) == 914)
        #expect(scale.subpixels(halfUnits: -357) == -914)
    }

    @Test func `keeps to what 32 bits hold`() {
        #expect(DesignScale(size: .max, unitsPerEm: 1).fine(1 << 30) == .max)
    }
}
