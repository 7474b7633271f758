internal import CPNGShim
public import Raster

/// Writes pictures as PNG files.
///
/// The chunks are IHDR, sRGB, PLTE and tRNS for palettes, pHYs, iTXt for each text, IDAT, IEND.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025.
public enum PNGEncoder {
    /// The file for a picture.
    ///
    /// Throws when a text or palette is not allowed in PNG, or when libpng refuses. Takes memory of
    /// about the picture's size again, and for palettes some bytes for each of its colours.
    public static func encode(
        _ buffer: PixelBuffer, options: PNGOptions = PNGOptions()
    ) throws(PNGEncodingError) -> [UInt8] {
        try check(buffer, options)
        return try write(pixels(of: buffer, as: options.colors), buffer, options)
    }

    /// The pixels as they go into the file.
    private struct Pixels {
        var channels: Int
        var bytes: [UInt8]
        var palette: [Color] = []
        /// Whether rows are written as differences to their neighbours, by the best of five rules.
        var isFiltered = false
    }

    private static func pixels(of buffer: PixelBuffer, as colors: PNGColors) -> Pixels {
        switch colors {
        case .rgb:
            // Flat colours pack best as they are, shaded ones as differences. At 1200 × 900 pixels
            // and level 6, a map with labels took 469 kB and 706 kB with differences, a shaded
            // relief 801 kB and 449 kB.
            let hasAlpha = buffer.hasAlpha
            return Pixels(
                channels: hasAlpha ? 4 : 3, bytes: hasAlpha ? buffer.bytes : buffer.redGreenBlue,
                isFiltered: !buffer.isFlat)
        case .palette:
            let histogram = ColorHistogram(buffer)
            let palette = Palette(of: histogram)
            return Pixels(
                channels: 1, bytes: palette.indices(of: buffer, histogram), palette: palette.colors)
        case .fixedPalette(let colors):
            let palette = Palette(colors)
            return Pixels(
                channels: 1, bytes: palette.indices(of: buffer, ColorHistogram(buffer)),
                palette: colors)
        }
    }

    private static func check(
        _ buffer: PixelBuffer, _ options: PNGOptions
    ) throws(PNGEncodingError) {
        let expected = buffer.width * buffer.height * 4
        guard buffer.bytes.count == expected else {
            throw .pixelBytes(buffer.bytes.count, expected: expected)
        }
        if case .fixedPalette(let colors) = options.colors, !(1...256).contains(colors.count) {
            throw .paletteSize(colors.count)
        }
        guard (0...9).contains(options.compressionLevel) else {
            throw .compressionLevel(options.compressionLevel)
        }
        for text in options.texts {
            guard text.keyword.isPNGKeyword else { throw .keyword(text.keyword) }
            guard !text.text.utf8.contains(0) else { throw .textWithNUL(keyword: text.keyword) }
        }
    }

    private static func write(
        _ pixels: Pixels, _ buffer: PixelBuffer, _ options: PNGOptions
    ) throws(PNGEncodingError) -> [UInt8] {
        let palette = pixels.palette.flatMap { [$0.red, $0.green, $0.blue, $0.alpha] }
        let texts = TextArena(options.texts)
        var out = unsafe cpng_buffer()
        defer { unsafe cpng_free(&out) }
        var message = Message()
        // SAFETY: libpng reads the pixels, palette and texts during the call only, and all four
        // outlive it; `out` owns what it writes until it is freed above.
        let status = unsafe pixels.bytes.withUnsafeBufferPointer { bytes in
            unsafe palette.withUnsafeBufferPointer { palette in
                unsafe texts.withTexts { texts in
                    var image = unsafe cpng_image()
                    unsafe image.width = UInt32(buffer.width)
                    unsafe image.height = UInt32(buffer.height)
                    unsafe image.channels = Int32(pixels.channels)
                    unsafe image.pixels = bytes.baseAddress
                    unsafe image.palette = palette.baseAddress
                    unsafe image.palette_count = Int32(palette.count / 4)
                    unsafe image.pixels_per_metre = options.pixelsPerMetre ?? 0
                    unsafe image.texts = texts.baseAddress
                    unsafe image.text_count = Int32(texts.count)
                    unsafe image.adaptive_filter = pixels.isFiltered ? 1 : 0
                    unsafe image.compression_level = Int32(options.compressionLevel)
                    return unsafe message.fill { unsafe cpng_encode(&image, &out, $0) }
                }
            }
        }
        guard status == 0 else { throw .libpng(message.text) }
        return unsafe [UInt8](UnsafeBufferPointer(start: out.bytes, count: out.count))
    }
}

extension String {
    /// Whether PNG takes it as a keyword; of Latin-1, which it allows, only ASCII.
    ///
    /// Source: PNG Specification (Third Edition), section 11.3.3.1.
    fileprivate var isPNGKeyword: Bool {
        guard (1...79).contains(utf8.count), utf8.allSatisfy({ (32...126).contains($0) }) else {
            return false
        }
        return utf8.first != 32 && utf8.last != 32
            && !zip(utf8, utf8.dropFirst()).contains { $0 == 32 && $1 == 32 }
    }
}

extension PixelBuffer {
    /// Whether a pixel is not opaque.
    var hasAlpha: Bool {
        stride(from: 3, to: bytes.count, by: 4).contains { bytes[$0] != 255 }
    }

    /// Whether most pixels are like the one before.
    var isFlat: Bool {
        var changes = 0
        for index in stride(from: 4, to: bytes.count, by: 4)
        where ColorHistogram.key(bytes, index) != ColorHistogram.key(bytes, index - 4) {
            changes += 1
        }
        return changes * 2 < width * height
    }

    /// The bytes without alpha.
    var redGreenBlue: [UInt8] {
        var result = [UInt8](repeating: 0, count: width * height * 3)
        for pixel in 0..<width * height {
            result[pixel * 3] = bytes[pixel * 4]
            result[pixel * 3 + 1] = bytes[pixel * 4 + 1]
            result[pixel * 3 + 2] = bytes[pixel * 4 + 2]
        }
        return result
    }
}
