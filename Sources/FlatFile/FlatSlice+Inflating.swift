internal import CZlib

extension FlatSlice {
    /// Unpacks a range that was deflated by itself (RFC 1951, with no header around it).
    ///
    /// - Parameters:
    ///   - range: where the packed bytes are; cut to what is there.
    ///   - count: how many bytes they hold. No more are ever made, whatever the packed bytes say.
    /// - Returns: The bytes; nil where the range does not hold exactly so many.
    package func inflated(_ range: Range<Int>, count: Int) -> [UInt8]? {
        var packed = bytes(range)
        var stream = unsafe z_stream()
        // SAFETY: `stream` stays where it is until `inflateEnd`; a negative window asks for no header.
        let status = unsafe inflateInit2_(
            &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else { return nil }
        defer { _ = unsafe inflateEnd(&stream) }
        var isWhole = false
        let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: count) { output, written in
            unsafe packed.withUnsafeMutableBufferPointer { input in
                // SAFETY: zlib reads and writes inside the two buffers, whose sizes it is told.
                unsafe stream.next_in = input.baseAddress
                unsafe stream.avail_in = UInt32(truncatingIfNeeded: input.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(truncatingIfNeeded: count)
                let end = unsafe inflate(&stream, Z_FINISH)
                written = unsafe count - Int(stream.avail_out)
                isWhole = unsafe end == Z_STREAM_END && stream.avail_in == 0
            }
        }
        return isWhole && unpacked.count == count ? unpacked : nil
    }
}
