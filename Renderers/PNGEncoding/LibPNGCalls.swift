internal import CPNGShim

/// Room for what libpng says when it refuses.
struct Message {
    private var bytes = [CChar](repeating: 0, count: Int(CPNG_MESSAGE_SIZE))

    /// Runs a call that may write a message.
    mutating func fill(_ call: (UnsafeMutablePointer<CChar>) -> Int32) -> Int32 {
        // SAFETY: the call writes at most `CPNG_MESSAGE_SIZE` bytes, which is what `bytes` holds, and
        // keeps no pointer.
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return -1 }
            return unsafe call(start)
        }
    }

    /// What was written, up to NUL.
    var text: String {
        String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Keywords and texts, one after the other and ended by NUL, as C wants them.
struct TextArena {
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
