public import Raster

/// Pixels as a PNG file holds them: rows from the top, pixels from the left, no gaps.
public struct PNGPixels: Hashable, Sendable {
    /// What a pixel is made of.
    public enum Layout: Hashable, Sendable {
        /// A byte of grey.
        case grey
        /// Two bytes of grey, the most significant first.
        case deepGrey
        /// Red, green and blue.
        case rgb
        /// Red, green, blue and alpha, which is not multiplied in.
        case rgba
        /// A byte that counts along these 1...256 colours, which may have alpha.
        ///
        /// The file holds the colours that occur alone, and 1, 2, 4 or 8 bits a pixel as they need.
        case indexed(palette: [Color])
    }

    /// The width, in pixels.
    public let width: Int
    /// The height, in pixels.
    public let height: Int
    /// What a pixel is made of.
    public let layout: Layout
    /// The pixels, `width * height` of so many bytes as the layout says.
    public var bytes: [UInt8]

    /// Makes pixels of bytes; `PNGWriter` refuses them if their number is not right.
    public init(width: Int, height: Int, layout: Layout, bytes: [UInt8]) {
        precondition(width > 0 && height > 0, "a picture has at least one pixel")
        self.width = width
        self.height = height
        self.layout = layout
        self.bytes = bytes
    }

    /// A picture as it is: red, green and blue, and alpha where a pixel is not opaque.
    public init(_ buffer: PixelBuffer) {
        let hasAlpha = buffer.hasAlpha
        self.init(
            width: buffer.width, height: buffer.height, layout: hasAlpha ? .rgba : .rgb,
            bytes: hasAlpha ? buffer.bytes : buffer.redGreenBlue)
    }

    /// A picture with its colours brought to those of a palette.
    init(_ buffer: PixelBuffer, _ palette: Palette, _ histogram: ColorHistogram) {
        self.init(
            width: buffer.width, height: buffer.height,
            layout: .indexed(palette: palette.colors),
            bytes: palette.indices(of: buffer, histogram))
    }
}

extension PNGPixels.Layout {
    /// Bytes of a pixel in memory.
    var bytesPerPixel: Int {
        switch self {
        case .grey, .indexed: 1
        case .deepGrey: 2
        case .rgb: 3
        case .rgba: 4
        }
    }
}

extension PNGPixels {
    /// Whether rows are better written as differences to their neighbours, by the best of five rules.
    ///
    /// Flat colours pack best as they are, shaded ones as differences. At 1200 × 900 pixels and
    /// level 6, a map with labels took 469 kB and 706 kB with differences, a shaded relief 801 kB
    /// and 449 kB.
    var isShaded: Bool {
        if case .indexed = layout { return false }
        let step = layout.bytesPerPixel
        let bytes = bytes.span
        var changes = 0
        for pixel in stride(from: step, to: bytes.count, by: step) {
            var isChange = false
            for byte in pixel..<pixel + step {
                isChange = isChange || bytes[byte] != bytes[byte - step]
            }
            if isChange { changes += 1 }
        }
        return changes * 2 >= width * height
    }
}

extension PixelBuffer {
    /// Whether a pixel is not opaque.
    fileprivate var hasAlpha: Bool {
        stride(from: 3, to: bytes.count, by: 4).contains { bytes[$0] != 255 }
    }

    /// The bytes without alpha.
    fileprivate var redGreenBlue: [UInt8] {
        var result = [UInt8](repeating: 0, count: width * height * 3)
        for pixel in 0..<width * height {
            result[pixel * 3] = bytes[pixel * 4]
            result[pixel * 3 + 1] = bytes[pixel * 4 + 1]
            result[pixel * 3 + 2] = bytes[pixel * 4 + 2]
        }
        return result
    }
}
