internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// Names the dated lines of the base, each with its years: a line is a claim with a period.
struct LineNames {
    let viewport: Viewport
    let type: MapType
    let theme: Theme

    /// One label a kind of line that the frame shows.
    func labels(_ layers: BasemapLayers) -> [MapLabel] {
        let phrases = Phrases.of(type.language)
        let kinds: [(BasemapLine.Kind, String)] = [
            (.formerOblast, phrases.formerOblast), (.lineOfContact, phrases.lineOfContact),
        ]
        return kinds.compactMap { kind, text in
            let points = candidates(layers.lines.filter { $0.kind == kind })
            guard !points.isEmpty else { return nil }
            let lines = type.wrapped(text, .lineName, width: 120)
            return MapLabel(
                id: "line:\(kind.rawValue)", kind: .line, order: 0, lines: lines,
                colors: lines.map { _ in theme.disputedLine }, anchor: .centred(points))
        }
    }

    /// One label a road where something happened.
    func roads(_ events: [EventAtPlace]) -> [MapLabel] {
        var seen: Set<String> = []
        return events.compactMap { event in
            let feature = event.feature
            guard feature.destination == nil, let road = feature.place, !road.label.isEmpty,
                let chains = feature.geometry?.chains, seen.insert(road.label).inserted
            else { return nil }
            let line = type.line(road.label, .lineName)
            let points = chains.flatMap { viewport.lines(of: $0, margin: 0) }.flatMap(\.points)
            let beside = line.widthInPixels / 2 + 8
            let shifts = [(beside, 0.0), (-beside, 0), (0, 13), (0, -13)]
            let ends = zip(points, points.dropFirst()).flatMap { start, end in
                [0.5, 0.25, 0.75].map { start.toward(end, $0) }
            }
            return MapLabel(
                id: "road:\(feature.id)", kind: .hostPlace, order: 9, lines: [line],
                colors: [theme.quietText],
                anchor: .centred(
                    ends.flatMap { point in
                        shifts.map {
                            SubpixelPoint(PixelPoint(x: point.x + $0.0, y: point.y + $0.1))
                        }
                    }))
        }
    }

    /// Points a little beside the line, from its ends inwards, where a name may stand.
    private func candidates(_ lines: [BasemapLine]) -> [SubpixelPoint] {
        let points = lines.flatMap(\.parts).flatMap { viewport.lines(of: $0, margin: 0) }
            .flatMap(\.points)
        let step = max(1, points.count / 60)
        let chosen = stride(from: 0, to: points.count, by: step).map { points[$0] }
            .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
        return [(0.0, -18.0), (0, 18), (70, 0), (-70, 0)].flatMap { shift in
            chosen.map { SubpixelPoint(PixelPoint(x: $0.x + shift.0, y: $0.y + shift.1)) }
        }
    }
}
