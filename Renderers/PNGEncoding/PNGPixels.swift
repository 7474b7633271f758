internal import CPNGShim
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

    /// A picture of indexes as it is.
    public init(_ picture: IndexedPicture) {
        self.init(
            width: picture.width, height: picture.height,
            layout: .indexed(palette: picture.colors), bytes: picture.indices)
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
        let (count, step) = (width * height, layout.bytesPerPixel)
        guard bytes.count == count * step else { return false }
        // SAFETY: so many pixels are read during the call alone.
        let changes = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe cpng_changes(bytes.baseAddress, count, step)
        }
        return changes * 2 >= count
    }
}

extension PixelBuffer {
    /// Whether a pixel is not opaque.
    fileprivate var hasAlpha: Bool {
        // SAFETY: whole pixels of the bytes are read during the call alone.
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe cpng_is_opaque(bytes.baseAddress, bytes.count / 4) == 0
        }
    }

    /// The bytes without alpha.
    fileprivate var redGreenBlue: [UInt8] {
        let count = bytes.count / 4
        // SAFETY: whole pixels are read, and three bytes of each are written into room for them.
        return unsafe [UInt8](unsafeUninitializedCapacity: count * 3) { room, written in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                unsafe cpng_drop_alpha(bytes.baseAddress, count, room.baseAddress)
            }
            written = count * 3
        }
    }
}
