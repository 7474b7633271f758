internal import GeoModel
internal import Projections
internal import Raster

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
        for point in points(of: shape) {
            canvas.circle(point, radius: look.markerRadiusInPixels, fill: look.marker)
            canvas.ring(
                point, radius: look.markerRadiusInPixels, theme.halo.opacity(0.9), width: 1)
        }
    }

    /// The points of a shape that the frame shows.
    private func points(of shape: OwnLayer.Shape) -> [PixelPoint] {
        shape.geometry.points.compactMap(viewport.position).filter(viewport.contains)
    }

    /// The points as obstacles to labels.
    var obstacles: [LabelObstacle] {
        layers.flatMap(\.shapes).flatMap { shape in
            points(of: shape).map {
                .disc(SubpixelPoint($0), radius: subpixels(shape.look.markerRadiusInPixels + 1))
            }
        }
    }

    /// The titles of points and areas. Their ids say which shape of which layer they name.
    func labels(obstacles: [LabelObstacle]) -> [MapLabel] {
        layers.enumerated().flatMap { number, layer in
            layer.shapes.enumerated().compactMap { index, shape -> MapLabel? in
                guard !shape.title.isEmpty, let anchor = anchor(of: shape, obstacles) else {
                    return nil
                }
                let isPoint = !shape.geometry.points.isEmpty
                let lines = type.wrapped(shape.title, isPoint ? .town(3) : .district, width: 130)
                return MapLabel(
                    id: "layer:\(number + 1)/\(index + 1)", kind: .hostPlace, order: index,
                    lines: lines,
                    colors: lines.map { _ in isPoint ? theme.text : theme.areaText },
                    anchor: anchor, allowsLeader: isPoint)
            }
        }
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
    /// A row for each layer of the map maker's own, drawn as its first shape.
    func layers(_ layers: [OwnLayer], width: Double) -> FurnitureBlock? {
        let rows = layers.compactMap { layer in layer.shapes.first.map { (layer.name, $0) } }
        guard !rows.isEmpty else { return nil }
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.ownLayers)
        for (name, shape) in rows {
            builder.row(name, sampleWidth: 26) { canvas, at in shape.sample(on: &canvas, at) }
        }
        return builder.block("layers", sacrifice: 1)
    }

    /// The same in rows, for small pictures.
    func compactLayers(_ layers: [OwnLayer], width: Double) -> FurnitureBlock? {
        let items = layers.compactMap { layer in
            layer.shapes.first.map { shape in
                FlowItem(text: layer.name, sampleWidth: 24) { shape.sample(on: &$0, $1) }
            }
        }
        guard !items.isEmpty else { return nil }
        return FlowBlock(type: type, theme: theme, width: width)
            .block("layers", sacrifice: 1, items)
    }
}

extension OwnLayer.Shape {
    /// The shape's look as a sample of the legend, around a point.
    fileprivate func sample(on canvas: inout Canvas, _ at: PixelPoint) {
        if geometry.polygons != nil {
            let box = Path.sampleBox(at)
            canvas.fill(box, look.fill)
            canvas.stroke(box, look.stroke, width: min(2, look.strokeWidthInPixels))
        } else if geometry.chains != nil {
            canvas.line(
                PixelPoint(x: at.x - 12, y: at.y), PixelPoint(x: at.x + 12, y: at.y), look.stroke,
                width: min(5, look.strokeWidthInPixels))
        } else {
            canvas.circle(at, radius: min(6, look.markerRadiusInPixels), fill: look.marker)
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
