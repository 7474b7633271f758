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
        // Each stripe looks through all outlines; two for a thread even out what they hold.
        let stripes = threads > 1 ? max(1, min(threads * 2, height / Self.leastStripe)) : 1
        let parts = concurrently(stripes, threads: threads) { stripe in
            var rows = window
            rows.minY = window.minY + height * stripe / stripes
            rows.maxY = window.minY + height * (stripe + 1) / stripes
            return Self.draw(fills, in: rows, background: scene.background)
        }
        guard parts.count > 1 else { return parts[0] }
        var picture = PixelBuffer(
            width: window.maxX - window.minX, height: height, color: scene.background)
        picture.bytes = parts.flatMap(\.bytes)
        return picture
    }

    /// Rows below which a stripe is not worth a thread.
    private static let leastStripe = 64

    /// Draws a part as a picture of its own.
    static func draw(
        _ fills: [SceneFill], in window: PixelBounds, background: Color
    ) -> PixelBuffer {
        var picture = PixelBuffer(
            width: window.maxX - window.minX, height: window.maxY - window.minY, color: background)
        for fill in fills {
            let clip = fill.clip.intersection(window)
            guard !clip.isEmpty else { continue }
            fill.draw(
                on: &picture, clip: clip, origin: PixelOrigin(x: window.minX, y: window.minY))
        }
        return picture
    }
}

/// A shape in pixels of the picture, ready to be laid over it.
struct SceneFill: Sendable {
    /// What is covered, and how it is drawn.
    enum Shape: Sendable {
        case inside(Path, FillRule)
        /// The outlines of letters, which are drawn a little heavier.
        case letters(Path)
        /// Parallel lines, even-odd.
        case lines(Path, ParallelLines)
        /// A picture over a rectangle, even-odd; the colour does not count.
        case picture(Path, IndexedPicture, over: PixelBounds)
        /// Letters drawn before.
        case stampedLetters(Stamps)
        /// Other shapes drawn before.
        case stamps(Stamps)

        var bounds: PixelBounds? {
            switch self {
            case .inside(let path, _), .letters(let path), .lines(let path, _),
                .picture(let path, _, _):
                path.bounds?.pixels
            case .stampedLetters(let stamps), .stamps(let stamps): stamps.bounds
            }
        }
    }

    let shape: Shape
    private let color: Color
    /// What of the picture it may touch: the clip around it and its own bounds.
    let clip: PixelBounds

    /// Nil where nothing would be seen.
    init?(_ shape: Shape, color: Color, clip: PixelBounds) {
        guard color.alpha > 0, let bounds = shape.bounds else { return nil }
        let clip = clip.intersection(bounds)
        guard !clip.isEmpty else { return nil }
        self.shape = shape
        self.color = color
        self.clip = clip
    }

    /// Draws the shape inside a clip on the part of the picture that begins at a pixel.
    func draw(on picture: inout PixelBuffer, clip: PixelBounds, origin: PixelOrigin) {
        switch shape {
        case .inside(let path, let rule):
            picture.fill(path, rule: rule, color: color, clip: clip, origin: origin)
        case .letters(let path):
            picture.fillGlyphs(path, color: color, clip: clip, origin: origin)
        case .lines(let path, let lines):
            picture.fill(
                path, rule: .evenOdd, color: color, lines: lines, clip: clip, origin: origin)
        case .picture(let path, let tones, let area):
            picture.fill(
                path, rule: .evenOdd, picture: tones, over: area, clip: clip, origin: origin)
        case .stampedLetters(let stamps):
            picture.fillGlyphs(stamps, color: color, clip: clip, origin: origin)
        case .stamps(let stamps):
            picture.fill(stamps, color: color, clip: clip, origin: origin)
        }
    }
}
