internal import EventIngest
internal import PlaceIndex
internal import PlaceResolution
internal import Places
internal import Threads

/// Answers rows of a table, on several threads: an answer hangs on its own row and on nothing that was
/// answered before.
struct TableAnswerer: Sendable {
    private var resolver: PlaceResolver
    private let document: PlaceDocument
    /// What tells doubts; nil where no review is wanted.
    private let reviewer: PlaceDocument?
    private let decisions: PlaceDecisions
    private let hints: TableHints
    private let memory = FoundRows()
    /// Where the table lies.
    private var neighbourhood = Neighbourhood()

    init(
        resolver: PlaceResolver, document: PlaceDocument, decisions: PlaceDecisions,
        isReviewed: Bool
    ) {
        self.resolver = resolver
        self.document = document
        self.decisions = decisions
        reviewer = isReviewed ? document : nil
        hints = TableHints(resolver)
    }

    /// Takes a look at the names of all units, where that pays.
    mutating func prepareForMany() { resolver = resolver.preparedForMany() }

    // MARK: Where the table lies

    /// Learns where the places of some rows lie: those that somebody decided, and those of one answer as it is
    /// spelled.
    mutating func learn(_ queries: [TableQuery], threads: Int) {
        var learnt = Neighbourhood()
        for place in queries.compactMap({ decisions.place($0) }) { learnt.add(place) }
        let asked = queries.filter { !decisions.has($0) }
        let pieces = (asked.count + Self.pieceSize - 1) / Self.pieceSize
        let known = concurrently(pieces, threads: threads) { [self] piece in
            let start = piece * Self.pieceSize
            return asked[start..<min(asked.count, start + Self.pieceSize)].compactMap(surelyKnown)
        }
        for place in known.joined() { learnt.add(place) }
        neighbourhood = learnt
    }

    /// So many questions are one piece of work.
    private static let pieceSize = 64

    private func surelyKnown(_ query: TableQuery) -> Place? {
        var context = hints.context(of: query).context
        context.allowsFuzzy = false
        context.wantsSuggestions = false
        let weighing = resolver.weigh(PlaceQuery(query.place), in: context)
        guard weighing.status == .match, let best = weighing.contenders.first, best.tier <= .folded
        else { return nil }
        return resolver.index.sketch(at: best.position)
    }

    // MARK: Rows

    /// Answers and writes the rows of a block.
    func write(_ block: TableBlock, _ writer: TableRowWriter) -> WrittenBlock {
        var written = WrittenBlock()
        for step in block.steps {
            switch step {
            case .broken(let diagnostic):
                written.tally.setAside += 1
                written.findings.append(.broken(diagnostic))
            case .row(let row): write(row, writer, to: &written)
            }
        }
        return written
    }

    private func write(
        _ row: PlaceTableRow, _ writer: TableRowWriter, to written: inout WrittenBlock
    ) {
        let query = TableQuery(row.cells)
        let found = found(query, writer)
        written.tally.count(found.status, isWithoutPlace: query.place.isEmpty)
        if let doubt = found.doubt {
            written.doubts.append(
                PlaceReview.Doubt(
                    query: query, status: found.status, doubt: doubt, firstRow: row.number))
        }
        if found.placeCount > 1 { written.findings.append(.several(found.placeCount, row)) }
        for field in found.unread { written.findings.append(.unread(field, row)) }
        writer.write(row, found.ending, to: &written.bytes)
    }

    private func found(_ query: TableQuery, _ writer: TableRowWriter) -> FoundRow {
        if let known = memory[query] { return known }
        let row = look(for: query, writer)
        memory.keep(row, for: query)
        return row
    }

    private func look(for query: TableQuery, _ writer: TableRowWriter) -> FoundRow {
        if query.place.isEmpty { return FoundRow(.withoutPlace, writer) }
        if let decided = decisions.answer(query, document) {
            return FoundRow(decided, writer)
        }
        let (context, unread) = hints.context(of: query)
        return FoundRow(answer(query.place, context), writer, unread: unread)
    }

    private func answer(_ place: String, _ known: ResolutionContext) -> TableAnswer {
        var context = known
        context.neighbourhood = neighbourhood
        context.wantsSuggestions = reviewer != nil
        context.mostSlipsOfSuggestions = 2
        let listed = PlacesOfCell.listed(place)
        if listed.count > 1 {
            return several(listed, context)
                ?? TableAnswer(noneOf: listed, isReviewed: reviewer != nil)
        }
        let weighing = resolver.weigh(PlaceQuery(place), in: context)
        if weighing.status == .none, let several = joined(place, context) { return several }
        return TableAnswer(weighing, resolver, reviewer, document)
    }

    // MARK: Several places in a cell

    /// Two places or more with a word such as `and` between them, each known as it is spelled: else it is one
    /// name, or no place.
    private func joined(_ place: String, _ context: ResolutionContext) -> TableAnswer? {
        let parts = PlacesOfCell.joined(place)
        guard parts.count > 1 else { return nil }
        var context = context
        context.allowsFuzzy = false
        return several(parts, context, areAllKnown: true)
    }

    /// Several places; nil where none is known, or not all of those that must be.
    private func several(
        _ parts: [String], _ context: ResolutionContext, areAllKnown: Bool = false
    ) -> TableAnswer? {
        var context = context
        context.wantsSuggestions = false
        var weighings: [Weighing] = []
        for part in parts {
            let weighing = resolver.weigh(PlaceQuery(part), in: context)
            if areAllKnown, weighing.status == .none { return nil }
            weighings.append(weighing)
        }
        return TableAnswer(
            several: weighings, resolver, reviewer, document)
    }
}
