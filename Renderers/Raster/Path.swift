/// A point of the drawing plane in 1/256 pixel: x to the right, y down.
///
/// Everything drawn is rounded to this grid once, right after projecting, so that the same input
/// gives the same pixels everywhere.
public struct SubpixelPoint: Hashable, Sendable {
    /// Subpixels in a pixel.
    public static let unitsPerPixel: Int32 = 256

    /// To the right, in 1/256 pixel.
    public var x: Int32
    /// Down, in 1/256 pixel.
    public var y: Int32

    /// Makes a point from subpixels.
    public init(x: Int32, y: Int32) {
        self.x = x
        self.y = y
    }

    /// Rounds pixels to the grid, halves away from zero, clamped to what 32 bits hold.
    public init(xInPixels: Double, yInPixels: Double) {
        self.init(x: Self.rounded(xInPixels), y: Self.rounded(yInPixels))
    }

    private static func rounded(_ pixels: Double) -> Int32 {
        let limit = Double(Int32.max / 4)
        return Int32(max(-limit, min(limit, (pixels * Double(unitsPerPixel)).rounded())))
    }
}

/// An outline of straight lines and Bézier curves on the subpixel grid.
public struct Path: Hashable, Sendable {
    /// One step of an outline.
    public enum Element: Hashable, Sendable {
        /// Starts a contour.
        case move(SubpixelPoint)
        /// A straight line.
        case line(SubpixelPoint)
        /// A quadratic curve by its control point.
        case quadratic(SubpixelPoint, to: SubpixelPoint)
        /// A cubic curve by its control points.
        case cubic(SubpixelPoint, SubpixelPoint, to: SubpixelPoint)
        /// Back to the contour's start.
        case close
    }

    /// The steps, in order.
    public var elements: [Element]

    /// Makes an outline from steps.
    public init(_ elements: [Element] = []) {
        self.elements = elements
    }
}
