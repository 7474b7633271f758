public import Diagnostics
internal import PNGEncoding
internal import Synchronization
internal import SystemFiles
internal import Threads

/// Builds a tile set: draws blocks of tiles, encodes each distinct picture once and writes an archive.
///
/// The same plan, source and details give the same bytes for any number of threads, and whether the
/// build was interrupted or not.
///
///     let build = TileBuild(plan: plan, source: source, output: output, details: details)
///     let summary = try build.run { progress in … }
public struct TileBuild<Source: TileSource>: Sendable {
    /// Which tiles are made.
    public var plan: TilePlan
    /// What draws them.
    public var source: Source
    /// Where they go.
    public var output: TileOutput
    /// What the set says of itself.
    public var details: TileSetDetails
    /// How many threads work.
    public var threads = 1
    /// Whether to go on with what an interrupted build has left.
    public var resumes = false
    /// All that pictures depend on beside plan and details, such as the bytes of the events: a build
    /// with another one does not go on with what is there.
    public var identity: [UInt8] = []
    /// How hard files are compressed, as `PNGOptions` counts.
    public var compressionLevel = PNGOptions.defaultCompressionLevel

    /// Makes a build.
    public init(plan: TilePlan, source: Source, output: TileOutput, details: TileSetDetails) {
        self.plan = plan
        self.source = source
        self.output = output
        self.details = details
    }

    /// Builds all of it.
    ///
    /// - Parameter progress: Called after each block, never on two threads at a time.
    /// - Throws: `FileFault` when the output cannot be written. What was made so far is kept beside it.
    /// - Returns: What was built.
    public func run(
        progress: @Sendable (TileProgress) -> Void = { _ in }
    ) throws(FileFault) -> TileBuildSummary {
        try output.check()
        let blocks = plan.blocks()
        var spool = try TileSpool.open(
            TileSpoolFolder(output: output.path), identity: spoolIdentity, resumes: resumes)
        let done = spool.blockCount
        let resumedTiles = spool.tileCount
        spool = try draw(blocks[done...], into: spool) { tiles in
            progress(
                TileProgress(tiles: tiles, resumed: resumedTiles, all: plan.tileCount))
        }
        let facts = TileSetFacts(details: details, plan: plan, tilesHash: try tilesHash(spool))
        try output.write(spool, facts)
        return TileBuildSummary(
            tiles: spool.tileCount, pictures: spool.pictureCount,
            pictureBytes: spool.pictureBytes, tilesHash: facts.tilesHash.hexadecimal)
    }

    /// Draws what is missing, in order.
    private func draw(
        _ blocks: ArraySlice<TileBlock>, into spool: consuming TileSpool,
        _ progress: @Sendable (Int) -> Void
    ) throws(FileFault) -> TileSpool {
        let shared = SharedSpool(spool)
        let sheets = TileSheets(TilePlan.sheets(of: blocks), source: source)
        let steps = sheets.steps
        try inOrder(steps.count, threads: threads) { () throws(FileFault) in
            try BlockDrawer(
                source: source, sheets: sheets, plan: plan, compressionLevel: compressionLevel)
        } work: { (drawer: inout BlockDrawer<Source>, index) throws(FileFault) -> DrawnBlock? in
            switch steps[index] {
            case .sheet(let sheet):
                sheets.make(sheet)
                return nil
            case .block(let block, let sheet):
                return try drawer.draw(blocks[blocks.startIndex + block], sheet: sheet) {
                    shared.knows($0)
                }
            }
        } take: { (_, block) throws(FileFault) in
            if let block { progress(try shared.append(block)) }
        }
        return shared.take()
    }

    /// Of all that the bytes of the output depend on.
    private var spoolIdentity: ContentHash {
        var hasher = ContentHasher()
        hasher.add(identity)
        hasher.add(Array("\(plan) \(compressionLevel)".utf8))
        hasher.add(PNGWriter.libraries.flatMap { Array($0.utf8) })
        return hasher.hash
    }

    /// Of the number of each tile and its file, in the order of PMTiles.
    private func tilesHash(_ spool: borrowing TileSpool) throws(FileFault) -> ContentHash {
        var digest = TilesDigest()
        try spool.forEachRun { run in
            let file = spool.fileHash(of: run.picture)
            for tile in run.first..<run.end { digest.add(tile, file) }
        }
        return digest.hash
    }
}

/// A hash over tiles: the number of each and the hash of its file, in the order of PMTiles.
struct TilesDigest {
    private var hasher = ContentHasher()

    mutating func add(_ tile: Int, _ file: ContentHash) {
        hasher.add(UInt64(tile), file.low)
        hasher.add(file.high, 0)
    }

    var hash: ContentHash { hasher.hash }
}

/// How far a build is.
public struct TileProgress: Hashable, Sendable {
    /// How many tiles there are, those of an earlier run among them.
    public let tiles: Int
    /// How many tiles an interrupted run had left.
    public let resumed: Int
    /// How many there will be.
    public let all: Int
}

/// What was built.
public struct TileBuildSummary: Hashable, Sendable {
    /// How many tiles there are.
    public let tiles: Int
    /// How many distinct pictures they show.
    public let pictures: Int
    /// The bytes of these.
    public let pictureBytes: Int
    /// A hash over the tiles and their files: the same for all kinds of archives.
    public let tilesHash: String
}

/// A spool that threads ask and add to.
private final class SharedSpool: Sendable {
    private let spool: Mutex<TileSpool?>

    init(_ spool: consuming TileSpool) {
        self.spool = Mutex(Optional(spool))
    }

    func knows(_ hash: ContentHash) -> Bool {
        spool.withLock { $0?.number(of: hash) != nil }
    }

    /// Adds a block and says how many tiles there are.
    func append(_ block: DrawnBlock) throws(FileFault) -> Int {
        try spool.withLock { (spool) throws(FileFault) in
            try spool?.append(block)
            return spool?.tileCount ?? 0
        }
    }

    func take() -> TileSpool {
        guard let spool = spool.withLock({ $0.take() }) else {
            preconditionFailure("taken once, at the end")
        }
        return spool
    }
}
