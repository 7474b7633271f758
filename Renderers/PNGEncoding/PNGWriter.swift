internal import CPNGShim
public import Raster

/// Writes one picture after another with the same options, keeping its memory between them: for
/// tiles, one writer a thread.
///
/// libpng frames the file; the zlib stream inside IDAT is libdeflate's. The same picture and options
/// give the same bytes, whatever was written before.
///
/// Keeps the memory of the largest picture so far: twice its rows, of which the second half is
/// touched as far as the stream is long.
///
/// Source: W3C, "Portable Network Graphics (PNG) Specification (Third Edition)", 2025.
@safe public struct PNGWriter: ~Copyable {
    private let colors: PNGColors
    private let fields: FileFields
    private var out: FileBytes
    // SAFETY: owned by this value alone, which is not copied and frees it at its end.
    private let handle: OpaquePointer

    /// Makes a writer: 0.1 ms for the compressor's tables, so keep it.
    ///
    /// - Throws: `keyword`, `textWithNUL`, `compressionLevel`, `paletteSize`, or `libpng` when memory
    ///   is short.
    public init(options: PNGOptions = PNGOptions()) throws(PNGEncodingError) {
        if case .fixedPalette(let palette) = options.colors { try IndexPlan.check(palette) }
        let fields = try FileFields(options)
        guard let made = unsafe cpng_writer_make(Int32(options.compressionLevel)) else {
            throw .libpng("no memory for the compressor")
        }
        unsafe handle = made
        self.fields = fields
        colors = options.colors
        out = FileBytes()
    }

    deinit {
        unsafe cpng_writer_free(handle)
    }

    /// The file for a picture, its colours written as the options say.
    ///
    /// - Throws: `pixelBytes`, or `libpng` when memory is short or the stream takes over 2³¹ bytes;
    ///   `PNGStripes` writes such pictures.
    public mutating func encode(_ buffer: PixelBuffer) throws(PNGEncodingError) -> [UInt8] {
        let expected = buffer.width * buffer.height * 4
        guard buffer.bytes.count == expected else {
            throw .pixelBytes(buffer.bytes.count, expected: expected)
        }
        switch colors {
        case .rgb: return try encode(PNGPixels(buffer))
        case .palette:
            let histogram = ColorHistogram(buffer)
            let palette = Palette(of: histogram)
            let indices = palette.indicesThatRepeat(of: histogram, width: buffer.width)
            return try encode(
                PNGPixels(
                    width: buffer.width, height: buffer.height,
                    layout: .indexed(palette: palette.colors), bytes: indices))
        case .fixedPalette(let colors):
            return try encode(PNGPixels(IndexedPicture(buffer, nearest: colors)))
        }
    }

    /// The file for pixels as they are; the options' colours do not count.
    ///
    /// - Throws: `pixelBytes`, `paletteSize`, `index`, or `libpng` as above.
    public mutating func encode(_ pixels: PNGPixels) throws(PNGEncodingError) -> [UInt8] {
        let expected = pixels.width * pixels.height * pixels.layout.bytesPerPixel
        guard pixels.bytes.count == expected else {
            throw .pixelBytes(pixels.bytes.count, expected: expected)
        }
        var plan: IndexPlan?
        if case .indexed(let palette) = pixels.layout {
            plan = try IndexPlan(of: pixels.bytes, palette)
        }
        var head = FileHead(
            width: pixels.width, height: pixels.height, layout: pixels.layout, plan: plan)
        head.isShaded = pixels.isShaded
        return try write(pixels.bytes, head, remap: plan?.remap ?? [])
    }

    private mutating func write(
        _ bytes: [UInt8], _ head: FileHead, remap: [UInt8]
    ) throws(PNGEncodingError) -> [UInt8] {
        out.clear()
        var fault = Fault()
        // SAFETY: pixels, remap and head are read during the call alone; their counts are checked above.
        let status = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe remap.withUnsafeBufferPointer { remap in
                unsafe head.withHead(fields) { head in
                    unsafe fault.fill { fault in
                        unsafe cpng_write(
                            handle, head, bytes.baseAddress,
                            remap.isEmpty ? nil : remap.baseAddress, &out.raw, fault)
                    }
                }
            }
        }
        guard status == 0 else { throw .libpng(fault.text) }
        return out.copied
    }
}

extension PNGWriter {
    /// The libraries that make the bytes, with their versions.
    public static let libraries: [String] = {
        // SAFETY: constant strings of the libraries.
        let png = unsafe String(cString: cpng_libpng_version())
        let deflate = unsafe String(cString: cpng_libdeflate_version())
        return ["libdeflate \(deflate)", "libpng \(png)"]
    }()

    /// Whether the libraries are those that golden bytes were made with, of Debian 12.
    public static let isPinned = libraries == ["libdeflate 1.14", "libpng 1.6.39"]
}
