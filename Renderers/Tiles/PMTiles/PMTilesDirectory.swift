internal import Gzip

/// An entry of a directory: tiles that show one picture or, with a run of 0, another directory.
struct PMTilesEntry: Hashable, Sendable {
    /// The number of the first tile.
    var tile: Int
    /// How many tiles.
    var run: Int
    /// From the start of the tiles, or of the leaf directories.
    var offset: Int
    /// Bytes.
    var count: Int

    /// The number behind the last tile.
    var end: Int { tile + run }
}

/// Writes and reads directories: numbers by kind, columns one after the other, then compressed.
///
/// Source: PMTiles Version 3 Specification, section 4.2.
enum PMTilesDirectory {
    static func bytes(of entries: [PMTilesEntry]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.appendVarint(entries.count)
        var last = 0
        for entry in entries {
            bytes.appendVarint(entry.tile - last)
            last = entry.tile
        }
        for entry in entries { bytes.appendVarint(entry.run) }
        for entry in entries { bytes.appendVarint(entry.count) }
        var end: Int?
        for entry in entries {
            // 0 says that it stands behind the one before.
            bytes.appendVarint(entry.offset == end ? 0 : entry.offset + 1)
            end = entry.offset + entry.count
        }
        return bytes
    }

    /// Reads a directory whose packed bytes begin at a place of the file.
    ///
    /// Entries ascend and none is empty. Memory: what the bytes unpack to, at most 64 MB, and 32 bytes an
    /// entry, of which there is one for four bytes.
    static func entries(
        packed: [UInt8], compression: PMTilesHeader.Compression, at place: Int
    ) throws(TileArchiveFault) -> [PMTilesEntry] {
        var reader = VarintReader(try unpacked(packed, compression, at: place))
        let end = TileArchiveFault("a directory ends before its numbers", at: place)
        guard let count = reader.next() else { throw end }
        guard count > 0 else { throw TileArchiveFault("a directory without entries", at: place) }
        // An entry takes four numbers, of a byte at least.
        guard count <= (reader.bytes.count - reader.offset) / 4 else { throw end }
        var entries: [PMTilesEntry] = []
        entries.reserveCapacity(count)
        var tile = 0
        for index in 0..<count {
            guard let step = reader.next() else { throw end }
            let (next, isTooMuch) = tile.addingReportingOverflow(step)
            guard !isTooMuch, next < 1 << 62, index == 0 || step > 0 else {
                throw TileArchiveFault("entry \(index) of a directory does not ascend", at: place)
            }
            tile = next
            entries.append(PMTilesEntry(tile: tile, run: 0, offset: 0, count: 0))
        }
        for index in entries.indices {
            guard let run = reader.next() else { throw end }
            entries[index].run = run
        }
        for index in entries.indices {
            guard let count = reader.next() else { throw end }
            entries[index].count = count
        }
        for index in entries.indices {
            guard let offset = reader.next() else { throw end }
            guard offset > 0 || index > 0 else {
                throw TileArchiveFault("the first entry of a directory has no offset", at: place)
            }
            let last = index > 0 ? entries[index - 1].offset + entries[index - 1].count : 0
            entries[index].offset = offset > 0 ? offset - 1 : last
            try check(entries[index], at: place)
        }
        guard reader.isAtEnd else {
            throw TileArchiveFault("something stands behind the entries of a directory", at: place)
        }
        return entries
    }

    private static func check(
        _ entry: PMTilesEntry, at place: Int
    ) throws(TileArchiveFault) {
        guard entry.count > 0 else {
            throw TileArchiveFault("the entry of tile \(entry.tile) is empty", at: place)
        }
        guard entry.count < 1 << 32, entry.offset < 1 << 60, entry.run < 1 << 60 else {
            throw TileArchiveFault(
                "the entry of tile \(entry.tile) has a number beyond all files", at: place)
        }
    }

    private static let mostBytes = 64 << 20

    /// Unpacked bytes of a directory or the metadata.
    static func unpacked(
        _ packed: [UInt8], _ compression: PMTilesHeader.Compression, at place: Int
    ) throws(TileArchiveFault) -> [UInt8] {
        switch compression {
        case .none: return packed
        case .gzip:
            var limits = InflationLimits()
            limits.bytes = mostBytes
            do throws(GzipError) {
                var inflater = try Inflater(limits: limits)
                var (rest, bytes) = (packed, [UInt8]())
                while true {
                    let piece = try inflater.next {
                        defer { rest = [] }
                        return rest
                    }
                    guard !piece.isEmpty else { return bytes }
                    bytes += piece
                }
            } catch {
                throw TileArchiveFault("\(error)", at: place)
            }
        case .unknown, .brotli, .zstd:
            throw TileArchiveFault("directories are compressed in a way that is not read", at: 97)
        }
    }
}
