import TestSupport

/// A PNG file put together byte by byte, so that our reader is not judged by our writer: stored
/// zlib blocks, checksums by their definitions.
///
/// Source: PNG Specification (Third Edition), section 5 and annex D; RFC 1950; RFC 1951, 3.2.4.
struct HandmadePNG {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// Begins with IHDR.
    init(width: UInt32, height: UInt32, depth: UInt8, colorType: UInt8, interlace: UInt8 = 0) {
        add("IHDR", big(width) + big(height) + [depth, colorType, 0, 0, interlace])
    }

    mutating func add(_ type: String, _ data: [UInt8]) {
        let body = Array(type.utf8) + data
        bytes += big(UInt32(data.count)) + body + big(Self.crc(body))
    }

    /// IDAT of rows that begin with their filter bytes.
    mutating func add(rows: [UInt8]) {
        add("IDAT", Self.zlib(rows))
    }

    /// The file, ended.
    var ended: [UInt8] {
        var copy = self
        copy.add("IEND", [])
        return copy.bytes
    }

    static func zlib(_ data: [UInt8]) -> [UInt8] {
        precondition(data.count < 65536, "one stored block")
        let count = UInt16(data.count)
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in data {
            a = (a + UInt32(byte)) % 65521
            b = (b + a) % 65521
        }
        let lengths = [count, ~count].flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        return [0x78, 0x01, 0x01] + lengths + data + big(b << 16 | a)
    }

    private static func crc(_ data: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// Four bytes, the most significant first.
private func big(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

extension PNGFile {
    /// The depth and colour type that the header says.
    var kind: [UInt8] { data("IHDR").map { Array($0[8...9]) } ?? [] }
}
