public import Raster
internal import Threads
public import Typesetting

/// Draws scenes to pixels.
///
/// First every item becomes outlines to fill, then the picture is filled in horizontal stripes. Both
/// steps may be shared by threads: stripes meet on whole pixels and know nothing of each other, so
/// the bytes are the same for any number.
public struct SceneRasterizer: Sendable {
    let typesetter: Typesetter

    /// Makes a rasterizer that takes glyph outlines from a typesetter.
    public init(typesetter: Typesetter) {
        self.typesetter = typesetter
    }

    /// Draws a scene at a whole scale: every coordinate and length is multiplied by it, so that 2 is
    /// the placement of 1 drawn finer.
    ///
    /// - Parameters:
    ///   - scene: What to draw.
    ///   - scale: Pixels of the picture for one of the scene, 1 or more.
    ///   - window: The part of the picture that is drawn, such as a tile, with the same bytes; nil is
    ///     all of it. Only what can be seen there is outlined.
    ///   - threads: How many threads may work; the bytes are the same for any number.
    /// - Returns: The picture, `scale` times the size of the scene, or the part of it.
    public func draw(
        _ scene: Scene, scale: Int = 1, window: PixelBounds? = nil, threads: Int = 1
    ) -> PixelBuffer {
        precondition(scale > 0, "a scale is one or more")
        let whole = PixelBounds(
            minX: 0, minY: 0, maxX: scene.width * scale, maxY: scene.height * scale)
        let window = window.map(whole.intersection) ?? whole
        precondition(!window.isEmpty, "a window shows some of the picture")
        let outliner = SceneOutliner(typesetter: typesetter, scale: scale)
        let fills = outliner.fills(of: scene.items, clip: window, threads: threads)
        let height = window.maxY - window.minY
        // Where much is drawn is not told by height: several stripes a thread even it out.
        let stripes = threads > 1 ? max(1, min(threads * 4, height / Self.leastStripe)) : 1
        let parts = concurrently(stripes, threads: threads) { stripe in
            var rows = window
            rows.minY = window.minY + height * stripe / stripes
            rows.maxY = window.minY + height * (stripe + 1) / stripes
            return Self.draw(fills, in: rows, background: scene.background)
        }
        return parts.count == 1 ? parts[0] : PixelBuffer(stacking: parts)
    }

    /// Rows below which a stripe is not worth a thread.
    private static let leastStripe = 64

    /// Draws a part as a picture of its own.
    static func draw(
        _ fills: [SceneFill], in window: PixelBounds, background: Color
    ) -> PixelBuffer {
        var picture = PixelBuffer(
            width: window.maxX - window.minX, height: window.maxY - window.minY, color: background)
        let origin = PixelOrigin(x: window.minX, y: window.minY)
        let rows = picture.rows(from: origin)
        for fill in fills where fill.bounds.minY < rows.upperBound {
            guard fill.bounds.maxY > rows.lowerBound else { continue }
            fill.draw(on: &picture, rows: rows, origin: origin)
        }
        return picture
    }
}
