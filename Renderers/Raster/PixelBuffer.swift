/// A picture in memory: rows from the top, pixels from the left, four bytes a pixel (R, G, B, A,
/// straight alpha).
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
        bytes = [UInt8](repeating: color.alpha, count: width * height * 4)
        var pixels = bytes.mutableSpan
        for index in stride(from: 0, to: pixels.count, by: 4) {
            pixels[index] = color.red
            pixels[index + 1] = color.green
            pixels[index + 2] = color.blue
        }
    }
}
