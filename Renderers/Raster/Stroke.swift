/// Which points of crossing contours are inside.
public enum FillRule: Hashable, Sendable {
    case nonZero
    case evenOdd
}

/// How a line is drawn along a path.
public struct Stroke: Hashable, Sendable {
    /// How segments meet.
    public enum Join: Hashable, Sendable {
        /// Sharp, up to a limit of 4 times the half width, then cut.
        case miter
        case round
        case bevel
    }

    /// How a line ends.
    public enum Cap: Hashable, Sendable {
        case butt
        case round
        case square
    }

    /// The width, in 1/256 pixel.
    public var width: Int32
    /// How segments meet.
    public var join: Join
    /// How a line ends.
    public var cap: Cap
    /// Lengths of dash and gap in turn, in 1/256 pixel; empty for a whole line.
    public var dashes: [Int32]
    /// How far into the dashes each contour starts, in 1/256 pixel.
    public var dashPhase: Int32

    /// Makes a stroke; lengths are given in pixels, rounded to 1/256 and held to what 32 bits hold.
    public init(
        widthInPixels: Double, join: Join = .round, cap: Cap = .round,
        dashesInPixels: [Double] = [], dashPhaseInPixels: Double = 0
    ) {
        func subpixels(_ pixels: Double) -> Int32 {
            Int32(roundingClamped: pixels * Double(SubpixelPoint.unitsPerPixel))
        }
        width = subpixels(widthInPixels)
        self.join = join
        self.cap = cap
        dashes = dashesInPixels.map(subpixels)
        dashPhase = subpixels(dashPhaseInPixels)
    }
}
