internal import CZlib

/// The CRC-32 of bytes, as zlib computes it.
///
/// Source: RFC 1952, section 8. It finds each fault within 32 bits; it does not stop a forger.
package enum Checksum {
    static func crc32(_ slice: FlatSlice) -> UInt32 {
        // SAFETY: zlib reads `count` bytes from a buffer of that size.
        unsafe slice.withBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            return UInt32(truncatingIfNeeded: unsafe crc32_z(0, start, bytes.count))
        }
    }

    /// The checksum of bytes, or of those after others whose checksum is `start`.
    package static func crc32(_ bytes: [UInt8], after start: UInt32 = 0) -> UInt32 {
        // zlib takes no bytes for the question where to start.
        guard !bytes.isEmpty else { return start }
        // SAFETY: as above.
        return unsafe bytes.withUnsafeBufferPointer {
            UInt32(truncatingIfNeeded: unsafe crc32_z(UInt(start), $0.baseAddress, $0.count))
        }
    }
}
