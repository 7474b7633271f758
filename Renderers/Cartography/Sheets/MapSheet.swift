internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes
internal import Threads
internal import Typesetting

/// Puts the parts of one map together once their places are known.
struct MapSheet {
    let composition: Composition
    let plan: MarkPlan
    let layout: FurnitureLayout
    let viewport: Viewport

    init(
        _ composition: Composition, plan: MarkPlan, layout: FurnitureLayout, viewport: Viewport
    ) {
        self.composition = composition
        self.plan = plan
        self.layout = layout
        self.viewport = viewport
    }

    private var request: MapRequest { composition.request }
    private var theme: Theme { composition.request.theme }
    private var style: MapStyle { composition.style }

    /// Draws everything.
    func finished(
        _ layers: BasemapLayers, head: HeadAndFoot.Band?, foot: HeadAndFoot.Band?
    ) -> ComposedMap {
        let bar = request.isBare ? nil : scaleBar(viewport, longest: style.isSmall ? 80 : 130)
        let inset = request.isBare ? nil : inset()
        let locator = locator(clearOf: [bar?.box, inset?.box].compactMap(\.self) + windows(inset))
        let panel = self.panel(viewport, layers)
        let (places, base) = both(threads: request.threads) {
            [request, viewport, isDense = composition.isDense] in
            request.places(in: viewport, isDense: isDense)
        } and: { [plan] in
            panel.base(plan.clusters, plan.density)
        }
        let content = panel.draw(
            plan.clusters, over: base, lines: plan.lines, places: places,
            furniture: [bar?.box, inset?.box, locator?.box].compactMap(\.self),
            isSparse: isSparse, enlarged: inset?.enlarged)
        var canvas = Canvas()
        canvas.clipped(to: layout.mapFrame, content.canvas)
        if let bar { canvas.add(bar.canvas.items) }
        var panels = [("map", content)]
        if let inset { panels.append(("enlargement", draw(inset, on: &canvas))) }
        if let locator { draw(locator, on: &canvas) }
        if let head, let foot { furniture(head, foot, on: &canvas) }
        var scene = Scene(width: request.width, height: request.height, background: theme.paper)
        scene.items = canvas.items
        let counts = MapCounts(composition.sheet, plan: plan, request: request)
        var description = MapDescriber(
            viewport: viewport, layout: layout, counts: counts, bar: bar?.bar
        ).describe(
            panels, lines: plan.lines, furniture: onMap(content, bar, inset, locator), head: head,
            foot: foot, composition)
        description.density = plan.density?.described(viewport)
        return ComposedMap(
            scene: scene, title: composition.title, description: description,
            altText: AltText(composition, plan: plan, counts: counts).text,
            notes: request.isBare ? composition.unprinted(layers) : description.notes,
            credits: composition.credits(layers),
            isShaded: request.hillshade?.credits(viewport).isEmpty == false)
    }

    /// What a map of a frame may name.
    func places(in viewport: Viewport) -> [LabelledPlace] {
        request.places(in: viewport, isDense: composition.isDense)
    }

    /// A sparse map names each event.
    private var isSparse: Bool { !composition.isDense && composition.sheet.eventCount <= 12 }

    /// An enlargement with what it tells.
    private struct Inset {
        var viewport: Viewport
        var factor: Double
        var clusters: [MarkCluster]
        var lines: [EventAtPlace]
        var enlarged: MapPanel.Enlarged

        var box: SubpixelBounds { SubpixelBounds(viewport.frame) }
    }

    /// The ground that an enlargement shows larger.
    private func windows(_ inset: Inset?) -> [SubpixelBounds] {
        inset.map { [$0.enlarged.window] } ?? []
    }

    private func inset() -> Inset? {
        // Cells of an enlargement would be others.
        guard !composition.isDense,
            let enlargement = Enlargement.choose(
                plan.clusters, map: layout.mapFrame, style: style),
            let detail = enlargement.viewport(of: viewport)
        else { return nil }
        let clusters = plan.clusters(in: detail, style: style)
        let movements = plan.lines.filter {
            $0.feature.destination != nil && MarkPlan.holds($0, detail)
        }
        let roads = plan.lines.filter { $0.feature.destination == nil }
        let ids = Set(clusters.map(\.id) + movements.map(\.id))
        return Inset(
            viewport: detail, factor: enlargement.factor, clusters: clusters,
            lines: movements + roads,
            enlarged: .init(
                ids: ids, window: enlargement.window,
                isAtRight: SubpixelBounds(enlargement.frame).middle.x
                    > enlargement.window.middle.x))
    }

    /// Draws the enlargement over the map, with its own scale bar, caption and frame.
    private func draw(_ inset: Inset, on canvas: inout Canvas) -> MapPanel.Content {
        let layers = composition.layers(inset.viewport)
        let bar = scaleBar(inset.viewport, longest: 70)
        let frame = inset.viewport.frame
        let panel = panel(inset.viewport, layers, isDetail: true)
        let caption = PanelCaption(
            line: composition.type.line(
                composition.phrases.enlarged(factor: inset.factor), .bodyBold), theme: theme)
        let box = caption.box(in: frame, clearOf: inset.clusters, lines: inset.lines, panel: panel)
        let content = panel.draw(
            inset.clusters, over: panel.base(inset.clusters), lines: inset.lines,
            places: places(in: inset.viewport),
            furniture: [box, bar?.box].compactMap(\.self), isSparse: isSparse)
        var edge = Canvas()
        edge.stroke(.rectangle(SubpixelBounds(frame)), theme.paper.opacity(0.9), width: 5)
        canvas.clipped(to: layout.mapFrame, edge)
        canvas.clipped(to: frame, content.canvas)
        if let bar { canvas.add(bar.canvas.items) }
        canvas.add(caption.draw(in: box).items)
        canvas.stroke(.rectangle(SubpixelBounds(frame)), theme.frame, width: 1.2)
        return content
    }

    private func panel(
        _ viewport: Viewport, _ layers: BasemapLayers, isDetail: Bool = false
    ) -> MapPanel {
        MapPanel(
            viewport: viewport, layers: layers, theme: theme, type: composition.type, style: style,
            words: composition.words, key: composition.key, ownLayers: request.ownLayers,
            isDetail: isDetail, hillshade: request.hillshade,
            graticule: isDetail ? nil : graticule(viewport))
    }

    private func graticule(_ viewport: Viewport) -> Graticule? {
        guard request.showsGraticule else { return nil }
        return Graticule(
            viewport: viewport, theme: theme, type: composition.type, phrases: composition.phrases)
    }

    private func furniture(
        _ head: HeadAndFoot.Band, _ foot: HeadAndFoot.Band, on canvas: inout Canvas
    ) {
        let margin = style.margin
        head.draw(on: &canvas, at: PixelPoint(x: margin, y: margin))
        for (block, origin) in layout.blocks { block.draw(&canvas, origin) }
        foot.draw(
            on: &canvas, at: PixelPoint(x: margin, y: Double(request.height) - margin - foot.height)
        )
        canvas.stroke(.rectangle(SubpixelBounds(layout.mapFrame)), theme.frame, width: 1)
    }

    /// The scale bar in the lower left corner of a map, with its box.
    private func scaleBar(
        _ viewport: Viewport, longest: Double
    ) -> DrawnScaleBar? {
        guard let bar = ScaleBar(viewport, longest: longest) else { return nil }
        let text = composition.type.line(bar.text(in: composition.phrases), .note)
        let left = Double(viewport.frame.x) + 14
        let base = Double(viewport.frame.y + viewport.frame.height) - 14
        let right = left + bar.lengthInPixels
        var canvas = Canvas()
        let path = Path.polyline(
            [
                PixelPoint(x: left, y: base - 5), PixelPoint(x: left, y: base),
                PixelPoint(x: right, y: base), PixelPoint(x: right, y: base - 5),
            ], closed: false)
        canvas.stroke(path, theme.halo.opacity(0.85), width: 4)
        canvas.stroke(path, theme.text, width: 1.3)
        canvas.text(
            text,
            at: PixelPoint(x: left + (bar.lengthInPixels - text.widthInPixels) / 2, y: base - 5),
            theme.text, halo: .init(color: theme.halo.opacity(0.88), radius: subpixels(1.6)))
        let box = SubpixelBounds(
            minX: subpixels(left - 4), minY: subpixels(base - 20), maxX: subpixels(right + 4),
            maxY: subpixels(base + 4))
        return DrawnScaleBar(bar: bar, box: box, canvas: canvas)
    }

    /// A scale bar where it stands.
    private struct DrawnScaleBar {
        var bar: ScaleBar
        var box: SubpixelBounds
        var canvas: Canvas
    }

    /// The furniture that stands on the map.
    private func onMap(
        _ content: MapPanel.Content, _ bar: DrawnScaleBar?, _ inset: Inset?, _ locator: Locator?
    ) -> [MapDescription.Furniture] {
        func piece(_ name: String, _ box: SubpixelBounds?, _ says: [String] = [])
            -> [MapDescription.Furniture]
        {
            box.map { [.init(name: name, box: $0, says: says, isOnMap: true)] } ?? []
        }
        let words = bar.map { [$0.bar.text(in: composition.phrases)] } ?? []
        return piece("scale bar", bar?.box, words) + piece("enlargement", inset?.box)
            + piece("locator", locator?.box)
            + content.degrees.flatMap { piece("degrees", $0.box, [$0.text]) }
    }
}

extension MapRequest {
    /// What a map of a frame may name; where events are counted, no place is named for one of them.
    fileprivate func places(in viewport: Viewport, isDense: Bool) -> [LabelledPlace] {
        let box = viewport.boundingBox
        let degreesPerPixel = box.height / Double(max(1, viewport.frame.height))
        let named = isDense ? places.filter(\.isWanted) : places
        let known = Set(named.map(\.id))
        return named + placesAround(box, degreesPerPixel).filter { !known.contains($0.id) }
    }
}
