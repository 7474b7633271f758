public import GeoModel
public import Tiles

/// Which tiles are made, and where they go; how they look is said by `MapOptions`.
public struct TileOptions: Sendable {
    /// The zooms.
    public var zooms: ClosedRange<Int>
    /// What is covered; nil for where the events are, with some room around.
    public var box: BoundingBox?
    /// Where they go.
    public var output: TileOutput
    /// Whether to leave out the ground, so that events and names lie over another map.
    public var isOverlay = false
    /// Whether to go on with what an interrupted build has left.
    public var resumes = false

    /// Makes options.
    public init(zooms: ClosedRange<Int>, output: TileOutput) {
        self.zooms = zooms
        self.output = output
    }
}
