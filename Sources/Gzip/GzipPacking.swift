internal import CZlib

/// Packs whole bytes with gzip (RFC 1952): no name, no time, so the same bytes give the same.
///
/// - Parameters:
///   - bytes: What is packed, in memory.
///   - level: How hard to compress, 1...9.
/// - Throws: `GzipError.libraryFailed`, for want of memory.
/// - Returns: One member.
package func gzipped(_ bytes: [UInt8], level: Int = 9) throws(GzipError) -> [UInt8] {
    var stream = unsafe z_stream()
    // SAFETY: `stream` stays where it is until `deflateEnd`; 16 more than the greatest window asks for
    // gzip.
    let status = unsafe deflateInit2_(
        &stream, Int32(level), Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .libraryFailed }
    defer { _ = unsafe deflateEnd(&stream) }
    var input = bytes
    let room = Int(unsafe deflateBound(&stream, UInt(input.count)))
    var isWhole = false
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, written in
        unsafe input.withUnsafeMutableBufferPointer { input in
            // SAFETY: zlib reads and writes inside the two buffers, whose sizes it is told.
            unsafe stream.next_in = input.baseAddress
            unsafe stream.avail_in = UInt32(input.count)
            unsafe stream.next_out = output.baseAddress
            unsafe stream.avail_out = UInt32(room)
            isWhole = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END
            written = unsafe room - Int(stream.avail_out)
        }
    }
    guard isWhole else { throw .libraryFailed }
    return packed
}
