/// What one block adds to a tile set: pictures that are new, and which tiles show which.
///
/// Written into the journal with a length and a checksum before it, so that one that was cut short is
/// known.
struct SpoolRecord: Hashable, Sendable {
    /// A picture that no tile before showed.
    struct NewPicture: Hashable, Sendable {
        /// Of its pixels.
        var pixels: ContentHash
        /// Of its file.
        var file: ContentHash
        /// How many bytes the file has.
        var count: Int
    }

    var pictures: [NewPicture] = []
    var runs: [TileRun] = []

    /// The bytes of length and checksum.
    static let headSize = 12
    /// More than any block takes.
    static let mostBytes = 1 << 20

    var bytes: [UInt8] {
        var body: [UInt8] = []
        body.appendVarint(pictures.count)
        for picture in pictures {
            for hash in [picture.pixels, picture.file] {
                body.append(hash.low, bytes: 8)
                body.append(hash.high, bytes: 8)
            }
            body.appendVarint(picture.count)
        }
        body.appendVarint(runs.count)
        for run in runs {
            body.appendVarint(run.first)
            body.appendVarint(run.count)
            body.appendVarint(run.picture)
        }
        var bytes: [UInt8] = []
        bytes.append(body.count, bytes: 4)
        bytes.append(ContentHash(of: body).low, bytes: 8)
        return bytes + body
    }

    init() {}

    /// Reads what stands behind the head; nil unless it is whole.
    init?(body: [UInt8], checksum: UInt64) {
        guard ContentHash(of: body).low == checksum else { return nil }
        var reader = VarintReader(body)
        guard let pictureCount = reader.next() else { return nil }
        for _ in 0..<pictureCount {
            guard let pixels = Self.hash(&reader), let file = Self.hash(&reader),
                let count = reader.next()
            else { return nil }
            pictures.append(NewPicture(pixels: pixels, file: file, count: count))
        }
        guard let runCount = reader.next() else { return nil }
        for _ in 0..<runCount {
            guard let first = reader.next(), let count = reader.next(),
                let picture = reader.next()
            else { return nil }
            runs.append(TileRun(first: first, count: count, picture: picture))
        }
        guard reader.isAtEnd else { return nil }
    }

    private static func hash(_ reader: inout VarintReader) -> ContentHash? {
        guard let low = reader.number(bytes: 8), let high = reader.number(bytes: 8) else {
            return nil
        }
        return ContentHash(low: low, high: high)
    }
}

/// Tiles that come one after the other and show the same.
struct TileRun: Hashable, Sendable {
    /// The number of the first tile along the curves.
    var first: Int
    /// How many there are.
    var count: Int
    /// Which picture they show, counted in the order in which pictures first came.
    var picture: Int

    /// The number behind the last tile.
    var end: Int { first + count }
}

/// Joins runs that meet, but for those of two zooms: readers take the zooms of an archive from the
/// first tiles of its runs.
struct RunJoiner {
    private var open: TileRun?

    /// Adds a run; gives one that is finished by it.
    mutating func add(_ run: TileRun) -> TileRun? {
        guard var last = open else {
            open = run
            return nil
        }
        if last.end == run.first, last.picture == run.picture, !Self.startsZoom(run.first) {
            last.count += run.count
            open = last
            return nil
        }
        open = run
        return last
    }

    /// The last run.
    mutating func finish() -> TileRun? {
        defer { open = nil }
        return open
    }

    /// 0, 1, 5, 21 …: (4^z - 1) / 3.
    private static func startsZoom(_ number: Int) -> Bool {
        let power = 3 * number + 1
        return power & (power - 1) == 0 && power.trailingZeroBitCount.isMultiple(of: 2)
    }
}
