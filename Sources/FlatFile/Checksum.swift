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

    /// The checksum of bytes.
    package static func crc32(_ bytes: [UInt8]) -> UInt32 {
        // SAFETY: as above.
        unsafe bytes.withUnsafeBufferPointer {
            UInt32(truncatingIfNeeded: unsafe crc32_z(0, $0.baseAddress, $0.count))
        }
    }
}
