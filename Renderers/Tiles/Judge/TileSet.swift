internal import PNGEncoding
internal import Projections
internal import Raster
internal import SystemFiles

/// A tile set that was opened, whichever kind of archive it is in.
///
/// What it holds is not trusted: all sizes are bounded, and what is against the rules is told with its
/// byte where the format has one.
public struct TileSet {
    private let archive: any TileArchive

    /// What it declares.
    public var facts: TileArchiveFacts { archive.facts }

    /// Opens a folder, an MBTiles database or a PMTiles archive, told by what it begins with.
    ///
    /// - Throws: `TileArchiveFault` when it is none, or cannot be read.
    public init(_ path: String) throws(TileArchiveFault) {
        if SystemFile.kind(of: path) == .folder {
            archive = try TileFolderArchive(path)
            return
        }
        let bytes = try TileBytes(file: path)
        let start = try bytes.bytes(at: 0, count: min(16, bytes.count))
        if start.starts(with: PMTilesHeader.magic.dropLast()) {
            archive = try PMTilesArchive(bytes)
        } else if start == Array("SQLite format 3\0".utf8) {
            archive = try MBTilesArchive(path, bytes: bytes.count)
        } else {
            throw TileArchiveFault("this is neither PMTiles nor MBTiles", at: 0)
        }
    }

    /// A PMTiles archive in memory, of which so many tiles are looked at.
    package init(
        pmtiles bytes: [UInt8], mostTiles: Int = TilePlan.mostTiles
    ) throws(TileArchiveFault) {
        var opened = try PMTilesArchive(TileBytes(bytes))
        opened.mostTiles = mostTiles
        archive = opened
    }

    /// An MBTiles database, whatever it begins with.
    package init(mbtiles path: String) throws(TileArchiveFault) {
        archive = try MBTilesArchive(path, bytes: TileBytes(file: path).count)
    }

    /// The tiles of each zoom, and how many pictures they show.
    ///
    /// - Complexity: O(tiles).
    public func counts() throws(TileArchiveFault) -> TileCounts {
        var counts = TileCounts()
        var seen: Set<PictureKey> = []
        try archive.forEachTile { tile, picture in
            counts.byZoom[tile.z, default: 0] += 1
            seen.insert(picture)
        }
        counts.pictures = seen.count
        return counts
    }

    /// Looks at everything: structure, completeness within the declared zooms and bounds, and each
    /// picture, which must decode and have the size of all others.
    ///
    /// Findings are listed up to a number; what keeps the archive from being read on is thrown.
    public func verify() throws(TileArchiveFault) -> TileVerdict {
        var log = FindingLog()
        try archive.structureFindings(&log)
        var check = PictureCheck(archive)
        var coverage = Coverage(facts)
        var digest: [(tile: Int, file: ContentHash)] = []
        try archive.forEachTile { (tile, picture) throws(TileArchiveFault) in
            coverage.take(tile, &log)
            digest.append((tile.hilbertNumber, try check.hash(of: picture, tile, &log)))
        }
        coverage.finish(&log)
        digest.sort { $0.tile < $1.tile }
        var hash = TilesDigest()
        for (tile, file) in digest { hash.add(tile, file) }
        let found = hash.hash.hexadecimal
        if let said = facts["tiles_hash"], said != found {
            log.add("the tiles are not those that were written: \(found), not \(said)")
        }
        return TileVerdict(
            tiles: digest.count, pictures: check.pictureCount, tilesHash: found,
            findings: log.findings, findingCount: log.count)
    }

    /// The hashes of all tiles' files, by the number of the tile.
    func hashes() throws(TileArchiveFault) -> [(tile: TileID, file: ContentHash, key: PictureKey)] {
        var known: [PictureKey: ContentHash] = [:]
        var tiles: [(tile: TileID, file: ContentHash, key: PictureKey)] = []
        try archive.forEachTile { (tile, key) throws(TileArchiveFault) in
            var hash = known[key]
            if hash == nil { hash = ContentHash(of: try archive.file(of: key)) }
            guard let hash else { return }
            if case .tile = key {} else { known[key] = hash }
            tiles.append((tile, hash, key))
        }
        return tiles.sorted { $0.tile.hilbertNumber < $1.tile.hilbertNumber }
    }

    func picture(_ key: PictureKey) throws(TileArchiveFault) -> PixelBuffer {
        let file = try archive.file(of: key)
        do throws(PNGDecodingError) {
            return try PNGDecoder.decode(file, limit: PictureCheck.mostPixels)
        } catch {
            throw TileArchiveFault("\(error)")
        }
    }
}

/// How many tiles there are.
public struct TileCounts: Hashable, Sendable {
    /// By zoom.
    public var byZoom: [Int: Int] = [:]
    /// How many pictures they show, as far as the archive shares them.
    public var pictures = 0
    /// All of them.
    public var tiles: Int { byZoom.values.reduce(0, +) }
}

/// What came of looking at a tile set.
public struct TileVerdict: Hashable, Sendable {
    /// How many tiles there are.
    public let tiles: Int
    /// How many distinct pictures.
    public let pictures: Int
    /// A hash over tiles and their files.
    public let tilesHash: String
    /// What is wrong, the first of it.
    public let findings: [TileArchiveFault]
    /// How much is wrong.
    public let findingCount: Int
}

/// Holds tiles against the declared zooms and bounds.
private struct Coverage {
    private let zooms: ClosedRange<Int>
    private let bounds: TileBounds?
    private var counts: [Int: Int] = [:]
    private var ranges: [Int: [TileRange]] = [:]

    init(_ facts: TileArchiveFacts) {
        zooms = facts.zooms
        bounds = facts.bounds
        guard let bounds else { return }
        for zoom in zooms where zoom <= TileID.deepestZoom {
            ranges[zoom] = bounds.ranges(zoom: zoom)
        }
    }

    mutating func take(_ tile: TileID, _ log: inout FindingLog) {
        guard zooms.contains(tile.z) else {
            return log.add("the tile \(tile) lies outside the zooms")
        }
        guard let inside = ranges[tile.z] else { return }
        guard inside.contains(where: { $0.contains(tile) }) else {
            return log.add("the tile \(tile) lies outside the bounds")
        }
        counts[tile.z, default: 0] += 1
    }

    func finish(_ log: inout FindingLog) {
        guard bounds != nil else { return }
        for zoom in zooms {
            let wanted = ranges[zoom]?.reduce(0) { $0 + $1.count } ?? 0
            let found = counts[zoom] ?? 0
            if found < wanted { log.add("zoom \(zoom) lacks \(wanted - found) of \(wanted) tiles") }
        }
    }
}

/// Decodes each picture once.
private struct PictureCheck {
    static let mostPixels = 2048 * 2048

    private let archive: any TileArchive
    private var hashes: [PictureKey: ContentHash] = [:]
    private var decoded: Set<ContentHash> = []
    private var side: Int?

    init(_ archive: any TileArchive) {
        self.archive = archive
    }

    var pictureCount: Int { decoded.count }

    mutating func hash(
        of key: PictureKey, _ tile: TileID, _ log: inout FindingLog
    ) throws(TileArchiveFault) -> ContentHash {
        if let known = hashes[key] { return known }
        let file = try archive.file(of: key)
        let hash = ContentHash(of: file)
        // A folder has a key for each tile, of which none comes again.
        if case .tile = key {} else { hashes[key] = hash }
        guard decoded.insert(hash).inserted else { return hash }
        do throws(PNGDecodingError) {
            let picture = try PNGDecoder.decode(file, limit: Self.mostPixels)
            side = side ?? picture.width
            if picture.width != side || picture.height != side {
                log.add("the tile \(tile) has \(picture.width) × \(picture.height) pixels")
            }
        } catch {
            log.add("the tile \(tile): \(error)")
        }
        return hash
    }
}
