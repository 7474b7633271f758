import PNGEncoding
import Raster
import TestSupport
import Testing

@Suite("PNG stripes") struct PNGStripesTests {
    private static let palette = [0xFFFFFF, 0xAACCEE, 0x303030].map { Color(hex: $0) }
    private static let indexes = (0..<61 * 50).map { UInt8($0 / 7 % 3) }
    private static let layout = PNGPixels.Layout.indexed(palette: palette)

    private func file(cut: [Int]) throws -> [UInt8] {
        var stripes = try PNGStripes(
            width: 61, height: 50, layout: Self.layout,
            options: PNGOptions(texts: [PNGText("Title", "A map")]))
        var (bytes, row) = ([UInt8](), 0)
        for count in cut {
            bytes += try stripes.write(Array(Self.indexes[row * 61..<(row + count) * 61]))
            row += count
        }
        #expect(stripes.rowsLeft == 0)
        return try bytes + stripes.end()
    }

    @Test func `a picture in stripes has the pixels of the whole, however it is cut`() throws {
        let one = try file(cut: [50])
        #expect(try file(cut: [1, 30, 19]) == one)
        #expect(try file(cut: [Int](repeating: 5, count: 10)) == one)
        let whole = try PNGEncoder.encode(
            PNGPixels(width: 61, height: 50, layout: Self.layout, bytes: Self.indexes))
        #expect(try PNGDecoder.decode(one) == PNGDecoder.decode(whole))
        #expect(PNGFile(one).kind == [2, 3])
    }

    @Test func `writes each layout`() throws {
        for (layout, size) in [(PNGPixels.Layout.grey, 1), (.deepGrey, 2), (.rgb, 3), (.rgba, 4)] {
            let bytes = (0..<8 * 6 * size).map { UInt8($0 * 5 & 255) }
            let whole = PNGPixels(width: 8, height: 6, layout: layout, bytes: bytes)
            for isShaded in [false, true] {
                var stripes = try PNGStripes(
                    width: 8, height: 6, layout: layout, isShaded: isShaded)
                let file = try stripes.write(bytes) + stripes.end()
                #expect(
                    try PNGDecoder.decodeDeep(file)
                        == PNGDecoder.decodeDeep(PNGEncoder.encode(whole)))
            }
        }
    }

    @Test func `refuses rows that are not whole, too many, or missing`() throws {
        var stripes = try PNGStripes(width: 4, height: 2, layout: Self.layout)
        let taken = Result { try stripes.write([0, 1, 2]) }
        #expect(throws: PNGEncodingError.pixelBytes(3, expected: 4)) { try taken.get() }
        let many = Result { try stripes.write([UInt8](repeating: 0, count: 12)) }
        #expect(throws: PNGEncodingError.pixelBytes(12, expected: 8)) { try many.get() }
        let index = Result { try stripes.write([0, 1, 2, 3]) }
        #expect(throws: PNGEncodingError.index(3, paletteCount: 3)) { try index.get() }
        _ = try stripes.write([0, 1, 2, 2])
        let early = Result { try stripes.end() }
        #expect(throws: PNGEncodingError.rowsMissing(1)) { try early.get() }
    }

    @Test func `refuses sizes that PNG has not`() {
        for (width, height) in [(0, 1), (1, 0), (1 << 31, 1)] {
            #expect(throws: PNGEncodingError.size(width: width, height: height)) {
                _ = try PNGStripes(width: width, height: height, layout: Self.layout)
            }
        }
    }
}
