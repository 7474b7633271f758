internal import GeoModel
internal import Projections
internal import Raster

/// The world's pixels at a zoom: 256 · 2^zoom wide and high, from 180° W and the north, where it begins
/// anew at its edges.
struct ZoomWorld: Hashable, Sendable {
    let zoom: Int

    /// From 180° W round to 180° E, in pixels.
    var width: Int { 256 << zoom }

    /// The view of a window, in a picture that begins at a pixel of the world.
    func view(_ window: PixelFrame, from origin: WorldPixel? = nil) -> Viewport {
        Viewport(zoom: zoom, window: window, origin: origin.map { ($0.x, $0.y) })
    }

    /// The view of all of it.
    var view: Viewport { view(PixelFrame(width: width, height: width)) }

    /// The ground of a window and a margin about it, for the base map.
    ///
    /// Joints of its outlines where detail ends lie outside the margin, and thinning does not carry
    /// what happens there into the window.
    func groundBox(_ window: PixelFrame) -> BoundingBox {
        view(window.outset(by: Self.groundMargin)).boundingBox
    }

    private static let groundMargin = 256
}

/// A pixel of the world.
struct WorldPixel: Hashable, Sendable {
    var x, y: Int

    /// The pixel that a point of the world lies in.
    init(containing point: PixelPoint) {
        x = Int(point.x.rounded(.down))
        y = Int(point.y.rounded(.down))
    }

    init(x: Int, y: Int) {
        self.x = x
        self.y = y
    }

    /// Where a picture begins that is this one's window.
    init(_ window: PixelFrame) {
        self.init(x: window.x, y: window.y)
    }
}

extension PixelFrame {
    /// The frame with each side moved outwards, in pixels.
    func outset(by margin: Int) -> PixelFrame { outset(across: margin, down: margin) }

    /// The frame with its sides moved outwards, in pixels.
    func outset(across: Int, down: Int) -> PixelFrame {
        PixelFrame(
            x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down)
    }

    /// Whether a point lies in it.
    func holds(_ point: PixelPoint) -> Bool {
        point.x >= Double(x) && point.x < Double(x + width) && point.y >= Double(y)
            && point.y < Double(y + height)
    }

    /// The numbers of turns round the world by which a point comes to lie in it.
    func turns(of point: PixelPoint, worldWidth: Int) -> ClosedRange<Int>? {
        let width = Double(worldWidth)
        let first = Int(((Double(x) - point.x) / width).rounded(.up))
        let last = Int(((Double(x + self.width) - point.x) / width).rounded(.up)) - 1
        guard first <= last, point.y >= Double(y), point.y < Double(y + height) else { return nil }
        return first...last
    }
}
