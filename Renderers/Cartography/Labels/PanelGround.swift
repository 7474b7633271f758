internal import Projections

/// The land and lakes of a map, made ready once for all names that look for their ground.
struct PanelGround {
    /// Each country's land, and each lake.
    let areas: ProjectedGround
    /// Each lake in the picture.
    let lakes: [RingIndex]
    /// All land in the picture.
    let land: RingIndex
    /// The same on the plane of degrees, also beyond the frame.
    let landInDegrees: RingIndex

    /// `degrees` are the land on the plane of degrees, where that is at hand.
    init(_ areas: ProjectedGround, degrees: RingIndex? = nil) {
        self.areas = areas
        lakes = areas.lakes.map { RingIndex($0.rings) }
        land = RingIndex(areas.land.flatMap(\.rings))
        landInDegrees = degrees ?? RingIndex(degrees: areas.land.flatMap(\.parts).map(\.polygon))
    }
}
