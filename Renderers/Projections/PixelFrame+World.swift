public import GeoModel

extension PixelFrame {
    /// The whole pixels of the world at a zoom that hold a box; a box across the antimeridian runs on over
    /// the world's right edge.
    ///
    /// - Parameters:
    ///   - box: Degrees; what lies beyond the square world in the north or south is left out.
    ///   - zoom: The world is 256 · 2^zoom pixels wide, counted from 180° W and the north.
    public init(holding box: BoundingBox, zoom: Int) {
        precondition((0...TileID.deepestZoom).contains(zoom), "zooms run 0...28")
        let world = Double(256 << zoom)
        func down(_ latitude: Double) -> Double {
            let limit = WebMercator.northernmostLatitude
            let place = Coordinate(
                longitude: 0, latitude: max(-limit, min(limit, latitude)))
            let metres = WebMercator().project(place)?.y ?? 0
            return (0.5 - metres / WebMercator.worldWidthInMetres) * world
        }
        func across(_ longitude: Double) -> Double { (longitude + 180) / 360 * world }
        // A box that ends on a pixel's edge, to a thousandth, takes no pixel more.
        let slack = 1.0 / 1024
        let left = Int((across(box.west) + slack).rounded(.down))
        let right = Int((across(box.west + box.width) - slack).rounded(.up))
        let top = Int(max(0, down(box.north) + slack).rounded(.down))
        let bottom = Int(min(world, down(box.south) - slack).rounded(.up))
        self.init(
            x: left, y: min(top, (256 << zoom) - 1), width: max(1, right - left),
            height: max(1, bottom - top))
    }
}
