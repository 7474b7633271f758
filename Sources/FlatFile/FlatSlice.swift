/// A stretch of flat bytes. What is read past its end is zero or nothing, never a crash.
///
/// Numbers are little-endian and need no alignment.
@safe public struct FlatSlice: @unchecked Sendable {
    // SAFETY: the owner keeps the bytes alive and unchanged; `start` and `count` lie inside them.
    @usableFromInline let owner: FlatBytes
    @usableFromInline let start: UnsafeRawPointer
    /// How many bytes there are.
    public let count: Int

    /// All bytes.
    public init(_ bytes: FlatBytes) {
        owner = bytes
        unsafe start = bytes.start
        count = bytes.count
    }

    /// A part of a slice, cut to what is there.
    public init(_ slice: FlatSlice, _ range: Range<Int>) {
        let range = range.clamped(to: 0..<slice.count)
        owner = slice.owner
        unsafe start = slice.start + range.lowerBound
        count = range.count
    }

    /// No bytes.
    public static let empty = FlatSlice(FlatBytes([]))

    /// The byte at an offset, or 0 past the end.
    @inlinable
    public subscript(offset: Int) -> UInt8 {
        guard offset >= 0, offset < count else { return 0 }
        return unsafe start.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// The number at an offset, or 0 where it does not fit.
    @inlinable
    public func number<Number: FixedWidthInteger & BitwiseCopyable>(
        at offset: Int, as: Number.Type
    ) -> Number {
        guard offset >= 0, offset <= count - MemoryLayout<Number>.size else { return 0 }
        return Number(
            littleEndian: unsafe start.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// Four numbers of 32 bits at an offset; zeros where they do not fit.
    @inlinable
    public func quad(at offset: Int) -> SIMD4<Int32> {
        guard offset >= 0, offset <= count - 16 else { return .zero }
        let quad = unsafe start.loadUnaligned(fromByteOffset: offset, as: SIMD4<Int32>.self)
        #if _endian(little)
            return quad
        #else
            return SIMD4(
                quad[0].byteSwapped, quad[1].byteSwapped, quad[2].byteSwapped, quad[3].byteSwapped)
        #endif
    }

    /// The bytes of a range, cut to what is there.
    public func bytes(_ range: Range<Int>) -> [UInt8] {
        let range = range.clamped(to: 0..<count)
        return unsafe Array(
            UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
    }

    /// The text of a range, cut to what is there; bytes that are no UTF-8 become U+FFFD.
    public func text(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<count)
        return unsafe String(
            decoding: UnsafeRawBufferPointer(
                start: start + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// Reads a number of seven bits a byte, the lowest first (LEB128), and moves past it; nil where it
    /// is cut off or has more than 32 bits.
    ///
    /// Source: DWARF Debugging Information Format 5 (2017), section 7.6.
    @inlinable
    public func shortNumber(at offset: inout Int) -> Int? {
        var value = 0
        var shift = 0
        while shift < 35, offset >= 0, offset < count {
            let byte = self[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { return value <= Int(UInt32.max) ? value : nil }
            shift += 7
        }
        return nil
    }

    /// Calls a closure with all bytes.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        unsafe body(UnsafeRawBufferPointer(start: start, count: count))
    }
}

extension [UInt8] {
    /// Appends a number, little-endian.
    @inlinable
    package mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
        for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> Number(shift)))
        }
    }

    /// Appends a number of seven bits a byte, the lowest first (LEB128).
    package mutating func append(shortNumber number: Int) {
        precondition(number >= 0, "a short number counts something")
        var rest = number
        while rest >= 0x80 {
            append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }
}
