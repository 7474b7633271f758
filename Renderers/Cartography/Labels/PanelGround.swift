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

    /// `degrees` are the land on the plane of degrees, where that is at hand.
    init(_ layers: BasemapLayers, in viewport: Viewport, degrees: RingIndex? = nil) {
        func rings(of area: BasemapArea) -> [[PixelPoint]] {
            area.polygons.flatMap { viewport.rings(of: $0) }
        }
        lakes = layers.lakes.map { RingIndex(rings(of: $0)) }
        land = RingIndex(layers.land.flatMap(rings))
        landInDegrees = degrees ?? RingIndex(degrees: layers.land.flatMap(\.polygons))
    }
}
