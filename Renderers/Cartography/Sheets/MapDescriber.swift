internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

/// Tells what a map says, in plain values.
struct MapDescriber {
    let viewport: Viewport
    let layout: FurnitureLayout
    let counts: MapCounts
    let bar: ScaleBar?

    func describe(
        _ panels: [(name: String, content: MapPanel.Content)], lines: [EventAtPlace],
        furniture: [MapDescription.Furniture], head: HeadAndFoot.Band?, foot: HeadAndFoot.Band?,
        _ composition: Composition
    ) -> MapDescription {
        var description = MapDescription(
            frame: viewport.boundingBox, mapFrame: SubpixelBounds(viewport.frame),
            projection: viewport.projection.name,
            metresPerPixel: viewport.metresPerPixel(at: viewport.centre),
            scaleBar: bar?.text(in: composition.phrases))
        for (name, content) in panels {
            description.marks += content.clusters.flatMap { marks(of: $0, panel: name) }
            description.marks += content.movements.map { movement($0, panel: name) }
            description.labels += labels(content, panel: name)
        }
        description.marks += lines.filter { $0.feature.destination == nil }.compactMap(road)
        description.marks.sort { ($0.panel, $0.id) < ($1.panel, $1.id) }
        description.labels.sort { ($0.panel, $0.id) < ($1.panel, $1.id) }
        description.legend = layout.blocks.flatMap(\.block.says)
        description.notes = (head?.says ?? []) + (foot?.says ?? [])
        description.furniture =
            bands(head, foot, composition) + furniture
            + layout.blocks.map { block, origin in
                piece(
                    block.name, block.says, at: origin, width: block.width, height: block.height)
            }
        description.leftOut = layout.dropped.sorted()
        description.notDrawn = counts.notDrawn.map {
            .init(eventID: $0.eventID, reason: composition.phrases.words($0.reason))
        }
        description.eventCount = counts.eventCount
        description.drawnCount = counts.drawn.count
        description.notShown = counts.reasons.map {
            .init(count: $0.count, reason: composition.phrases.words($0.reason))
        }
        description.countryLevel = composition.sheet.countryLevel.map(\.feature.title)
        return description
    }

    /// The lines above and below the map.
    private func bands(
        _ head: HeadAndFoot.Band?, _ foot: HeadAndFoot.Band?, _ composition: Composition
    ) -> [MapDescription.Furniture] {
        let (margin, width) = (composition.style.margin, Double(composition.request.width))
        let bottom = Double(composition.request.height) - margin
        let bands = [
            ("title", head, margin), ("notes", foot, bottom - (foot?.height ?? 0)),
        ]
        return bands.compactMap { name, band, top in
            guard let band, band.height > 0 else { return nil }
            return piece(
                name, band.says, at: PixelPoint(x: margin, y: top), width: width - 2 * margin,
                height: band.height)
        }
    }

    private func piece(
        _ name: String, _ says: [String], at origin: PixelPoint, width: Double, height: Double
    ) -> MapDescription.Furniture {
        let box = SubpixelBounds(
            minX: subpixels(origin.x), minY: subpixels(origin.y), maxX: subpixels(origin.x + width),
            maxY: subpixels(origin.y + height))
        return .init(name: name, box: box, says: says, isOnMap: false)
    }

    private func marks(of cluster: MarkCluster, panel: String) -> [MapDescription.Mark] {
        cluster.marks.flatMap { mark in
            [mark.described(as: form(of: mark), panel)]
                + mark.parts.map { part in
                    var described = mark.described(as: "tick", panel)
                    described.id = part.id
                    described.eventID = part.feature.eventID
                    return described
                }
        }
            + cluster.counted.map { mark in
                var described = mark.described(as: "counted", panel)
                described.centre = SubpixelPoint(cluster.centre)
                described.radius = subpixels(cluster.countedRadius)
                described.box = .around(described.centre, described.radius)
                return described
            }
    }

    private func form(of mark: EventMark) -> String {
        switch mark.size {
        case .figure: "figure"
        case .zero: "zero"
        case .none: "plain"
        case .tick: "tick"
        }
    }

    private func movement(_ movement: LineMarks.Movement, panel: String) -> MapDescription.Mark {
        MapDescription.Mark(
            id: movement.id, eventID: movement.eventID, category: movement.look.name ?? "",
            form: "movement", panel: panel, centre: SubpixelPoint(movement.end), radius: 0,
            box: .holding(LineMarks.points(of: movement)))
    }

    private func road(_ event: EventAtPlace) -> MapDescription.Mark? {
        guard let anchor = event.feature.anchor ?? event.feature.geometry?.positions.first,
            let point = viewport.point(of: anchor)
        else { return nil }
        let course = (event.feature.geometry?.chains ?? []).flatMap {
            viewport.lines(of: $0, margin: 0)
        }
        .flatMap(\.points)
        return MapDescription.Mark(
            id: event.id, eventID: event.feature.eventID, category: event.feature.category,
            form: "road", panel: "map", centre: point, radius: 0,
            box: .holding(course))
    }

    private func labels(
        _ content: MapPanel.Content, panel: String
    ) -> [MapDescription.Label] {
        var placements: [String: LabelPlacement] = [:]
        for placement in content.layout.placements { placements[placement.id] = placement }
        return content.labels.map { label in
            let placement = placements[label.id]
            return MapDescription.Label(
                id: label.id, lines: label.lines(of: placement?.variant ?? 0).map(\.text),
                panel: panel, box: placement?.box)
        }
    }
}

extension EventMark {
    fileprivate func described(as form: String, _ panel: String) -> MapDescription.Mark {
        MapDescription.Mark(
            id: id, eventID: feature.eventID, category: feature.category, form: form, panel: panel,
            centre: SubpixelPoint(centre), radius: subpixels(reach),
            box: .around(SubpixelPoint(centre), subpixels(reach)))
    }
}

extension SubpixelBounds {
    /// The square around a disc.
    fileprivate static func around(_ centre: SubpixelPoint, _ radius: Int32) -> SubpixelBounds {
        SubpixelBounds(minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y)
            .outset(by: radius)
    }

    /// The least box around points; an empty one at the origin for none.
    fileprivate static func holding(_ points: [PixelPoint]) -> SubpixelBounds {
        let points = points.map { SubpixelPoint($0) }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        return SubpixelBounds(
            minX: xs.min() ?? 0, minY: ys.min() ?? 0, maxX: xs.max() ?? 0, maxY: ys.max() ?? 0)
    }
}
