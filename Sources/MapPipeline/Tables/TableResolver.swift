public import Diagnostics
public import EventIngest
public import PlacePack
internal import PlaceResolution
internal import TabularText
internal import Threads

/// Finds the places of a table and writes the table again with what it found.
///
/// The first rows are read twice: where the places that are surely known lie speaks for namesakes
/// there. Rows are answered alone otherwise, some hundred at a time by each thread while more are read,
/// and rows that say the same mostly once. Memory does not grow with the table but for the doubts that are
/// kept for a review.
public struct TableResolver {
    /// How many rows came out how.
    public struct Tally: Hashable, Sendable {
        /// Rows that were written.
        public var rows = 0
        /// Rows of one place.
        public var matches = 0
        /// Rows of several places.
        public var ambiguous = 0
        /// Rows of a place that is not known.
        public var unknown = 0
        /// Rows that name no place.
        public var withoutPlace = 0
        /// Rows that cannot be taken apart and were left out.
        public var setAside = 0
    }

    /// How many rows came out how.
    public private(set) var tally = Tally()
    /// What was found on the way.
    public private(set) var report = DiagnosticReport(keeping: 100)
    /// The doubtful rows.
    public private(set) var review = PlaceReview()

    private let decisions: PlaceDecisions
    private let threads: Int
    private var answerer: TableAnswerer

    /// So many rows tell where a table lies.
    public static let surveyedRows = 5_000
    /// A table of so many rows is worth a look at the names of all units.
    private static let manyRows = 2_000

    /// Makes a resolver for one table.
    ///
    /// - Parameters:
    ///   - pack: the gazetteer.
    ///   - decisions: what is known of its doubts.
    ///   - isReviewed: whether the review is wanted: near spellings are looked for only then.
    ///   - threads: how many threads look for places; the bytes are the same for any number.
    public init(
        pack: Pack, decisions: PlaceDecisions = PlaceDecisions(), isReviewed: Bool = true,
        threads: Int = 1
    ) {
        self.decisions = decisions
        self.threads = threads
        let resolver = PlaceResolver(pack: pack)
        answerer = TableAnswerer(
            resolver: resolver, document: PlaceDocument(pack: pack), decisions: decisions,
            isReviewed: isReviewed)
    }

    /// Reads a table and writes it again.
    ///
    /// - Parameters:
    ///   - reader: at the start of the table; it is read to its end.
    ///   - progress: told how many rows are written, now and then.
    ///   - write: takes the next bytes.
    /// - Throws: `FileFault` when the table cannot be read or written, or has one of the columns.
    public mutating func resolve(
        _ reader: inout PlaceTableReader, progress: (Int) -> Void = { _ in },
        _ write: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        report.add(reader.report)
        report.add(decisions.report)
        try survey(&reader)
        try reader.refuse(headers: TableAnswer.columns)
        let writer = TableRowWriter(format: reader.format)
        try write(writer.header(reader.headers))
        var work = WorkInOrder(threads: threads) { [answerer] (block: TableBlock) in
            answerer.write(block, writer)
        }
        while let block = try block(&reader) {
            guard let done = work.give(block) else { continue }
            try write(take(done))
            progress(tally.rows)
        }
        while let done = work.next() {
            try write(take(done))
            progress(tally.rows)
        }
    }

    /// The next rows; nil at the end.
    private func block(_ reader: inout PlaceTableReader) throws(FileFault) -> TableBlock? {
        var block = TableBlock()
        while !block.isFull {
            let known = reader.headers.count
            let step = try reader.next()
            if reader.headers.count != known { try reader.refuse(headers: TableAnswer.columns) }
            switch step {
            case .end: return block.steps.isEmpty ? nil : block
            case .broken(let diagnostic): block.add(diagnostic)
            case .row(let row): block.add(row)
            }
        }
        return block
    }

    /// Learns from the first rows where the table lies.
    private mutating func survey(_ reader: inout PlaceTableReader) throws(FileFault) {
        var seen: Set<TableQuery> = []
        var queries: [TableQuery] = []
        var isLong = true
        for _ in 0..<Self.surveyedRows {
            let step = try reader.next()
            if case .end = step {
                isLong = seen.count >= Self.manyRows
                break
            }
            guard case .row(let row) = step else { continue }
            let query = TableQuery(row.cells)
            if !query.place.isEmpty, seen.insert(query).inserted { queries.append(query) }
        }
        answerer.learn(queries, threads: threads)
        if isLong { answerer.prepareForMany() }
        try reader.rewind()
    }

    // MARK: Findings

    /// Takes down what became of a block, and hands on its bytes.
    private mutating func take(_ block: WrittenBlock) -> [UInt8] {
        tally.add(block.tally)
        for doubt in block.doubts { review.add(doubt) }
        for finding in block.findings {
            switch finding {
            case .broken(let diagnostic): report.add(diagnostic)
            case .unread(let field, let row): note(field, row)
            case .several(let count, let row): noteSeveral(count, row)
            }
        }
        return block.bytes
    }

    private mutating func noteSeveral(_ count: Int, _ row: PlaceTableRow) {
        report.add(code: "several-places") {
            let place = row.cells[.place, default: ""].shortened
            return Diagnostic(
                .warning, code: "several-places", at: row.location, row: row.number,
                problem: "\"\(place)\" holds \(count) places",
                remedy: "a cell is one place here: give each its own row, or choose one with "
                    + "--review and --decisions")
        }
    }

    private mutating func note(_ field: PlaceField, _ row: PlaceTableRow) {
        report.add(code: "unread-hint") {
            let cell = row.cells[field, default: ""].shortened
            return Diagnostic(
                .warning, code: "unread-hint", at: row.location, row: row.number,
                problem: "\(field.rawValue) \"\(cell)\" is not understood",
                remedy: "it is not used; see `toponym resolve --help` for what may stand there")
        }
    }
}

extension TableResolver.Tally {
    /// Counts a row.
    mutating func count(_ status: Resolution.Status, isWithoutPlace: Bool) {
        rows += 1
        if isWithoutPlace {
            withoutPlace += 1
            return
        }
        switch status {
        case .match: matches += 1
        case .ambiguous: ambiguous += 1
        case .none: unknown += 1
        }
    }

    /// Counts the rows of another.
    mutating func add(_ other: Self) {
        rows += other.rows
        matches += other.matches
        ambiguous += other.ambiguous
        unknown += other.unknown
        withoutPlace += other.withoutPlace
        setAside += other.setAside
    }
}
