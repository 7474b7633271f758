internal import Cartography
internal import PNGEncoding
internal import Projections
internal import Raster
internal import Scenes
internal import Synchronization
internal import Threads
internal import Tiles
internal import Typesetting

/// Draws tiles from the one picture of each zoom.
struct ZoomTileSource: TileSource {
    private let maps: [Int: ZoomMap]
    private let rasterizer: SceneRasterizer
    private let scale: Int
    private let indexers: IndexerStore
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
        indexers = IndexerStore(request.theme.fixedPalette)
        isTrueColor = options.isTrueColor || options.isShaded || isOverlay
    }

    /// The names of the area are placed once.
    func sheet(of area: TileRange) -> ZoomPlate {
        guard let map = maps[area.zoom] else { preconditionFailure("a zoom of the plan") }
        return map.plate(for: area.frame)
    }

    func pictures(of block: TileRange, on sheet: ZoomPlate) -> [TilePicture] {
        let scene = sheet.scene(of: block.frame)
        return indexers.with { indexer in
            rasterizer.squares(of: scene, scale: scale, side: 256 * scale) { square in
                switch square {
                case .even(let color): uniform(color, &indexer)
                case .drawn(let picture, let part):
                    isTrueColor
                        ? .trueColor(picture.part(part))
                        : .indexed(indexer.picture(of: picture, part: part))
                }
            }
        }
    }

    private func uniform(_ color: Color, _ indexer: inout PaletteIndexer) -> TilePicture {
        guard !isTrueColor else { return .uniform(color) }
        let pixel = PixelBuffer(width: 1, height: 1, color: color)
        let all = PixelBounds(minX: 0, minY: 0, maxX: 1, maxY: 1)
        return .uniform(indexer.colors[Int(indexer.picture(of: pixel, part: all).indices[0])])
    }
}

/// Indexers of a palette, one for each thread that asks at a time.
private final class IndexerStore: Sendable {
    private let palette: [Color]
    private let free = Mutex<[PaletteIndexer]>([])

    init(_ palette: [Color]) {
        self.palette = palette
    }

    func with<Result>(_ body: (inout PaletteIndexer) -> Result) -> Result {
        var indexer = free.withLock { $0.popLast() } ?? PaletteIndexer(nearest: palette)
        defer { free.withLock { $0.append(indexer) } }
        return body(&indexer)
    }
}
