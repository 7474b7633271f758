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
        let picture = Self.bytesOfPicture(scale: plan.scale, isTrueColor: isTrueColor)
        let pictures = tiles * picture
        archiveBytes =
            switch kind {
            case .folder: tiles * ((picture + Self.diskBlock - 1) / Self.diskBlock * Self.diskBlock)
            case .mbtiles: pictures + tiles * 24
            case .pmtiles: pictures + tiles * 4
            }
        diskBytes = pictures + archiveBytes
    }

    /// Bytes of a block of common file systems.
    private static let diskBlock = 4096

    /// Bytes of a tile with some labels; most of a deep zoom have fewer, and equal ones are kept once.
    private static func bytesOfPicture(scale: Int, isTrueColor: Bool) -> Int {
        (isTrueColor ? 20_000 : 1_200) * scale * (scale + 1) / 2
    }
}
