internal import Basemap
internal import GeoModel
internal import Projections
internal import Typesetting

// Legend, lists and timeline: what stands beside a map or below it.
extension Composition {
    /// Under or beside the map: whichever leaves the map the larger scale.
    func layout(
        _ plan: MarkPlan, _ layers: BasemapLayers, in space: PixelFrame
    ) -> FurnitureLayout {
        guard eventCount > 0 || !request.ownLayers.isEmpty else { return .bare(space) }
        let make = FurnitureLayout.Maker(
            legend: { legend(plan, layers, width: $0) },
            lists: { lists(plan, width: $0, entries: $1) },
            compact: { compactLegend(plan, layers, width: $0) })
        // A row or two for layers alone: a column would take from the map what it leaves empty.
        guard eventCount > 0 else { return .rows(below: space, make) }
        let below = FurnitureLayout.below(space, style: style, make)
        let beside = FurnitureLayout.beside(space, style: style, make)
        func scale(_ layout: FurnitureLayout) -> Double {
            viewport(layout.mapFrame).pixelsPerMetre
        }
        // Beside drops more easily; what is dropped counts against it.
        let isBesideBetter =
            scale(beside) > scale(below) && beside.dropped.count <= below.dropped.count
        return isBesideBetter ? beside : below
    }

    // MARK: Furniture

    private func legend(
        _ plan: MarkPlan, _ layers: BasemapLayers, width: Double
    ) -> [FurnitureBlock] {
        let legend = legendBlocks(plan, layers)
        if isDense {
            let density = DensityLegend(self, plan)
            let hasMarks = !plan.clusters.isEmpty || !plan.lines.isEmpty
            return [
                density.tones(width: width), density.kinds(width: width),
                hasMarks ? legend.categories(width: width) : nil,
                timeline.map { legend.timeline($0, width: width) }, legend.doubt(width: width),
                legend.layers(request.ownLayers, width: width),
            ].compactMap(\.self)
        }
        let sizes = request.sizeBy.flatMap {
            legend.sizes(plan.marker.scale, key: $0, width: width)
        }
        return [
            sheet.eventCount > 0 ? legend.categories(width: width) : nil, sizes,
            timeline.map { legend.timeline($0, width: width) }, legend.doubt(width: width),
            legend.layers(request.ownLayers, width: width),
        ].compactMap(\.self)
    }

    /// The legend in rows, for small pictures.
    private func compactLegend(
        _ plan: MarkPlan, _ layers: BasemapLayers, width: Double
    ) -> [FurnitureBlock] {
        let legend = legendBlocks(plan, layers)
        let density = isDense ? DensityLegend(self, plan).compact(width: width) : []
        return density
            + legend.compact(
                plan.marker.scale, sizeBy: isDense ? nil : request.sizeBy, width: width)
            + [legend.compactLayers(request.ownLayers, width: width)].compactMap(\.self)
    }

    private func legendBlocks(_ plan: MarkPlan, _ layers: BasemapLayers) -> LegendBlocks {
        LegendBlocks(
            type: type, theme: request.theme, style: style, key: key, phrases: phrases,
            marks: plan.clusters.flatMap(\.all), lines: plan.lines,
            datedLines: Set(layers.lines.map(\.kind)))
    }

    private func lists(
        _ plan: MarkPlan, width: Double, entries: FurnitureLayout.ListEntries
    ) -> [FurnitureBlock] {
        let lists = ListBlocks(type: type, theme: request.theme, words: words, phrases: phrases)
        let figures = request.sizeBy.flatMap {
            lists.figures(
                figureEntries(plan), key: $0, width: width, most: entries.figures)
        }
        let claims = (plan.clusters.flatMap(\.events) + plan.counted).filter {
            $0.claims.count > 1
        }
        return [
            figures, lists.claims(claims, width: width),
            lists.countryLevel(sheet.countryLevel, width: width, most: entries.countryLevel),
        ].compactMap(\.self)
    }

    /// Every event once, with the reason why it has no mark.
    func figureEntries(_ plan: MarkPlan) -> [ListBlocks.Entry] {
        var seen: Set<String> = []
        let groups = [
            (plan.clusters.flatMap(\.events) + plan.lines + plan.counted, ""),
            (plan.stated, phrases.total),
            (sheet.countryLevel, phrases.countryOnly), (sheet.withoutPlace, phrases.withoutPlace),
            (plan.outside, phrases.outsideFrame),
        ]
        return groups.flatMap { events, reason in
            events.filter { seen.insert($0.feature.eventID).inserted }.map { event in
                let isTotal = plan.marker.roles.role(of: event.feature.eventID) == .stated
                return ListBlocks.Entry(
                    event: event, reason: isTotal ? phrases.total : reason, isTotal: isTotal)
            }
        }
    }
}
