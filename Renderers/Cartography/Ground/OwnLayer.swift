public import GeoModel
public import Raster

/// A layer of the map maker's own, drawn over the base map and under the events.
public struct OwnLayer: Hashable, Sendable {
    /// A shape with how it is drawn.
    public struct Shape: Hashable, Sendable {
        /// Where it lies.
        public var geometry: Geometry
        /// How it is drawn.
        public var look: Look
        /// What it is called; printed beside a point and inside an area, where there is room.
        public var title: String

        /// Makes a shape.
        public init(_ geometry: Geometry, look: Look = Look(), title: String = "") {
            self.geometry = geometry
            self.look = look
            self.title = title
        }
    }

    /// How shapes are drawn: the keys of simplestyle, with its defaults.
    ///
    /// Source: simplestyle-spec 1.1.0, Mapbox.
    public struct Look: Hashable, Sendable {
        /// Lines, and the rims of areas.
        public var stroke = Color(hex: 0x55_55_55)
        /// How broad lines are, in style pixels.
        public var strokeWidthInPixels = 2.0
        /// The inside of areas.
        public var fill = Color(hex: 0x55_55_55).opacity(0.6)
        /// Points.
        public var marker = Color(hex: 0x7E_7E_7E)
        /// How large points are, in style pixels.
        public var markerRadiusInPixels = 5.0

        /// The defaults.
        public init() {}
    }

    /// What the layer is called, in the legend and at the foot.
    public var name: String
    /// The shapes, in the order in which they are drawn.
    public var shapes: [Shape]

    /// Makes a layer.
    public init(name: String, shapes: [Shape]) {
        self.name = name
        self.shapes = shapes
    }
}
