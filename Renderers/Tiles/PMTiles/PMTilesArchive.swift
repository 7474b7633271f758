internal import GeoJSON
internal import Projections

/// A PMTiles archive that was opened: header and metadata are read, directories when they are asked for.
struct PMTilesArchive: TileArchive {
    let header: PMTilesHeader
    private(set) var facts: TileArchiveFacts
    /// How many tiles are looked at.
    var mostTiles = TilePlan.mostTiles
    private let source: TileBytes

    /// Directories stand in each other so deep at most.
    private static let mostDepth = 4
    /// Metadata of more packed bytes is refused.
    private static let mostMetadata = 8 << 20

    /// Opens an archive.
    ///
    /// - Throws: When its header or metadata cannot be read.
    init(_ source: TileBytes) throws(TileArchiveFault) {
        self.source = source
        let start = try source.bytes(at: 0, count: min(PMTilesHeader.size, source.count))
        header = try PMTilesHeader(start, fileSize: source.count)
        facts = TileArchiveFacts(
            kind: .pmtiles, zooms: header.zooms,
            bounds: TileBounds(
                checking: header.edges[0], header.edges[1], header.edges[2], header.edges[3]),
            texts: [], bytes: source.count)
        facts.texts = try metadata()
        facts.narrow()
    }

    private func metadata() throws(TileArchiveFault) -> [TileSetDetails.Remark] {
        let section = header.metadata
        guard section.count > 0 else { return [] }
        guard section.count <= Self.mostMetadata else {
            throw TileArchiveFault("metadata of \(section.count) bytes", at: section.offset)
        }
        let bytes = try PMTilesDirectory.unpacked(
            try source.bytes(at: section.offset, count: section.count),
            header.directoryCompression, at: section.offset)
        guard case .object(let members) = try Self.json(bytes, at: section.offset) else {
            throw TileArchiveFault("the metadata is no JSON object", at: section.offset)
        }
        return members.map { member in
            if case .string(let text) = member.value { return .init(member.key, text) }
            return .init(member.key, "\(member.value)")
        }
    }

    private static func json(
        _ bytes: [UInt8], at place: Int
    ) throws(TileArchiveFault) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw TileArchiveFault("the metadata is no JSON object: \(error)", at: place)
        }
    }

    func file(of picture: PictureKey) throws(TileArchiveFault) -> [UInt8] {
        guard case .range(let offset, let count) = picture else { return [] }
        return try source.bytes(at: header.tiles.offset + offset, count: count)
    }

    func forEachTile(
        _ body: (TileID, PictureKey) throws(TileArchiveFault) -> Void
    ) throws(TileArchiveFault) {
        var count = 0
        try forEachEntry { (entry) throws(TileArchiveFault) in
            count += entry.run
            guard count <= mostTiles else {
                throw TileArchiveFault("more than \(mostTiles) tiles")
            }
            for number in entry.tile..<entry.end {
                guard let tile = TileID(hilbertNumber: number) else { return }
                try body(tile, .range(offset: entry.offset, count: entry.count))
            }
        }
    }

    /// Hands over all entries of tiles in the order of the file; their tiles ascend.
    ///
    /// - Throws: For directories that cannot be read, entries out of order, tiles beyond the declared
    ///   zooms, and bytes outside the section of tiles: so the work is bounded by the size of the file.
    func forEachEntry(
        _ body: (PMTilesEntry) throws(TileArchiveFault) -> Void
    ) throws(TileArchiveFault) {
        var next = 0
        try visit(header.root, depth: 1, &next, body)
    }

    private func visit(
        _ section: PMTilesHeader.Section, depth: Int, _ next: inout Int,
        _ body: (PMTilesEntry) throws(TileArchiveFault) -> Void
    ) throws(TileArchiveFault) {
        guard section.count <= Self.mostMetadata else {
            throw TileArchiveFault("a directory of \(section.count) bytes", at: section.offset)
        }
        let entries = try PMTilesDirectory.entries(
            packed: try source.bytes(at: section.offset, count: section.count),
            compression: header.directoryCompression, at: section.offset)
        for entry in entries {
            if entry.run == 0 {
                try visit(try leaf(entry, depth, at: section.offset), depth: depth + 1, &next, body)
                continue
            }
            guard entry.tile >= next else {
                throw TileArchiveFault(
                    "tile \(entry.tile) comes after tile \(next - 1)", at: section.offset)
            }
            next = entry.end
            try check(entry, at: section.offset)
            try body(entry)
        }
    }

    private func leaf(
        _ entry: PMTilesEntry, _ depth: Int, at place: Int
    ) throws(TileArchiveFault) -> PMTilesHeader.Section {
        guard depth < Self.mostDepth else {
            throw TileArchiveFault("directories stand in each other too deep", at: place)
        }
        guard entry.offset + entry.count <= header.leaves.count else {
            throw TileArchiveFault("a leaf directory outside their section", at: place)
        }
        return .init(offset: header.leaves.offset + entry.offset, count: entry.count)
    }

    private func check(
        _ entry: PMTilesEntry, at place: Int
    ) throws(TileArchiveFault) {
        guard entry.offset + entry.count <= header.tiles.count else {
            throw TileArchiveFault(
                "the picture of tile \(entry.tile) lies outside the section of tiles", at: place)
        }
        let deepest = min(header.zooms.upperBound, TileID.deepestZoom)
        guard entry.end <= TileID.tilesAbove(deepest + 1) else {
            throw TileArchiveFault(
                "tile \(entry.end - 1) is deeper than zoom \(deepest)", at: place)
        }
    }
}
