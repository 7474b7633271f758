internal import GeoModel

/// The map in a few sentences, composed from its events.
struct AltText {
    let text: String

    init(_ composition: Composition, plan: MarkPlan, counts: MapCounts) {
        var sentences: [String] = []
        let title = composition.title
        let phrases = composition.phrases
        if !title.isEmpty { sentences.append(phrases.map(title)) }
        if counts.eventCount > 0 {
            sentences.append(phrases.drawn(counts.drawnCount, of: counts.eventCount))
        }
        if let layer = plan.density, layer.most > 0 {
            let legend = DensityLegend(composition, plan)
            sentences.append(
                phrases.counted(
                    inCellsAcross: legend.size, most: phrases.number(layer.most)))
        }
        sentences += Self.largest(composition, plan)
        let line = counts.line(phrases)
        if !line.isEmpty, !counts.reasons.isEmpty { sentences.append(line) }
        if !composition.oneSourceLine.isEmpty { sentences.append(composition.oneSourceLine) }
        let wanted = composition.request.places.filter(\.isWanted).sorted { $0.id < $1.id }
        if counts.eventCount == 0, !wanted.isEmpty {
            let names = wanted.map { $0.label.replacing("\n", with: ", ") }
            sentences.append(phrases.places(names))
        }
        text = sentences.map(phrases.sentence).joined(separator: " ")
    }

    /// The five largest figures with place, date and whom they count.
    private static func largest(_ composition: Composition, _ plan: MarkPlan) -> [String] {
        let words = composition.words
        let sized = plan.clusters.flatMap(\.marks).filter(\.hasFigure)
            .sorted { ($1.outerRadius, $0.id) < ($0.outerRadius, $1.id) }
        return sized.prefix(5).map { mark in
            "\(words.placeName(mark.feature)), \(words.date(mark.feature)): "
                + words.figureAndCounted(mark.event)
        }
    }
}
