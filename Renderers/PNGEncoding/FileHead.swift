internal import CPNGShim
internal import Raster

/// Everything of a file but its pixels, ready for C.
struct FileHead: Sendable {
    let width: Int
    let height: Int
    var colorType: Int32
    var bitDepth: Int32 = 8
    var palette: [UInt8] = []
    var isShaded = false

    /// The head for a layout; indexes go as planned.
    init(width: Int, height: Int, layout: PNGPixels.Layout, plan: IndexPlan?) {
        self.width = width
        self.height = height
        switch layout {
        case .grey: colorType = Int32(CPNG_GREY)
        case .deepGrey: colorType = Int32(CPNG_GREY)
        case .rgb: colorType = Int32(CPNG_RGB)
        case .rgba: colorType = Int32(CPNG_RGBA)
        case .indexed: colorType = Int32(CPNG_INDEXED)
        }
        if layout == .deepGrey { bitDepth = 16 }
        if let plan {
            bitDepth = plan.bitDepth
            palette = plan.palette.flatMap { [$0.red, $0.green, $0.blue, $0.alpha] }
        }
    }

    /// Runs a call with the head as C has it; its pointers hold until it returns.
    func withHead<Result>(
        _ fields: FileFields, _ call: (UnsafePointer<cpng_head>) -> Result
    ) -> Result {
        // SAFETY: palette and texts are read during the call alone.
        unsafe palette.withUnsafeBufferPointer { palette in
            unsafe fields.texts.withTexts { texts in
                var head = unsafe cpng_head()
                unsafe head.width = UInt32(width)
                unsafe head.height = UInt32(height)
                unsafe head.color_type = colorType
                unsafe head.bit_depth = bitDepth
                unsafe head.palette = palette.baseAddress
                unsafe head.palette_count = Int32(palette.count / 4)
                unsafe head.pixels_per_metre = fields.pixelsPerMetre
                unsafe head.texts = texts.baseAddress
                unsafe head.text_count = Int32(texts.count)
                unsafe head.adaptive_filter = isShaded ? 1 : 0
                unsafe head.untagged = fields.saysSRGB ? 0 : 1
                return unsafe withUnsafePointer(to: &head, call)
            }
        }
    }
}

/// What all files of a writer say.
struct FileFields: Sendable {
    let texts: TextArena
    let pixelsPerMetre: UInt32
    let saysSRGB: Bool

    /// Takes the options' texts and scale.
    ///
    /// - Throws: `keyword`, `textWithNUL` or `compressionLevel`.
    init(_ options: PNGOptions) throws(PNGEncodingError) {
        guard PNGOptions.compressionLevels.contains(options.compressionLevel) else {
            throw .compressionLevel(options.compressionLevel)
        }
        for text in options.texts {
            guard text.keyword.isPNGKeyword else { throw .keyword(text.keyword) }
            guard !text.text.utf8.contains(0) else { throw .textWithNUL(keyword: text.keyword) }
        }
        texts = TextArena(options.texts)
        pixelsPerMetre = options.pixelsPerMetre ?? 0
        saysSRGB = options.saysSRGB
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
