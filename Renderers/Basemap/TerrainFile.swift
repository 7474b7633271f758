internal import FlatFile
internal import GeoModel

/// The levels and blocks of a file of heights, read where they lie.
///
/// `Scripts/BuildData/terrainfile.py`, which writes it, has the form.
struct TerrainFile: Sendable {
    static let kind = SectionFile.Kind(magic: "TOPOTERR", version: 1)
    /// Heights to a side of a block.
    static let blockSide = 64
    private static let levelSize = 32
    /// More are no file of ours.
    private static let mostLevels = 32

    /// One grid of heights; places and lengths are in seconds of arc.
    struct Level: Hashable, Sendable {
        /// The side of a square that a height is the mean of.
        var spacing: Int
        var west: Int
        var north: Int
        var columns: Int
        var rows: Int
        var source: Int
        var firstBlock: Int

        /// Whether its columns go round the Earth.
        var isRound: Bool { columns * spacing == 360 * 3600 }
        /// Whether a place lies on one of its squares.
        func holds(_ place: Coordinate) -> Bool {
            let (column, row) = (column(of: place.longitude, from: 0), row(of: place.latitude))
            return column < Double(columns) && row >= 0 && row < Double(rows)
        }

        var blocksAcross: Int { (columns + blockSide - 1) / blockSide }
        var blocksDown: Int { (rows + blockSide - 1) / blockSide }
    }

    /// From the coarsest to the finest.
    let levels: [Level]
    /// Credit lines by source.
    let credits: [String]
    private let blocks: FixedColumn<UInt32>
    private let samples: FlatSlice

    /// Opens a file: checks every checksum, and that every row says what can be.
    ///
    /// - Throws: `FlatFileError`, with the section and byte that is wrong.
    /// - Complexity: O(*n*) in the bytes: 2 ms for 2 MB.
    init(_ bytes: FlatBytes) throws(FlatFileError) {
        let file = try SectionFile(bytes, kind: Self.kind)
        try file.verify()
        let texts = TextPool(try file.section("texts"))
        let sources = try Self.table("sources", width: 8, in: file)
        var credits: [String] = []
        for row in 0..<sources.count {
            let credit = sources.number(row, at: 4, as: UInt32.self)
            guard texts.isText(credit) else {
                throw Self.fault("sources", "row \(row) has no text for its credit", row * 8)
            }
            credits.append(texts[credit])
        }
        self.credits = credits
        blocks = FixedColumn(try file.section("blocks"))
        samples = try file.section("samples")
        levels = try Self.levels(in: file, sources: credits.count)
        try checkBlocks()
    }

    /// The heights of a block, row by row: zeros where it does not unpack, which `verify` finds.
    func heights(block: (across: Int, down: Int), of level: Level) -> [Int16] {
        let width = min(Self.blockSide, level.columns - block.across * Self.blockSide)
        let height = min(Self.blockSide, level.rows - block.down * Self.blockSide)
        let index = level.firstBlock + block.down * level.blocksAcross + block.across
        return unpacked(index, width: width, height: height)
            ?? [Int16](repeating: 0, count: width * height)
    }

    /// Unpacks every block.
    ///
    /// - Throws: `FlatFileError.damagedSection` for the first that does not unpack.
    func verify() throws(FlatFileError) {
        for level in levels {
            for index in 0..<(level.blocksAcross * level.blocksDown) {
                let (down, across) = index.quotientAndRemainder(dividingBy: level.blocksAcross)
                let width = min(Self.blockSide, level.columns - across * Self.blockSide)
                let height = min(Self.blockSide, level.rows - down * Self.blockSide)
                let block = level.firstBlock + index
                guard unpacked(block, width: width, height: height) != nil else {
                    throw Self.fault(
                        "samples", "block \(block) does not unpack to \(width) x \(height) heights",
                        start(of: block))
                }
            }
        }
    }
}

// MARK: - Blocks

extension TerrainFile {
    private func start(of block: Int) -> Int { Int(blocks[block]) }

    private func unpacked(_ block: Int, width: Int, height: Int) -> [Int16]? {
        let range = start(of: block)..<max(start(of: block), start(of: block + 1))
        let count = width * height
        guard !range.isEmpty else { return [Int16](repeating: 0, count: count) }
        guard let planes = samples.inflated(range, count: 2 * count) else { return nil }
        var heights = [Int16](repeating: 0, count: count)
        for index in 0..<count {
            let code = UInt16(planes[index]) | UInt16(planes[count + index]) << 8
            let residual = Int16(truncatingIfNeeded: Int(code >> 1) ^ -Int(code & 1))
            heights[index] = Self.prediction(at: index, width: width, heights) &+ residual
        }
        return heights
    }

    /// What a height is likely to be, from those before it in the block.
    @inline(__always)
    private static func prediction(at index: Int, width: Int, _ heights: [Int16]) -> Int16 {
        let (row, column) = index.quotientAndRemainder(dividingBy: width)
        if row == 0 { return column == 0 ? 0 : heights[index - 1] }
        if column == 0 { return heights[index - width] }
        let (west, north) = (Int(heights[index - 1]), Int(heights[index - width]))
        let corner = Int(heights[index - width - 1])
        return Int16(truncatingIfNeeded: (3 * (west + north) - 2 * corner) >> 2)
    }
}

// MARK: - Checking

extension TerrainFile {
    private static func fault(_ tag: String, _ problem: String, _ offset: Int) -> FlatFileError {
        .damagedSection(tag, problem: problem, offset: offset)
    }

    private static func table(
        _ tag: String, width: Int, in file: SectionFile
    ) throws(FlatFileError) -> FixedTable {
        let bytes = try file.section(tag)
        guard bytes.count % width == 0, bytes.count > 0 else {
            throw fault(tag, "\(bytes.count) bytes are no rows of \(width)", 0)
        }
        return FixedTable(bytes, width: width)
    }

    private static func levels(
        in file: SectionFile, sources: Int
    ) throws(FlatFileError) -> [Level] {
        let table = try table("levels", width: levelSize, in: file)
        guard table.count <= mostLevels else {
            throw fault("levels", "it has \(table.count), more than \(mostLevels)", 0)
        }
        var levels: [Level] = []
        for row in 0..<table.count {
            func number(_ field: Int) -> Int {
                Int(table.number(row, at: field * 4, as: UInt32.self))
            }
            func signed(_ field: Int) -> Int {
                Int(table.number(row, at: field * 4, as: Int32.self))
            }
            let level = Level(
                spacing: number(0), west: signed(1), north: signed(2), columns: number(3),
                rows: number(4), source: number(5), firstBlock: number(6))
            let before = levels.last
            if let problem = level.problem(after: before, sources: sources) {
                throw fault("levels", "level \(row) \(problem)", row * levelSize)
            }
            levels.append(level)
        }
        return levels
    }

    private func checkBlocks() throws(FlatFileError) {
        let wanted = levels.reduce(0) { $0 + $1.blocksAcross * $1.blocksDown }
        guard blocks.count == wanted + 1 else {
            throw Self.fault("blocks", "it has \(blocks.count - 1) of \(wanted) blocks", 0)
        }
        for block in 0..<wanted where start(of: block) > start(of: block + 1) {
            throw Self.fault("blocks", "block \(block) ends before it starts", block * 4)
        }
        guard start(of: 0) == 0, start(of: wanted) == samples.count else {
            throw Self.fault("blocks", "they do not fill the samples", wanted * 4)
        }
    }
}

extension TerrainFile.Level {
    /// What cannot be in a level that follows another; nil where all is well.
    fileprivate func problem(after before: Self?, sources: Int) -> String? {
        let degree = 3600
        guard (1...(10 * degree)).contains(spacing) else { return "has squares of \(spacing)\"" }
        guard (1...(360 * degree / spacing)).contains(columns),
            (1...(180 * degree / spacing + 1)).contains(rows)
        else { return "has \(columns) x \(rows) squares of \(spacing)\"" }
        guard (-180 * degree..<180 * degree).contains(west), north <= 90 * degree,
            // Its last row may reach over the pole.
            north - (rows - 1) * spacing > -90 * degree
        else { return "starts at \(west)\", \(north)\"" }
        guard source < sources else { return "names source \(source) of \(sources)" }
        guard let before else { return firstBlock == 0 ? nil : "starts at block \(firstBlock)" }
        guard spacing < before.spacing else { return "is no finer than the one before" }
        let next = before.firstBlock + before.blocksAcross * before.blocksDown
        return firstBlock == next ? nil : "starts at block \(firstBlock), not \(next)"
    }
}
