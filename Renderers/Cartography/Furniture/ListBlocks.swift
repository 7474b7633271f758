internal import GeoModel
internal import Projections
internal import Raster

/// What the map says beside the map: the largest figures with whom they count and who says so, and
/// the events that no place on the map stands for.
struct ListBlocks {
    let type: MapType
    let theme: Theme
    let words: EventWords
    let phrases: any Phrases

    /// An event with its figure, drawn or not.
    struct Entry {
        var event: EventAtPlace
        /// Why it has no mark of its own; empty when it has.
        var reason: String
        /// Whether its figure is the sum of others on the map.
        var isTotal = false
    }

    /// The largest figures, whether they have a mark or not.
    func figures(_ entries: [Entry], key: String, width: Double, most: Int) -> FurnitureBlock? {
        let ordered = entries.filter { words.saysFigure($0.event) }
            .sorted { (value($1), $0.event.id) < (value($0), $1.event.id) }
        guard !ordered.isEmpty else { return nil }
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.largestFigures(columns(ordered.prefix(most), key)))
        if !words.usualReporter.isEmpty {
            builder.text(phrases.reportedUnlessSaid(by: words.usualReporter), .note, quiet: true)
            builder.space(2)
        }
        for entry in ordered.prefix(most) { add(entry, to: &builder) }
        if ordered.count > most {
            builder.text(phrases.moreFigures(ordered.count - most), .note, quiet: true)
        }
        return builder.block("figures", sacrifice: 2)
    }

    private func value(_ entry: Entry) -> Double { words.largest(entry.event) ?? 0 }

    /// The columns that the figures come from: the one that sizes the marks, then narrower ones.
    private func columns(_ entries: ArraySlice<Entry>, _ key: String) -> [String] {
        let claims = entries.flatMap(\.event.claims).filter { !words.narrower($0).isEmpty }
        return [key] + Set(claims.flatMap(\.figures).map(\.key).filter(words.isNarrower)).sorted()
    }

    private func add(_ entry: Entry, to builder: inout BlockBuilder) {
        let feature = entry.event.feature
        let figure = words.figureAndCounted(entry.event)
        builder.text(figure, .bodyBold)
        let kind = entry.isTotal ? words.date(feature) : words.kindAndDate(feature)
        let name = words.placeName(feature)
        let place = name.isEmpty ? feature.title : name
        builder.text(
            [place, kind].filter { !$0.isEmpty }.joined(separator: ": "), .note, quiet: true,
            indent: 8)
        let reporter = words.reporter(of: feature).map(phrases.reported) ?? ""
        let remarks = [entry.reason, reporter].filter { !$0.isEmpty }
        builder.text(remarks.joined(separator: "; "), .note, quiet: true, indent: 8)
        builder.space(2)
    }

    /// Events with competing claims and what each claims.
    func claims(_ events: [EventAtPlace], width: Double) -> FurnitureBlock? {
        guard !events.isEmpty else { return nil }
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.competingClaims)
        for event in events {
            builder.text("\(event.feature.title), \(words.date(event.feature))", .bodyBold)
            for (index, claim) in event.claims.enumerated() {
                let who = words.reporter(of: claim) ?? words.usualReporter
                let figures = words.figures(of: claim)
                let says = figures.isEmpty ? phrases.noFigures : figures.joined(separator: "; ")
                builder.text("\(index + 1). \(who): \(says)", .note, quiet: true, indent: 8)
            }
            builder.space(2)
        }
        return builder.block("claims", sacrifice: 3)
    }

    /// Events known by country only.
    func countryLevel(_ events: [EventAtPlace], width: Double, most: Int) -> FurnitureBlock? {
        guard !events.isEmpty else { return nil }
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        let rows = merged(events)
        builder.heading(phrases.countryLevel(rows.count))
        for row in rows.prefix(most) { builder.text(row, .note, indent: 0) }
        if most > 0, rows.count > most {
            builder.text(phrases.more(rows.count - most), .note, quiet: true)
        }
        return builder.block("country level", sacrifice: 4)
    }

    /// One line an event, its countries said together.
    private func merged(_ events: [EventAtPlace]) -> [String] {
        var rows: [(feature: Feature, countries: [String])] = []
        for event in events {
            let country = words.placeName(event.feature)
            if let index = rows.firstIndex(where: { $0.feature.eventID == event.feature.eventID }) {
                if !rows[index].countries.contains(country) {
                    rows[index].countries.append(country)
                }
            } else {
                rows.append((event.feature, [country]))
            }
        }
        return rows.map { row in
            let figures = row.feature.figures.map {
                phrases.figure(words.spelled($0.figure), of: $0.key)
            }
            let detail = figures.isEmpty ? "" : " (\(figures.prefix(2).joined(separator: "; ")))"
            // A title that names its countries needs no other heading.
            let unsaid = row.countries.filter { !row.feature.title.contains($0) }
            let heading = unsaid.isEmpty ? "" : "\(row.countries.joined(separator: ", ")): "
            let title = row.feature.title
            let said =
                title.isEmpty
                ? words.kindAndDate(row.feature)
                : [title, words.date(row.feature)].filter { !$0.isEmpty }.joined(separator: ", ")
            return "\(heading)\(said)\(detail)"
        }
    }
}
