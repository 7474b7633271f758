import Raster
import Testing

@Suite("Blending") struct BlendingTests {
    private let all = Path.rectangle(SubpixelBounds(minX: 0, minY: 0, maxX: 1024, maxY: 1024))
    private let left = Path.rectangle(SubpixelBounds(minX: 0, minY: 0, maxX: 128, maxY: 256))

    private func pixel(_ buffer: PixelBuffer) -> [UInt8] { Array(buffer.bytes[..<4]) }

    /// Expected: the sRGB formula of IEC 61966-2-1 worked for half of white's light:
    /// 1.055 · 0.5^(1/2.4) - 0.055 = 0.7354, of 255: 187.5.
    @Test func `mixes in linear light`() {
        var buffer = PixelBuffer(width: 1, height: 1, color: Color(hex: 0x000000))
        buffer.fill(left, color: Color(hex: 0xFFFFFF))
        #expect(pixel(buffer) == [188, 188, 188, 255])
        // One channel alone: red 255 and 0 mix to the same.
        buffer = PixelBuffer(width: 1, height: 1, color: Color(hex: 0x00FF80))
        buffer.fill(left, color: Color(hex: 0xFF0080))
        #expect(pixel(buffer) == [188, 188, 128, 255])
    }

    @Test func `opaque colours replace whole pixels`() {
        var buffer = PixelBuffer(width: 4, height: 4, color: Color(hex: 0x000000).opacity(0.3))
        buffer.fill(all, color: Color(hex: 0x123456))
        #expect(buffer == PixelBuffer(width: 4, height: 4, color: Color(hex: 0x123456)))
    }

    @Test func `a colour over itself, or a clear one, changes nothing`() {
        for value in 0..<256 {
            let color = Color(red: UInt8(value), green: UInt8(255 - value), blue: 77)
            let before = PixelBuffer(width: 1, height: 1, color: color)
            for opacity in [0.1, 0.5, 0.9] {
                var buffer = before
                buffer.fill(left, color: color.opacity(opacity))
                #expect(buffer == before)
            }
            var buffer = before
            buffer.fill(left, color: Color(hex: 0xFF00FF).opacity(0))
            #expect(buffer == before)
        }
    }

    /// Expected: Porter and Duff's "over": alpha a + b (1 - a), colours weighted by their part of it.
    @Test func `lays colours over clear and half clear pixels`() {
        var buffer = PixelBuffer(width: 1, height: 1, color: Color(hex: 0x336699).opacity(0))
        buffer.fill(left, color: Color(hex: 0xFF8000))
        #expect(pixel(buffer) == [255, 128, 0, 128])
        // Half white over half black: alpha 3/4, two thirds of it white.
        buffer = PixelBuffer(
            width: 1, height: 1, color: Color(red: 0, green: 0, blue: 0, alpha: 128))
        buffer.fill(left, color: Color(hex: 0xFFFFFF))
        // 1.055 · (2/3)^(1/2.4) - 0.055 = 0.8360, of 255: 213.2, and 0.498 + 0.251 of 255: 191.3.
        #expect(pixel(buffer) == [213, 213, 213, 192])
    }

    @Test func `dark letters are a little heavier than areas, light ones are not`() {
        let white = PixelBuffer(width: 1, height: 1, color: Color(hex: 0xFFFFFF))
        var letters = white
        letters.fillGlyphs(left, color: Color(hex: 0x000000))
        // 3/8 of the light stays: 1.055 · 0.375^(1/2.4) - 0.055 = 0.6462, of 255: 164.8.
        #expect(pixel(letters) == [165, 165, 165, 255])
        let black = PixelBuffer(width: 1, height: 1, color: Color(hex: 0x000000))
        var (light, area) = (black, black)
        light.fillGlyphs(left, color: Color(hex: 0xFFFFFF))
        area.fill(left, color: Color(hex: 0xFFFFFF))
        #expect(light == area)
    }

    @Test func `draws nothing outside its clip`() {
        let clip = PixelBounds(minX: 1, minY: 2, maxX: 3, maxY: 3)
        var buffer = PixelBuffer(width: 4, height: 4, color: Color(hex: 0x000000))
        buffer.fill(all, color: Color(hex: 0xFFFFFF), clip: clip)
        let white = (0..<16).filter { buffer.bytes[$0 * 4] == 255 }
        #expect(white == [9, 10])
        buffer.fill(
            all, color: Color(hex: 0xFFFFFF),
            clip: PixelBounds(minX: 9, minY: -5, maxX: 12, maxY: 50))
        #expect((0..<16).filter { buffer.bytes[$0 * 4] == 255 } == [9, 10])
    }

    @Test func `fills what lies inside both of two outlines`() {
        var buffer = PixelBuffer(width: 4, height: 1, color: Color(hex: 0x000000))
        buffer.fill(
            .rectangle(SubpixelBounds(minX: 128, minY: 0, maxX: 1024, maxY: 256)),
            color: Color(hex: 0xFFFFFF),
            inside: .rectangle(SubpixelBounds(minX: 0, minY: 0, maxX: 640, maxY: 256)))
        #expect(stride(from: 0, to: 16, by: 4).map { buffer.bytes[$0] } == [188, 255, 188, 0])
    }
}
