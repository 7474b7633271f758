// The lower edges belong to a rectangle, the upper ones do not.
extension SubpixelBounds {
    /// From left to right, in 1/256 pixel.
    public var width: Int32 { maxX - minX }

    /// From top to bottom, in 1/256 pixel.
    public var height: Int32 { maxY - minY }

    /// The middle, rounded to the left and up.
    public var middle: SubpixelPoint {
        SubpixelPoint(
            x: Int32((Int(minX) + Int(maxX)) >> 1), y: Int32((Int(minY) + Int(maxY)) >> 1))
    }

    /// The rectangle with each side moved outwards (inwards when negative), in 1/256 pixel.
    public func outset(by distance: Int32) -> SubpixelBounds {
        SubpixelBounds(
            minX: minX - distance, minY: minY - distance, maxX: maxX + distance,
            maxY: maxY + distance)
    }

    /// Whether the two share an inner point; touching edges share none.
    public func intersects(_ other: SubpixelBounds) -> Bool {
        minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
    }

    /// Whether a point lies in the rectangle.
    public func contains(_ point: SubpixelPoint) -> Bool {
        point.x >= minX && point.x < maxX && point.y >= minY && point.y < maxY
    }

    /// Whether another rectangle lies in this one; it may touch the edges.
    public func contains(_ other: SubpixelBounds) -> Bool {
        minX <= other.minX && minY <= other.minY && maxX >= other.maxX && maxY >= other.maxY
    }

    /// The least rectangle around both.
    public func union(_ other: SubpixelBounds) -> SubpixelBounds {
        SubpixelBounds(
            minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
            maxY: max(maxY, other.maxY))
    }
}
