public import Projections
public import Scenes
public import Typesetting
internal import Basemap
internal import GeoModel

/// The one picture of a zoom, of which tiles and bare maps are windows.
///
/// A window shows the same, pixel for pixel, whichever other window shows it too: marks and labels are
/// placed by rules that know no frame, dashes and hatches are counted from the world, and outlines are
/// drawn by their own points. Only what lies within a known reach of a window is looked at.
///
///     let picture = ZoomMap(request, zoom: 8, typesetter: typesetter)
///     let scene = picture.scene(of: PixelFrame(x: 41_000, y: 24_500, width: 1024, height: 1024))
///
/// Of the request all counts but its size, its frame and what belongs to furniture. Windows are given in
/// pixels of the world, which is 256 · 2^zoom wide and high and begins at 180° W; they may reach over its
/// left and right edges, where it begins anew. A window at a scale of 2 is drawn from the same scene.
public struct ZoomMap: Sendable {
    /// What of the picture is drawn.
    public struct Parts: OptionSet, Hashable, Sendable {
        /// A set of bits.
        public let rawValue: Int

        /// Makes a set of its bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// Water, land, borders, own layers.
        public static let ground = Parts(rawValue: 1)
        /// What happened: areas, roads, arrows, marks.
        public static let events = Parts(rawValue: 2)
        /// Names of places, with their dots, and words of events.
        public static let labels = Parts(rawValue: 4)
        /// Everything.
        public static let all: Parts = [.ground, .events, .labels]
    }

    /// The zoom, 0...28.
    public let zoom: Int
    /// What is drawn. What is not drawn has its place all the same.
    public var parts = Parts.all

    let composition: Composition
    let marks: ZoomMarks
    let texts: EventLabels

    /// Lays out the events of the world; names follow window by window.
    ///
    /// - Complexity: O(n log n) in the events.
    public init(_ request: MapRequest, zoom: Int, typesetter: Typesetter) {
        precondition((0...TileID.deepestZoom).contains(zoom), "zooms run 0...28")
        self.zoom = zoom
        var request = request
        // All windows share the sizes of a picture of the usual size.
        request.width = 1200
        request.height = 900
        request.isBare = true
        composition = Composition(request, typesetter: typesetter)
        texts = EventLabels(
            type: composition.type, theme: request.theme, words: composition.words, width: 190)
        marks = ZoomMarks(composition, world: ZoomWorld(zoom: zoom), labels: texts)
    }

    /// The width and height of the world, in pixels.
    public var worldWidth: Int { world.width }

    var world: ZoomWorld { marks.world }

    /// Places marks and names around a window, to be drawn whole or in parts.
    ///
    /// Names of one plate are placed once: for many windows side by side make a plate that holds them all,
    /// of up to some thousand pixels.
    ///
    /// - Complexity: that of the window with its surroundings: 1,700 pixels to each side, 1,100 up and down.
    public func plate(for window: PixelFrame) -> ZoomPlate {
        ZoomPlate(self, window: window)
    }

    /// What a window shows, in its own pixels.
    public func scene(of window: PixelFrame) -> Scene {
        plate(for: window).scene(of: window)
    }
}
