internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// The ground around an area of the picture of a zoom, as names need it: coarse, and projected once.
struct ZoomGround {
    let layers: BasemapLayers
    private let base: PreparedBase
    private let landInDegrees: RingIndex
    /// Where the picture begins.
    private let origin: WorldPixel
    private let area: PixelFrame

    init(_ map: ZoomMap, around area: PixelFrame, origin: WorldPixel) {
        let world = map.world
        layers = map.composition.request.basemap(
            BasemapFrame(
                box: world.groundBox(area),
                detailInMetres: 4 * world.view.basemapFrame.detailInMetres))
        base = PreparedBase(
            layers, in: world.view(area.outset(by: Self.margin)),
            theme: map.composition.request.theme)
        landInDegrees = RingIndex(degrees: layers.land.flatMap(\.polygons))
        self.origin = origin
        self.area = area.outset(by: Self.margin)
    }

    /// Frames in which names look for room may reach so far out of the area, in pixels.
    private static let margin = ZoomNames.thinning + 128

    /// Land and lakes in a frame of the world, in pixels of the picture.
    func panel(in frame: PixelFrame) -> PanelGround {
        PanelGround(ground(in: frame), degrees: landInDegrees)
    }

    /// Countries and lakes in an area of the world, in cells that are counted from the world.
    func grid(of area: PixelFrame) -> GroundGrid {
        let (left, top) = (area.x & ~7, area.y & ~7)
        let frame = PixelFrame(
            x: left, y: top, width: area.x + area.width - left, height: area.y + area.height - top)
        return GroundGrid(ground(in: frame), frame: frame.moved(x: -origin.x, y: -origin.y))
    }

    private func ground(in frame: PixelFrame) -> ProjectedGround {
        base.ground(
            in: frame.moved(x: -area.x, y: -area.y),
            movedBy: PixelPoint(x: Double(frame.x - origin.x), y: Double(frame.y - origin.y)))
    }
}

extension PixelFrame {
    func moved(x: Int, y: Int) -> PixelFrame {
        PixelFrame(x: self.x + x, y: self.y + y, width: width, height: height)
    }
}
