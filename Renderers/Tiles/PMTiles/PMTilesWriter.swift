internal import Diagnostics
internal import GeoJSON
internal import Gzip
internal import SystemFiles

/// Writes a PMTiles archive: header, root directory, metadata, leaf directories, then the pictures in the
/// order in which tiles first show them.
///
/// Source: PMTiles Version 3 Specification. Memory: packed directories, about three bytes a run.
struct PMTilesWriter {
    private let facts: TileSetFacts

    init(_ facts: TileSetFacts) {
        self.facts = facts
    }

    func write(_ spool: borrowing TileSpool, to name: String) throws(FileFault) {
        let metadata = try packed(metadata)
        let directories = try directories(spool)
        var header = PMTilesHeader()
        header.root = .init(offset: PMTilesHeader.size, count: directories.root.count)
        header.metadata = .init(offset: header.root.end, count: metadata.count)
        header.leaves = .init(offset: header.metadata.end, count: directories.leaves.count)
        header.tiles = .init(offset: header.leaves.end, count: spool.pictureBytes)
        (header.addressedTiles, header.entries) = (spool.tileCount, directories.entryCount)
        header.contents = spool.pictureCount
        let bounds = facts.plan.bounds
        let declared = bounds.declared
        header.zooms = facts.plan.zooms
        header.edges = [declared.west, declared.south, declared.east, declared.north]
        header.centreZoom = facts.plan.zooms.lowerBound
        header.centre = bounds.centre
        let start = header.bytes + directories.root + metadata + directories.leaves
        try write(start, spool, to: name)
    }

    private func write(
        _ start: [UInt8], _ spool: borrowing TileSpool, to name: String
    ) throws(FileFault) {
        let file = try tell(name) { () throws(SystemFile.Failure) in
            try SystemFile.creating(name)
        }
        try tell(name) { () throws(SystemFile.Failure) in try file.write(start) }
        for place in stride(from: 0, to: spool.pictureBytes, by: 1 << 20) {
            let bytes = try spool.files(place..<min(place + (1 << 20), spool.pictureBytes))
            try tell(name) { () throws(SystemFile.Failure) in try file.write(bytes) }
        }
        try tell(name) { () throws(SystemFile.Failure) in try file.synchronize() }
    }

    private func tell<Value: ~Copyable>(
        _ name: String, _ step: () throws(SystemFile.Failure) -> Value
    ) throws(FileFault) -> Value {
        do throws(SystemFile.Failure) {
            return try step()
        } catch {
            throw TileFault.unwritable(name, error)
        }
    }

    private var metadata: [UInt8] {
        var writer = JSONWriter()
        writer.write(
            .object(facts.texts.map { JSONMember($0.key, .string($0.text)) }))
        return writer.bytes
    }

    // MARK: Directories

    private struct Directories {
        var root: [UInt8] = []
        var leaves: [UInt8] = []
        var entryCount = 0
    }

    /// Entries of a leaf, to begin with.
    private static let leastLeaf = 4096

    /// One directory where it has room before byte 16384, else leaves that grow until their root has.
    private func directories(_ spool: borrowing TileSpool) throws(FileFault) -> Directories {
        let room = PMTilesHeader.rootEnd - PMTilesHeader.size
        if let root = try single(spool), root.root.count <= room { return root }
        var size = Self.leastLeaf
        while true {
            let made = try leaves(spool, of: size)
            if made.root.count <= room { return made }
            size *= 2
        }
    }

    /// All entries in the root; nil for more than would ever have room.
    private func single(_ spool: borrowing TileSpool) throws(FileFault) -> Directories? {
        var entries: [PMTilesEntry] = []
        let most = 4 * Self.leastLeaf
        try spool.forEachRun { (run) throws(FileFault) in
            if entries.count <= most { entries.append(entry(run, spool.place(of: run.picture))) }
        }
        guard entries.count <= most else { return nil }
        return Directories(
            root: try packed(PMTilesDirectory.bytes(of: entries)), entryCount: entries.count)
    }

    private func leaves(
        _ spool: borrowing TileSpool, of size: Int
    ) throws(FileFault) -> Directories {
        var made = Directories()
        var (root, entries): ([PMTilesEntry], [PMTilesEntry]) = ([], [])
        func finish() throws(FileFault) {
            guard let first = entries.first else { return }
            let leaf = try packed(PMTilesDirectory.bytes(of: entries))
            root.append(
                PMTilesEntry(
                    tile: first.tile, run: 0, offset: made.leaves.count, count: leaf.count))
            made.leaves += leaf
            made.entryCount += entries.count
            entries.removeAll(keepingCapacity: true)
        }
        try spool.forEachRun { (run) throws(FileFault) in
            entries.append(entry(run, spool.place(of: run.picture)))
            if entries.count == size { try finish() }
        }
        try finish()
        made.root = try packed(PMTilesDirectory.bytes(of: root))
        return made
    }

    private func entry(_ run: TileRun, _ place: Range<Int>) -> PMTilesEntry {
        PMTilesEntry(
            tile: run.first, run: run.count, offset: place.lowerBound, count: place.count)
    }

    private func packed(_ bytes: [UInt8]) throws(FileFault) -> [UInt8] {
        do throws(GzipError) {
            return try gzipped(bytes)
        } catch {
            throw TileFault.fault(
                "PMTiles", "unpackable", "a directory cannot be packed: \(error)",
                "free some memory")
        }
    }
}
