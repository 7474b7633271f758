public import GeoModel
public import Raster
public import Scenes

/// A finished map: what is drawn, and what it says in plain values.
public struct ComposedMap: Sendable {
    /// What is drawn, in style pixels.
    public var scene: Scene
    /// The title as printed: as asked for, or composed from the events.
    public var title: String
    /// What the map says.
    public var description: MapDescription
    /// The map in a few sentences, for those who cannot see it.
    public var altText: String
    /// What goes into the file, whatever is left out of the picture: what the picture says, or on a
    /// bare map what it would say of source, names and borders.
    public var notes: [String]
    /// Who made the data that the map shows, each once.
    public var credits: [String]
    /// Whether the shape of the land is shaded, in part at least.
    public var isShaded: Bool
}

/// What a map says, as plain values: for tests, for `--describe` and for other programs.
public struct MapDescription: Hashable, Sendable {
    /// A mark.
    public struct Mark: Hashable, Sendable {
        /// The feature's id.
        public var id: String
        /// The event's id.
        public var eventID: String
        /// The category.
        public var category: String
        /// `figure`, `zero`, `plain`, `tick`, `counted`, `movement` or `road`.
        public var form: String
        /// `map` or `enlargement`.
        public var panel: String
        /// The middle, in 1/256 pixel of the picture.
        public var centre: SubpixelPoint
        /// The outer radius, in 1/256 pixel; 0 for what has a course.
        public var radius: Int32
        /// What it covers, in 1/256 pixel.
        public var box: SubpixelBounds
    }

    /// A label.
    public struct Label: Hashable, Sendable {
        /// `event:ID`, `place:ID` or `line:KIND`.
        public var id: String
        /// The lines, top to bottom.
        public var lines: [String]
        /// `map` or `enlargement`.
        public var panel: String
        /// Where it stands, in 1/256 pixel; nil when it found no room.
        public var box: SubpixelBounds?
    }

    /// A piece of furniture: what stands on the picture beside marks and names.
    public struct Furniture: Hashable, Sendable {
        /// `title`, `notes`, a block of the legend, `scale bar`, `degrees`, `enlargement` or `locator`.
        public var name: String
        /// Where it stands, in 1/256 pixel.
        public var box: SubpixelBounds
        /// What it says, line by line.
        public var says: [String]
        /// Whether it stands on the map.
        public var isOnMap: Bool
    }

    /// An event that has no mark.
    public struct NotDrawn: Hashable, Sendable {
        /// The event's id.
        public var eventID: String
        /// Why, in the map's language.
        public var reason: String
    }

    /// Some that are not on the map.
    public struct NotShown: Hashable, Sendable {
        /// How many.
        public var count: Int
        /// Why, in the map's language.
        public var reason: String
    }

    /// The box that the map shows, in degrees.
    public var frame: BoundingBox
    /// Where the map is in the picture, in pixels.
    public var mapFrame: SubpixelBounds
    /// The projection's name.
    public var projection: String
    /// Metres on the ground to a pixel at the middle of the map.
    public var metresPerPixel: Double
    /// What the scale bar says; nil without one.
    public var scaleBar: String?
    /// Every mark, by panel and id.
    public var marks: [Mark] = []
    /// Every label wanted, placed or not, by panel and id.
    public var labels: [Label] = []
    /// Every line of the legend and the lists.
    public var legend: [String] = []
    /// Every line of title and notes.
    public var notes: [String] = []
    /// Every piece of furniture, in the order in which it is laid out.
    public var furniture: [Furniture] = []
    /// The names of furniture that found no room.
    public var leftOut: [String] = []
    /// How many events there are.
    public var eventCount = 0
    /// How many events have a mark or line.
    public var drawnCount = 0
    /// What is not on the map, and why.
    public var notShown: [NotShown] = []
    /// Every event without a mark, in the order of ids, with the reason in the map's language.
    public var notDrawn: [NotDrawn] = []
    /// The titles of events known by country only.
    public var countryLevel: [String] = []
}
