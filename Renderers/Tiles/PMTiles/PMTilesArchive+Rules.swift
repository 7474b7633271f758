internal import Projections

extension PMTilesArchive {
    /// What the specification asks of header and directories, and what its reference verifier misses:
    /// runs across zooms, pictures that overlap, gaps and false counts.
    func structureFindings(_ log: inout FindingLog) throws(TileArchiveFault) {
        checkHeader(&log)
        var check = EntryCheck(header)
        try forEachEntry { (entry) throws(TileArchiveFault) in check.take(entry) }
        check.finish()
        for fault in check.log.findings { log.add(fault.problem, at: fault.offset) }
    }

    private func checkHeader(_ log: inout FindingLog) {
        if header.tileType != 2 { log.add("tiles of type \(header.tileType); 2 is PNG", at: 99) }
        if header.tileCompression != .none {
            log.add("PNG files are compressed once more", at: 98)
        }
        if header.directoryCompression != .gzip {
            log.add("directories are not compressed with gzip", at: 97)
        }
        if facts.bounds == nil { log.add("bounds out of order, off the world or empty", at: 102) }
        if !header.zooms.contains(header.centreZoom) {
            log.add("the centre's zoom is \(header.centreZoom)", at: 118)
        }
        let (longitude, latitude) = header.centre
        if longitude < header.edges[0] || longitude > header.edges[2]
            || latitude < header.edges[1] || latitude > header.edges[3]
        {
            log.add("the centre lies outside the bounds", at: 119)
        }
        let sections = [header.root, header.metadata, header.leaves, header.tiles]
        let sum = sections.reduce(PMTilesHeader.size) { $0 + $1.count }
        if let bytes = facts.bytes, bytes != sum {
            log.add("the file has \(bytes) bytes, header and sections \(sum)", at: 0)
        }
        for key in ["name", "attribution"] where facts[key] == nil {
            log.add("the metadata has no \(key)", at: header.metadata.offset)
        }
    }
}

/// Goes along all entries and holds them against the header.
private struct EntryCheck {
    private let header: PMTilesHeader
    var log = FindingLog()
    private var last: PMTilesEntry?
    private var counts = (addressed: 0, entries: 0, contents: 0)
    private var deepest = 0
    /// Behind the last picture that came in order.
    private var end = 0
    /// The sizes of pictures by where they begin.
    private var pictures: [Int: Int] = [:]

    init(_ header: PMTilesHeader) {
        self.header = header
    }

    mutating func take(_ entry: PMTilesEntry) {
        let zoom = TileID.zoom(ofHilbertNumber: entry.tile)
        if TileID.zoom(ofHilbertNumber: entry.end - 1) != zoom {
            log.add("the run of tile \(entry.tile) reaches into another zoom")
        }
        if zoom < header.zooms.lowerBound {
            log.add("tile \(entry.tile) is of zoom \(zoom), before the first")
        }
        if let last, last.end == entry.tile, last.offset == entry.offset,
            TileID.zoom(ofHilbertNumber: last.tile) == zoom
        {
            log.add("tile \(entry.tile) could stand in the run before it")
        }
        deepest = max(deepest, zoom)
        counts.addressed += entry.run
        counts.entries += 1
        takePicture(entry)
        last = entry
    }

    private mutating func takePicture(_ entry: PMTilesEntry) {
        if let count = pictures[entry.offset] {
            if count != entry.count {
                log.add("two pictures begin at byte \(entry.offset) of the tiles")
            }
            return
        }
        pictures[entry.offset] = entry.count
        counts.contents += 1
        guard header.isClustered else { return }
        if entry.offset != end {
            log.add(
                "the picture of tile \(entry.tile) stands at byte \(entry.offset) of the tiles, not at \(end)"
            )
        }
        end = max(end, entry.offset + entry.count)
    }

    mutating func finish() {
        if counts.entries == 0 { log.add("there is no tile") }
        if deepest != header.zooms.upperBound {
            log.add(
                "the deepest tile is of zoom \(deepest), not \(header.zooms.upperBound)", at: 101)
        }
        expect(header.addressedTiles, counts.addressed, "addressed tiles", at: 72)
        expect(header.entries, counts.entries, "entries", at: 80)
        expect(header.contents, counts.contents, "pictures", at: 88)
        if header.isClustered, end != header.tiles.count {
            log.add("the pictures take \(end) bytes, their section \(header.tiles.count)", at: 64)
        }
        checkOverlaps()
    }

    private mutating func expect(_ said: Int, _ found: Int, _ what: String, at place: Int) {
        if said != found {
            log.add("the header counts \(said) \(what); there are \(found)", at: place)
        }
    }

    private mutating func checkOverlaps() {
        var last = 0
        for (offset, count) in pictures.sorted(by: { $0.key < $1.key }) {
            if offset < last { log.add("two pictures overlap at byte \(offset) of the tiles") }
            last = max(last, offset + count)
        }
    }
}
