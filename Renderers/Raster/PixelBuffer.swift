/// A picture in memory: rows from the top, pixels from the left, four bytes a pixel (R, G, B, A, straight alpha).
public struct PixelBuffer: Hashable, Sendable {
    /// The width, in pixels.
    public let width: Int
    /// The height, in pixels.
    public let height: Int
    /// `width * height * 4` bytes.
    public var bytes: [UInt8]

    /// Makes a picture of one colour.
    public init(width: Int, height: Int, color: Color) {
        precondition(width > 0 && height > 0, "a picture has at least one pixel")
        self.width = width
        self.height = height
        bytes = []
        bytes.reserveCapacity(width * height * 4)
        for _ in 0..<(width * height) {
            bytes += [color.red, color.green, color.blue, color.alpha]
        }
    }
}
