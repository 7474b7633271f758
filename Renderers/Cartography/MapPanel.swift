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
    /// Whether it is an enlargement: it needs no names of countries.
    let isDetail: Bool

    /// What is on the panel.
    struct Content {
        var clusters: [MarkCluster]
        var movements: [LineMarks.Movement]
        var labels: [MapLabel]
        var layout: LabelLayout
        var canvas: Canvas

        /// Whether a box lies clear of everything that is told.
        func isFree(_ box: SubpixelBounds) -> Bool {
            let (left, right) = (Double(box.minX) / 256, Double(box.maxX) / 256)
            let (top, bottom) = (Double(box.minY) / 256, Double(box.maxY) / 256)
            func distance(_ point: PixelPoint) -> Double {
                point.distance(
                    to: PixelPoint(
                        x: max(left, min(right, point.x)), y: max(top, min(bottom, point.y))))
            }
            return layout.placements.allSatisfy { !$0.box.intersects(box) }
                && clusters.allSatisfy { distance($0.centre) > $0.reach + 2 }
                && movements.flatMap(LineMarks.points).allSatisfy { distance($0) > 6 }
                && layout.placements.compactMap(\.leader?.ends).allSatisfy {
                    distance($0.start) > 3 && distance($0.end) > 3
                }
        }
    }

    /// Draws base, areas, lines, marks and labels.
    ///
    /// Takes the marks where they happened. Labels keep clear of the furniture, which stands inside
    /// the frame; what an enlargement tells is only sketched.
    func draw(
        _ all: [MarkCluster], lines: [EventAtPlace], places: [LabelledPlace],
        furniture: [SubpixelBounds] = [], isSparse: Bool, enlarged: Enlarged? = nil
    ) -> Content {
        let unspread = all.filter { enlarged?.ids.contains($0.id) != true }
        let sketched = all.filter { enlarged?.ids.contains($0.id) == true }
        let clusters = MarkDisplacement(
            gap: 1.5, bounds: viewport.frame, hole: enlarged?.window
        ).spread(unspread)
        let lineMarks = LineMarks(viewport: viewport, theme: theme)
        let movements = lines.filter {
            $0.feature.destination != nil && enlarged?.ids.contains($0.id) != true
        }.compactMap {
            lineMarks.movement($0, look: key.look(of: $0.feature.category), clearOf: clusters)
        }
        let obstacles = obstacles(
            clusters, movements, furniture + (enlarged.map { [$0.window] } ?? []))
        let (labels, layout) = PanelLabels(
            panel: self, clusters: clusters, lines: lines,
            places: places.filter { isNamed($0, enlarged) }, isSparse: isSparse,
            obstacles: obstacles, areas: all.flatMap(\.all).map(\.feature)
        ).place()
        var canvas = base(all)
        for road in lines where road.feature.destination == nil {
            canvas.add(lineMarks.road(road, look: key.look(of: road.feature.category)).items)
        }
        canvas.leaders(layout, theme: theme)
        canvas.add(marks(clusters, movements: movements, lineMarks).items)
        if let enlarged { canvas.add(sketch(sketched, in: enlarged.window).items) }
        canvas.labels(labels, layout, theme: theme, dot: style.townDotRadius)
        return Content(
            clusters: clusters, movements: movements, labels: labels, layout: layout,
            canvas: canvas)
    }

    /// What an enlargement tells, by the ids of its clusters and movements.
    struct Enlarged {
        var ids: Set<String>
        /// The ground of the enlargement, in 1/256 pixel of this panel.
        var window: SubpixelBounds
    }

    private func isNamed(_ place: LabelledPlace, _ enlarged: Enlarged?) -> Bool {
        if isDetail, place.form == .country { return false }
        guard let enlarged, place.form == .settlement || place.form == .site,
            let point = viewport.point(of: place.anchor)
        else { return true }
        return !enlarged.window.contains(point)
    }

    /// The ground of the enlargement: its frame, sized marks as they are, a dot for each other.
    private func sketch(_ clusters: [MarkCluster], in window: SubpixelBounds) -> Canvas {
        var canvas = Canvas()
        let drawing = MarkDrawing(theme: theme, type: type)
        let marks = clusters.flatMap(\.all).sorted { ($1.reach, $0.id) < ($0.reach, $1.id) }
        var inside = Canvas()
        for var mark in marks where mark.hasFigure {
            mark.centre = mark.truth
            drawing.draw(mark, on: &inside)
        }
        for mark in marks where !mark.hasFigure {
            inside.circle(mark.truth, radius: 2.6, fill: theme.markOutline)
            inside.circle(mark.truth, radius: 1.8, fill: mark.look.color)
        }
        canvas.add(inside.items)
        canvas.stroke(.rectangle(window), theme.halo.opacity(0.8), width: 3)
        canvas.stroke(.rectangle(window), theme.frame, width: 1.2)
        canvas.add(tag(in: window, clearOf: marks).items)
        return canvas
    }

    /// The letter that ties the ground to its enlargement, in the corner farthest from all marks.
    private func tag(in window: SubpixelBounds, clearOf marks: [EventMark]) -> Canvas {
        let tag = type.line(Phrases.of(type.language).enlargementTag, .bodyBold)
        let (width, height) = (tag.widthInPixels, tag.capHeightInPixels)
        let xs = [Double(window.minX) / 256 + 5, Double(window.maxX) / 256 - 5 - width]
        let ys = [Double(window.minY) / 256 + 6 + height, Double(window.maxY) / 256 - 6]
        let corners = ys.flatMap { y in xs.map { PixelPoint(x: $0, y: y) } }
        func room(_ corner: PixelPoint) -> Double {
            let middle = PixelPoint(x: corner.x + width / 2, y: corner.y - height / 2)
            return marks.map { $0.truth.distance(to: middle) - $0.reach }.min() ?? 0
        }
        var best = corners[0]
        for corner in corners where room(corner) > room(best) { best = corner }
        var canvas = Canvas()
        canvas.text(
            tag, at: best, theme.text,
            halo: .init(color: theme.halo.opacity(0.88), radius: subpixels(1.6)))
        return canvas
    }

    private func base(_ clusters: [MarkCluster]) -> Canvas {
        let base = BaseDrawing(viewport: viewport, theme: theme)
        var canvas = base.areas(layers)
        let tints = AreaTints(viewport: viewport, theme: theme)
        canvas.add(tints.draw(clusters.flatMap(\.all)).items)
        canvas.add(base.lines(layers).items)
        return canvas
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
        for cluster in clusters {
            obstacles.append(
                .disc(SubpixelPoint(cluster.centre), radius: subpixels(cluster.reach + 1)))
        }
        for movement in movements {
            let points = LineMarks.points(of: movement).map { SubpixelPoint($0) }
            for (start, end) in zip(points, points.dropFirst()) {
                obstacles.append(.segment(start, end, halfWidth: subpixels(3)))
            }
        }
        return obstacles
    }
}
