internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// One framed map: the main one, or an enlargement of its densest part.
struct MapPanel {
    let viewport: Viewport
    let layers: BasemapLayers
    let theme: Theme
    let type: MapType
    let style: MapStyle
    let words: EventWords
    let key: CategoryKey
    let ownLayers: [OwnLayer]
    /// Whether it is an enlargement: it needs no names of countries.
    let isDetail: Bool
    /// That and how the land's shape is shaded.
    let hillshade: Hillshade?
    /// Meridians and parallels; nil draws none.
    var graticule: Graticule?

    /// What is on the panel.
    struct Content {
        var clusters: [MarkCluster]
        var movements: [LineMarks.Movement]
        var labels: [MapLabel]
        var layout: LabelLayout
        var degrees: [Graticule.Label]
        var canvas: Canvas
    }

    /// What lies under the marks.
    struct Base {
        let ground: ProjectedGround
        let canvas: Canvas
    }

    /// Draws base, areas, lines, marks and labels.
    ///
    /// Takes the marks where they happened. Labels keep clear of the furniture, which stands inside
    /// the frame; what an enlargement tells is only sketched.
    func draw(
        _ all: [MarkCluster], over base: Base, lines: [EventAtPlace], places: [LabelledPlace],
        furniture: [SubpixelBounds] = [], isSparse: Bool, enlarged: Enlarged? = nil
    ) -> Content {
        let unspread = all.filter { enlarged?.ids.contains($0.id) != true }
        let sketched = all.filter { enlarged?.ids.contains($0.id) == true }
        let clusters = MarkDisplacement(
            gap: 1.5, bounds: viewport.frame, hole: enlarged?.window
        ).settled(unspread, style: style)
        let lineMarks = LineMarks(viewport: viewport, theme: theme)
        let movements = lines.filter {
            $0.feature.destination != nil && enlarged?.ids.contains($0.id) != true
        }.compactMap {
            lineMarks.movement($0, look: key.look(of: $0.feature.category), clearOf: clusters)
        }
        let sketch = enlarged.map { EnlargedGround(theme: theme, type: type, window: $0.window) }
        let fixed =
            obstacles(clusters, movements, furniture) + (sketch?.obstacles(sketched) ?? [])
            + own.obstacles
        let degrees = graticule?.labels(clearOf: fixed) ?? []
        let obstacles = fixed + degrees.map { .rectangle($0.box) }
        let caption = enlarged.flatMap { sketch?.caption(isAtRight: $0.isAtRight) }
        let (labels, layout) = PanelLabels(
            panel: self, ground: base.ground, clusters: clusters, lines: lines,
            movements: movements,
            places: places.filter { isNamed($0, enlarged) }, isSparse: isSparse,
            obstacles: obstacles, areas: all.flatMap(\.all).map(\.feature),
            captions: [caption].compactMap(\.self) + own.labels(obstacles: obstacles)
        ).place()
        var canvas = base.canvas
        for road in lines where road.feature.destination == nil {
            canvas.add(lineMarks.road(road, look: key.look(of: road.feature.category)).items)
        }
        canvas.leaders(layout, theme: theme)
        canvas.add(marks(clusters, movements: movements, lineMarks).items)
        if let sketch { canvas.add(sketch.draw(sketched).items) }
        graticule?.draw(degrees, on: &canvas)
        canvas.labels(labels, layout, theme: theme, dot: style.townDotRadius)
        return Content(
            clusters: clusters, movements: movements, labels: labels, layout: layout,
            degrees: degrees, canvas: canvas)
    }

    /// What an enlargement tells, by the ids of its clusters and movements.
    struct Enlarged {
        var ids: Set<String>
        /// The ground of the enlargement, in 1/256 pixel of this panel.
        var window: SubpixelBounds
        /// Where the enlargement stands, seen from its ground; at its left otherwise.
        var isAtRight: Bool
    }

    private func isNamed(_ place: LabelledPlace, _ enlarged: Enlarged?) -> Bool {
        if isDetail, place.form == .country { return false }
        guard let enlarged, place.form == .settlement || place.form == .site,
            let point = viewport.point(of: place.anchor)
        else { return true }
        return !enlarged.window.contains(point)
    }

    /// Draws water, land, rivers, areas of events and borders.
    func base(_ clusters: [MarkCluster], _ density: DensityLayer? = nil) -> Base {
        let ground = ProjectedGround(layers, in: viewport)
        let base = BaseDrawing(
            viewport: viewport, theme: theme,
            relief: hillshade?.picture(viewport, theme: theme))
        var canvas = base.areas(BaseAreas(ground, rivers: layers, in: viewport))
        let tints = AreaTints(viewport: viewport, theme: theme)
        canvas.add(tints.draw(clusters.flatMap(\.all)).items)
        if let density {
            canvas.add(density.draw(theme).items)
            canvas.add(base.shoresOverCells(layers, lakes: ground.lakes).items)
        }
        if let graticule { canvas.add(graticule.draw().items) }
        canvas.add(base.lines(layers).items)
        canvas.add(own.draw().items)
        return Base(ground: ground, canvas: canvas)
    }

    private var own: OwnLayerDrawing {
        OwnLayerDrawing(layers: ownLayers, viewport: viewport, type: type, theme: theme)
    }

    private func marks(
        _ clusters: [MarkCluster], movements: [LineMarks.Movement], _ lineMarks: LineMarks
    ) -> Canvas {
        var canvas = Canvas()
        let drawing = MarkDrawing(theme: theme, type: type)
        let ground = viewport.metresPerPixel(at: viewport.centre)
        for cluster in clusters {
            canvas.add(drawing.doubt(cluster, metresPerPixel: ground).items)
        }
        for cluster in clusters { canvas.add(drawing.hairline(cluster).items) }
        for movement in movements { canvas.add(lineMarks.draw(movement).items) }
        let largestFirst = clusters.sorted { ($1.reach, $0.id) < ($0.reach, $1.id) }
        for cluster in largestFirst { canvas.add(drawing.marks(cluster).items) }
        return canvas
    }

    private func obstacles(
        _ clusters: [MarkCluster], _ movements: [LineMarks.Movement], _ furniture: [SubpixelBounds]
    ) -> [LabelObstacle] {
        var obstacles = furniture.map { LabelObstacle.rectangle($0) }
        obstacles += clusters.flatMap(\.obstacles) + movements.flatMap(\.obstacles)
        return obstacles
    }
}

extension MarkCluster {
    /// What labels keep clear of: mark by mark, so that a leader to one runs over none of its neighbours.
    var obstacles: [LabelObstacle] {
        let discs = marks.map {
            LabelObstacle.disc(SubpixelPoint($0.centre), radius: subpixels($0.reach + 1))
        }
        guard !counted.isEmpty else { return discs }
        return discs + [.disc(SubpixelPoint(centre), radius: subpixels(countedRadius + 1))]
    }
}

extension LineMarks.Movement {
    /// The pieces of its curve, which labels keep clear of.
    var obstacles: [LabelObstacle] {
        let points = LineMarks.points(of: self).map { SubpixelPoint($0) }
        return zip(points, points.dropFirst()).map { start, end in
            .segment(start, end, halfWidth: subpixels(3))
        }
    }
}
