import Projections
import Raster
import Synchronization

@testable import Tiles

/// A made-up world: sea, and pixels that are a function of their place near two spots.
final class SyntheticSource: TileSource {
    /// How the pictures are given.
    enum Manner: Sendable {
        case indexed
        case trueColor
    }

    private let scale: Int
    private let manner: Manner
    private let made = Mutex(0)
    private let drawn = Mutex(0)
    let palette = [0x88AACC, 0xEEEEDD, 0x333333, 0xCC2222].map { Color(hex: $0) }

    init(scale: Int = 1, manner: Manner = .indexed) {
        self.scale = scale
        self.manner = manner
    }

    /// How many sheets were made, and how many blocks drawn.
    var sheetCount: Int { made.withLock(\.self) }
    var blockCount: Int { drawn.withLock(\.self) }

    func sheet(of area: TileRange) -> TileRange {
        made.withLock { $0 += 1 }
        return area
    }

    func pictures(of block: TileRange, on sheet: TileRange) -> [TilePicture] {
        precondition(sheet.union(block) == sheet, "a block lies on its sheet")
        drawn.withLock { $0 += 1 }
        return block.rows.flatMap { row in
            block.columns.map { column in
                picture(
                    of: TileRange(
                        zoom: block.zoom, columns: column...column, rows: row...row))
            }
        }
    }

    func picture(of window: TileRange) -> TilePicture {
        let frame = window.frame
        let world = 256 << window.zoom
        // Nothing but sea in the south.
        if frame.y >= world * 3 / 4, window.zoom > 3 { return .uniform(palette[0]) }
        let (width, height) = (frame.width * scale, frame.height * scale)
        var indices: [UInt8] = []
        indices.reserveCapacity(width * height)
        for y in frame.y * scale..<frame.y * scale + height {
            for x in frame.x * scale..<frame.x * scale + width {
                indices.append(Self.index(x, y, world * scale))
            }
        }
        let picture = IndexedPicture(
            width: width, height: height, colors: palette, indices: indices)
        return manner == .indexed ? .indexed(picture) : .trueColor(picture.pixels)
    }

    /// Land in the middle of the north, with dots on it.
    private static func index(_ x: Int, _ y: Int, _ world: Int) -> UInt8 {
        let (u, v) = (Double(x) / Double(world), Double(y) / Double(world))
        guard (0.4..<0.6).contains(u), (0.3..<0.5).contains(v) else { return 0 }
        return x % 37 == 0 && y % 41 == 0 ? UInt8(2 + (x ^ y) & 1) : 1
    }
}
