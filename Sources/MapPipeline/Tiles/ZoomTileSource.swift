internal import Cartography
internal import PNGEncoding
internal import Projections
internal import Raster
internal import Scenes
internal import Threads
internal import Tiles
internal import Typesetting

/// Draws tiles from the one picture of each zoom.
struct ZoomTileSource: TileSource {
    private let maps: [Int: ZoomMap]
    private let rasterizer: SceneRasterizer
    private let scale: Int
    private let palette: [Color]
    /// Whether pictures keep all their colours: shaded ones, and those with clear parts.
    let isTrueColor: Bool

    init(
        _ request: MapRequest, plan: TilePlan, options: MapOptions, isOverlay: Bool,
        typesetter: Typesetter
    ) {
        var request = request
        if isOverlay { request.ownLayers = [] }
        let zooms = Array(plan.zooms)
        let made = concurrently(zooms.count, threads: options.threads) { [request] index in
            var map = ZoomMap(request, zoom: zooms[index], typesetter: typesetter)
            if isOverlay { map.parts = [.events, .labels] }
            return map
        }
        maps = Dictionary(uniqueKeysWithValues: zip(zooms, made))
        rasterizer = SceneRasterizer(typesetter: typesetter)
        scale = plan.scale
        palette = request.theme.fixedPalette
        isTrueColor = options.isTrueColor || options.isShaded || isOverlay
    }

    func picture(of window: TileRange) -> TilePicture {
        guard let map = maps[window.zoom] else { preconditionFailure("a zoom of the plan") }
        let scene = map.scene(of: window.frame)
        if scene.items.isEmpty, isTrueColor { return .uniform(scene.background) }
        let picture = rasterizer.draw(scene, scale: scale)
        guard !isTrueColor else { return .trueColor(picture) }
        return .indexed(IndexedPicture(picture, nearest: palette))
    }
}
