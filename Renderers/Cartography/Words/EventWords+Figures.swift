internal import GeoModel

// Figures in words: none stands without whom it counts.
extension EventWords {
    /// A figure with whom it counts.
    struct Counted: Hashable, Sendable {
        var figure: Figure
        var whom: String
    }

    /// Whether a column narrows the one that sizes the marks: `killed_women` narrows `killed`.
    func isNarrower(_ column: String) -> Bool {
        sizeBy.map { column.hasPrefix($0 + "_") } ?? false
    }

    /// What a claim without a figure of its own counts in narrower columns, the largest first.
    func narrower(_ claim: Feature) -> [Counted] {
        guard let sizeBy, claim.figure(sizeBy) == nil else { return [] }
        let kept = claim.figures.filter { isNarrower($0.key) }
        return kept.sorted { ($1.figure.drawnValue, $0.key) < ($0.figure.drawnValue, $1.key) }
            .map { keyed in
                let group = phrases.words(ofColumn: String(keyed.key.dropFirst(sizeBy.count + 1)))
                let whom = claim.counted.isEmpty ? group : "\(group); \(claim.counted)"
                return Counted(figure: keyed.figure, whom: whom)
            }
    }

    /// Whether some claim of an event says a figure, in the column that sizes the marks or in one
    /// that narrows it.
    func saysFigure(_ event: EventAtPlace) -> Bool { largest(event) != nil }

    /// The largest figure that is claimed of an event.
    func largest(_ event: EventAtPlace) -> Double? {
        event.claims.flatMap { claim in
            sizeBy.flatMap(claim.figure).map { [$0] } ?? narrower(claim).map(\.figure)
        }.map(\.drawnValue).max()
    }

    /// `613 killed: people of the town`, and who says so where it is not the usual reporter.
    func figureAndCounted(_ event: EventAtPlace) -> String {
        guard let sizeBy else { return "" }
        let said = event.claims.indices.filter { !figures(of: event.claims[$0], sizeBy).isEmpty }
        return said.map { index in
            let claim = event.claims[index]
            var text = figures(of: claim, sizeBy)
            if claim.placeCount > 1 {
                text += "; \(phrases.oneFigure(forPlaces: claim.placeCount))"
            }
            guard event.claims.count > 1 else { return text }
            let who = reporter(of: claim) ?? claim.reportedBy
            // Where not every claim says a figure, the reader must know that there are others.
            let rank = phrases.claim(index + 1, of: event.claims.count)
            let claimed =
                said.count < event.claims.count
                ? [rank, who].filter { !$0.isEmpty }.joined(separator: ": ") : who
            return claimed.isEmpty ? text : "\(text) (\(claimed))"
        }.joined(separator: " / ")
    }

    /// `6500–7000 Armenian servicemen, <40 Armenian civilians killed, quoting a speech`: what is
    /// claimed in narrower columns alone; empty for nothing.
    func narrowerFigures(_ event: EventAtPlace) -> String {
        guard let sizeBy else { return "" }
        return event.claims.compactMap { claim -> String? in
            let counted = narrower(claim).map { "\(spelled($0.figure)) \($0.whom)" }
            guard !counted.isEmpty else { return nil }
            let figures = "\(counted.joined(separator: ", ")) \(phrases.words(ofColumn: sizeBy))"
            return [figures, reporter(of: claim) ?? ""].filter { !$0.isEmpty }
                .joined(separator: ", ")
        }.joined(separator: " / ")
    }

    /// The figures of one claim with whom they count.
    private func figures(of claim: Feature, _ sizeBy: String) -> String {
        if let figure = claim.figure(sizeBy) {
            let said = phrases.figure(spelled(figure), of: sizeBy)
            // "2400 visitors: visitors" says it twice.
            if claim.counted == phrases.words(ofColumn: sizeBy) { return said }
            return "\(said): \(claim.counted.isEmpty ? phrases.notSaidWhom : claim.counted)"
        }
        return narrower(claim).enumerated().map { index, counted in
            let figure = spelled(counted.figure)
            return
                "\(index == 0 ? phrases.figure(figure, of: sizeBy) : figure): \(counted.whom)"
        }.joined(separator: "; ")
    }
}
