internal import Basemap
internal import Projections
internal import Raster

extension BaseDrawing {
    /// The shores and state borders that cells lie over, so that land and sea stay apart under them:
    /// dark lines, with a light rim where the cells are dark.
    func shoresOverCells(
        _ layers: BasemapLayers, lakes: [ProjectedGround.Area]
    ) -> Canvas {
        var canvas = Canvas()
        let borders = layers.lines.filter { $0.kind == .country }.flatMap(\.parts)
        let coasts = layers.lines.filter { $0.kind == .coast }.flatMap(\.parts)
        var shores = viewport.path(along: coasts)
        for lake in lakes { shores.elements += lake.path.elements }
        canvas.stroke(shores, theme.halo.opacity(0.5), width: 2, cap: .round)
        canvas.stroke(
            viewport.path(along: borders), theme.halo.opacity(0.5), width: 2.6, cap: .round)
        canvas.stroke(shores, theme.text.opacity(0.7), width: 0.7, cap: .round)
        return canvas
    }
}
