internal import Basemap
internal import EDTF
internal import GeoModel

// What a map says above and below itself.
extension Composition {
    /// As asked for, or how many events of which years.
    var title: String {
        if !request.title.isEmpty { return request.title }
        let count = sheet.eventCount
        guard count > 0 else { return request.isOfEvents ? phrases.noEvents : "" }
        let years = request.features.flatMap { feature in
            [feature.date?.earliest?.year, feature.date?.latest?.year].compactMap(\.self)
        }
        return phrases.events(count, from: years.min(), to: years.max())
    }

    var oneSourceLine: String {
        OneSource.name(of: request.features).map(phrases.oneSource) ?? ""
    }

    /// What stands at the foot: not shown, names and borders, credits.
    func notes(
        _ plan: MarkPlan, layers: BasemapLayers, statesTotals: Bool
    ) -> [String] {
        let counts = MapCounts(sheet, plan: plan, request: request)
        let credits = Self.distinct(credits(layers))
        let data = credits.isEmpty ? "" : phrases.credits(credits.joined(separator: "; "))
        let borders = (layers.notes.map(phrases.note) + [data]).filter { !$0.isEmpty }
        return [
            counts.line(phrases), coarseningLine, statesTotals ? statedTotals(plan) : "",
            ownLayersLine, ruleAndDates, borders.joined(separator: " · "),
        ]
        .filter { !$0.isEmpty }
    }

    /// That places are not where they seem.
    private var coarseningLine: String { request.coarsening.map(phrases.coarsened) ?? "" }

    /// Whose the layers are that nobody else answers for.
    private var ownLayersLine: String {
        let names = request.ownLayers.map(\.name)
        return names.isEmpty ? "" : "\(phrases.ownLayers): \(names.joined(separator: ", "))"
    }

    /// The totals that have no mark, where there is no room for the list that states them.
    private func statedTotals(_ plan: MarkPlan) -> String {
        figureEntries(plan).filter(\.isTotal).map { entry in
            "\(words.figureAndCounted(entry.event)): \(phrases.total)"
        }.joined(separator: " · ")
    }

    /// How names were chosen, of what date names and borders are, and of what date the gazetteer is:
    /// each date once.
    private var ruleAndDates: String {
        let gazetteer = request.packDate.map { $0.formatted(in: phrases.dates) }
        guard let date = request.asOf ?? request.packDate, !request.nameRule.isEmpty else {
            return [request.nameRule, gazetteer.map(phrases.gazetteer) ?? ""]
                .filter { !$0.isEmpty }.joined(separator: " · ")
        }
        let rule = phrases.names(request.nameRule, asOf: date.formatted(in: phrases.dates))
        guard let gazetteer else { return rule }
        return date == request.packDate
            ? "\(rule), \(phrases.dateOfGazetteer)"
            : "\(rule) · \(phrases.gazetteer(of: gazetteer))"
    }

    /// What a picture without furniture leaves out, and its file must say.
    func unprinted(_ layers: BasemapLayers) -> [String] {
        ([oneSourceLine, coarseningLine, ownLayersLine, ruleAndDates]
            + layers.notes.map(phrases.note)).filter {
                !$0.isEmpty
            }
    }

    /// Who made the data, each once.
    func credits(_ layers: BasemapLayers) -> [String] {
        var seen: Set<String> = []
        return (request.credits + layers.credits).filter {
            !$0.isEmpty && seen.insert($0).inserted
        }
    }

    /// The credits, but for those that another one contains: nobody is thanked twice in a line.
    fileprivate static func distinct(_ credits: [String]) -> [String] {
        credits.filter { credit in !credits.contains { $0 != credit && $0.contains(credit) } }
    }
}
