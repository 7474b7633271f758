/// A picture in memory: rows from the top, pixels from the left, four bytes a pixel (R, G, B, A,
/// straight alpha).
public struct PixelBuffer: Hashable, Sendable {
    /// The width, in pixels.
    public let width: Int
    /// The height, in pixels.
    public let height: Int
    /// `width * height * 4` bytes.
    public var bytes: [UInt8]

    /// The most pixels of a picture: 2²⁸, which take a gibibyte.
    public static let mostPixels = 1 << 28

    /// Makes a picture of one colour, of 1...`mostPixels` pixels.
    public init(width: Int, height: Int, color: Color) {
        precondition(width > 0 && height > 0, "a picture has at least one pixel")
        precondition(height <= Self.mostPixels / width, "a picture has at most 2²⁸ pixels")
        self.width = width
        self.height = height
        bytes = [UInt8](repeating: 0, count: width * height * 4)
        var span = bytes.mutableSpan
        // SAFETY: the elements are bytes themselves.
        var pixels = unsafe span.mutableBytes
        pixels.fill(0..<width * height, with: color.word)
    }

    /// Puts pictures of one width together, the first on top.
    package init(stacking parts: [PixelBuffer]) {
        precondition(!parts.isEmpty, "a picture has at least one pixel")
        width = parts[0].width
        height = parts.reduce(0) { $0 + $1.height }
        bytes = []
        bytes.reserveCapacity(width * height * 4)
        for part in parts {
            precondition(part.width == width, "parts are as wide as the whole")
            bytes += part.bytes
        }
    }

    /// A part of the picture as one of its own.
    public func part(_ bounds: PixelBounds) -> PixelBuffer {
        precondition(
            !bounds.isEmpty && bounds.minX >= 0 && bounds.minY >= 0 && bounds.maxX <= width
                && bounds.maxY <= height, "a part of the picture")
        var part = PixelBuffer(
            width: bounds.width, height: bounds.height, color: Color(hex: 0))
        part.bytes.removeAll(keepingCapacity: true)
        for row in bounds.minY..<bounds.maxY {
            let start = (row * width + bounds.minX) * 4
            part.bytes += bytes[start..<start + bounds.width * 4]
        }
        return part
    }
}
