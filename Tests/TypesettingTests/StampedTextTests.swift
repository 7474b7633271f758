import Raster
import Testing

@testable import Typesetting

@Suite("Stamped text") struct StampedTextTests {
    let typesetter = try? Typesetter()
    private static let ink = Color(hex: 0x222222)

    /// Expected: the outline at the same place. Letters of one group, those of Arabic that join, stand
    /// where they are to 1/256 pixel; a letter alone on a quarter of a pixel does too. Its curves are cut
    /// finer, by up to 1/50 pixel.
    @Test(arguments: [
        ("شمس", 12.3), ("AV", 7.1), ("g", 8.25), ("Ə", 8.5), ("Ş", 3.75), ("ნ", 9),
    ])
    func `letters are drawn as their outlines are`(text: String, x: Double) throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line(text, style: TextStyle(sizeInPixels: 21))
        let origin = SubpixelPoint(xInPixels: x, yInPixels: 30)
        var expected = Self.blank
        expected.fillGlyphs(typesetter.outline(of: line, at: origin), color: Self.ink)
        let drawn = Self.draw(typesetter.stamps(of: line, at: origin, scale: 1))
        #expect(drawn.greatestDifference(to: expected) <= 4)
        #expect(drawn != Self.blank)
    }

    /// Expected: the outline of each letter, moved to the nearest quarter by hand.
    @Test func `the baseline takes a whole pixel, and each letter a quarter of one`() throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line("bil", style: TextStyle(sizeInPixels: 15))
        let origin = SubpixelPoint(xInPixels: 5.4, yInPixels: 30.4)
        var expected = Self.blank
        for glyph in line.glyphs {
            let x = ((origin.x + glyph.x * 4 + 32) >> 6) << 6
            let path = typesetter.outline(ofGlyph: glyph.glyph, face: glyph.face, size: 15 * 64)
            expected.fillGlyphs(path.translated(x: x, y: 30 * 256), color: Self.ink)
        }
        let drawn = Self.draw(typesetter.stamps(of: line, at: origin, scale: 1))
        #expect(drawn.greatestDifference(to: expected) <= 4)
    }

    /// Expected: the same line set twice as large.
    @Test func `a scale draws larger letters`() throws {
        let typesetter = try #require(typesetter)
        func stamps(size: Double, scale: Int) -> Stamps {
            let line = typesetter.line("o", style: TextStyle(sizeInPixels: size))
            let origin = SubpixelPoint(
                xInPixels: 20 / Double(scale), yInPixels: 30 / Double(scale))
            return typesetter.stamps(of: line, at: origin, scale: scale)
        }
        #expect(stamps(size: 10, scale: 2) == stamps(size: 20, scale: 1))
    }

    /// Expected: the grown outline, within the eighth of a pixel that the letter is moved and another.
    @Test func `rims are what lies near the letters`() throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line("ü", style: TextStyle(sizeInPixels: 20))
        let origin = SubpixelPoint(xInPixels: 8, yInPixels: 30)
        let outline = typesetter.outline(of: line, at: origin)
        let rims = typesetter.rimStamps(of: line, at: origin, scale: 1, radius: 512)
        func drawn(_ radius: Int32) -> PixelBuffer {
            var picture = Self.blank
            picture.fill(outline.grown(by: radius), color: Self.ink)
            return picture
        }
        var picture = Self.blank
        picture.fill(rims, color: Self.ink, clip: picture.bounds, origin: PixelOrigin())
        // What a rim a quarter of a pixel narrower covers is dark, what a wider one leaves is light.
        let (less, more) = (drawn(512 - 64), drawn(512 + 64))
        for index in stride(from: 0, to: picture.bytes.count, by: 4) {
            #expect(picture.bytes[index] <= Int(less.bytes[index]) + 6)
            #expect(Int(picture.bytes[index]) + 6 >= more.bytes[index])
        }
    }

    @Test func `a space has no stamps`() throws {
        let typesetter = try #require(typesetter)
        let line = typesetter.line(" ", style: TextStyle(sizeInPixels: 12))
        let origin = SubpixelPoint(x: 0, y: 0)
        #expect(typesetter.stamps(of: line, at: origin, scale: 1).bounds.isEmpty)
        #expect(typesetter.rimStamps(of: line, at: origin, scale: 1, radius: 99).bounds.isEmpty)
    }

    private static var blank: PixelBuffer {
        PixelBuffer(width: 64, height: 44, color: Color(hex: 0xFFFFFF))
    }

    private static func draw(_ stamps: Stamps) -> PixelBuffer {
        var picture = blank
        picture.fillGlyphs(stamps, color: ink, clip: picture.bounds, origin: PixelOrigin())
        return picture
    }
}

extension PixelBuffer {
    fileprivate func greatestDifference(to other: PixelBuffer) -> Int {
        zip(bytes, other.bytes).reduce(0) { max($0, abs(Int($1.0) - Int($1.1))) }
    }
}
