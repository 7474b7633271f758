public import Raster

/// Writes a picture as a PNG file; `PNGWriter` writes many.
///
/// The chunks are IHDR, sRGB, PLTE and tRNS for palettes, pHYs, iTXt for each text, IDAT, IEND.
public enum PNGEncoder {
    /// The file for a picture.
    ///
    /// Throws when a text or palette is not allowed in PNG, or when libpng refuses. Takes memory of
    /// about twice the picture's size again, and for palettes some bytes for each of its colours.
    public static func encode(
        _ buffer: PixelBuffer, options: PNGOptions = PNGOptions()
    ) throws(PNGEncodingError) -> [UInt8] {
        var writer = try PNGWriter(options: options)
        return try writer.encode(buffer)
    }

    /// The file for pixels as they are; the options' colours do not count.
    public static func encode(
        _ pixels: PNGPixels, options: PNGOptions = PNGOptions()
    ) throws(PNGEncodingError) -> [UInt8] {
        var writer = try PNGWriter(options: options)
        return try writer.encode(pixels)
    }
}
