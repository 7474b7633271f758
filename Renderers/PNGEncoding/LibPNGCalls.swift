internal import CPNGShim

/// What libpng says when it refuses.
struct Fault {
    private(set) var raw = cpng_fault()

    /// libpng's words.
    var text: String { Self.text(of: raw.text) }
    /// The chunk at fault; empty before the first one.
    var chunk: String { Self.text(of: raw.chunk) }
    /// The byte of the file that the chunk begins at.
    var offset: Int { raw.offset }

    /// Runs a call that may fill the fault.
    mutating func fill<Result>(_ call: (UnsafeMutablePointer<cpng_fault>) -> Result) -> Result {
        // SAFETY: the call writes one fault and keeps no pointer.
        unsafe withUnsafeMutablePointer(to: &raw, call)
    }

    /// An array of C's `char` up to NUL.
    private static func text<Characters>(of characters: Characters) -> String {
        // SAFETY: the shim ends both arrays with NUL; a copy of their bytes is read.
        unsafe withUnsafeBytes(of: characters) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

/// Keywords and texts, one after the other and ended by NUL, as C wants them.
struct TextArena: Sendable {
    private var bytes: [CChar] = []
    private var starts: [(keyword: Int, text: Int)] = []

    init(_ texts: [PNGText]) {
        for text in texts {
            let keyword = add(text.keyword)
            starts.append((keyword, add(text.text)))
        }
    }

    private mutating func add(_ string: String) -> Int {
        let start = bytes.count
        bytes += string.utf8.map { CChar(bitPattern: $0) }
        bytes.append(0)
        return start
    }

    /// Runs a call with the texts; the pointers hold until it returns.
    func withTexts<Result>(_ call: (UnsafeBufferPointer<cpng_text>) -> Result) -> Result {
        // SAFETY: the starts lie in `bytes`, and each text there ends with NUL.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            let texts = unsafe starts.map { start in
                unsafe cpng_text(
                    keyword: buffer.baseAddress.map { unsafe $0 + start.keyword },
                    text: buffer.baseAddress.map { unsafe $0 + start.text })
            }
            return unsafe texts.withUnsafeBufferPointer(call)
        }
    }
}

/// Bytes that C wrote, freed with their owner.
// SAFETY: owned by this value alone, which is not copied and frees them at its end.
@safe struct FileBytes: ~Copyable {
    var raw = unsafe cpng_buffer()

    deinit {
        var copy = unsafe raw
        unsafe cpng_free(&copy)
    }

    /// A copy of what was written.
    // SAFETY: the shim owns `count` bytes there until they are freed above.
    var copied: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: raw.bytes, count: raw.count)) }

    /// Forgets what was written and keeps the memory.
    mutating func clear() { unsafe raw.count = 0 }
}
