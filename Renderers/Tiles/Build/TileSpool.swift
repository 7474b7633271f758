internal import Diagnostics
internal import SystemFiles

/// What has been made of a tile set so far, in a folder beside the output: the files of all distinct
/// pictures one behind the other, and a journal that says which tiles show which.
///
/// A journal that was cut short ends before its last whole record; pictures behind the last one that
/// the journal knows are cut off. So a build that was killed goes on where it was, and what it makes has
/// the same bytes.
///
/// Memory: 60 to 100 bytes a distinct picture, none a tile.
struct TileSpool: ~Copyable {
    let folder: TileSpoolFolder
    private let pictures: SystemFile
    private let journal: SystemFile
    /// The number of each picture.
    private var numbers: [ContentHash: UInt32] = [:]
    /// Where each picture ends.
    private var ends: [Int] = []
    private var fileHashes: [ContentHash] = []
    /// How many blocks there are.
    private(set) var blockCount = 0
    /// How many tiles there are.
    private(set) var tileCount = 0

    private static let magic = Array("TOPOTIL1".utf8)
    private static let headSize = 24

    /// Opens what is there of a tile set, or starts it.
    ///
    /// - Parameters:
    ///   - folder: Where it lies.
    ///   - identity: Of all that the tiles depend on.
    ///   - resumes: Whether to go on with what is there.
    /// - Throws: When another process is at it, what is there is of another tile set, or the disk fails.
    /// - Returns: What is there, ready for more.
    static func open(
        _ folder: TileSpoolFolder, identity: ContentHash, resumes: Bool
    ) throws(FileFault) -> TileSpool {
        let pictures = try Self.opened(folder.pictures, folder)
        let journal = try Self.opened(folder.journal, folder)
        guard journal.lock() else { throw TileFault.inUse(folder.output) }
        var head = Self.magic
        head.append(identity.low, bytes: 8)
        head.append(identity.high, bytes: 8)
        let found = try Self.tell(folder) { () throws(SystemFile.Failure) in
            try journal.bytes(at: 0, count: Self.headSize)
        }
        let goesOn = resumes && found.count == Self.headSize
        guard !goesOn || found == head else { throw TileFault.otherTiles(folder) }
        var spool = TileSpool(folder, pictures: pictures, journal: journal)
        try Self.tell(folder) { () throws(SystemFile.Failure) in
            try goesOn ? spool.readJournal() : spool.start(head)
        }
        return spool
    }

    private init(
        _ folder: TileSpoolFolder, pictures: consuming SystemFile, journal: consuming SystemFile
    ) {
        self.folder = folder
        self.pictures = pictures
        self.journal = journal
    }

    private static func opened(
        _ name: String, _ folder: TileSpoolFolder
    ) throws(FileFault) -> SystemFile {
        try tell(folder) { () throws(SystemFile.Failure) in
            try SystemFile.makeFolder(folder.path)
            return try SystemFile.appending(name)
        }
    }

    private func start(_ head: [UInt8]) throws(SystemFile.Failure) {
        try journal.truncate(to: 0)
        try pictures.truncate(to: 0)
        try journal.write(head)
    }

    /// How many distinct pictures there are.
    var pictureCount: Int { ends.count }
    /// The bytes of all distinct pictures.
    var pictureBytes: Int { ends.last ?? 0 }

    /// The number of a picture, nil for one that is new.
    func number(of hash: ContentHash) -> Int? { numbers[hash].map(Int.init) }

    /// Adds the next block: pictures first, then what names them.
    mutating func append(_ block: DrawnBlock) throws(FileFault) {
        var record = SpoolRecord()
        var files: [UInt8] = []
        var joiner = RunJoiner()
        var added: [ContentHash: Int] = [:]
        for (tile, hash) in block.tiles {
            var number = number(of: hash) ?? added[hash]
            if number == nil, let file = block.files[hash] {
                number = pictureCount + added.count
                added[hash] = number
                files += file
                record.pictures.append(
                    .init(pixels: hash, file: ContentHash(of: file), count: file.count))
            }
            guard let number else { preconditionFailure("a new picture comes with its file") }
            let run = TileRun(first: tile, count: 1, picture: number)
            if let whole = joiner.add(run) { record.runs.append(whole) }
        }
        if let last = joiner.finish() { record.runs.append(last) }
        do throws(SystemFile.Failure) {
            try pictures.write(files)
            try journal.write(record.bytes)
        } catch {
            throw TileFault.unwritable(folder.path, error)
        }
        take(record)
    }

    private mutating func take(_ record: SpoolRecord) {
        for picture in record.pictures {
            numbers[picture.pixels] = UInt32(pictureCount)
            ends.append(pictureBytes + picture.count)
            fileHashes.append(picture.file)
        }
        tileCount += record.runs.reduce(0) { $0 + $1.count }
        blockCount += 1
    }

    // MARK: Reading

    /// Takes up all whole records and cuts off what is behind them.
    private mutating func readJournal() throws(SystemFile.Failure) {
        var place = Self.headSize
        while let (record, end) = try record(at: place), try hasPictures(of: record) {
            take(record)
            place = end
        }
        try journal.truncate(to: place)
        try pictures.truncate(to: pictureBytes)
    }

    /// The record at a place of the journal and where it ends; nil unless it is whole.
    private func record(
        at place: Int
    ) throws(SystemFile.Failure) -> (SpoolRecord, end: Int)? {
        let head = try journal.bytes(at: place, count: SpoolRecord.headSize)
        guard head.count == SpoolRecord.headSize else { return nil }
        let count = Int(head.number(at: 0, bytes: 4))
        guard count <= SpoolRecord.mostBytes else { return nil }
        let body = try journal.bytes(at: place + head.count, count: count)
        guard body.count == count,
            let record = SpoolRecord(body: body, checksum: head.number(at: 4))
        else { return nil }
        return (record, place + head.count + count)
    }

    /// Whether the files of a record's pictures are there as they were written.
    private func hasPictures(of record: SpoolRecord) throws(SystemFile.Failure) -> Bool {
        var place = pictureBytes
        for picture in record.pictures {
            let file = try pictures.bytes(at: place, count: picture.count)
            guard ContentHash(of: file) == picture.file else { return false }
            place += picture.count
        }
        return true
    }

    /// Hands over all runs, in the order of their tiles, as long as can be.
    func forEachRun(_ body: (TileRun) throws(FileFault) -> Void) throws(FileFault) {
        var place = Self.headSize
        var joiner = RunJoiner()
        for _ in 0..<blockCount {
            guard
                let (record, end) = try read({ () throws(SystemFile.Failure) in
                    try record(at: place)
                })
            else { throw TileFault.brokenSpool(folder) }
            place = end
            for run in record.runs {
                if let whole = joiner.add(run) { try body(whole) }
            }
        }
        if let last = joiner.finish() { try body(last) }
    }

    /// Where the file of a picture stands among all.
    func place(of picture: Int) -> Range<Int> {
        (picture == 0 ? 0 : ends[picture - 1])..<ends[picture]
    }

    /// The hash of the file of a picture.
    func fileHash(of picture: Int) -> ContentHash { fileHashes[picture] }

    /// The file of a picture.
    func file(of picture: Int) throws(FileFault) -> [UInt8] { try files(place(of: picture)) }

    /// The files that stand in a range.
    func files(_ range: Range<Int>) throws(FileFault) -> [UInt8] {
        let bytes = try read { () throws(SystemFile.Failure) in
            try pictures.bytes(at: range.lowerBound, count: range.count)
        }
        guard bytes.count == range.count else { throw TileFault.brokenSpool(folder) }
        return bytes
    }

    private func read<Value>(
        _ body: () throws(SystemFile.Failure) -> Value
    ) throws(FileFault) -> Value {
        try Self.tell(folder, body)
    }

    private static func tell<Value: ~Copyable>(
        _ folder: TileSpoolFolder, _ body: () throws(SystemFile.Failure) -> Value
    ) throws(FileFault) -> Value {
        do throws(SystemFile.Failure) {
            return try body()
        } catch {
            throw TileFault.unwritable(folder.path, error)
        }
    }
}

/// Where a build keeps what it has made: a folder named after its output.
struct TileSpoolFolder: Hashable, Sendable {
    /// The file or folder to be made.
    let output: String

    /// The folder.
    var path: String { "\(output).part" }
    var pictures: String { "\(path)/pictures" }
    var journal: String { "\(path)/journal" }
    /// What is made before it gets its name.
    var beside: String { "\(path)/output" }
    /// What had the name before, on its way out.
    var old: String { "\(path)/old" }
}
