internal import EventIngest
internal import PlaceIndex
internal import PlaceResolution
internal import Places
internal import Threads

/// A name of a table with what its row says beside it.
struct TableQuestion: Sendable {
    var place: String
    var context: ResolutionContext
    /// The columns whose cell says nothing that is understood.
    var unread: [PlaceField]

    init(place: String, _ hints: (context: ResolutionContext, unread: [PlaceField])) {
        self.place = place
        (context, unread) = hints
    }
}

/// Answers rows of a table, on several threads: an answer hangs on its own row and on nothing that was
/// answered before.
struct TableAnswerer: Sendable {
    private(set) var resolver: PlaceResolver
    let document: PlaceDocument
    let isReviewed: Bool
    /// Where the table lies.
    var neighbourhood: Neighbourhood?

    /// So many questions are one piece of work.
    private static let pieceSize = 64

    init(resolver: PlaceResolver, document: PlaceDocument, isReviewed: Bool) {
        self.resolver = resolver
        self.document = document
        self.isReviewed = isReviewed
    }

    /// Takes a look at the names of all units, where that pays.
    mutating func prepareForMany() { resolver = resolver.preparedForMany() }

    /// The answers, in the order of the questions, each with the bytes that tell it.
    func answers(
        to questions: [TableQuestion], _ writer: TableRowWriter, threads: Int
    ) -> [(answer: TableAnswer, ending: [UInt8])] {
        inPieces(questions, threads) { question in
            let answer = answer(to: question)
            return (answer, writer.ending(answer.cells))
        }
    }

    /// The places of those questions that have one answer as it is spelled.
    func surelyKnown(_ questions: [TableQuestion], threads: Int) -> [Place] {
        inPieces(questions, threads) { question -> Place? in
            var context = question.context
            context.allowsFuzzy = false
            context.wantsSuggestions = false
            let weighing = resolver.weigh(PlaceQuery(question.place), in: context)
            guard weighing.status == .match, let best = weighing.contenders.first,
                best.tier <= .folded
            else { return nil }
            return resolver.index.sketch(at: best.position)
        }.compactMap(\.self)
    }

    private func answer(to question: TableQuestion) -> TableAnswer {
        var context = question.context
        context.neighbourhood = neighbourhood
        context.wantsSuggestions = isReviewed
        context.mostSlipsOfSuggestions = 2
        return TableAnswer(
            resolver.weigh(PlaceQuery(question.place), in: context), resolver,
            isReviewed: isReviewed, document.label)
    }

    private func inPieces<Answer: Sendable>(
        _ questions: [TableQuestion], _ threads: Int, _ answer: @Sendable (TableQuestion) -> Answer
    ) -> [Answer] {
        let count = (questions.count + Self.pieceSize - 1) / Self.pieceSize
        return concurrently(count, threads: threads) { piece in
            let start = piece * Self.pieceSize
            return questions[start..<min(questions.count, start + Self.pieceSize)].map(answer)
        }.flatMap(\.self)
    }
}
