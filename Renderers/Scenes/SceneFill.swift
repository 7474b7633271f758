internal import Raster

/// A shape in pixels of the picture, ready to be laid over it.
struct SceneFill: Sendable {
    /// What is covered, and how it is drawn.
    enum Shape: Sendable {
        case inside(PreparedOutline)
        /// The outlines of letters, which are drawn a little heavier.
        case letters(PreparedOutline)
        /// Parallel lines inside an area.
        case lines(PreparedOutline, inside: PreparedOutline)
        /// A picture over a rectangle; the colour does not count.
        case picture(PreparedOutline, IndexedPicture, over: PixelBounds)
        /// Letters drawn before.
        case stampedLetters(Stamps)
        /// Other shapes drawn before.
        case stamps(Stamps)

        fileprivate var bounds: PixelBounds {
            switch self {
            case .inside(let outline), .letters(let outline), .lines(_, let outline),
                .picture(let outline, _, _):
                outline.bounds
            case .stampedLetters(let stamps), .stamps(let stamps): stamps.bounds
            }
        }
    }

    private let shape: Shape
    private let color: Color
    /// What of the picture it may touch: the clip around it and its own bounds.
    let bounds: PixelBounds
    /// Along which one pixel differs from another, where that was asked for; nil for shapes that are no
    /// plain area.
    let path: Path?

    /// Nil where nothing would be seen.
    init?(_ shape: Shape, color: Color, clip: PixelBounds, path: Path? = nil) {
        self.path = path
        bounds = clip.intersection(shape.bounds)
        guard color.alpha > 0, !bounds.isEmpty else { return nil }
        self.shape = shape
        self.color = color
    }

    /// Draws some rows of the shape on the part of the picture that begins at a pixel and holds them.
    func draw(on picture: inout PixelBuffer, rows: Range<Int>, origin: PixelOrigin) {
        switch shape {
        case .inside(let outline):
            picture.fill(outline, color: color, rows: rows, origin: origin)
        case .letters(let outline):
            picture.fillGlyphs(outline, color: color, rows: rows, origin: origin)
        case .lines(let lines, let area):
            picture.fill(lines, color: color, inside: area, rows: rows, origin: origin)
        case .picture(let outline, let tones, let area):
            picture.fill(outline, picture: tones, over: area, rows: rows, origin: origin)
        case .stampedLetters(let stamps):
            picture.fillGlyphs(stamps, color: color, clip: bounds, origin: origin)
        case .stamps(let stamps):
            picture.fill(stamps, color: color, clip: bounds, origin: origin)
        }
    }
}
