internal import Basemap
internal import Projections

/// The land and lakes of a map, made ready once for all names that look for their ground.
struct PanelGround {
    /// Each lake in the picture.
    let lakes: [RingIndex]
    /// All land in the picture.
    let land: RingIndex
    /// The same on the plane of degrees, also beyond the frame.
    let landInDegrees: RingIndex

    init(_ layers: BasemapLayers, in viewport: Viewport) {
        func rings(of area: BasemapArea) -> [[PixelPoint]] {
            area.polygons.flatMap { viewport.rings(of: $0) }
        }
        self.init(
            lakes: layers.lakes.map { RingIndex(rings(of: $0)) },
            land: RingIndex(layers.land.flatMap(rings)),
            landInDegrees: RingIndex(degrees: layers.land.flatMap(\.polygons)))
    }

    init(lakes: [RingIndex], land: RingIndex, landInDegrees: RingIndex) {
        (self.lakes, self.land, self.landInDegrees) = (lakes, land, landInDegrees)
    }

    /// No land and no lakes.
    static let empty = PanelGround(lakes: [], land: RingIndex([]), landInDegrees: RingIndex([]))
}
