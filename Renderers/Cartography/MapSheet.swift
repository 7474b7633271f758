internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

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
        head: HeadAndFoot.Band?, foot: ((BasemapLayers) -> HeadAndFoot.Band)?
    ) -> ComposedMap {
        let layers = request.basemap(viewport.boundingBox)
        let foot = foot?(layers)
        let bar = request.isBare ? nil : scaleBar()
        let content = panel(layers).draw(
            plan.clusters, lines: plan.lines, places: request.places,
            furniture: bar.map { [$0.box] } ?? [], isSparse: composition.sheet.eventCount <= 12)
        var canvas = Canvas()
        canvas.clipped(to: layout.mapFrame, content.canvas)
        if let bar { canvas.add(bar.canvas.items) }
        if let head, let foot { furniture(head, foot, on: &canvas) }
        var scene = Scene(width: request.width, height: request.height, background: theme.paper)
        scene.items = canvas.items
        let counts = MapCounts(
            composition.sheet, plan: plan, request: request, phrases: composition.phrases)
        let description = MapDescriber(
            viewport: viewport, layout: layout, counts: counts, bar: bar?.bar
        ).describe([("map", content)], lines: plan.lines, head: head, foot: foot, composition)
        return ComposedMap(
            scene: scene, description: description,
            altText: AltText(composition, plan: plan, counts: counts).text)
    }

    private func panel(_ layers: BasemapLayers) -> MapPanel {
        MapPanel(
            viewport: viewport, layers: layers, theme: theme, type: composition.type, style: style,
            words: composition.words, key: composition.key)
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
        canvas.stroke(.rectangle(PixelRectangle(layout.mapFrame)), theme.frame, width: 1)
    }

    /// The scale bar in the lower left corner of the map, with its box.
    private func scaleBar() -> (bar: ScaleBar, box: PixelRectangle, canvas: Canvas)? {
        guard let bar = ScaleBar(viewport, longest: style.isSmall ? 80 : 130) else { return nil }
        let text = composition.type.line(bar.text, .note)
        let left = Double(layout.mapFrame.x) + 14
        let base = Double(layout.mapFrame.y + layout.mapFrame.height) - 14
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
        let box = PixelRectangle(
            minX: subpixels(left - 4), minY: subpixels(base - 20), maxX: subpixels(right + 4),
            maxY: subpixels(base + 4))
        return (bar, box, canvas)
    }
}
