public import Diagnostics
public import EventIngest
internal import PlaceIndex
public import PlacePack
internal import PlaceResolution
internal import Places

/// Finds the places of a table and writes the table again with what it found.
///
/// The first rows are read twice: where the places that are surely known lie speaks for namesakes
/// there. Rows are answered alone otherwise, some thousand at a time by several threads, and rows that say
/// the same are answered once. Memory does not grow with the table but for the doubts that are kept for a
/// review.
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
    private var hints: TableHints
    private var remembered: [TableQuery: Remembered] = [:]
    /// Rows that were read and are not written yet, and what is said of others between them.
    private var pending: [Pending] = []

    private enum Pending {
        case row(PlaceTableRow, TableQuery)
        case broken(Diagnostic)
    }

    /// An answer with the bytes that tell it.
    private struct Remembered {
        var answer: TableAnswer
        var ending: [UInt8]
        var unread: [PlaceField]
    }

    /// So many rows tell where a table lies.
    public static let surveyedRows = 5_000
    /// A table of so many rows is worth a look at the names of all units.
    private static let manyRows = 2_000
    private static let mostRemembered = 20_000
    private static let mostPending = 4_096
    private static let piece = 1 << 16

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
            resolver: resolver, document: PlaceDocument(pack: pack), isReviewed: isReviewed)
        hints = TableHints(resolver)
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
        let writer = TableRowWriter(format: reader.format)
        var output = writer.header(reader.headers)
        var known = 0
        var isAtEnd = false
        while !isAtEnd {
            let step = try reader.next()
            if reader.headers.count != known {
                known = reader.headers.count
                try reader.refuse(headers: TableAnswer.columns)
            }
            switch step {
            case .end: isAtEnd = true
            case .broken(let diagnostic): pending.append(.broken(diagnostic))
            case .row(let row): pending.append(.row(row, TableQuery(row.cells)))
            }
            guard isAtEnd || pending.count >= Self.mostPending else { continue }
            writePending(writer, to: &output)
            progress(tally.rows)
            if isAtEnd || output.count >= Self.piece {
                try write(output)
                output.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Learns from the first rows where the table lies.
    private mutating func survey(_ reader: inout PlaceTableReader) throws(FileFault) {
        var learnt = Neighbourhood()
        var seen: Set<TableQuery> = []
        var asked: [TableQuestion] = []
        var isLong = true
        for _ in 0..<Self.surveyedRows {
            let step = try reader.next()
            if case .end = step {
                isLong = seen.count >= Self.manyRows
                break
            }
            guard case .row(let row) = step else { continue }
            let query = TableQuery(row.cells)
            guard !query.place.isEmpty, seen.insert(query).inserted else { continue }
            if let place = decisions.place(query) { learnt.add(place) }
            if decisions.has(query) { continue }
            asked.append(TableQuestion(place: query.place, hints.context(of: query, nil)))
        }
        for place in answerer.surelyKnown(asked, threads: threads) { learnt.add(place) }
        answerer.neighbourhood = learnt
        if isLong { answerer.prepareForMany() }
        try reader.rewind()
    }

    // MARK: Rows

    private mutating func writePending(_ writer: TableRowWriter, to output: inout [UInt8]) {
        answerPending(writer)
        for step in pending {
            switch step {
            case .broken(let diagnostic):
                tally.setAside += 1
                report.add(diagnostic)
            case .row(let row, let query):
                guard let found = remembered[query] else { continue }
                count(found.answer, row, query)
                for field in found.unread { note(field, row) }
                writer.write(row, found.ending, to: &output)
            }
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Makes sure that what stands behind each pending row is known.
    private mutating func answerPending(_ writer: TableRowWriter) {
        if remembered.count >= Self.mostRemembered {
            remembered.removeAll(keepingCapacity: true)
        }
        var asked: [TableQuery] = []
        var questions: [TableQuestion] = []
        for case .row(_, let query) in pending where remembered[query] == nil {
            if query.place.isEmpty {
                remember(query, .withoutPlace, [], writer)
            } else if let decided = decisions.answer(query, answerer.document.label) {
                remember(query, decided, [], writer)
            } else {
                let question = TableQuestion(place: query.place, hints.context(of: query, nil))
                // Its place is taken, so that the same is asked once.
                remember(query, .withoutPlace, question.unread, writer)
                asked.append(query)
                questions.append(question)
            }
        }
        let answers = answerer.answers(to: questions, writer, threads: threads)
        for (query, found) in zip(asked, answers) {
            remembered[query]?.answer = found.answer
            remembered[query]?.ending = found.ending
        }
    }

    private mutating func remember(
        _ query: TableQuery, _ answer: TableAnswer, _ unread: [PlaceField],
        _ writer: TableRowWriter
    ) {
        remembered[query] = Remembered(
            answer: answer, ending: writer.ending(answer.cells), unread: unread)
    }

    private mutating func count(
        _ answer: TableAnswer, _ row: PlaceTableRow, _ query: TableQuery
    ) {
        tally.rows += 1
        if query.place.isEmpty {
            tally.withoutPlace += 1
            return
        }
        switch answer.status {
        case .match: tally.matches += 1
        case .ambiguous: tally.ambiguous += 1
        case .none:
            tally.unknown += 1
            if query.place.contains(";") { noteSeveral(row) }
        }
        review.add(query, answer, row: row.number)
    }

    private mutating func noteSeveral(_ row: PlaceTableRow) {
        report.add(code: "several-places") {
            Diagnostic(
                .warning, code: "several-places", at: row.location, row: row.number,
                problem: "\"\(row.cells[.place, default: ""])\" is not the name of one place",
                remedy: "a cell is one place here; give each of several its own row")
        }
    }

    private mutating func note(_ field: PlaceField, _ row: PlaceTableRow) {
        report.add(code: "unread-hint") {
            Diagnostic(
                .warning, code: "unread-hint", at: row.location, row: row.number,
                problem: "\(field.rawValue) \"\(row.cells[field, default: ""])\" is not understood",
                remedy: "it is not used; see `toponym resolve --help` for what may stand there")
        }
    }
}
