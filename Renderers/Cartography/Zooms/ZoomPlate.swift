internal import Basemap
internal import GeoModel
public import Projections
internal import Raster
public import Scenes
internal import Typesetting

/// A window of the picture of a zoom with everything placed, from which parts of it are drawn.
public struct ZoomPlate: Sendable {
    /// What it holds, in pixels of the world.
    public let window: PixelFrame
    /// Marks, arrows and labels in drawing order, in pixels of the window.
    private let pieces: [ZoomPiece]
    let layers: BasemapLayers
    /// The layers in pixels of the window.
    private let base: PreparedBase
    let map: ZoomMap
    /// The labels that were wanted near by, and where they stand.
    let labels: ZoomLabels

    init(_ map: ZoomMap, window: PixelFrame) {
        self.map = map
        self.window = window
        labels = ZoomLabels(map, window: window)
        pieces = ZoomPieces(map, window: window, labels: labels).all
        layers = map.composition.request.basemap(
            BasemapFrame(
                box: map.world.groundBox(window),
                detailInMetres: map.world.view.basemapFrame.detailInMetres))
        base = PreparedBase(
            layers, in: map.world.view(window), theme: map.composition.request.theme)
    }

    /// Who made the data that the plate shows, each once.
    public var credits: [String] { map.composition.credits(layers) }

    /// What the picture does not say and its file must: of source, names and borders.
    public var notes: [String] { map.composition.unprinted(layers) }

    /// What a part of the plate shows, in its own pixels.
    public func scene(of part: PixelFrame) -> Scene {
        let theme = map.composition.request.theme
        var scene = Scene(
            width: part.width, height: part.height,
            background: map.parts.contains(.ground) ? theme.water : theme.water.opacity(0))
        let (x, y) = (window.x - part.x, window.y - part.y)
        let seen = SubpixelBounds(
            PixelFrame(x: -x, y: -y, width: part.width, height: part.height))
        scene.items = ground(map.world.view(part), part).items
        scene.items += pieces.filter { $0.bounds.intersects(seen) }.flatMap { piece in
            piece.items.map { $0.moved(x: x, y: y) }
        }
        return scene
    }

    /// The areas of events. Hatches are counted from the world's edge, so that a picture across it is cut
    /// there.
    private func tints(_ view: Viewport, _ part: PixelFrame) -> [SceneItem] {
        let width = map.worldWidth
        let first = Int((Double(part.x) / Double(width)).rounded(.down))
        let last = Int((Double(part.x + part.width - 1) / Double(width)).rounded(.down))
        return (first...last).flatMap { turn -> [SceneItem] in
            let items = AreaTints(
                viewport: view, theme: map.composition.request.theme, worldStart: turn * width
            ).draw(map.marks.areaMarks).items
            guard first < last, !items.isEmpty else { return items }
            let side = PixelFrame(
                x: turn * width - part.x, y: 0, width: width, height: part.height)
            return [.clipped(SubpixelBounds(side), items)]
        }
    }

    /// What has no piece of its own: it is cut to each part.
    private func ground(_ view: Viewport, _ part: PixelFrame) -> Canvas {
        let (composition, parts) = (map.composition, map.parts)
        let theme = composition.request.theme
        let relief =
            parts.contains(.ground)
            ? composition.request.hillshade?.picture(view, theme: theme) : nil
        let drawing = BaseDrawing(viewport: view, theme: theme, relief: relief)
        let here = PixelFrame(
            x: part.x - window.x, y: part.y - window.y, width: part.width, height: part.height)
        var canvas = Canvas(over: view)
        if parts.contains(.ground) { canvas.add(drawing.areas(base.areas(in: here)).items) }
        if parts.contains(.events) {
            canvas.add(tints(view, part))
        }
        if parts.contains(.ground) {
            canvas.add(drawing.lines(base.lines(in: here)).items)
            canvas.add(
                OwnLayerDrawing(
                    layers: composition.request.ownLayers, viewport: view, type: composition.type,
                    theme: theme
                ).draw().items)
        }
        guard parts.contains(.events) else { return canvas }
        let lines = LineMarks(viewport: view, theme: theme)
        for road in map.marks.roads {
            let look = composition.key.look(of: road.feature.category)
            canvas.add(lines.road(road, look: look).items)
        }
        return canvas
    }
}
