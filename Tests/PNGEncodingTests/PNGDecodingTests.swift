import PNGEncoding
import Raster
import Testing

@Suite("PNG decoding") struct PNGDecodingTests {
    /// One red pixel, RGB, made by hand: the zlib stream is one stored block (RFC 1951, section
    /// 3.2.4) of the filter byte 0 and FF 00 00, with Adler-32 0x03010100; CRCs by Python's zlib.
    static let redPixel: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01,
        0x00, 0x00, 0x00, 0x01, 0x08, 0x02, 0x00, 0x00, 0x00, 0x90, 0x77, 0x53,
        0xDE, 0x00, 0x00, 0x00, 0x0F, 0x49, 0x44, 0x41, 0x54, 0x78, 0x01, 0x01,
        0x04, 0x00, 0xFB, 0xFF, 0x00, 0xFF, 0x00, 0x00, 0x03, 0x01, 0x01, 0x00,
        0x8D, 0x1D, 0xE5, 0x82, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44,
        0xAE, 0x42, 0x60, 0x82,
    ]

    @Test func `reads a file made by hand`() throws {
        #expect(
            try PNGDecoder.decode(Self.redPixel)
                == PixelBuffer(width: 1, height: 1, color: Color(hex: 0xFF0000)))
    }

    @Test func `refuses a file cut anywhere`() {
        for count in 0..<Self.redPixel.count {
            #expect(throws: PNGDecodingError.self, "\(count) bytes") {
                try PNGDecoder.decode(Array(Self.redPixel[..<count]))
            }
        }
    }

    @Test func `refuses a file with any bit of its picture changed`() {
        // Every byte is under a checksum, but those of the checksum itself and of the lengths,
        // which then do not fit.
        for index in Self.redPixel.indices {
            var file = Self.redPixel
            file[index] ^= 0x10
            #expect(throws: PNGDecodingError.self, "byte \(index)") {
                try PNGDecoder.decode(file)
            }
        }
    }

    @Test func `refuses more pixels than allowed, before it takes memory`() throws {
        let picture = PixelBuffer(width: 20, height: 10, color: Color(hex: 0x123456))
        let file = try PNGEncoder.encode(picture)
        #expect(try PNGDecoder.decode(file, limit: 200) == picture)
        #expect(throws: PNGDecodingError.tooLarge(width: 20, height: 10, limit: 199)) {
            try PNGDecoder.decode(file, limit: 199)
        }
    }
}
