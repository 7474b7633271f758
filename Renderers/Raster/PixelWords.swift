// Four bytes of a picture as one word of 32 bits: red lowest, alpha highest, whatever the machine.

extension Color {
    /// The colour as a word.
    var word: UInt32 {
        UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | UInt32(alpha) << 24
    }

    /// The opacity in a word, 0...255.
    @inline(__always)
    static func alpha(ofWord word: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: word >> 24) }
}

extension MutableRawSpan {
    /// A pixel, counted from the start.
    @inline(__always)
    func word(_ pixel: Int) -> UInt32 {
        // SAFETY: any four bytes are a word, and the offset is checked.
        unsafe UInt32(
            littleEndian: unsafeLoadUnaligned(fromByteOffset: pixel &* 4, as: UInt32.self))
    }

    @inline(__always)
    mutating func set(_ pixel: Int, to word: UInt32) {
        storeBytes(of: word.littleEndian, toByteOffset: pixel &* 4, as: UInt32.self)
    }

    /// Makes pixels alike.
    ///
    /// The words are written through a pointer: a loop over the span is checked at each and took three
    /// times as long.
    mutating func fill(_ pixels: Range<Int>, with word: UInt32) {
        unsafe withUnsafeMutableBytes { bytes in
            // SAFETY: slicing checks the range; memory of an array begins at a multiple of 16.
            let part = unsafe UnsafeMutableRawBufferPointer(
                rebasing: bytes[pixels.lowerBound * 4..<pixels.upperBound * 4])
            unsafe part.initializeMemory(as: UInt32.self, repeating: word.littleEndian)
        }
    }
}
