/// A point of the picture in pixels: x to the right, y down from the picture's top left corner.
public struct PixelPoint: Hashable, Sendable {
    /// To the right, in pixels.
    public var x: Double
    /// Down, in pixels.
    public var y: Double

    /// Makes a point.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// An upright rectangle of whole pixels: the part of a picture that shows the map.
public struct PixelFrame: Hashable, Sendable {
    /// The left edge, in pixels of the picture.
    public var x: Int
    /// The top edge, in pixels of the picture.
    public var y: Int
    /// The width, in pixels.
    public var width: Int
    /// The height, in pixels.
    public var height: Int

    /// Makes a frame of at least one pixel.
    public init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
        precondition(width > 0 && height > 0, "a frame has at least one pixel")
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}
