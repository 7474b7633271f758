public import Raster

/// How the colours of a picture are written.
public enum PNGColors: Hashable, Sendable {
    /// Red, green and blue as they are; alpha too where a pixel is not opaque.
    case rgb
    /// One byte a pixel: the picture's own colours if there are at most 256, else those 256 or
    /// fewer that stand for them best.
    ///
    /// Colours that fill 1/2000 of the picture stay as they are. The others, blends along the edges of
    /// shapes, may be off by what no eye sees there, so that more of the picture repeats: 10 steps of green,
    /// 14 of red or 12 of blue, unless 256 colours are too few for that.
    case palette
    /// One byte a pixel: the nearest of these 1...256 colours, the first of equally near ones.
    ///
    /// The index of a pixel depends on its own colour alone, so the parts of a picture are written
    /// like the whole.
    case fixedPalette([Color])
}

/// A line of text inside a PNG file.
public struct PNGText: Hashable, Sendable {
    /// What the text is: 1...79 printable ASCII characters, such as those that PNG registers:
    /// Title, Author, Description, Copyright, Creation Time, Software, Disclaimer, Warning, Source
    /// and Comment.
    public var keyword: String
    /// The text, of any language, without NUL.
    public var text: String

    /// Makes a text.
    public init(_ keyword: String, _ text: String) {
        self.keyword = keyword
        self.text = text
    }
}

/// What goes into a PNG file beside the pixels, and how it is packed.
///
/// Nothing here depends on the clock: the same picture and options give the same bytes.
public struct PNGOptions: Hashable, Sendable {
    /// How colours are written.
    public var colors: PNGColors
    /// How large the picture is meant to be: pixels a metre, in both directions; nil says nothing.
    public var pixelsPerMetre: UInt32?
    /// Texts, written in this order.
    public var texts: [PNGText]
    /// How hard to compress, 0 (not) ... 12 (longest), as libdeflate counts.
    public var compressionLevel: Int
    /// Whether the file says that its colours are sRGB. Browsers take colours that nothing is said of for
    /// that, so tiles do without the 13 bytes.
    public var saysSRGB = true

    /// Makes options.
    public init(
        colors: PNGColors = .palette, pixelsPerMetre: UInt32? = nil, texts: [PNGText] = [],
        compressionLevel: Int = PNGOptions.defaultCompressionLevel
    ) {
        self.colors = colors
        self.pixelsPerMetre = pixelsPerMetre
        self.texts = texts
        self.compressionLevel = compressionLevel
    }

    /// The levels there are.
    static let compressionLevels = 0...12

    /// The level that a file gets if nothing else is said: 5.
    ///
    /// A tile of 256 × 256 indexes took 0.15 ms and 6.84 kB at level 1, 0.12 ms and 6.70 kB at level 5,
    /// 0.15 ms and 6.67 kB at level 6, 1.06 ms and 6.22 kB at level 9; a map of 4096 × 4096 40 ms and
    /// 379 kB, 23 ms and 358 kB, 25 ms and 356 kB, 117 ms and 349 kB (`Scripts/Benchmarks/png`).
    public static let defaultCompressionLevel = 5

    /// The pixels a metre of a picture drawn at a scale: 1 is 96 pixels an inch.
    public static func pixelsPerMetre(scale: Double) -> UInt32 {
        UInt32(max(1, min(100_000_000, (scale * 96 / 0.0254).rounded())))
    }
}
