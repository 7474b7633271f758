/// The first 127 bytes of a PMTiles archive.
///
/// Source: PMTiles Version 3 Specification, section 3: numbers stand with their least byte first,
/// positions in 1e-7 degree.
struct PMTilesHeader: Hashable, Sendable {
    static let size = 127
    static let magic = Array("PMTiles".utf8) + [3]
    /// Header and root directory stand in so many bytes.
    static let rootEnd = 16_384

    /// How something is compressed, as the specification counts.
    enum Compression: UInt8, Hashable, Sendable {
        case unknown, none, gzip, brotli, zstd
    }

    /// Part of the file.
    struct Section: Hashable, Sendable {
        var offset: Int
        var count: Int

        var end: Int { offset + count }
    }

    var root = Section(offset: 0, count: 0)
    var metadata = Section(offset: 0, count: 0)
    var leaves = Section(offset: 0, count: 0)
    var tiles = Section(offset: 0, count: 0)
    var addressedTiles = 0
    var entries = 0
    var contents = 0
    var isClustered = true
    var directoryCompression = Compression.gzip
    var tileCompression = Compression.none
    /// 2 is PNG.
    var tileType: UInt8 = 2
    var zooms = 0...0
    /// West, south, east and north.
    var edges: [Int] = []
    var centreZoom = 0
    var centre: (longitude: Int, latitude: Int) = (0, 0)

    var bytes: [UInt8] {
        var bytes = Self.magic
        for section in [root, metadata, leaves, tiles] {
            bytes.append(section.offset, bytes: 8)
            bytes.append(section.count, bytes: 8)
        }
        for count in [addressedTiles, entries, contents] { bytes.append(count, bytes: 8) }
        bytes += [
            isClustered ? 1 : 0, directoryCompression.rawValue, tileCompression.rawValue, tileType,
            UInt8(zooms.lowerBound), UInt8(zooms.upperBound),
        ]
        for edge in edges { bytes.append(edge, bytes: 4) }
        bytes.append(UInt8(centreZoom))
        bytes.append(centre.longitude, bytes: 4)
        bytes.append(centre.latitude, bytes: 4)
        return bytes
    }

    init() {}

    static func == (left: PMTilesHeader, right: PMTilesHeader) -> Bool { left.bytes == right.bytes }
    func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension PMTilesHeader {
    /// Reads a header and sees to it that its sections lie in the file, apart from each other.
    init(_ bytes: [UInt8], fileSize: Int) throws(TileArchiveFault) {
        self.init()
        guard bytes.count >= Self.size else {
            throw TileArchiveFault("the file has \(bytes.count) bytes; a header takes 127", at: 0)
        }
        guard bytes.starts(with: Self.magic.dropLast()) else {
            throw TileArchiveFault("this is no PMTiles archive", at: 0)
        }
        guard bytes[7] == 3 else {
            throw TileArchiveFault("version \(bytes[7]) of PMTiles; only 3 is read", at: 7)
        }
        root = try Self.section(bytes, 8, fileSize, "root directory")
        metadata = try Self.section(bytes, 24, fileSize, "metadata")
        leaves = try Self.section(bytes, 40, fileSize, "leaf directories")
        tiles = try Self.section(bytes, 56, fileSize, "tiles")
        (addressedTiles, entries, contents) = (
            try Self.count(bytes, 72), try Self.count(bytes, 80), try Self.count(bytes, 88)
        )
        isClustered = bytes[96] == 1
        directoryCompression = Compression(rawValue: bytes[97]) ?? .unknown
        tileCompression = Compression(rawValue: bytes[98]) ?? .unknown
        tileType = bytes[99]
        guard bytes[100] <= bytes[101], bytes[101] <= 31 else {
            throw TileArchiveFault("zooms \(bytes[100]) to \(bytes[101])", at: 100)
        }
        zooms = Int(bytes[100])...Int(bytes[101])
        func position(_ place: Int) -> Int {
            Int(Int32(truncatingIfNeeded: bytes.number(at: place, bytes: 4)))
        }
        edges = [102, 106, 110, 114].map(position)
        centreZoom = Int(bytes[118])
        centre = (position(119), position(123))
        try checkSections()
    }

    private static func count(_ bytes: [UInt8], _ place: Int) throws(TileArchiveFault) -> Int {
        guard let count = Int(exactly: bytes.number(at: place)), count < 1 << 60 else {
            throw TileArchiveFault("a number beyond all files", at: place)
        }
        return count
    }

    private static func section(
        _ bytes: [UInt8], _ place: Int, _ fileSize: Int, _ name: String
    ) throws(TileArchiveFault) -> Section {
        let section = Section(
            offset: try count(bytes, place), count: try count(bytes, place + 8))
        guard section.count == 0 || section.offset >= size, section.end <= fileSize else {
            throw TileArchiveFault(
                "the \(name) would stand at bytes \(section.offset) to \(section.end) of \(fileSize)",
                at: place)
        }
        return section
    }

    private func checkSections() throws(TileArchiveFault) {
        guard root.count > 0, root.end <= Self.rootEnd else {
            throw TileArchiveFault(
                "the root directory ends at byte \(root.end); 16384 is the last", at: 8)
        }
        let sections = [root, metadata, leaves, tiles].filter { $0.count > 0 }
            .sorted { $0.offset < $1.offset }
        for (first, second) in zip(sections, sections.dropFirst()) where first.end > second.offset {
            throw TileArchiveFault("two sections overlap", at: second.offset)
        }
    }
}
