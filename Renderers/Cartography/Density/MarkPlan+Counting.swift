internal import GeoModel
internal import Projections

extension MarkPlan {
    /// Counts events and positions in the cells of a view.
    ///
    /// An event counts once in a cell, however many of its places lie there.
    mutating func count(_ points: PointSource?, in viewport: Viewport) {
        let total = counted.count + (points?.count ?? 0)
        let grid = HexGrid(viewport, widthInPixels: DensityLayer.cellWidth(for: total))
        var counts: CellCounts
        if let points {
            counts = CellCounter(grid, viewport).count(points)
            pointsOutside = counts.outside
        } else {
            counts = CellCounts(grid)
        }
        var told: Set<Once> = []
        for event in counted {
            guard let cell = Self.cell(of: event, grid, viewport),
                told.insert(Once(event: event.feature.eventID, cell: cell)).inserted
            else { continue }
            counts.cells[cell] += 1
        }
        density = DensityLayer(grid, counts.cells, viewport)
    }

    /// An event in a cell.
    private struct Once: Hashable {
        var event: String
        var cell: Int
    }

    /// The cell of an event; one whose road only crosses the frame has the first place of it inside.
    private static func cell(
        of event: EventAtPlace, _ grid: HexGrid, _ viewport: Viewport
    ) -> Int? {
        let places = [event.position].compactMap(\.self) + (event.feature.geometry?.positions ?? [])
        for place in places {
            let point = viewport.position(of: FixedCoordinate(place).coordinate)
            if let cell = point.flatMap({ grid.cell($0) }) { return cell }
        }
        return nil
    }

    /// How many of the counted events stand at several places.
    var severalPlaces: Int {
        var places: [String: Int] = [:]
        for event in counted { places[event.feature.eventID, default: 0] += 1 }
        return places.values.count { $0 > 1 }
    }
}

extension DensityLegend {
    /// The legend of a plan whose events are counted.
    init(_ composition: Composition, _ plan: MarkPlan) {
        var kinds: [String: Int] = [:]
        for event in plan.counted { kinds[event.feature.category, default: 0] += 1 }
        self.init(
            type: composition.type, theme: composition.request.theme,
            phrases: composition.phrases, layer: plan.density,
            kinds: kinds.map { (name: $0.key, count: $0.value) }
                .sorted { ($1.count, $0.name) < ($0.count, $1.name) },
            severalPlaces: plan.severalPlaces)
    }
}
