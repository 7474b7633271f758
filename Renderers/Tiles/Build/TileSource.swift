public import Raster

/// What draws the pictures of a tile set.
///
/// A build first asks for a sheet, which holds what many tiles side by side share, such as the places of
/// names, and then for the blocks of tiles on it. A tile has the same pixels on whichever sheet and in
/// whichever block it is drawn, whatever was asked before and on however many threads.
public protocol TileSource: Sendable {
    /// What the tiles of a large rectangle share.
    associatedtype Sheet: Sendable

    /// Makes ready a large rectangle of tiles.
    func sheet(of area: TileRange) -> Sheet

    /// What the tiles of a block show: row by row from the north, each from the west.
    ///
    /// A picture is 256 pixels wide and high, times the scale of the plan.
    func pictures(of block: TileRange, on sheet: Sheet) -> [TilePicture]
}

/// What a tile shows.
public enum TilePicture: Sendable {
    /// One colour everywhere: known before anything is drawn.
    case uniform(Color)
    /// Indexes into a palette, which is the same for all pictures of a source.
    case indexed(IndexedPicture)
    /// Colours as they are.
    case trueColor(PixelBuffer)
}
