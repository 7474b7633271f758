/// Room at the end of an array that is written to without asking for each byte whether it is there.
///
/// Asking took two thirds of the time of copying a million rows. Whoever writes reserves the most
/// that may come; the writes are checked in debug builds. Behind the room lie `slack` bytes more, so
/// that short pieces are copied in one store each, which took a third off the rest.
@unsafe package struct RawOutput {
    @usableFromInline var next: UnsafeMutablePointer<UInt8>
    @usableFromInline let start: UnsafeMutablePointer<UInt8>
    @usableFromInline let end: UnsafeMutablePointer<UInt8>

    /// How many bytes behind the room may be overwritten.
    @usableFromInline static var slack: Int { 16 }

    fileprivate init(_ buffer: UnsafeMutableBufferPointer<UInt8>, from offset: Int) {
        // SAFETY: the caller gives a buffer that has memory, with `offset` and the slack inside.
        let base = unsafe buffer.baseAddress.unsafelyUnwrapped
        unsafe start = base + offset
        unsafe next = start
        unsafe end = base + (buffer.count - Self.slack)
    }

    fileprivate var count: Int { unsafe next - start }

    /// Writes one byte.
    @inlinable @inline(__always)
    package mutating func put(_ byte: UInt8) {
        unsafe assert(next < end, "the room was reserved")
        unsafe next.pointee = byte
        unsafe next += 1
    }

    /// Writes the first bytes of a word, the lowest bits first.
    @inlinable @inline(__always)
    package mutating func put(_ word: UInt64, count: Int) {
        unsafe assert(count <= 8 && next + count <= end, "the room was reserved")
        // SAFETY: eight bytes are stored, and the slack holds those past the room.
        unsafe UnsafeMutableRawPointer(next).storeBytes(
            of: word.littleEndian, as: UInt64.self)
        unsafe next += count
    }

    /// Writes a number of units, 10^`digits` of which are one, with a point before the last digits.
    package mutating func put(units: UInt, digits: Int) {
        var count = digits + 1
        var bound: UInt = 10
        for _ in 0..<digits { bound *= 10 }
        while units >= bound, !bound.multipliedReportingOverflow(by: 10).overflow {
            count += 1
            bound *= 10
        }
        if units >= bound { count += 1 }
        let length = digits > 0 ? count + 1 : count
        unsafe assert(next + length <= end, "the room was reserved")
        // SAFETY: `length` bytes are written, the last first, to room that was reserved.
        var place = unsafe next + length
        var rest = units
        for index in 0..<count {
            if index == digits, digits > 0 {
                unsafe place -= 1
                unsafe place.pointee = UInt8(ascii: ".")
            }
            let (tenth, digit) = rest.quotientAndRemainder(dividingBy: 10)
            unsafe place -= 1
            unsafe place.pointee = 0x30 + UInt8(truncatingIfNeeded: digit)
            rest = tenth
        }
        unsafe next += length
    }

    /// Copies a range.
    @inlinable @inline(__always)
    package mutating func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        unsafe assert(next + range.count <= end, "the room was reserved")
        precondition(range.upperBound <= bytes.count, "the range lies in the bytes")
        unsafe bytes.withUnsafeBytes { buffer in
            // SAFETY: the range lies in the buffer, the room in the array, and they are not the same.
            guard let source = unsafe buffer.baseAddress?.advanced(by: range.lowerBound) else {
                return
            }
            if range.count <= 16, range.lowerBound + 16 <= buffer.count {
                // SAFETY: sixteen bytes lie in the buffer, and the slack holds those past the room.
                let piece = unsafe source.loadUnaligned(as: SIMD16<UInt8>.self)
                unsafe UnsafeMutableRawPointer(next).storeBytes(
                    of: piece, as: SIMD16<UInt8>.self)
            } else {
                unsafe UnsafeMutableRawPointer(next).copyMemory(
                    from: source, byteCount: range.count)
            }
        }
        unsafe next += range.count
    }
}

extension [UInt8] {
    /// Appends what the closure writes, at most `count` bytes.
    package mutating func append(upTo count: Int, _ write: (inout RawOutput) -> Void) {
        let room = unsafe count + RawOutput.slack
        // Asking for room again and again must not copy all each time.
        if capacity - self.count < room {
            reserveCapacity(Swift.max(2 * capacity, self.count + room))
        }
        append(addingCapacity: room) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
                // SAFETY: the output does not outlive the closure and writes what it counts.
                var raw = unsafe RawOutput(buffer, from: initialized)
                unsafe write(&raw)
                unsafe initialized += raw.count
            }
        }
    }
}
