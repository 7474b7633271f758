public import EDTF
public import GeoModel
public import Places
public import Projections
public import Cartography
internal import Raster

/// How a map is drawn.
public struct MapOptions: Sendable {
    /// The most pixels of a picture, `width * height * scale * scale`.
    public static let mostPixels = PixelBuffer.mostPixels

    /// The width, in style pixels; the file has `width * scale`.
    public var width = 1200
    /// The height, in style pixels; the file has `height * scale`.
    public var height = 900
    /// File pixels to a style pixel, 1...4.
    public var scale = 1
    /// The frame, in degrees; nil fits it to what is shown.
    public var boundingBox: BoundingBox?
    /// The projection.
    public var projection = ProjectionChoice.auto
    /// Draws the box as tiles of this zoom show it, 0...22, without furniture, in the pixels that it has
    /// there; width, height and projection do not count then.
    public var zoom: Int?
    /// The rule that names places; its `asOf` is the date of names and borders.
    public var policy = NamePolicy()
    /// Which events are shown.
    public var filter = EventFilter()
    /// Layers of the map maker's own, in the order in which they are drawn.
    public var ownLayers: [OwnLayer] = []
    /// The column that sizes marks; nil draws all alike.
    public var sizeBy: String? = "killed"
    /// When events are counted in cells rather than drawn one by one.
    public var density = DensityChoice.auto
    /// The colours.
    public var theme = Theme.light
    /// What, where and when; empty lets the map say it.
    public var title = ""
    /// A second line.
    public var subtitle = ""
    /// The map in words for those who cannot see it; nil lets the map say it.
    public var altText: String?
    /// The language of legend, notes, dates and the map in words.
    public var language = DateLanguage.english
    /// Whether meridians and parallels are drawn; a bare map has none.
    public var showsGraticule = false
    /// When a small map of where the map lies stands in a corner.
    public var locator = MapRequest.LocatorWish.automatic
    /// Leaves out title, legend and all other furniture.
    public var isBare = false
    /// Whether the shape of the land is shaded; a PNG of it keeps true colours.
    public var isShaded = false
    /// Whether the PNG keeps true colours rather than 256 of them.
    public var isTrueColor = false
    /// Whether an SVG keeps its text as text, to be edited, rather than as outlines.
    public var keepsSVGText = false
    /// How many threads draw; the picture is the same for any number.
    public var threads = 1

    /// The deepest zoom: a pixel is 4 cm.
    public static let deepestZoom = 22

    /// The defaults.
    public init() {}

    /// The pixels of the world that the box has at the zoom; nil without a zoom or a box.
    public var window: PixelFrame? {
        guard let zoom, let boundingBox else { return nil }
        return PixelFrame(holding: boundingBox, zoom: zoom)
    }

    /// The deepest zoom at which a box fits one picture; nil where none is shallow enough.
    public static func deepestZoom(of box: BoundingBox, scale: Int) -> Int? {
        (0...deepestZoom).last { zoom in
            let window = PixelFrame(holding: box, zoom: zoom)
            return window.width * window.height * scale * scale <= mostPixels
        }
    }
}
