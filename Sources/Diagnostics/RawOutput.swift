/// Room at the end of an array that is written to without asking for each byte whether it is there.
///
/// Asking took two thirds of the time of copying a million rows. Whoever writes reserves the most
/// that may come; the writes are checked in debug builds.
@unsafe package struct RawOutput {
    @usableFromInline var next: UnsafeMutablePointer<UInt8>
    @usableFromInline let start: UnsafeMutablePointer<UInt8>
    @usableFromInline let end: UnsafeMutablePointer<UInt8>

    fileprivate init(_ buffer: UnsafeMutableBufferPointer<UInt8>, from offset: Int) {
        // SAFETY: the caller gives a buffer that has memory, with `offset` inside.
        let base = unsafe buffer.baseAddress.unsafelyUnwrapped
        unsafe start = base + offset
        unsafe next = start
        unsafe end = base + buffer.count
    }

    fileprivate var count: Int { unsafe next - start }

    /// Writes one byte.
    @inlinable
    package mutating func put(_ byte: UInt8) {
        unsafe assert(next < end, "the room was reserved")
        unsafe next.pointee = byte
        unsafe next += 1
    }

    /// Copies a range.
    @inlinable
    package mutating func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        unsafe assert(next + range.count <= end, "the room was reserved")
        precondition(range.upperBound <= bytes.count, "the range lies in the bytes")
        unsafe bytes.withUnsafeBufferPointer { buffer in
            // SAFETY: the range lies in the buffer, the room in the array, and they are not the same.
            guard let source = buffer.baseAddress else { return }
            unsafe next.update(from: source + range.lowerBound, count: range.count)
        }
        unsafe next += range.count
    }
}

extension [UInt8] {
    /// Appends what the closure writes, at most `count` bytes.
    package mutating func append(upTo count: Int, _ write: (inout RawOutput) -> Void) {
        let before = self.count
        append(contentsOf: repeatElement(0, count: count))
        let written = unsafe withUnsafeMutableBufferPointer { buffer in
            // SAFETY: the output does not outlive the closure.
            var output = unsafe RawOutput(buffer, from: before)
            unsafe write(&output)
            return unsafe output.count
        }
        removeLast(count - written)
    }
}
