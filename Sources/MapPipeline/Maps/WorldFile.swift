internal import Projections

/// Where the pixels of a picture lie in the plane of web maps (EPSG:3857), as GIS programs read it beside
/// the picture.
///
/// Six lines: the width of a pixel, two turns (0), its height downwards, and the middle of the upper left
/// pixel, east and north; in metres. A picture across the antimeridian runs on beyond the world's edge.
///
/// Source: Esri, "World files for raster datasets", ArcGIS documentation.
public struct WorldFile: Hashable, Sendable {
    /// From one pixel of the file to the next, in metres.
    public let metresPerPixel: Double
    /// The middle of the upper left pixel, in metres east of the meridian of Greenwich.
    public let east: Double
    /// The same in metres north of the equator.
    public let north: Double

    init(window: PixelFrame, zoom: Int, scale: Int) {
        let world = WebMercator.worldWidthInMetres
        let pixel = world / Double(256 << zoom)
        metresPerPixel = pixel / Double(scale)
        east = Double(window.x) * pixel - world / 2 + metresPerPixel / 2
        north = world / 2 - Double(window.y) * pixel - metresPerPixel / 2
    }

    /// What stands in the file.
    public var text: String {
        [metresPerPixel, 0, 0, -metresPerPixel, east, north].map { "\($0)\n" }.joined()
    }

    /// The name of the file beside a picture: `map.pgw` beside `map.png`.
    public static func name(beside picture: String) -> String {
        (picture.lowercased().hasSuffix(".png") ? String(picture.dropLast(4)) : picture) + ".pgw"
    }
}
