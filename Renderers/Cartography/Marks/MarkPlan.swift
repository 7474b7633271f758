internal import GeoModel
internal import Projections

/// Which events have which marks inside a frame, before they are moved apart.
struct MarkPlan {
    /// Marks at places, one cluster a place, sorted by id.
    private(set) var clusters: [MarkCluster] = []
    /// Movements and roads that the frame meets.
    private(set) var lines: [EventAtPlace] = []
    /// Events at places that the frame leaves out.
    private(set) var outside: [EventAtPlace] = []
    /// Totals that the list states because their parts are drawn.
    private(set) var stated: [EventAtPlace] = []
    /// Events that are counted in cells, one by one no longer told apart.
    private(set) var counted: [EventAtPlace] = []
    /// Where they are counted; nil while that is not done yet, or where every event has its mark.
    var density: DensityLayer?
    /// Positions that are only counted and that the frame leaves out.
    var pointsOutside = 0
    /// How marks are made and sized.
    let marker: EventMarker

    /// Sorts out what the viewport shows; sizes follow the largest figure in it.
    ///
    /// `isDense` counts the events at points. Those known by an area keep their marks, in discs that
    /// say how many they are: a cell would claim to know where.
    init(
        _ sheet: EventSheet, viewport: Viewport, key: CategoryKey, sizeBy: String?,
        style: MapStyle, isDense: Bool = false
    ) {
        var inside: [(event: EventAtPlace, point: PixelPoint)] = []
        for event in sheet.placed {
            if let anchor = event.feature.anchor, let point = viewport.position(of: anchor),
                viewport.contains(point)
            {
                inside.append((event, point))
            } else {
                outside.append(event)
            }
        }
        for event in sheet.lines {
            if Self.meets(event, viewport) { lines.append(event) } else { outside.append(event) }
        }
        let drawn = Set((inside.map(\.event) + lines).map(\.feature.eventID))
        let roles = TotalsAndParts(sheet, isDrawn: drawn.contains, key: sizeBy)
        stated = inside.map(\.event).filter { roles.role(of: $0.feature.eventID) == .stated }
        let shown = inside.filter { roles.role(of: $0.event.feature.eventID) != .stated }
        let sizeBy = isDense ? nil : sizeBy
        marker = EventMarker(
            key: key,
            scale: FigureScale(
                largestValue: Self.largest(shown.map(\.event), sizeBy), style: style),
            sizeBy: sizeBy, roles: roles)
        let marked = isDense ? shown.filter(\.event.isKnownByArea) : shown
        clusters = Self.clusters(of: marked, marker: marker, style: style)
        guard isDense else { return }
        counted = shown.map(\.event).filter { !$0.isKnownByArea }
        if lines.count > Self.mostLines {
            counted += lines
            lines = []
        }
    }

    /// More movements and roads than these are counted where they start.
    static let mostLines = 200

    /// The marks of the same events in another viewport, sized alike.
    func clusters(in viewport: Viewport, style: MapStyle) -> [MarkCluster] {
        let events = clusters.flatMap(\.events).compactMap { event -> (EventAtPlace, PixelPoint)? in
            guard let anchor = event.feature.anchor, let point = viewport.position(of: anchor),
                viewport.contains(point)
            else { return nil }
            return (event, point)
        }
        return Self.clusters(of: events, marker: marker, style: style)
    }

    private static func largest(_ events: [EventAtPlace], _ sizeBy: String?) -> Double {
        guard let sizeBy else { return 0 }
        return events.flatMap(\.claims).compactMap { $0.figure(sizeBy) }
            .map { max($0.drawnValue, $0.maximum ?? 0) }.max() ?? 0
    }

    /// Whether any of a road, or one end of a movement, lies in the frame.
    private static func meets(_ event: EventAtPlace, _ viewport: Viewport) -> Bool {
        ends(of: event).contains { viewport.position(of: $0).map(viewport.contains) ?? false }
    }

    /// Whether a frame shows a movement from end to end.
    static func holds(_ event: EventAtPlace, _ viewport: Viewport) -> Bool {
        ends(of: event).allSatisfy { viewport.position(of: $0).map(viewport.contains) ?? false }
    }

    /// The two ends of a movement; every position of a road.
    private static func ends(of event: EventAtPlace) -> [Coordinate] {
        guard let positions = event.feature.geometry?.positions else { return [] }
        guard event.feature.destination != nil else { return positions }
        return [positions.first, positions.last].compactMap(\.self)
    }

    private static func clusters(
        of events: [(event: EventAtPlace, point: PixelPoint)], marker: EventMarker, style: MapStyle
    ) -> [MarkCluster] {
        var groups: [PixelPoint: [EventMark]] = [:]
        var carried: Set<String> = []
        let ordered = events.sorted { $0.event.id < $1.event.id }
        for (event, point) in ordered {
            let carries = carried.insert(event.feature.eventID).inserted
            let mark = marker.mark(event, at: point, carriesFigure: carries)
            groups[point, default: []].append(mark)
        }
        return groups.map { point, marks in
            MarkCluster(withTicks(marks, marker.roles), at: point, style: style)
        }.sorted { $0.id < $1.id }
    }

    /// Parts that happened where their total stands become ticks on its rim.
    private static func withTicks(_ marks: [EventMark], _ roles: TotalsAndParts) -> [EventMark] {
        var marks = marks
        for part in marks {
            guard case .tick(let total) = roles.role(of: part.feature.eventID),
                let index = marks.firstIndex(where: { $0.feature.eventID == total && $0.hasFigure })
            else { continue }
            marks[index].parts.append(part.event)
            marks.removeAll { $0.id == part.id }
        }
        return marks
    }
}

extension EventAtPlace {
    /// Whether no point is known, only the district or region.
    var isKnownByArea: Bool {
        switch feature.precision {
        case .district, .region, .country: true
        default: feature.geometry?.polygons != nil
        }
    }

    /// Where it is counted: a movement where it starts.
    var position: Coordinate? { feature.anchor ?? feature.geometry?.positions.first }
}

extension MarkCluster {
    /// The events of its marks, ticks included.
    var events: [EventAtPlace] { all.flatMap { [$0.event] + $0.parts } }
}
