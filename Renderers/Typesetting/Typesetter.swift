public import Raster
import Synchronization

/// Shapes text with the linked faces and gives the outlines of its glyphs.
///
/// Text is set unhinted, with kerning and ligatures, by integer arithmetic from the fonts' design
/// units: the same text in the same style gives the same numbers everywhere. One typesetter serves
/// all threads. It keeps the last 16,384 lines shaped (7 MiB for 10,000 names), every outline used, and
/// up to 8 MiB of glyphs drawn.
///
/// A label takes 8 µs the first time and 2 µs again (`Scripts/Benchmarks/text`).
public final class Typesetter: Sendable {
    private let shaper: LineShaper
    private let lines = Mutex(LineCache(capacity: 16_384))
    private let outlines = Mutex(OutlineStore())
    /// A glyph of 11 pixels takes about a kilobyte, its rim two.
    let glyphMasks = Mutex(RecentCache<GlyphForm, GlyphMasks>(capacity: 8 << 20))

    /// Opens the linked faces: 0.3 ms the first time, since their tables are read when first asked
    /// for.
    ///
    /// - Throws: `TypesettingError` when a linked face cannot be read.
    public init() throws(TypesettingError) {
        var faces: [ShapingFace] = []
        for linked in LinkedFace.all {
            guard let face = ShapingFace(linked) else {
                throw .unreadableFace(name: linked.file, code: 0)
            }
            faces.append(face)
        }
        shaper = LineShaper(faces: faces)
    }

    /// Shapes one line: bidirectional runs, fallback per cluster, visual order.
    ///
    /// The line's direction is that of its first strong letter. Line breaks and tabs are set as
    /// spaces.
    public func line(_ text: String, style: TextStyle) -> TextLine {
        line(text, style: style, direction: .automatic)
    }

    func line(_ text: String, style: TextStyle, direction: ParagraphDirection) -> TextLine {
        let key = LineCache.Key(text: text, style: style, direction: direction)
        if let line = lines.withLock({ $0.line(for: key) }) { return line }
        // Shaped outside the lock: two threads may both shape a line, and get the same one.
        let line = shaper.line(text, style: style, direction: direction)
        lines.withLock { $0.insert(line, for: key) }
        return line
    }

    /// The outline of a line whose baseline starts at a point, all contours in one path (non-zero).
    ///
    /// TrueType's quadratic curves stay quadratic. Each glyph is `outline(ofGlyph:face:size:)` moved
    /// by whole subpixels, so that a format that reuses glyphs shows the same picture.
    public func outline(of line: TextLine, at origin: SubpixelPoint) -> Path {
        var elements: [Path.Element] = []
        outlines.withLock { outlines in
            for glyph in line.glyphs {
                let start = SubpixelPoint(
                    x: origin.x &+ glyph.x &* Self.subpixelsInFine,
                    y: origin.y &+ glyph.y &* Self.subpixelsInFine)
                outlines.outline(ofGlyph: glyph.glyph, face: glyph.face)
                    .append(to: &elements, scale: scale(glyph.face, line.style.size), origin: start)
            }
        }
        return Path(elements)
    }

    /// The outline of one glyph with its origin at zero; empty for a space.
    ///
    /// - Parameters:
    ///   - glyph: The glyph's index in its face.
    ///   - face: The face, an index into `faces`.
    ///   - size: The size of the em, in 1/64 pixel.
    /// - Returns: The contours, y down, for the non-zero rule.
    public func outline(ofGlyph glyph: UInt32, face: Int, size: Int32) -> Path {
        var elements: [Path.Element] = []
        outlines.withLock { outlines in
            outlines.outline(ofGlyph: glyph, face: face)
                .append(to: &elements, scale: scale(face, size), origin: SubpixelPoint(x: 0, y: 0))
        }
        return Path(elements)
    }

    /// The clusters of a line from left to right.
    func pieces(of line: TextLine) -> [LinePiece] { shaper.pieces(of: line) }

    private func scale(_ face: Int, _ size: Int32) -> DesignScale {
        DesignScale(size: size, unitsPerEm: shaper.faces[face].unitsPerEm)
    }

    /// Subpixels (1/256 pixel) in 1/64 pixel.
    private static let subpixelsInFine: Int32 = SubpixelPoint.unitsPerPixel / 64
}

/// Why text cannot be set.
@nonexhaustive
public enum TypesettingError: Error, Hashable, Sendable {
    /// A linked face that FreeType or HarfBuzz refuses.
    case unreadableFace(name: String, code: Int32)
}
