import PNGEncoding
import Raster
import TestSupport
import Testing

@Suite("PNG pixels") struct PNGPixelsTests {
    /// Greys with alpha where the index is even.
    private static let palette = (0..<256).map { index in
        let grey = UInt8(index)
        return Color(red: grey, green: grey, blue: grey, alpha: index % 2 == 0 ? grey : 255)
    }

    private func pixels(_ indexes: [UInt8], width: Int) -> PNGPixels {
        PNGPixels(
            width: width, height: indexes.count / width, layout: .indexed(palette: Self.palette),
            bytes: indexes)
    }

    private func colors(_ indexes: [UInt8]) -> [UInt8] {
        indexes.flatMap { index in
            let color = Self.palette[Int(index)]
            return [color.red, color.green, color.blue, color.alpha]
        }
    }

    /// Colours that occur, bits of an index: PNG Specification (Third Edition), table 8.
    @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (5, 4), (16, 4), (17, 8), (256, 8)])
    func `writes the colours that occur in as few bits as count them`(
        count: Int, bits: UInt8
    ) throws {
        // 7 and 13: rows that end within a byte and within a run of eight.
        for width in [7, 13, 64] {
            let indexes = (0..<width * 40).map { UInt8(255 - $0 / (count > 64 ? 1 : 3) % count) }
            let file = try PNGEncoder.encode(pixels(indexes, width: width))
            #expect(PNGFile(file).kind == [bits, 3])
            #expect(PNGFile(file).data("PLTE")?.count == count * 3)
            #expect(try PNGDecoder.decode(file).bytes == colors(indexes))
        }
    }

    @Test func `colours that are not opaque come first, so that the list of alphas is short`()
        throws
    {
        let file = PNGFile(try PNGEncoder.encode(pixels([3, 4, 5, 5], width: 2)))
        #expect(file.data("PLTE") == [4, 4, 4, 3, 3, 3, 5, 5, 5])
        #expect(file.data("tRNS") == [4])
    }

    @Test func `refuses indexes without a colour and palettes that PNG has not`() {
        let three = PNGPixels.Layout.indexed(palette: Array(Self.palette[..<3]))
        #expect(throws: PNGEncodingError.index(3, paletteCount: 3)) {
            try PNGEncoder.encode(PNGPixels(width: 2, height: 1, layout: three, bytes: [0, 3]))
        }
        for palette in [[], Self.palette + [Self.palette[0]]] {
            #expect(throws: PNGEncodingError.paletteSize(palette.count)) {
                try PNGEncoder.encode(
                    PNGPixels(
                        width: 1, height: 1, layout: .indexed(palette: palette), bytes: [0]))
            }
        }
        #expect(throws: PNGEncodingError.pixelBytes(5, expected: 6)) {
            try PNGEncoder.encode(
                PNGPixels(width: 2, height: 1, layout: .rgb, bytes: [1, 2, 3, 4, 5]))
        }
    }

    @Test func `writes grey of eight and sixteen bits`() throws {
        let ramp = (0..<64 * 64).map { pixel -> UInt8 in UInt8(pixel / 64 + pixel % 64) }
        let grey = try PNGEncoder.encode(
            PNGPixels(width: 64, height: 64, layout: .grey, bytes: ramp))
        #expect(PNGFile(grey).kind == [8, 0])
        let bytes = ramp.flatMap { grey -> [UInt8] in [grey, grey, grey, 255] }
        #expect(try PNGDecoder.decode(grey).bytes == bytes)
        let deep = try PNGEncoder.encode(
            PNGPixels(width: 32, height: 64, layout: .deepGrey, bytes: ramp))
        #expect(PNGFile(deep).kind == [16, 0])
        let samples: [UInt16] = stride(from: 0, to: ramp.count, by: 2).map { index -> UInt16 in
            UInt16(ramp[index]) << 8 | UInt16(ramp[index + 1])
        }
        let read = try PNGDecoder.decodeDeep(deep).samples
        #expect(read == samples.flatMap { grey -> [UInt16] in [grey, grey, grey, .max] })
    }

    private static func shade(_ x: Int, _ y: Int, _ random: inout SplitMix64) -> UInt8 {
        switch y / 8 {
        case 0: return UInt8.random(in: 0...255, using: &random)
        case 1: return UInt8(truncatingIfNeeded: x * 3)
        case 2: return UInt8(truncatingIfNeeded: y * 31 + x * x)
        case 3: return UInt8(truncatingIfNeeded: (x + y) * 2 + x * y % 3)
        default: return UInt8(truncatingIfNeeded: x * y)
        }
    }

    @Test(arguments: [PNGPixels.Layout.grey, .deepGrey, .rgb, .rgba])
    func `shaded pictures of each layout come back through each filter`(
        layout: PNGPixels.Layout
    ) throws {
        let size = layout == .grey ? 1 : layout == .deepGrey ? 2 : layout == .rgb ? 3 : 4
        var random = SplitMix64(seed: 7)
        // Bands that each want another filter: noise, ramps across, down and both.
        let bytes = (0..<40).flatMap { y in
            (0..<50 * size).map { x in Self.shade(x, y, &random) }
        }
        let pixels = PNGPixels(width: 50, height: 40, layout: layout, bytes: bytes)
        let file = try PNGEncoder.encode(pixels)
        let read = try PNGDecoder.decodeDeep(file)
        var samples: [UInt8] = []
        for pixel in stride(from: 0, to: read.samples.count, by: 4) {
            let s = read.samples[pixel..<pixel + 4].map { $0 }
            switch layout {
            case .grey: samples.append(UInt8(s[0] >> 8))
            case .deepGrey: samples += [UInt8(s[0] >> 8), UInt8(s[0] & 255)]
            case .rgb: samples += s[..<3].map { UInt8($0 >> 8) }
            default: samples += s.map { UInt8($0 >> 8) }
            }
        }
        #expect(samples == bytes)
    }

    @Test func `a writer gives the bytes of a fresh one, whatever it wrote before`() throws {
        let options = PNGOptions(colors: .palette, texts: [PNGText("Title", "A map")])
        let large = PixelBuffer.noise(width: 90, height: 80, colors: 300, isOpaque: false)
        let small = PixelBuffer.noise(width: 20, height: 30, colors: 9, isOpaque: true)
        var writer = try PNGWriter(options: options)
        for picture in [small, large, small] {
            #expect(try writer.encode(picture) == PNGEncoder.encode(picture, options: options))
        }
    }

    /// Made with the pinned libraries; other versions may pack otherwise.
    @Test(.enabled(if: PNGWriter.isPinned))
    func `the bytes are those of the pinned libraries`() throws {
        let indexes = (0..<64 * 64).map { pixel -> UInt8 in
            let (row, column) = (pixel / 64, pixel % 64)
            return UInt8((row / 8 + column / 8) * 17 & 255)
        }
        let file = try PNGEncoder.encode(
            pixels(indexes, width: 64),
            options: PNGOptions(pixelsPerMetre: 3780, texts: [PNGText("Title", "Golden")]))
        #expect(digest(of: file) == "72ee391c4bf08284")
    }
}
