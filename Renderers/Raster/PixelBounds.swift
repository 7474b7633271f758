/// An upright rectangle of whole pixels, lower edges included, upper ones not.
public struct PixelBounds: Hashable, Sendable {
    /// The first column.
    public var minX: Int
    /// The first row.
    public var minY: Int
    /// The column after the last.
    public var maxX: Int
    /// The row after the last.
    public var maxY: Int

    /// Makes a rectangle from its edges; one that is turned inside out is empty.
    public init(minX: Int, minY: Int, maxX: Int, maxY: Int) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// Whether no pixel lies in it.
    public var isEmpty: Bool { minX >= maxX || minY >= maxY }

    /// What two rectangles share.
    public func intersection(_ other: PixelBounds) -> PixelBounds {
        PixelBounds(
            minX: max(minX, other.minX), minY: max(minY, other.minY),
            maxX: min(maxX, other.maxX), maxY: min(maxY, other.maxY))
    }

    /// The smallest rectangle around two.
    func union(_ other: PixelBounds) -> PixelBounds {
        PixelBounds(
            minX: min(minX, other.minX), minY: min(minY, other.minY),
            maxX: max(maxX, other.maxX), maxY: max(maxY, other.maxY))
    }

    func translated(x: Int, y: Int) -> PixelBounds {
        PixelBounds(minX: minX + x, minY: minY + y, maxX: maxX + x, maxY: maxY + y)
    }

    var width: Int { max(0, maxX - minX) }
    var height: Int { max(0, maxY - minY) }
}

/// An upright rectangle on the subpixel grid, edges included.
public struct SubpixelBounds: Hashable, Sendable {
    /// The left edge, in 1/256 pixel.
    public var minX: Int32
    /// The top edge, in 1/256 pixel.
    public var minY: Int32
    /// The right edge, in 1/256 pixel.
    public var maxX: Int32
    /// The bottom edge, in 1/256 pixel.
    public var maxY: Int32

    /// Makes a rectangle from its edges.
    public init(minX: Int32, minY: Int32, maxX: Int32, maxY: Int32) {
        self.minX = minX
        self.minY = minY
        self.maxX = maxX
        self.maxY = maxY
    }

    /// The smallest rectangle of whole pixels around it.
    public var pixels: PixelBounds {
        // An arithmetic shift rounds down, below zero too.
        PixelBounds(
            minX: Int(minX) >> 8, minY: Int(minY) >> 8, maxX: (Int(maxX) + 255) >> 8,
            maxY: (Int(maxY) + 255) >> 8)
    }
}
