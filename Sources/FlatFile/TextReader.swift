/// Reads texts of a dictionary into one buffer, from any rank to any other; reading on in the order of
/// ranks is cheapest. Allocates nothing once it is made.
public struct TextReader: Sendable {
    private let dictionary: TextDictionary
    /// The text last read, and bytes of no meaning behind it.
    public private(set) var buffer: [UInt8]
    /// How many bytes of the buffer are the text.
    public private(set) var count = 0
    private var rank = -1
    private var offset = 0
    /// What comes of bytes that are only read to have them near.
    private var warmth: UInt8 = 0

    /// Reads texts of up to so many bytes.
    public init(_ dictionary: TextDictionary, longest: Int) {
        self.dictionary = dictionary
        buffer = [UInt8](repeating: 0, count: longest)
    }

    /// Reads of each block of some rising ranks what comes first, so that they wait for memory together.
    public mutating func warm(_ ranks: [Int]) {
        var last = -1
        for rank in ranks where rank / TextDictionary.blockSize != last {
            last = rank / TextDictionary.blockSize
            let start = dictionary.offset(ofBlock: last)
            warmth ^= dictionary.texts[start] ^ dictionary.texts[start &+ 64]
        }
    }

    /// Reads a text.
    ///
    /// - Returns: false for a rank that is not there, a damaged text, or one that is too long; the buffer
    ///   then holds none.
    public mutating func read(_ wanted: Int) -> Bool {
        guard wanted >= 0, wanted < dictionary.count else { return false }
        let size = TextDictionary.blockSize
        if rank < 0 || wanted < rank || wanted / size != rank / size {
            rank = wanted / size * size - 1
            offset = dictionary.offset(ofBlock: wanted / size)
            count = 0
        }
        let texts = dictionary.texts
        // SAFETY: bytes are read from inside the section and written inside the buffer; the bounds of both
        // are checked here once for each text, which took reading from 42 % of a search to a third of that.
        let isRead = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
            while rank < wanted {
                guard let head = TextDictionary.Head(texts, at: &offset), head.shared <= count
                else {
                    return false
                }
                let kept = min(head.rest, buffer.count - head.shared)
                if kept <= 8, offset <= texts.count - 8, head.shared <= buffer.count - 8,
                    let start = buffer.baseAddress
                {
                    // Most have so few: a loop whose end cannot be foreseen took half of reading.
                    let bytes = unsafe texts.start.loadUnaligned(
                        fromByteOffset: offset, as: UInt64.self)
                    unsafe UnsafeMutableRawPointer(start + head.shared)
                        .storeBytes(of: bytes, as: UInt64.self)
                } else {
                    var index = 0
                    while index < kept {
                        unsafe buffer[head.shared &+ index] = (texts.start + (offset &+ index))
                            .load(as: UInt8.self)
                        index &+= 1
                    }
                }
                offset += head.rest
                count = head.shared + head.rest
                rank += 1
            }
            return true
        }
        guard isRead else {
            (rank, count) = (-1, 0)
            return false
        }
        return count <= buffer.count
    }
}
