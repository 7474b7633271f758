public import Diagnostics
public import EventIngest
internal import EDTF
internal import GeoModel
internal import PlaceIndex
public import PlacePack
internal import PlaceResolution
internal import Places

/// Finds the places of a table and writes the table again with what it found.
///
/// The first rows are read twice: where the places that are surely known lie speaks for namesakes
/// there. Rows are answered alone otherwise, and rows that say the same are answered once. Memory does
/// not grow with the table but for the doubts that are kept for a review.
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

    private let resolver: PlaceResolver
    private let document: PlaceDocument
    private let decisions: PlaceDecisions
    private var hints: TableHints
    private var neighbourhood: Neighbourhood?
    private var remembered: [TableQuery: Remembered] = [:]

    /// An answer with the bytes that tell it.
    private struct Remembered {
        var answer: TableAnswer
        var ending: [UInt8]
        var unread: [PlaceField]
    }

    /// So many rows tell where a table lies.
    public static let surveyedRows = 5_000
    private static let mostRemembered = 20_000
    private static let piece = 1 << 16

    /// Makes a resolver for one table.
    public init(pack: Pack, decisions: PlaceDecisions = PlaceDecisions()) {
        resolver = PlaceResolver(pack: pack)
        document = PlaceDocument(pack: pack)
        self.decisions = decisions
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
        while true {
            let step = try reader.next()
            if reader.headers.count != known {
                known = reader.headers.count
                try reader.refuse(headers: TableAnswer.columns)
            }
            switch step {
            case .end:
                try write(output)
                return
            case .broken(let diagnostic):
                tally.setAside += 1
                report.add(diagnostic)
            case .row(let row):
                writer.write(row, ending(of: row, writer), to: &output)
                if tally.rows % 10_000 == 0 { progress(tally.rows) }
            }
            if output.count >= Self.piece {
                try write(output)
                output.removeAll(keepingCapacity: true)
            }
        }
    }

    /// Learns from the first rows where the table lies.
    private mutating func survey(_ reader: inout PlaceTableReader) throws(FileFault) {
        var learnt = Neighbourhood()
        var seen: Set<TableQuery> = []
        for _ in 0..<Self.surveyedRows {
            let step = try reader.next()
            if case .end = step { break }
            guard case .row(let row) = step else { continue }
            let query = TableQuery(row.cells)
            guard !query.place.isEmpty, seen.insert(query).inserted else { continue }
            var (context, _) = hints.context(of: query, nil)
            context.allowsFuzzy = false
            let answer =
                decisions.answer(query)?.best ?? resolver.resolve(query.place, in: context).match
            if let answer, answer.tier <= .folded { learnt.add(answer.place) }
        }
        neighbourhood = learnt
        try reader.rewind()
    }

    /// What stands behind a row; counts it.
    private mutating func ending(of row: PlaceTableRow, _ writer: TableRowWriter) -> [UInt8] {
        let query = TableQuery(row.cells)
        let found = remembered[query] ?? answer(query, writer)
        tally.rows += 1
        if query.place.isEmpty {
            tally.withoutPlace += 1
        } else {
            switch found.answer.status {
            case .match: tally.matches += 1
            case .ambiguous: tally.ambiguous += 1
            case .none: tally.unknown += 1
            }
            if found.answer.isDoubtful { review.add(query, found.answer, row: row.number) }
        }
        for field in found.unread { note(field, row) }
        return found.ending
    }

    private mutating func answer(_ query: TableQuery, _ writer: TableRowWriter) -> Remembered {
        let (answer, unread) = answer(query)
        let ending = writer.ending(answer.cells(document.label))
        let found = Remembered(answer: answer, ending: ending, unread: unread)
        if remembered.count >= Self.mostRemembered {
            remembered.removeAll(keepingCapacity: true)
        }
        remembered[query] = found
        return found
    }

    private mutating func answer(_ query: TableQuery) -> (TableAnswer, unread: [PlaceField]) {
        if query.place.isEmpty { return (.withoutPlace, []) }
        if let decided = decisions.answer(query) { return (decided, []) }
        let (context, unread) = hints.context(of: query, neighbourhood)
        let resolution = resolver.resolve(query.place, in: context)
        return (
            TableAnswer(resolution, runnerUp: resolver.runnerUp(of: resolution)?.place.id), unread
        )
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
