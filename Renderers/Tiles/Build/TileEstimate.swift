/// What a plan will take, as known before anything is drawn.
public struct TileEstimate: Hashable, Sendable {
    /// How many tiles.
    public let tiles: Int
    /// About how many bytes the archive has: no more than this for most maps.
    public let archiveBytes: Int
    /// About how many bytes are needed on the disk while it is made: pictures are kept until the archive
    /// is whole.
    public let diskBytes: Int

    /// Estimates a plan.
    ///
    /// - Parameters:
    ///   - plan: Which tiles.
    ///   - isTrueColor: Whether pictures keep all their colours, as shaded ones do.
    ///   - kind: Files of a folder take whole blocks of the disk.
    public init(_ plan: TilePlan, isTrueColor: Bool, kind: TileOutput.Kind) {
        tiles = plan.tileCount
        var (pictures, files) = (0, 0)
        for zoom in plan.zooms {
            let picture = Self.bytesOfPicture(zoom, scale: plan.scale, isTrueColor: isTrueColor)
            let count = plan.tileCount(zoom: zoom)
            pictures += count * picture
            files += count * ((picture + Self.diskBlock - 1) / Self.diskBlock * Self.diskBlock)
        }
        archiveBytes =
            switch kind {
            case .folder: files
            case .mbtiles: pictures + tiles * 24
            case .pmtiles: pictures + tiles * 4
            }
        diskBytes = pictures + archiveBytes
    }

    /// Bytes of a block of common file systems.
    private static let diskBlock = 4096

    /// Bytes of a tile of a map with many names, on the mean over a zoom.
    ///
    /// Deep zooms have more room between names, and equal tiles are kept once: past zoom 12 there are four
    /// times as many tiles with each zoom, and about twice as many that a line runs through.
    private static func bytesOfPicture(_ zoom: Int, scale: Int, isTrueColor: Bool) -> Int {
        let plain =
            zoom <= 8 ? 10_000 : zoom <= 10 ? 5_000 : max(20, 1_500 >> max(0, zoom - 12))
        return plain * (isTrueColor ? 6 : 1) * scale * (scale + 1) / 2
    }
}
