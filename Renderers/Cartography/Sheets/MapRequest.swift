public import Basemap
public import EDTF
public import GeoModel
public import Projections

/// All that a finished map is made from; names, dates and figures are already chosen.
///
/// The order of features and places never matters: what is drawn is ordered by stable ids.
public struct MapRequest: Sendable {
    /// Rows that are not on the map, and why.
    public struct NotShown: Hashable, Sendable {
        /// Why something is not on the map.
        public enum Reason: Hashable, Sendable, CaseIterable {
            /// A row is set aside: a cell cannot be read.
            case unreadable
            /// A row is set aside: an earlier one says the same.
            case duplicate
            /// A row is set aside: no place bears its name.
            case unknownPlace
            /// A row is set aside: several places bear its name.
            case ambiguousPlace
            /// A place that the map is to be about cannot be told: none bears its name, or several do.
            case wantedPlaceUnknown
            /// Outside the dates asked for.
            case outsideDates
            /// Of a category that was not asked for.
            case otherCategory
            /// A total whose parts are drawn.
            case statedTotal
            /// Known by country only.
            case countryLevel
            /// No place is given.
            case withoutPlace
            /// Outside the frame.
            case outsideFrame
        }

        /// How many.
        public var count: Int
        /// Why.
        public var reason: Reason

        /// Makes a count with its reason.
        public init(count: Int, reason: Reason) {
            self.count = count
            self.reason = reason
        }
    }

    /// When a small map shows where the map lies.
    public enum LocatorWish: Hashable, Sendable {
        /// Where readers would ask: on maps of less than 2 degrees of latitude, on which hardly any
        /// country is seen whole.
        case automatic
        /// Wherever a corner is free.
        case always
        /// Nowhere.
        case never
    }

    /// The events, one feature an event and place (and claim).
    public var features: [Feature] = []
    /// Whether the map is one of events, though there may be none: it then says so.
    public var isOfEvents = false
    /// Positions of more events, of which nothing else is known: they are only counted, in cells.
    public var points: PointSource?
    /// When events are counted in cells rather than drawn one by one.
    public var density = DensityChoice.auto
    /// The places that the map may name wherever its frame lies: those it is about, and those where
    /// something happened.
    public var places: [LabelledPlace] = []
    /// The other places that a map of a box may name, given the degrees of latitude in a pixel. Of towns
    /// that are closer than can be told apart, the first of the order of rank is enough.
    public var placesAround: @Sendable (BoundingBox, Double) -> [LabelledPlace] = { _, _ in [] }
    /// What lies under the events, for a frame that the composer chooses.
    public var basemap: @Sendable (BasemapFrame) -> BasemapLayers
    /// Shades the shape of the land; nil leaves it flat.
    public var hillshade: Hillshade?
    /// How many threads may work on it; the map is the same for any number.
    public var threads = 1
    /// Layers of the map maker's own, in the order in which they are drawn.
    public var ownLayers: [OwnLayer] = []
    /// The width, in style pixels; whoever draws the scene may draw it at a larger scale.
    public var width = 1200
    /// The height, in style pixels.
    public var height = 900
    /// The projection of the map.
    public var projection = ProjectionChoice.auto
    /// The frame, in degrees; nil fits it to the events, or to the wanted places.
    public var boundingBox: BoundingBox?
    /// What, where and when.
    public var title = ""
    /// A second line; may be empty.
    public var subtitle = ""
    /// The colours.
    public var theme = Theme.light
    /// The figure that sizes the marks; nil draws all marks alike.
    public var sizeBy: String? = "killed"
    /// The date that names and borders stand for; nil is the pack's.
    public var asOf: HistoricalDate?
    /// The statement of the name policy in the map's language, such as `Names: English usage; …`.
    public var nameRule = ""
    /// The date of the gazetteer's data; nil for a map without one.
    public var packDate: HistoricalDate?
    /// Who made the data, each with its licence.
    public var credits: [String] = []
    /// Rows that never became features, and why.
    public var notShown: [NotShown] = []
    /// How closely places are told; nil for as closely as they are known.
    public var coarsening: Coarsening?
    /// The language of the furniture.
    public var language = DateLanguage.english
    /// Whether meridians and parallels are drawn.
    public var showsGraticule = false
    /// When a small map of where the map lies stands in a corner.
    public var locator = LocatorWish.automatic
    /// Leaves out all furniture: the map alone fills the picture.
    public var isBare = false

    /// Makes a request with nothing on it yet.
    public init(basemap: @escaping @Sendable (BasemapFrame) -> BasemapLayers) {
        self.basemap = basemap
    }
}
