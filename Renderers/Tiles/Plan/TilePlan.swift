public import GeoModel
internal import Projections

/// Which tiles are made, and in which order.
public struct TilePlan: Hashable, Sendable {
    /// The most tiles of a plan: a hundred million, of which the order alone takes some megabytes.
    public static let mostTiles = 100_000_000
    /// The scales of tiles: the sides of a tile in pixels over 256.
    public static let scales = 1...4

    /// The zooms.
    public let zooms: ClosedRange<Int>
    /// What is covered.
    public let bounds: TileBounds
    /// Pixels of a tile to one of 256, 1...4.
    public let scale: Int

    /// Makes a plan.
    ///
    /// - Throws: `TilePlanError` for zooms and boxes that tiles do not have, or too many tiles.
    public init(
        zooms: ClosedRange<Int>, box: BoundingBox, scale: Int = 1
    ) throws(TilePlanError) {
        guard zooms.lowerBound >= 0, zooms.upperBound <= TileID.deepestZoom else {
            throw .zooms(zooms)
        }
        guard Self.scales.contains(scale) else { throw .scale(scale) }
        guard let bounds = TileBounds(box) else {
            throw .outsideMercator(south: box.south, north: box.north)
        }
        self.zooms = zooms
        self.bounds = bounds
        self.scale = scale
        let count = tileCount
        guard count <= Self.mostTiles else { throw .tooMany(count) }
    }

    /// The sides of a tile, in pixels.
    public var tileSide: Int { 256 * scale }

    /// How many tiles there are.
    public var tileCount: Int { zooms.reduce(0) { $0 + tileCount(zoom: $1) } }

    /// How many tiles a zoom has.
    public func tileCount(zoom: Int) -> Int {
        bounds.ranges(zoom: zoom).reduce(0) { $0 + $1.count }
    }

    /// Squares of tiles to be drawn in one go, so that all tiles come in the order of PMTiles.
    ///
    /// - Complexity: O(blocks × zoom).
    func blocks() -> [TileBlock] {
        var blocks: [TileBlock] = []
        for zoom in zooms {
            let visit = BlockVisit(
                zoom: zoom, ranges: bounds.ranges(zoom: zoom), level: min(zoom, blockLevel))
            visit.add(to: &blocks, depth: 0, place: 0)
        }
        return blocks
    }

    /// The sheets that blocks are drawn on, the blocks of each one after the other; `blocks` are some of
    /// the plan's, in order.
    ///
    /// - Complexity: O(blocks).
    static func sheets(of blocks: ArraySlice<TileBlock>) -> [TileSheet] {
        var sheets: [TileSheet] = []
        for (index, block) in blocks.enumerated() {
            let place = block.place >> (2 * max(0, sheetLevel - block.level))
            if let last = sheets.last, last.zoom == block.zoom, last.place == place {
                sheets[sheets.count - 1].range = last.range.union(block.range)
                sheets[sheets.count - 1].blocks = last.blocks.lowerBound..<index + 1
            } else {
                sheets.append(
                    TileSheet(
                        zoom: block.zoom, place: place, range: block.range,
                        blocks: index..<index + 1))
            }
        }
        return sheets
    }

    /// The sheets' sides are 2 to this power of tiles, 32,768 pixels at scale 1: names are placed once on
    /// each, with those of 2,400 pixels around it.
    private static let sheetLevel = 7

    /// The blocks' sides are 2 to this power of tiles: 2048 pixels at scale 1 and 2, 16 MB.
    private var blockLevel: Int { scale == 1 ? 3 : scale == 2 ? 2 : 1 }
}

/// Goes down from the whole world to the blocks of a zoom, along the curve.
private struct BlockVisit {
    let zoom: Int
    let ranges: [TileRange]
    let level: Int

    func add(to blocks: inout [TileBlock], depth: Int, place: Int) {
        guard let corner = TileID(z: depth, hilbertPlace: place) else { return }
        let shift = zoom - depth
        let square = TileRange(
            zoom: zoom, columns: corner.x << shift...((corner.x + 1) << shift) - 1,
            rows: corner.y << shift...((corner.y + 1) << shift) - 1)
        let parts = ranges.compactMap { $0.intersection(square) }
        guard !parts.isEmpty else { return }
        guard shift > level else {
            blocks.append(TileBlock(zoom: zoom, level: level, place: place, parts: parts))
            return
        }
        for child in 0..<4 { add(to: &blocks, depth: depth + 1, place: place << 2 | child) }
    }
}

/// A square of tiles, or the part of it that a plan has.
struct TileBlock: Hashable, Sendable {
    let zoom: Int
    /// The square's sides are 2 to this power of tiles.
    let level: Int
    /// The place of the square along the curve of squares.
    let place: Int
    /// What the plan has of it.
    let parts: [TileRange]

    /// The rectangle around its tiles.
    var range: TileRange { parts.dropFirst().reduce(parts[0]) { $0.union($1) } }

    /// Its tiles, in the order of PMTiles.
    var tiles: [TileID] {
        (0..<1 << (2 * level)).compactMap { step in
            let tile = TileID(z: zoom, hilbertPlace: place << (2 * level) | step)
            return tile.flatMap { tile in parts.contains { $0.contains(tile) } ? tile : nil }
        }
    }
}

/// Blocks side by side that share a sheet.
struct TileSheet: Hashable, Sendable {
    let zoom: Int
    /// The place of its square along the curve of such squares.
    let place: Int
    /// The rectangle around its tiles.
    var range: TileRange
    /// Its blocks, counted among those that were asked for.
    var blocks: Range<Int>
}

/// Why tiles cannot be planned.
@nonexhaustive
public enum TilePlanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Zooms run 0...28.
    case zooms(ClosedRange<Int>)
    /// Tiles end at the edges of the square world.
    case outsideMercator(south: Double, north: Double)
    /// Scales run 1...4.
    case scale(Int)
    /// More tiles than `TilePlan.mostTiles`.
    case tooMany(Int)

    /// What was seen and what is wanted, without a full stop.
    public var description: String {
        switch self {
        case .zooms(let zooms):
            "zooms \(zooms.lowerBound)-\(zooms.upperBound); they run from 0 to \(TileID.deepestZoom)"
        case .outsideMercator(let south, let north):
            "latitudes \(south) to \(north); web tiles end at 85.0511288 north and south"
        case .scale(let scale): "a scale of \(scale); scales run from 1 to 4"
        case .tooMany(let count):
            "\(count) tiles; the most is \(TilePlan.mostTiles): give fewer zooms or a smaller box"
        }
    }
}
