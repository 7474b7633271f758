import PNGEncoding
import Raster
import TestSupport
import Testing

@Suite("PNG encoding") struct PNGEncodingTests {
    @Test func `writes opaque pictures as RGB and reads them back`() throws {
        let picture = PixelBuffer.noise(width: 37, height: 21, colors: 777, isOpaque: true)
        let file = try PNGEncoder.encode(picture, options: PNGOptions(colors: .rgb))
        // Width, height, depth 8, colour type 2 (RGB), no interlace: section 11.2.1.
        #expect(
            PNGFile(file).data("IHDR") == [0, 0, 0, 37, 0, 0, 0, 21, 8, 2, 0, 0, 0])
        #expect(try PNGDecoder.decode(file) == picture)
    }

    @Test func `writes pictures with alpha as RGBA and reads them back`() throws {
        let picture = PixelBuffer.noise(width: 16, height: 16, colors: 400, isOpaque: false)
        let file = try PNGEncoder.encode(picture, options: PNGOptions(colors: .rgb))
        #expect(PNGFile(file).data("IHDR")?[9] == 6)
        #expect(try PNGDecoder.decode(file) == picture)
    }

    @Test(arguments: [1, 2, 255, 256])
    func `up to 256 colours are kept exactly in a palette`(colors: Int) throws {
        for isOpaque in [true, false] {
            let picture = PixelBuffer.noise(
                width: 64, height: 64, colors: colors, isOpaque: isOpaque)
            let file = try PNGEncoder.encode(picture, options: PNGOptions(colors: .palette))
            #expect(PNGFile(file).data("IHDR")?[9] == 3)
            #expect(PNGFile(file).data("PLTE")?.count == colors * 3)
            #expect((PNGFile(file).data("tRNS") == nil) == isOpaque)
            #expect(try PNGDecoder.decode(file) == picture)
        }
    }

    @Test func `more colours than fit come back close, and frequent ones exactly`() throws {
        // A gradient beside a flat colour.
        var picture = PixelBuffer(width: 64, height: 64, color: Color(hex: 0x336699))
        for y in 0..<64 {
            for x in 0..<32 {
                let index = (y * 64 + x) * 4
                picture.bytes[index] = UInt8(x * 8)
                picture.bytes[index + 1] = UInt8(y * 4)
                picture.bytes[index + 2] = 128
            }
        }
        let file = try PNGEncoder.encode(picture)
        let read = try PNGDecoder.decode(file)
        let differences = zip(picture.bytes, read.bytes).map { abs(Int($0) - Int($1)) }
        // 255 places for an even sheet of 256 by 256: cells of 16 by 16, at most about 8 off.
        #expect(differences.max() ?? 0 <= 12)
        #expect(Array(read.bytes[(63 * 64 + 63) * 4..<(64 * 64) * 4]) == [0x33, 0x66, 0x99, 255])
    }

    /// Discs of thousands of blends on two grounds that hardly differ. The bound is the one that
    /// `PNGColors.palette` states: 10 steps of green, 14 of red, 12 of blue.
    @Test func `blends come back alike, and flat colours that hardly differ as they are`() throws {
        let grounds = [Color(hex: 0xF6F3EC), Color(hex: 0xF4F2EA)]
        var picture = PixelBuffer(width: 256, height: 256, color: grounds[0])
        picture.fill(
            .rectangle(SubpixelBounds(minX: 128 * 256, minY: 0, maxX: 65536, maxY: 65536)),
            color: grounds[1])
        var random = SplitMix64(seed: 7)
        for index in 0..<120 {
            let center = SubpixelPoint(
                x: .random(in: 0..<65536, using: &random), y: .random(in: 0..<65536, using: &random)
            )
            picture.fill(
                .circle(center: center, radius: 1500),
                color: Color(hex: [0xC0392B, 0x1E8449, 0x2471A3][index % 3]))
        }
        let read = try PNGDecoder.decode(try PNGEncoder.encode(picture))
        var colors: Set<[UInt8]> = []
        for pixel in 0..<256 * 256 {
            let (was, became) = (picture.pixel(pixel), read.pixel(pixel))
            #expect(Self.difference(was, became) <= 400, "pixel \(pixel)")
            if grounds.contains(where: { was == [$0.red, $0.green, $0.blue, 255] }) {
                #expect(was == became)
            }
            colors.insert(was)
        }
        #expect(colors.count > 1000)
    }

    /// Squared differences of red, green, blue and alpha, weighted 2, 4, 3 and 9.
    private static func difference(_ a: [UInt8], _ b: [UInt8]) -> Int {
        [2, 4, 3, 9].indices.reduce(0) { sum, channel in
            let step = Int(a[channel]) - Int(b[channel])
            return sum + [2, 4, 3, 9][channel] * step * step
        }
    }

    @Test func `shaded pictures pack better than their bytes, flat ones far better`() throws {
        var shaded = PixelBuffer(width: 128, height: 128, color: Color(hex: 0))
        for pixel in 0..<128 * 128 {
            let (x, y) = (pixel % 128, pixel / 128)
            shaded.bytes[pixel * 4] = UInt8(x + y)
            shaded.bytes[pixel * 4 + 1] = UInt8((x * 3 + y) & 255)
            shaded.bytes[pixel * 4 + 2] = UInt8((x * x / 64 + y) & 255)
        }
        let options = PNGOptions(colors: .rgb)
        let file = try PNGEncoder.encode(shaded, options: options)
        #expect(try PNGDecoder.decode(file) == shaded)
        #expect(file.count < 128 * 128 * 3 / 8)
        let flat = PixelBuffer(width: 128, height: 128, color: Color(hex: 0xCFD8DC))
        #expect(try PNGEncoder.encode(flat, options: options).count < 400)
    }

    @Test func `a fixed palette takes the nearest colour of each pixel alone`() throws {
        let palette = [0x000000, 0xFFFFFF, 0xFF0000].map { Color(hex: $0) }
        var picture = PixelBuffer(width: 4, height: 1, color: Color(hex: 0x101010))
        picture.bytes.replaceSubrange(4..<8, with: [250, 240, 250, 255])
        picture.bytes.replaceSubrange(8..<12, with: [200, 10, 10, 255])
        picture.bytes.replaceSubrange(12..<16, with: [255, 255, 255, 255])
        let file = try PNGEncoder.encode(
            picture, options: PNGOptions(colors: .fixedPalette(palette)))
        #expect(
            try PNGDecoder.decode(file).bytes
                == [0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255, 255, 255, 255, 255])
        // All three colours are there though the picture might use fewer.
        #expect(PNGFile(file).data("PLTE") == [0, 0, 0, 255, 255, 255, 255, 0, 0])
    }

    @Test func `carries texts of any script, the scale and sRGB, and no time`() throws {
        let picture = PixelBuffer(width: 1, height: 1, color: Color(hex: 0xFFFFFF))
        let options = PNGOptions(
            pixelsPerMetre: PNGOptions.pixelsPerMetre(scale: 1),
            texts: [PNGText("Title", "Երևան / Yerevan"), PNGText("Copyright", "© GeoNames")])
        let file = PNGFile(try PNGEncoder.encode(picture, options: options))
        #expect(
            file.types == ["IHDR", "sRGB", "PLTE", "pHYs", "iTXt", "iTXt", "IDAT", "IEND"])
        var untagged = options
        untagged.saysSRGB = false
        let plain = PNGFile(try PNGEncoder.encode(picture, options: untagged))
        #expect(plain.types == file.types.filter { $0 != "sRGB" })
        // Keyword, NUL, not compressed, method 0, empty language and keyword: section 11.3.3.4.
        let texts = file.chunks.filter { $0.type == "iTXt" }.map(\.data)
        #expect(texts.first == Array("Title\0\0\0\0\0Երևան / Yerevan".utf8))
        #expect(texts.last == Array("Copyright\0\0\0\0\0© GeoNames".utf8))
        // 96 pixels an inch are 3779.5 a metre: 0x0EC4 = 3780, unit 1 is the metre.
        #expect(file.data("pHYs") == [0, 0, 0x0E, 0xC4, 0, 0, 0x0E, 0xC4, 1])
    }

    @Test func `the same picture gives the same bytes`() throws {
        let picture = PixelBuffer.noise(width: 64, height: 64, colors: 900, isOpaque: false)
        for colors in [PNGColors.rgb, .palette] {
            let options = PNGOptions(colors: colors, texts: [PNGText("Title", "A map")])
            #expect(
                try PNGEncoder.encode(picture, options: options)
                    == PNGEncoder.encode(picture, options: options))
        }
    }

    @Test(arguments: [
        "", " Title", "Title ", "Two  spaces", "Tëxt", "a\nb", String(repeating: "x", count: 80),
    ])
    func `refuses keywords that PNG does not allow`(keyword: String) {
        let picture = PixelBuffer(width: 1, height: 1, color: Color(hex: 0))
        #expect(throws: PNGEncodingError.keyword(keyword)) {
            try PNGEncoder.encode(
                picture, options: PNGOptions(texts: [PNGText(keyword, "text")]))
        }
    }

    @Test func `refuses what cannot be written`() {
        var picture = PixelBuffer(width: 2, height: 1, color: Color(hex: 0))
        #expect(throws: PNGEncodingError.textWithNUL(keyword: "Title")) {
            try PNGEncoder.encode(picture, options: PNGOptions(texts: [PNGText("Title", "a\0b")]))
        }
        #expect(throws: PNGEncodingError.paletteSize(0)) {
            try PNGEncoder.encode(picture, options: PNGOptions(colors: .fixedPalette([])))
        }
        #expect(throws: PNGEncodingError.compressionLevel(13)) {
            try PNGEncoder.encode(picture, options: PNGOptions(compressionLevel: 13))
        }
        picture.bytes.removeLast()
        #expect(throws: PNGEncodingError.pixelBytes(7, expected: 8)) {
            try PNGEncoder.encode(picture)
        }
    }
}

extension PixelBuffer {
    /// Red, green, blue and alpha.
    fileprivate func pixel(_ index: Int) -> [UInt8] { Array(bytes[index * 4..<index * 4 + 4]) }

    /// Pixels of exactly so many colours, each at least once if there is room.
    static func noise(width: Int, height: Int, colors: Int, isOpaque: Bool) -> PixelBuffer {
        var buffer = PixelBuffer(width: width, height: height, color: Color(hex: 0))
        for pixel in 0..<width * height {
            let index = pixel % colors * 7919 % colors
            buffer.bytes[pixel * 4] = UInt8(index & 255)
            buffer.bytes[pixel * 4 + 1] = UInt8(index >> 8)
            buffer.bytes[pixel * 4 + 2] = UInt8(255 - index & 255)
            if !isOpaque { buffer.bytes[pixel * 4 + 3] = UInt8(index % 200) }
        }
        return buffer
    }
}
