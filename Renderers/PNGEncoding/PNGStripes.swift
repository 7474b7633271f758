internal import CPNGShim
internal import Raster

/// Writes a picture too large for memory, a stripe of rows at a time.
///
///     var file = try PNGStripes(width: 60_000, height: 60_000, layout: .indexed(palette: palette))
///     while let stripe = next() { try sink(file.write(stripe)) }
///     try sink(file.end())
///
/// Takes the memory of two rows and what zlib needs (0.3 MB), beside the stripe and the bytes it gives
/// out: a process that wrote 40,000 × 40,000 indexes in stripes of 4 MB took 25 MiB. So the limit is that
/// of PNG, 2³¹ - 1 pixels in each direction. The pixels are those of `PNGWriter`; the bytes are not, for
/// here zlib makes the stream, since libdeflate wants all at once: a map of 4096 × 4096 took 2.5 times as
/// long. They do not depend on how the rows are cut.
@safe public struct PNGStripes: ~Copyable {
    /// The rows that are still to come.
    public private(set) var rowsLeft: Int
    private let width: Int
    private let layout: PNGPixels.Layout
    private var out: FileBytes
    // SAFETY: owned by this value alone, which is not copied and frees it at its end.
    private let handle: OpaquePointer

    /// Begins a file. The whole palette is written, in the bits that count it.
    ///
    /// - Parameters:
    ///   - width: The width, in pixels.
    ///   - height: The height, in pixels.
    ///   - layout: What a pixel is made of.
    ///   - isShaded: Whether rows are written as differences to their neighbours: for photographs and
    ///     relief, never for indexes.
    ///   - options: Texts, scale and level; levels over 9 count as 9, and colours do not count.
    /// - Throws: `size`, `paletteSize`, `keyword`, `textWithNUL`, `compressionLevel`, `libpng`.
    public init(
        width: Int, height: Int, layout: PNGPixels.Layout, isShaded: Bool = false,
        options: PNGOptions = PNGOptions()
    ) throws(PNGEncodingError) {
        let sides = 1...Int(Int32.max)
        guard sides.contains(width), sides.contains(height) else {
            throw .size(width: width, height: height)
        }
        let fields = try FileFields(options)
        var plan: IndexPlan?
        if case .indexed(let palette) = layout {
            try IndexPlan.check(palette)
            plan = IndexPlan(all: palette)
        }
        var head = FileHead(width: width, height: height, layout: layout, plan: plan)
        head.isShaded = isShaded && plan == nil
        var fault = Fault()
        var out = FileBytes()
        // SAFETY: the head is read during the call alone.
        let made = unsafe head.withHead(fields) { head in
            unsafe fault.fill { fault in
                let level = Int32(min(options.compressionLevel, 9))
                return unsafe cpng_stripes_begin(head, level, &out.raw, fault)
            }
        }
        guard let made = unsafe made else { throw .libpng(fault.text) }
        unsafe handle = made
        self.out = out
        self.width = width
        self.layout = layout
        rowsLeft = height
    }

    deinit {
        unsafe cpng_stripes_free(handle)
    }

    /// The next bytes of the file, after one or more whole rows.
    ///
    /// - Throws: `pixelBytes` for rows that are not whole or too many, `index`, `libpng`.
    public mutating func write(_ rows: [UInt8]) throws(PNGEncodingError) -> [UInt8] {
        let row = width * layout.bytesPerPixel
        let count = rows.count / row
        guard count * row == rows.count, count <= rowsLeft else {
            throw .pixelBytes(rows.count, expected: min(max(count, 1), rowsLeft) * row)
        }
        if case .indexed(let palette) = layout { _ = try IndexPlan(of: rows, palette) }
        rowsLeft -= count
        var fault = Fault()
        // SAFETY: `count` whole rows are read during the call alone.
        let status = unsafe rows.withUnsafeBufferPointer { rows in
            unsafe fault.fill { fault in
                unsafe cpng_stripes_rows(
                    handle, rows.baseAddress, UInt32(count), &out.raw, fault)
            }
        }
        guard status == 0 else { throw .libpng(fault.text) }
        defer { out.clear() }
        return out.copied
    }

    /// The last bytes of the file.
    ///
    /// - Throws: `rowsMissing` where rows are still to come, `libpng`.
    public mutating func end() throws(PNGEncodingError) -> [UInt8] {
        guard rowsLeft == 0 else { throw .rowsMissing(rowsLeft) }
        var fault = Fault()
        let status = unsafe fault.fill { fault in
            unsafe cpng_stripes_end(handle, &out.raw, fault)
        }
        guard status == 0 else { throw .libpng(fault.text) }
        defer { out.clear() }
        return out.copied
    }
}
