public import Projections
internal import GeoModel
internal import Raster
internal import Scenes
internal import Typesetting

extension MapComposer {
    /// Composes a window of the one picture of a zoom: the map alone, as tiles of that zoom show it.
    ///
    /// - Parameters:
    ///   - request: Its size, box and projection do not count.
    ///   - zoom: The world is 256 · 2^zoom pixels wide.
    ///   - window: Pixels of the world: see `ZoomMap`.
    /// - Returns: The map; its description holds the marks and labels of the window, in its pixels.
    public func compose(_ request: MapRequest, zoom: Int, window: PixelFrame) -> ComposedMap {
        ZoomMap(request, zoom: zoom, typesetter: typesetter).plate(for: window).composed
    }
}

extension ZoomPlate {
    /// All of the plate as a map of its own.
    var composed: ComposedMap {
        let composition = map.composition
        let view = map.world.view(window)
        let plan = MarkPlan(
            composition.sheet, viewport: view, key: composition.key,
            sizeBy: composition.request.sizeBy, style: composition.style)
        let counts = MapCounts(composition.sheet, plan: plan, request: composition.request)
        let describer = MapDescriber(
            viewport: view, layout: .bare(view.frame), counts: counts, bar: nil)
        return ComposedMap(
            scene: scene(of: window), title: composition.title,
            description: describer.describe(
                [("map", content)], lines: plan.lines, furniture: [], head: nil, foot: nil,
                composition),
            altText: AltText(composition, plan: plan, counts: counts).text,
            notes: composition.unprinted(layers), credits: composition.credits(layers),
            isShaded: composition.request.hillshade?.credits(view).isEmpty == false)
    }

    /// What is on the plate, in its pixels.
    private var content: MapPanel.Content {
        let width = map.worldWidth
        let clusters = map.marks.groups.flatMap { group -> [MarkCluster] in
            let turns = window.turns(of: group.cluster.centre, worldWidth: width)
            return (turns.map { Array($0) } ?? []).map { turn in
                var cluster = group.cluster
                cluster.shift(
                    by: PixelPoint(x: Double(turn * width - window.x), y: -Double(window.y)))
                return cluster
            }
        }
        let movements = map.marks.movements.flatMap { arrow, _ in
            map.arrowTurns(arrow, near: window).map { turn in
                arrow.moved(x: Double(turn * width - window.x), y: -Double(window.y))
            }
        }
        let (labels, layout) = seenLabels
        return MapPanel.Content(
            clusters: clusters, movements: movements, labels: labels, layout: layout, degrees: [],
            canvas: Canvas())
    }

    /// The labels that are seen, and those that found no room though their home is.
    private var seenLabels: (labels: [MapLabel], layout: LabelLayout) {
        let frame = SubpixelBounds(PixelFrame(width: window.width, height: window.height))
        var seen: [MapLabel] = []
        var layout = LabelLayout(placements: [], dropped: [])
        for (labels, all) in labels.placed {
            let placements = Dictionary(uniqueKeysWithValues: all.placements.map { ($0.id, $0) })
            for var label in labels {
                let placement = placements[label.key]
                guard
                    placement.map({ $0.box.intersects(frame) })
                        ?? frame.contains(label.request.home)
                else { continue }
                label.turn = nil
                seen.append(label)
                if var placement {
                    placement.id = label.id
                    layout.placements.append(placement)
                } else {
                    layout.dropped.append(label.id)
                }
            }
        }
        return (seen, layout)
    }
}
