internal import Raster

/// Stretches of equal pixels, from the first pixel to the last: a map is mostly flat, so that most of the
/// work on its pixels can be done once a stretch.
struct PixelRuns {
    private let bytes: [UInt8]

    init(_ buffer: PixelBuffer) { bytes = buffer.bytes }

    /// Calls `body` for each stretch with its colour, as a key of `ColorHistogram`, and its pixels.
    @inline(__always)
    func forEach(_ body: (_ key: UInt32, _ pixels: Range<Int>) -> Void) {
        unsafe bytes.withUnsafeBytes { bytes in
            let count = bytes.count / 4
            var start = 0
            while start < count {
                // SAFETY: pixels below `count` are four bytes each of the buffer.
                let word = unsafe bytes.loadUnaligned(fromByteOffset: start &* 4, as: UInt32.self)
                var end = start &+ 1
                while end < count,
                    unsafe bytes.loadUnaligned(fromByteOffset: end &* 4, as: UInt32.self) == word
                {
                    end &+= 1
                }
                body(Self.key(ofWord: word), start..<end)
                start = end
            }
        }
    }

    /// Red, green, blue and alpha in the order of memory as 0xAARRGGBB.
    private static func key(ofWord word: UInt32) -> UInt32 {
        let reversed = UInt32(bigEndian: word)
        return reversed >> 8 | reversed << 24
    }
}
