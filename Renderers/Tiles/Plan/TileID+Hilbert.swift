public import Projections

// The order in which PMTiles counts tiles: zoom by zoom, along a Hilbert curve in each.
//
//     zoom 1:  0 3     the curve of a zoom passes through the four children of a tile one after the
//              1 2     other, so a square block of tiles is one stretch of it.
//
// Source: PMTiles Version 3 Specification, section 4.1; D. Hilbert, "Ueber die stetige Abbildung einer
// Linie auf ein Flächenstück", Mathematische Annalen 38 (1891), 459.
extension TileID {
    /// The number of the tile, counted from 0 at zoom 0.
    ///
    /// - Complexity: O(zoom).
    public var hilbertNumber: Int { Self.tilesAbove(z) + hilbertPlace }

    /// The tile of a number; nil past the deepest zoom.
    public init?(hilbertNumber number: Int) {
        guard number >= 0, number < Self.tilesAbove(Self.deepestZoom + 1) else { return nil }
        let zoom = Self.zoom(ofHilbertNumber: number)
        self.init(z: zoom, hilbertPlace: number - Self.tilesAbove(zoom))
    }

    /// How many tiles there are at all zooms before one: (4^z - 1) / 3.
    static func tilesAbove(_ zoom: Int) -> Int { ((1 << (2 * zoom)) - 1) / 3 }

    /// The zoom that a number counts in.
    static func zoom(ofHilbertNumber number: Int) -> Int {
        (Int.bitWidth - 1 - (3 * number + 1).leadingZeroBitCount) / 2
    }

    /// The place along the curve of the zoom.
    var hilbertPlace: Int {
        var (x, y, place) = (x, y, 0)
        for level in (0..<z).reversed() {
            let side = 1 << level
            let (right, down) = (x >> level & 1, y >> level & 1)
            place = place << 2 | (3 * right ^ down)
            (x, y) = Self.turned(x & (side - 1), y & (side - 1), side, right, down)
        }
        return place
    }

    init?(z: Int, hilbertPlace: Int) {
        var (x, y, place) = (0, 0, hilbertPlace)
        for level in 0..<z {
            let right = place >> 1 & 1
            let down = (place ^ right) & 1
            let side = 1 << level
            (x, y) = Self.turned(x, y, side, right, down)
            x += side * right
            y += side * down
            place >>= 2
        }
        self.init(z: z, x: x, y: y)
    }

    /// The curve inside a quarter is that of the whole, turned so that its ends meet the next ones.
    private static func turned(
        _ x: Int, _ y: Int, _ side: Int, _ right: Int, _ down: Int
    ) -> (Int, Int) {
        guard down == 0 else { return (x, y) }
        return right == 1 ? (side - 1 - y, side - 1 - x) : (y, x)
    }
}
