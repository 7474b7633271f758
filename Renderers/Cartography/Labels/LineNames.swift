internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

/// Names the dated lines of the base, each with its years: a line is a claim with a period.
struct LineNames {
    let viewport: Viewport
    let type: MapType
    let theme: Theme

    /// One label a kind of line that the frame shows.
    func labels(_ layers: BasemapLayers) -> [MapLabel] {
        let phrases = type.phrases
        let kinds: [(BasemapLine.Kind, String)] = [
            (.formerOblast, phrases.autonomousOblast), (.lineOfContact, phrases.lineOfContact),
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
            let courses = chains.flatMap { viewport.lines(of: $0, margin: 0) }.map(\.points)
            return MapLabel(
                id: "road:\(feature.id)", kind: .hostPlace, order: 9, lines: [line],
                colors: [theme.quietText], anchor: anchor(of: line, along: courses))
        }
    }

    /// Along one of some lines; where none is long and straight enough, beside them.
    private func anchor(
        of line: TextLine, along courses: [[PixelPoint]]
    ) -> LabelRequest.Anchor {
        let names = NameCourses(
            name: line, typesetter: type.typesetter, offset: 6, frame: viewport.frame
        ).along(courses)
        guard names.isEmpty else { return .along(names) }
        let beside = line.widthInPixels / 2 + 8
        let shifts = [(beside, 0.0), (-beside, 0), (0, 13), (0, -13)]
        let points = courses.flatMap { $0 }
        let ends = zip(points, points.dropFirst()).flatMap { start, end in
            [0.5, 0.25, 0.75].map { start.toward(end, $0) }
        }
        return .centred(
            ends.flatMap { point in
                shifts.map { SubpixelPoint(PixelPoint(x: point.x + $0.0, y: point.y + $0.1)) }
            })
    }

    /// What each movement was and when, beside its arrow.
    func movements(
        _ movements: [LineMarks.Movement], of events: [EventAtPlace], words: EventWords
    ) -> [MapLabel] {
        movements.compactMap { movement in
            guard let event = events.first(where: { $0.id == movement.id }) else { return nil }
            let text = words.kindAndDate(event.feature)
            let lines = type.balanced(text, .eventText, width: 120)
            let points = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map(movement.point)
            return MapLabel(
                id: "event:\(movement.id)", kind: .hostPlace, order: 8, lines: lines,
                alternatives: [[type.line(text, .eventText)]], colors: [theme.quietText],
                anchor: .centred(Self.beside(points, lines, leading: type.leading(.eventText))))
        }
    }

    /// The middles of a text that stands left or right of points, under or over them.
    private static func beside(
        _ points: [PixelPoint], _ lines: [TextLine], leading: Double
    ) -> [SubpixelPoint] {
        let across = (lines.map(\.widthInPixels).max() ?? 0) / 2 + 8
        let down = Double(lines.count) * leading / 2 + 6
        let shifts = [
            (across, 0.0), (-across, 0), (across, down / 2), (-across, -down / 2),
            (across, -down / 2), (-across, down / 2), (0, -down), (0, down),
        ]
        return [1, 1.35].flatMap { factor in
            points.flatMap { point in
                shifts.map {
                    SubpixelPoint(
                        PixelPoint(x: point.x + factor * $0.0, y: point.y + factor * $0.1))
                }
            }
        }
    }

    /// Points a little beside the line, from its middle outwards, where a name may stand.
    private func candidates(_ lines: [BasemapLine]) -> [SubpixelPoint] {
        let points = lines.flatMap(\.parts).flatMap { viewport.lines(of: $0, margin: 0) }
            .flatMap(\.points)
        let step = max(1, points.count / 60)
        let along = stride(from: 0, to: points.count, by: step).map { points[$0] }
            .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
        // From the middle outwards: at its end a line's name would seem to name what lies beyond.
        let chosen = along.indices.sorted { left, right in
            (abs(2 * left - along.count), left) < (abs(2 * right - along.count), right)
        }.map { along[$0] }
        return [(0.0, -18.0), (0, 18), (70, 0), (-70, 0)].flatMap { shift in
            chosen.map { SubpixelPoint(PixelPoint(x: $0.x + shift.0, y: $0.y + shift.1)) }
        }
    }
}
