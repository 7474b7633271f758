public import Basemap
internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes
internal import Threads

/// That and how the shape of the land is shaded.
public struct Hillshade: Sendable {
    /// The heights.
    public var terrain: TerrainStore
    /// Pixels of the shading to a pixel of the scene: the scale at which it will be drawn.
    public var density: Int
    /// How many threads may work; the picture is the same for any number.
    public var threads: Int

    /// Shades with heights.
    public init(terrain: TerrainStore, density: Int = 1, threads: Int = 1) {
        precondition(density > 0, "a density is one or more")
        self.terrain = terrain
        self.density = density
        self.threads = threads
    }

    /// Who made the heights that a view shows; empty where it shows none.
    func credits(_ viewport: Viewport) -> [String] {
        terrain.credits(of: frame(viewport))
    }

    /// The shading of a view, over its whole frame; nil where no heights are fine enough for its scale.
    func picture(_ viewport: Viewport, theme: Theme) -> IndexedPicture? {
        let window = terrain.window(of: frame(viewport))
        guard !window.isEmpty else { return nil }
        let mesh = GroundMesh(viewport, density: density)
        let (width, height) = (viewport.frame.width * density, viewport.frame.height * density)
        let strips = (height + Self.stripRows - 1) / Self.stripRows
        let tones = concurrently(strips, threads: threads) { strip in
            let rows = strip * Self.stripRows..<min(height, (strip + 1) * Self.stripRows)
            return ReliefStrip(window: window, mesh: mesh, width: width).tones(rows)
        }
        return IndexedPicture(
            width: width, height: height, colors: theme.reliefTones, indices: Array(tones.joined()))
    }

    /// Each strip looks at one row beyond its own on either side.
    private static let stripRows = 64

    private func frame(_ viewport: Viewport) -> BasemapFrame {
        BasemapFrame(
            box: viewport.boundingBox,
            detailInMetres: 1 / (viewport.pixelsPerMetre * Double(density)))
    }
}

/// Some rows of a shading.
private struct ReliefStrip {
    let window: TerrainWindow
    let mesh: GroundMesh
    let width: Int

    /// A tone for each pixel, row by row: see `ReliefLight.tone`.
    func tones(_ rows: Range<Int>) -> [UInt8] {
        let all = mesh.rows(rows.lowerBound - 1..<rows.upperBound + 1, columns: -1..<width + 1)
        var heights = [[Float]](repeating: [], count: all.count)
        var clarity = heights
        for (index, row) in all.enumerated() {
            var line = [Float](repeating: 0, count: width + 2)
            var clear = line
            window.smoothed(at: row.places, heights: &line, clarity: &clear)
            (heights[index], clarity[index]) = (line, clear)
        }
        var tones: [UInt8] = []
        tones.reserveCapacity(rows.count * width)
        for index in 1...rows.count {
            let (north, own, south) = (heights[index - 1], heights[index], heights[index + 1])
            for x in 1...width {
                let metres = Float(all[index].metres[x])
                let slope = Slope(
                    north: (north[x - 1], north[x], north[x + 1]),
                    own: (own[x - 1], own[x + 1]),
                    south: (south[x - 1], south[x], south[x + 1]), spacing: metres)
                let factor = ReliefLight.exaggeration(max(metres, window.squareInMetres))
                tones.append(ReliefLight.tone(slope, factor: factor, clarity: clarity[index][x]))
            }
        }
        return tones
    }
}

/// How much the land rises to the east and to the north (here: to the right and upwards), in metres a
/// metre.
struct Slope {
    var east: Float
    var north: Float

    /// From the eight neighbours of a height, weighted by their nearness.
    ///
    /// Source: B. K. P. Horn, "Hill shading and the reflectance map", Proceedings of the IEEE 69 (1981),
    /// 14, section "Estimating the gradient".
    init(
        north: (Float, Float, Float), own: (Float, Float), south: (Float, Float, Float),
        spacing: Float
    ) {
        let right = north.2 + 2 * own.1 + south.2
        let left = north.0 + 2 * own.0 + south.0
        let upper = north.0 + 2 * north.1 + north.2
        let lower = south.0 + 2 * south.1 + south.2
        east = (right - left) / (8 * spacing)
        self.north = (upper - lower) / (8 * spacing)
    }
}

/// The light that falls on the land: from the upper left, 45 degrees high, as readers of maps expect it
/// (with light from below hills look like hollows). It comes from 30 degrees left of the top: from 45 it
/// ran along the main ridge of the Caucasus, whose two sides then looked alike.
enum ReliefLight {
    /// The tone of flat land: darker ones are below, lighter ones above, up to twice as many.
    static let flat = 127
    /// The light's way to the left, upwards, and out of the map: sin 30, cos 30 and 1, each times the
    /// root of 1/2.
    private static let left: Float = 0.353_553_4
    private static let up: Float = 0.612_372_4
    private static let out: Float = 0.707_106_8
    /// Changes that are left out, so that the data's own small steps do not show on plains.
    private static let least: Float = 0.02

    /// The tone of a slope, `0...2 * flat`, from what of the light falls on it against flat land.
    ///
    /// Source: Horn 1981, section "Lambertian surfaces": the cosine of the angle between the light and
    /// the upright on the slope.
    static func tone(_ slope: Slope, factor: Float, clarity: Float) -> UInt8 {
        let (east, north) = (slope.east * factor, slope.north * factor)
        let length = (1 + east * east + north * north).squareRoot()
        let light = (left * east - up * north + out) / length
        let full = max(-1, min(1, (light - out) / (light < out ? out : 1 - out)))
        let change = full < 0 ? min(0, full + least) : max(0, full - least)
        return UInt8((Float(flat) * (1 + change * clarity)).rounded())
    }

    /// How many times heights are drawn for a pixel, or a square, of so many metres.
    ///
    /// Means over larger squares have lower slopes: over 30 seconds to 16 minutes of arc in the South
    /// Caucasus their root mean square falls by 0.645 with each doubling, as size^-0.63. Raised by
    /// size^(5/8), mountains are as plain on a map of the world as on one of a valley.
    static func exaggeration(_ metres: Float) -> Float {
        let size = metres / 1000
        let root = size.squareRoot()
        return 2.2 * root * root.squareRoot().squareRoot()
    }
}
