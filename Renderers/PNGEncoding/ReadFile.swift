internal import CPNGShim

/// A file that libpng is reading, open as far as its pixels.
// SAFETY: owned by this value alone, which is not copied and closes it at its end; `file` outlives it,
// since it is only made in `with`.
@safe struct ReadFile: ~Copyable {
    private let handle: OpaquePointer

    /// Opens a file and runs a call with it.
    ///
    /// - Throws: `broken`, `tooLarge`, or what the call throws.
    static func with<Result>(
        _ file: [UInt8], limit: Int, keepsTexts: Bool,
        _ call: (borrowing ReadFile) throws(PNGDecodingError) -> Result
    ) throws(PNGDecodingError) -> Result {
        // SAFETY: the bytes outlive the reader that is made here.
        try unsafe file.withUnsafeBufferPointer { file throws(PNGDecodingError) in
            let opened = try unsafe ReadFile(file, keepsTexts: keepsTexts)
            let facts = opened.facts
            // Neither side is over 2³¹ - 1, so the product fits.
            guard Int(facts.width) * Int(facts.height) <= limit else {
                throw .tooLarge(width: Int(facts.width), height: Int(facts.height), limit: limit)
            }
            return try call(opened)
        }
    }

    private init(
        _ file: UnsafeBufferPointer<UInt8>, keepsTexts: Bool
    ) throws(PNGDecodingError) {
        var fault = Fault()
        let opened = unsafe fault.fill { fault in
            unsafe cpng_open(file.baseAddress, file.count, keepsTexts ? 1 : 0, fault)
        }
        guard let opened = unsafe opened else { throw .broken(fault) }
        unsafe handle = opened
    }

    deinit {
        unsafe cpng_close(handle)
    }

    /// What the file says about its picture before the pixels.
    var facts: cpng_facts {
        var facts = cpng_facts()
        unsafe cpng_tell(handle, &facts)
        return facts
    }

    /// Reads R, G, B, A samples of 8 or 16 bits to the end of the file.
    func read(depth: Int32, into pixels: UnsafeMutableRawBufferPointer) throws(PNGDecodingError) {
        var fault = Fault()
        let status = unsafe fault.fill { fault in
            unsafe cpng_read(
                handle, depth, pixels.baseAddress?.assumingMemoryBound(to: UInt8.self),
                pixels.count, fault)
        }
        guard status == 0 else { throw .broken(fault) }
    }

    /// Reads over the pixels to the end of the file.
    func skip() throws(PNGDecodingError) {
        var fault = Fault()
        let status = unsafe fault.fill { fault in unsafe cpng_skip(handle, fault) }
        guard status == 0 else { throw .broken(fault) }
    }

    /// The texts read so far, in the file's order.
    var texts: [PNGText] {
        unsafe (0..<cpng_text_count(handle)).map { index in
            var text = unsafe cpng_text()
            // SAFETY: both texts end with NUL and live as long as the reader.
            let isUTF8 = unsafe cpng_text_at(handle, index, &text) != 0
            return unsafe PNGText(
                Self.latin(text.keyword),
                isUTF8 ? String(cString: text.text) : Self.latin(text.text))
        }
    }

    /// The colour profile.
    var profile: PNGDetails.Profile? {
        var name: UnsafePointer<CChar>?
        var bytes: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        // SAFETY: `count` bytes and a name ended by NUL that live as long as the reader.
        guard unsafe cpng_profile(handle, &name, &bytes, &count) != 0, let name = unsafe name
        else { return nil }
        return unsafe PNGDetails.Profile(
            name: Self.latin(name),
            bytes: [UInt8](UnsafeBufferPointer(start: bytes, count: Int(count))))
    }

    /// What libpng warned of.
    var remarks: [String] {
        unsafe (0..<cpng_warning_count(handle)).map { index in
            unsafe String(cString: cpng_warning_at(handle, index))
        }
    }

    /// Latin-1, as PNG has keywords.
    private static func latin(_ text: UnsafePointer<CChar>) -> String {
        var scalars = String.UnicodeScalarView()
        var next = unsafe text
        while unsafe next.pointee != 0 {
            scalars.append(Unicode.Scalar(UInt8(bitPattern: unsafe next.pointee)))
            unsafe next += 1
        }
        return String(scalars)
    }
}

extension PNGDecodingError {
    fileprivate static func broken(_ fault: Fault) -> PNGDecodingError {
        .broken(fault.text, chunk: fault.chunk, offset: fault.offset)
    }
}
