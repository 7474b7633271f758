internal import Projections

/// How two tile sets differ.
public struct TileDifference: Hashable, Sendable {
    /// Tiles that only the first has, the first of them.
    public private(set) var onlyFirst = Listed()
    /// Tiles that only the second has.
    public private(set) var onlySecond = Listed()
    /// Tiles whose pixels differ.
    public private(set) var pixels = Listed()
    /// Tiles that look the same and are other files.
    public private(set) var files = Listed()

    /// Tiles, of which the first are named.
    public struct Listed: Hashable, Sendable {
        /// How many there are.
        public private(set) var count = 0
        /// The first of them, in the order of PMTiles: `z/x/y`.
        public private(set) var first: [String] = []

        mutating func add(_ tile: TileID) {
            count += 1
            if first.count < 10 { first.append("\(tile)") }
        }
    }

    /// Whether the two show the same.
    public var isSame: Bool { onlyFirst.count + onlySecond.count + pixels.count == 0 }

    /// Compares two sets tile by tile; where files differ, by their pixels.
    ///
    /// Memory: about 60 bytes a tile.
    public init(_ first: TileSet, _ second: TileSet) throws(TileArchiveFault) {
        let (left, right) = (try first.hashes(), try second.hashes())
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
            let a = i < left.count ? left[i].tile.hilbertNumber : .max
            let b = j < right.count ? right[j].tile.hilbertNumber : .max
            if a < b {
                onlyFirst.add(left[i].tile)
                i += 1
            } else if b < a {
                onlySecond.add(right[j].tile)
                j += 1
            } else {
                if left[i].file != right[j].file {
                    let isSame = try first.picture(left[i].key) == second.picture(right[j].key)
                    if isSame { files.add(left[i].tile) } else { pixels.add(left[i].tile) }
                }
                (i, j) = (i + 1, j + 1)
            }
        }
    }
}
