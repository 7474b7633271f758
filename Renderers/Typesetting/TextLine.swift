/// The face of a family that a text is set in.
public enum FontStyle: Int, Hashable, Sendable, CaseIterable {
    case regular
    case bold
    case italic
}

/// How a text is set.
public struct TextStyle: Hashable, Sendable {
    /// The face of the family.
    public var fontStyle: FontStyle
    /// The size of the em, in 1/64 pixel.
    public var size: Int32
    /// Extra space between clusters, in 1/64 pixel; not applied in scripts that join.
    public var letterSpacing: Int32
    /// The BCP 47 tag that selects local glyph forms; empty when not known.
    public var language: String

    /// Makes a style; the size is given in pixels and rounded to 1/64.
    public init(
        _ fontStyle: FontStyle = .regular, sizeInPixels: Double, letterSpacing: Int32 = 0,
        language: String = ""
    ) {
        self.fontStyle = fontStyle
        self.size = Int32(exactly: (sizeInPixels * 64).rounded()) ?? 0
        self.letterSpacing = letterSpacing
        self.language = language
    }
}

/// A glyph of a linked font, placed on a line.
public struct PlacedGlyph: Hashable, Sendable {
    /// Which linked face: an index into `Typesetter.faces`.
    public var face: Int
    /// The glyph's index in that face.
    public var glyph: UInt32
    /// To the right of the line's start, in 1/64 pixel.
    public var x: Int32
    /// Down from the baseline, in 1/64 pixel.
    public var y: Int32
}

/// One line of shaped text in visual order.
public struct TextLine: Hashable, Sendable {
    /// The text as given.
    public var text: String
    /// How it was set.
    public var style: TextStyle
    /// The glyphs from left to right.
    public var glyphs: [PlacedGlyph]
    /// The advance of the line, in 1/64 pixel.
    public var width: Int32
    /// The height above the baseline of the highest face used, in 1/64 pixel.
    public var ascent: Int32
    /// The depth below the baseline of the deepest face used, in 1/64 pixel, positive.
    public var descent: Int32
    /// The height of capital letters in the style's first face, in 1/64 pixel: what is centred
    /// beside a mark goes by it.
    public var capHeight: Int32
    /// The scalars left out because no linked face holds them (or the letter they are a mark on),
    /// each once; they are never drawn as boxes.
    public var missing: [Unicode.Scalar]
    /// Whether the line runs from right to left: such lines are ranged right in running text.
    public var isRightToLeft: Bool
}
