import PNGEncoding
import Raster
import Testing

/// Files of each kind that PNG allows, made by hand; the pixels follow from the specification.
@Suite("Kinds of PNG files") struct PNGKindsTests {
    private static func opaque(_ values: [UInt8]) -> [UInt8] {
        values.flatMap { [$0, $0, $0, 255] }
    }

    @Test(
        arguments: [
            // Depth, a row's bytes, the greys: a sample of n bits is spread by 255 / (2ⁿ - 1).
            (1, [0b0101_0000], [0, 255, 0, 255]),
            (2, [0b0001_1011], [0, 85, 170, 255]),
            (4, [0x0F, 0x3A], [0, 255, 51, 170]),
            (8, [0, 1, 254, 255], [0, 1, 254, 255]),
            // 0x0180 / 257 = 1.49, 0x01C0 / 257 = 1.74.
            (16, [0, 0, 0x01, 0x80, 0x01, 0xC0, 0xFF, 0xFF], [0, 1, 2, 255]),
        ] as [(UInt8, [UInt8], [UInt8])])
    func `reads grey of any depth`(depth: UInt8, row: [UInt8], greys: [UInt8]) throws {
        var file = HandmadePNG(width: 4, height: 1, depth: depth, colorType: 0)
        file.add(rows: [0] + row)
        #expect(try PNGDecoder.decode(file.ended).bytes == Self.opaque(greys))
    }

    @Test func `reads samples of sixteen bits as they are, and eight spread over them`() throws {
        var deep = HandmadePNG(width: 1, height: 1, depth: 16, colorType: 6)
        deep.add(rows: [0, 0x12, 0x34, 0xAB, 0xCD, 0x00, 0x01, 0xFF, 0xFE])
        #expect(
            try PNGDecoder.decodeDeep(deep.ended).samples == [0x1234, 0xABCD, 0x0001, 0xFFFE])
        var shallow = HandmadePNG(width: 1, height: 1, depth: 8, colorType: 2)
        shallow.add(rows: [0, 0x12, 0x00, 0xFF])
        #expect(try PNGDecoder.decodeDeep(shallow.ended).samples == [0x1212, 0, 0xFFFF, 0xFFFF])
        var indexed = HandmadePNG(width: 2, height: 1, depth: 1, colorType: 3)
        indexed.add("PLTE", [1, 2, 3, 4, 5, 6])
        indexed.add("tRNS", [7])
        indexed.add(rows: [0, 0b0100_0000])
        #expect(
            try PNGDecoder.decodeDeep(indexed.ended).samples
                == [257, 514, 771, 1799, 1028, 1285, 1542, 65535])
    }

    @Test func `one colour of a picture without alpha may be clear`() throws {
        var grey = HandmadePNG(width: 2, height: 1, depth: 16, colorType: 0)
        // The whole sample counts, not what is left of it in eight bits.
        grey.add("tRNS", [0x40, 0x01])
        grey.add(rows: [0, 0x40, 0x01, 0x40, 0x02])
        #expect(try PNGDecoder.decode(grey.ended).bytes == [64, 64, 64, 0, 64, 64, 64, 255])
        var rgb = HandmadePNG(width: 2, height: 1, depth: 8, colorType: 2)
        rgb.add("tRNS", [0, 1, 0, 2, 0, 3])
        rgb.add(rows: [0, 1, 2, 3, 1, 2, 4])
        #expect(try PNGDecoder.decode(rgb.ended).bytes == [1, 2, 3, 0, 1, 2, 4, 255])
    }

    @Test func `reads seven passes of an interlaced picture`() throws {
        // 3 x 3: pass 1 has (0, 0); 4 (2, 0); 5 (0, 2) and (2, 2); 6 (1, 0) and (1, 2); 7 row 1.
        var file = HandmadePNG(width: 3, height: 3, depth: 8, colorType: 0, interlace: 1)
        file.add(rows: [0, 1] + [0, 3] + [0, 7, 9] + [0, 2, 0, 8] + [0, 4, 5, 6])
        #expect(
            try PNGDecoder.decode(file.ended).bytes == Self.opaque([1, 2, 3, 4, 5, 6, 7, 8, 9]))
        #expect(try PNGDecoder.details(of: file.ended).isInterlaced)
    }

    @Test func `tells what a file says, also behind its pixels`() throws {
        var file = HandmadePNG(width: 1, height: 1, depth: 4, colorType: 0)
        file.add("gAMA", [0, 0, 0xB1, 0x8F])
        let white: [UInt8] = [0, 0, 0x7A, 0x26, 0, 0, 0x80, 0x84]
        let primaries: [UInt8] = [
            0, 0, 0xFA, 0, 0, 0, 0x80, 0xE8, 0, 0, 0x75, 0x30, 0, 0, 0xEA, 0x60, 0, 0, 0x3A, 0x98,
            0, 0, 0x17, 0x70,
        ]
        file.add("cHRM", white + primaries)
        file.add("pHYs", [0, 0, 0x0B, 0x13, 0, 0, 0x16, 0x25, 1])
        file.add("tEXt", Array("Author\0".utf8) + [0xE9])
        file.add(rows: [0, 0x80])
        file.add("zTXt", Array("Comment\0\0".utf8) + HandmadePNG.zlib(Array("packed".utf8)))
        file.add("iTXt", Array("Title\0\0\0hy\0\0Երևան".utf8))
        let details = try PNGDecoder.details(of: file.ended)
        #expect(details.bitDepth == 4 && details.colorType == .grey)
        #expect(details.gamma == 45455)
        #expect(
            details.chromaticities
                == [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000])
        #expect(details.density?.across == 2835 && details.density?.down == 5669)
        #expect(details.sRGBIntent == nil && details.profile == nil)
        // tEXt is Latin-1.
        #expect(
            details.texts
                == [
                    PNGText("Author", "é"), PNGText("Comment", "packed"), PNGText("Title", "Երևան"),
                ])
        #expect(details.remarks.isEmpty)
    }

    @Test func `animations show the picture of other readers`() throws {
        var file = HandmadePNG(width: 1, height: 1, depth: 8, colorType: 0)
        file.add("acTL", [0, 0, 0, 1, 0, 0, 0, 0])
        file.add(
            "fcTL",
            [UInt8](repeating: 0, count: 7) + [1, 0, 0, 0, 1] + [UInt8](repeating: 0, count: 14))
        file.add(rows: [0, 77])
        #expect(try PNGDecoder.decode(file.ended).bytes == [77, 77, 77, 255])
    }
}
