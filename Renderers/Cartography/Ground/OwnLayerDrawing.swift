internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

/// Draws and names the layers of the map maker's own.
struct OwnLayerDrawing {
    let layers: [OwnLayer]
    let viewport: Viewport
    let type: MapType
    let theme: Theme

    /// The shapes in their order; within each, areas under lines under points.
    func draw() -> Canvas {
        var canvas = Canvas()
        for shape in layers.flatMap(\.shapes) { draw(shape, on: &canvas) }
        return canvas
    }

    private func draw(_ shape: OwnLayer.Shape, on canvas: inout Canvas) {
        let look = shape.look
        if let polygons = shape.geometry.polygons {
            let path = viewport.path(of: polygons)
            canvas.fill(path, look.fill, rule: .evenOdd)
            canvas.stroke(path, look.stroke, width: look.strokeWidthInPixels)
        }
        if let lines = shape.geometry.chains {
            canvas.stroke(
                viewport.path(along: lines), look.stroke, width: look.strokeWidthInPixels,
                cap: .round)
        }
        for point in pointsDrawn(of: shape) {
            // A disc under another: a ring around it would take twice as long.
            let radius = look.markerRadiusInPixels
            canvas.circle(point, radius: radius + 0.5, fill: theme.halo.opacity(0.9))
            canvas.circle(point, radius: radius - 0.5, fill: look.marker)
        }
    }

    /// The points of a shape whose discs are drawn: in a window of the picture of a zoom, of which others show
    /// the rest, all that reach into it.
    private func pointsDrawn(of shape: OwnLayer.Shape) -> [PixelPoint] {
        guard viewport.isWindow else { return points(of: shape) }
        let reach = shape.look.markerRadiusInPixels + 1
        let (left, top) = (Double(viewport.frame.x) - reach, Double(viewport.frame.y) - reach)
        let (right, bottom) = (
            left + Double(viewport.frame.width) + 2 * reach,
            top + Double(viewport.frame.height) + 2 * reach
        )
        return shape.geometry.points.compactMap(viewport.position).filter {
            $0.x > left && $0.x < right && $0.y > top && $0.y < bottom
        }
    }

    /// The points of a shape that the frame shows.
    private func points(of shape: OwnLayer.Shape) -> [PixelPoint] {
        shape.geometry.points.compactMap(viewport.position).filter(viewport.contains)
    }

    /// The points and lines as obstacles to labels.
    var obstacles: [LabelObstacle] {
        layers.flatMap(\.shapes).flatMap { shape -> [LabelObstacle] in
            let discs = points(of: shape).map {
                LabelObstacle.disc(
                    SubpixelPoint($0), radius: subpixels(shape.look.markerRadiusInPixels + 1))
            }
            return discs + pieces(of: shape)
        }
    }

    /// The pieces of a shape's lines.
    private func pieces(of shape: OwnLayer.Shape) -> [LabelObstacle] {
        let courses = (shape.geometry.chains ?? []).flatMap { viewport.lines(of: $0, margin: 0) }
        let halfWidth = subpixels(shape.look.strokeWidthInPixels / 2)
        return courses.flatMap { course in
            zip(course.points, course.points.dropFirst()).map { start, end in
                .course(SubpixelPoint(start), SubpixelPoint(end), halfWidth: halfWidth)
            }
        }
    }

    /// The titles of points, lines and areas. Their ids say which shape of which layer they name.
    func labels(obstacles: [LabelObstacle]) -> [MapLabel] {
        layers.enumerated().flatMap { number, layer in
            layer.shapes.enumerated().compactMap { index, shape -> MapLabel? in
                guard !shape.title.isEmpty else { return nil }
                let id = "layer:\(number + 1)/\(index + 1)"
                return courseLabel(of: shape, id: id, order: index)
                    ?? label(of: shape, id: id, order: index, obstacles)
            }
        }
    }

    /// The title beside a point or inside an area.
    private func label(
        of shape: OwnLayer.Shape, id: String, order: Int, _ obstacles: [LabelObstacle]
    ) -> MapLabel? {
        guard let anchor = anchor(of: shape, obstacles) else { return nil }
        let isPoint = !shape.geometry.points.isEmpty
        let lines = type.wrapped(shape.title, isPoint ? .town(3) : .district, width: 130)
        return MapLabel(
            id: id, kind: .hostPlace, order: order, lines: lines,
            colors: lines.map { _ in isPoint ? theme.text : theme.areaText }, anchor: anchor,
            allowsLeader: isPoint)
    }

    /// The title of a line along it; nil where it has no room.
    private func courseLabel(of shape: OwnLayer.Shape, id: String, order: Int) -> MapLabel? {
        guard let chains = shape.geometry.chains else { return nil }
        let line = type.line(shape.title, .lineName)
        let courses = NameCourses(
            name: line, typesetter: type.typesetter,
            offset: shape.look.strokeWidthInPixels / 2 + 4, frame: viewport.frame
        ).along(chains.flatMap { viewport.lines(of: $0, margin: 0) }.map(\.points))
        guard !courses.isEmpty else { return nil }
        return MapLabel(
            id: id, kind: .hostPlace, order: order, lines: [line], colors: [theme.quietText],
            anchor: .along(courses))
    }

    private func anchor(
        of shape: OwnLayer.Shape, _ obstacles: [LabelObstacle]
    ) -> LabelRequest.Anchor? {
        if let point = points(of: shape).first {
            return .mark(
                SubpixelPoint(point), radius: subpixels(shape.look.markerRadiusInPixels + 1))
        }
        guard let polygons = shape.geometry.polygons else { return nil }
        let inside = InnerPoints(
            inside: RingIndex(polygons.flatMap { viewport.rings(of: $0) }),
            frame: viewport.frame, obstacles: obstacles, room: 20)
        return inside.points.isEmpty ? nil : .centred(inside.points)
    }
}

extension LegendBlocks {
    /// A row for each layer of the map maker's own, drawn as the first of its areas, lines and points.
    func layers(_ layers: [OwnLayer], width: Double) -> FurnitureBlock? {
        let shown = layers.filter { !$0.shapes.isEmpty }
        guard !shown.isEmpty else { return nil }
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.ownLayers)
        for layer in shown {
            builder.row(layer.name, sampleWidth: 26) { canvas, at in layer.sample(on: &canvas, at) }
        }
        return builder.block("layers", sacrifice: 1)
    }

    /// The same in rows, for small pictures.
    func compactLayers(_ layers: [OwnLayer], width: Double) -> FurnitureBlock? {
        let items = layers.filter { !$0.shapes.isEmpty }.map { layer in
            FlowItem(text: layer.name, sampleWidth: 24) { layer.sample(on: &$0, $1) }
        }
        guard !items.isEmpty else { return nil }
        return FlowBlock(type: type, theme: theme, width: width)
            .block("layers", sacrifice: 1, items)
    }
}

extension OwnLayer {
    /// The looks of the layer as a sample of the legend, around a point.
    fileprivate func sample(on canvas: inout Canvas, _ at: PixelPoint) {
        if let area = shapes.first(where: { $0.geometry.polygons != nil })?.look {
            let box = Path.sampleBox(at)
            canvas.fill(box, area.fill)
            canvas.stroke(box, area.stroke, width: min(2, area.strokeWidthInPixels))
        }
        if let line = shapes.first(where: { $0.geometry.chains != nil })?.look {
            canvas.line(
                PixelPoint(x: at.x - 12, y: at.y), PixelPoint(x: at.x + 12, y: at.y), line.stroke,
                width: min(5, line.strokeWidthInPixels))
        }
        if let point = shapes.first(where: { !$0.geometry.points.isEmpty })?.look {
            canvas.circle(at, radius: min(6, point.markerRadiusInPixels), fill: point.marker)
        }
    }
}

extension Geometry {
    /// The positions of points; none for lines and areas.
    fileprivate var points: [Coordinate] {
        switch self {
        case .point(let position): [position]
        case .multiPoint(let positions): positions
        default: []
        }
    }
}
