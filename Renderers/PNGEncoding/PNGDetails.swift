internal import CPNGShim

/// What a PNG file says beside its pixels.
public struct PNGDetails: Hashable, Sendable {
    /// How a file holds its pixels.
    public enum ColorType: UInt8, Hashable, Sendable {
        /// Grey.
        case grey = 0
        /// Red, green and blue.
        case rgb = 2
        /// Indexes into a palette.
        case indexed = 3
        /// Grey and alpha.
        case greyAlpha = 4
        /// Red, green, blue and alpha.
        case rgba = 6
    }

    /// A colour profile of the International Color Consortium.
    public struct Profile: Hashable, Sendable {
        /// What the file calls it.
        public var name: String
        /// The profile, unpacked.
        public var bytes: [UInt8]
    }

    /// How large the picture is meant to be, in pixels a metre.
    public struct Density: Hashable, Sendable {
        /// From left to right.
        public var across: UInt32
        /// From top to bottom.
        public var down: UInt32
    }

    /// The width, in pixels.
    public var width: Int
    /// The height, in pixels.
    public var height: Int
    /// The bits of a channel, or of an index: 1, 2, 4, 8 or 16.
    public var bitDepth: Int
    /// How the file holds its pixels.
    public var colorType: ColorType
    /// Whether the rows come in seven passes.
    public var isInterlaced: Bool
    /// Pixels a metre; nil where the file says none, or a ratio alone.
    public var density: Density?
    /// The intent of rendering by which the colours are sRGB, 0...3; nil where they are not said to be.
    public var sRGBIntent: Int?
    /// Gamma of the file (gAMA) in 1/100,000: 45455 for 1/2.2.
    public var gamma: Int?
    /// x and y of white, red, green and blue (cHRM) in 1/100,000; empty where the file says none.
    public var chromaticities: [Int]
    /// The colour profile (iCCP).
    public var profile: Profile?
    /// The texts (tEXt, zTXt, iTXt), of at most 32 in the file's order.
    public var texts: [PNGText]
    /// What libpng left out and why, in its words, at most 8.
    public var remarks: [String]

    init(_ file: borrowing ReadFile) {
        let facts = file.facts
        width = Int(facts.width)
        height = Int(facts.height)
        bitDepth = Int(facts.bit_depth)
        colorType = ColorType(rawValue: facts.color_type) ?? .rgba
        isInterlaced = facts.is_interlaced != 0
        density =
            facts.unit == 1 ? Density(across: facts.pixels_x, down: facts.pixels_y) : nil
        sRGBIntent = facts.intent >= 0 ? Int(facts.intent) : nil
        gamma = facts.gamma > 0 ? Int(facts.gamma) : nil
        let c = facts.chromaticities
        chromaticities =
            facts.has_chromaticities == 0
            ? [] : [c.0, c.1, c.2, c.3, c.4, c.5, c.6, c.7].map(Int.init)
        profile = file.profile
        texts = file.texts
        remarks = file.remarks
    }
}
