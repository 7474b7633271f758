internal import Raster

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Stretches of equal pixels, from the first pixel to the last: a map is mostly flat, so that most of the
/// work on its pixels can be done once a stretch.
struct PixelRuns {
    private let bytes: [UInt8]

    init(_ buffer: PixelBuffer) { bytes = buffer.bytes }

    /// Calls `body` for each stretch with its colour, as a key of `ColorHistogram`, and its pixels.
    @inline(__always)
    func forEach(_ body: (_ key: UInt32, _ pixels: Range<Int>) -> Void) {
        forEach(in: 0..<bytes.count / 4, body)
    }

    /// The same for some of the pixels, such as a row.
    @inline(__always)
    func forEach(in pixels: Range<Int>, _ body: (_ key: UInt32, _ pixels: Range<Int>) -> Void) {
        precondition(pixels.lowerBound >= 0 && pixels.upperBound <= bytes.count / 4, "pixels")
        unsafe bytes.withUnsafeBytes { bytes in
            var start = pixels.lowerBound
            while start < pixels.upperBound {
                // SAFETY: pixels of the range are four bytes each of the buffer.
                let word = unsafe bytes.loadUnaligned(fromByteOffset: start &* 4, as: UInt32.self)
                let end = unsafe Self.end(
                    of: word, in: bytes, after: start, before: pixels.upperBound)
                body(Self.key(ofWord: word), start..<end)
                start = end
            }
        }
    }

    /// Whether pixels are like those so many before them.
    @inline(__always)
    func areAlike(_ pixels: Range<Int>, _ distance: Int) -> Bool {
        precondition(
            pixels.lowerBound >= distance && pixels.upperBound <= bytes.count / 4, "pixels")
        return unsafe bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return true }
            // SAFETY: both stretches lie within the bytes.
            return unsafe memcmp(
                start + pixels.lowerBound * 4, start + (pixels.lowerBound - distance) * 4,
                pixels.count * 4) == 0
        }
    }

    /// Where the pixels end that are like one before them; eight are looked at together.
    @inline(__always)
    private static func end(
        of word: UInt32, in bytes: UnsafeRawBufferPointer, after start: Int, before limit: Int
    ) -> Int {
        var end = start &+ 1
        let eight = SIMD8<UInt32>(repeating: word)
        // SAFETY: no pixel at or past the limit is read.
        while end &+ 8 <= limit,
            unsafe bytes.loadUnaligned(fromByteOffset: end &* 4, as: SIMD8<UInt32>.self) == eight
        {
            end &+= 8
        }
        while end < limit,
            unsafe bytes.loadUnaligned(fromByteOffset: end &* 4, as: UInt32.self) == word
        {
            end &+= 1
        }
        return end
    }

    /// Red, green, blue and alpha in the order of memory as 0xAARRGGBB.
    private static func key(ofWord word: UInt32) -> UInt32 {
        let reversed = UInt32(bigEndian: word)
        return reversed >> 8 | reversed << 24
    }
}
