public import Raster

/// What draws the pictures of a tile set.
///
/// The same window gives the same pixels as any larger one that holds it, whatever was asked before and
/// on however many threads; then the tiles do too.
public protocol TileSource: Sendable {
    /// What a rectangle of tiles shows: 256 pixels a tile, times the scale of the plan.
    func picture(of window: TileRange) -> TilePicture
}

/// What a rectangle of tiles shows.
public enum TilePicture: Sendable {
    /// One colour everywhere: known before anything is drawn.
    case uniform(Color)
    /// Indexes into a palette, which is the same for all pictures of a source.
    case indexed(IndexedPicture)
    /// Colours as they are.
    case trueColor(PixelBuffer)
}
