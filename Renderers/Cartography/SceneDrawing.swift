public import Raster
public import Typesetting

/// Draws scenes to pixels.
///
/// First every item becomes outlines to fill, then the picture is filled in horizontal stripes. Both
/// steps may be shared by threads: stripes meet on whole pixels and know nothing of each other, so
/// the bytes are the same for any number.
public struct SceneRasterizer: Sendable {
    private let typesetter: Typesetter

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
    ///   - threads: How many threads may work; the bytes are the same for any number.
    /// - Returns: The picture, `scale` times the size of the scene.
    public func draw(_ scene: Scene, scale: Int = 1, threads: Int = 1) -> PixelBuffer {
        precondition(scale > 0, "a scale is one or more")
        let (width, height) = (scene.width * scale, scene.height * scale)
        let outliner = SceneOutliner(typesetter: typesetter, scale: scale)
        let clip = PixelBounds(minX: 0, minY: 0, maxX: width, maxY: height)
        let fills = outliner.fills(of: scene.items, clip: clip, threads: threads)
        let stripes = threads > 1 ? max(1, min(threads * 4, height / Self.leastStripe)) : 1
        let parts = concurrently(stripes, threads: threads) { stripe in
            let rows = height * stripe / stripes..<height * (stripe + 1) / stripes
            return Self.draw(fills, rows: rows, width: width, background: scene.background)
        }
        guard parts.count > 1 else { return parts[0] }
        var picture = PixelBuffer(width: width, height: height, color: scene.background)
        picture.bytes = parts.flatMap(\.bytes)
        return picture
    }

    /// Rows below which a stripe is not worth a thread.
    private static let leastStripe = 64

    /// Draws some rows as a picture of their own.
    private static func draw(
        _ fills: [SceneFill], rows: Range<Int>, width: Int, background: Color
    ) -> PixelBuffer {
        var picture = PixelBuffer(width: width, height: rows.count, color: background)
        let up = Int32(clamping: -rows.lowerBound * Int(SubpixelPoint.unitsPerPixel))
        for fill in fills {
            let clip = fill.clip.intersection(
                PixelBounds(minX: 0, minY: rows.lowerBound, maxX: width, maxY: rows.upperBound))
            guard !clip.isEmpty else { continue }
            let window = PixelBounds(
                minX: clip.minX, minY: clip.minY - rows.lowerBound, maxX: clip.maxX,
                maxY: clip.maxY - rows.lowerBound)
            fill.draw(on: &picture, movedBy: up, clip: window)
        }
        return picture
    }
}

/// An outline in pixels of the picture, ready to be filled.
struct SceneFill: Sendable {
    /// How the inside is drawn.
    enum Manner: Sendable {
        case plain(FillRule)
        /// Letters, which are drawn a little heavier.
        case glyphs
        /// Parallel lines, even-odd.
        case lines(ParallelLines)
        /// A picture over a rectangle, even-odd; the colour does not count.
        case picture(IndexedPicture, over: PixelBounds)
    }

    private let path: Path
    private let manner: Manner
    private let color: Color
    /// What of the picture it may touch: the clip around it and its own bounds.
    let clip: PixelBounds

    /// Nil where nothing would be seen.
    init?(_ path: Path, _ manner: Manner, color: Color, clip: PixelBounds) {
        guard color.alpha > 0, let bounds = path.bounds?.pixels else { return nil }
        let clip = clip.intersection(bounds)
        guard !clip.isEmpty else { return nil }
        self.path = path
        self.manner = manner
        self.color = color
        self.clip = clip
    }

    /// Draws the outline moved down (up when negative), in 1/256 pixel, inside a window.
    func draw(on picture: inout PixelBuffer, movedBy down: Int32, clip: PixelBounds) {
        let path = down == 0 ? path : path.translated(x: 0, y: down)
        switch manner {
        case .plain(let rule): picture.fill(path, rule: rule, color: color, clip: clip)
        case .glyphs: picture.fillGlyphs(path, color: color, clip: clip)
        case .lines(var lines):
            lines.origin.y += down
            picture.fill(path, rule: .evenOdd, color: color, lines: lines, clip: clip)
        case .picture(let tones, let area):
            let rows = Int(down) / Int(SubpixelPoint.unitsPerPixel)
            let moved = PixelBounds(
                minX: area.minX, minY: area.minY + rows, maxX: area.maxX, maxY: area.maxY + rows)
            picture.fill(path, rule: .evenOdd, picture: tones, over: moved, clip: clip)
        }
    }
}
