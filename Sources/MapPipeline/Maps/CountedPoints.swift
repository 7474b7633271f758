public import Cartography
public import Diagnostics
public import EventIngest
internal import GeoModel
public import TabularText
internal import Threads

/// The positions of a table that has nothing else, read in bounded memory.
public struct CountedPoints: Sendable {
    /// The counts of rows and the report; no features.
    public let placed: PlacedEvents
    /// The positions, each an event.
    public let points: PointSource

    private let fault: @Sendable () -> FileFault?

    /// Checks that every position was read whenever it was asked for.
    ///
    /// - Throws: `FileFault` when one was not: the counts are too small then.
    public func check() throws(FileFault) {
        if let fault = fault() { throw fault }
    }

    /// The bytes that a thread reads at once.
    private static let blockSize = 1 << 18

    /// Reads a table of positions; nil when it is another, with too few rows to be counted unless
    /// `always`, and is to be read as any other.
    ///
    /// Each row is an event: a table of positions alone has nothing that tells a repetition from a
    /// second event. Memory does not grow with the rows; beyond half a million, 8 bytes of each are
    /// laid aside in a nameless file.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - file: The name of the table as the user gave it.
    ///   - options: How it is read.
    ///   - always: Whether few are counted, too.
    ///   - threads: How many threads read; what comes out is the same for any number.
    /// - Returns: The positions, or nil.
    /// - Throws: `FileFault` when the input cannot be read, has too many rows, or cannot be laid aside.
    public static func read(
        _ input: any ByteInput, file: String, options: ReadingOptions = ReadingOptions(),
        always: Bool = false, threads: Int = 1
    ) throws(FileFault) -> CountedPoints? {
        guard var table = PositionTable(input, file: file, options: options) else { return nil }
        var store = PositionStore()
        var tally = Tally(table)
        let reader = table.reader
        var work = WorkInOrder(threads: threads) { (block: [UInt8]) in reader.read(block.span) }
        var isAtEnd = false
        while true {
            let part: PositionReader.Block??
            if isAtEnd {
                part = work.next()
                if part == nil { break }
            } else {
                guard let block = try table.nextBlock(of: blockSize) else { return nil }
                isAtEnd = block.isEmpty
                part = block.isEmpty ? .none : work.give(block)
            }
            guard let part else { continue }
            guard let part else { return nil }
            try store.add(part.positions)
            tally.add(part)
            guard tally.rows <= PositionTable.greatestRows else { throw tooMany(file) }
        }
        guard always || store.count > DensityChoice.mostMarks else { return nil }
        let source = try store.source()
        var points = source.points
        points.threads = threads
        return CountedPoints(
            placed: tally.placed(in: file), points: points, fault: source.fault)
    }

    private static func tooMany(_ file: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "too-many-rows", at: SourceLocation(file: file),
                problem: "more than \(PositionTable.greatestRows) rows", remedy: "split the table"))
    }
}

/// What the blocks of a table came to, in their order.
private struct Tally {
    private(set) var rows = 0
    private var lines: Int
    private var positions = 0
    private var withoutPlace = 0
    private var setAside = 0
    private var report = DiagnosticReport(keeping: EventStream.greatestFindings)
    private var told: Set<String> = []

    init(_ table: PositionTable) {
        lines = table.reader.firstLine - 1
        report.add(table.report)
    }

    mutating func add(_ block: PositionReader.Block) {
        for var finding in block.findings.diagnostics {
            if EventReader.toldOnce.contains(finding.code), !told.insert(finding.code).inserted {
                continue
            }
            finding.location?.line? += lines
            finding.row? += rows
            report.add(finding)
        }
        for (code, count) in block.findings.counted { report.count(count, code: code) }
        rows += block.rows
        lines += block.lines
        positions += block.positions.count
        withoutPlace += block.withoutPlace
        setAside += block.setAside
    }

    func placed(in file: String) -> PlacedEvents {
        var placed = PlacedEvents(file: file, rows: rows, report: report)
        placed.placed = positions
        placed.withoutPlace = withoutPlace
        if setAside > 0 { placed.setAside[.unreadable] = setAside }
        return placed
    }
}
