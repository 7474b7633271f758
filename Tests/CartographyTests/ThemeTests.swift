import Raster
import Testing

@testable import Cartography

/// Expected ratios: WCAG 2.2, success criteria 1.4.3 (text 4.5:1) and 1.4.11 (graphics 3:1).
@Suite("Themes") struct ThemeTests {
    @Test(arguments: Theme.all)
    func `text stands out from land, water and paper`(theme: Theme) {
        for ink in [theme.text, theme.quietText, theme.countryText, theme.areaText] {
            #expect(contrast(ink, theme.land) >= 4.5)
        }
        #expect(contrast(theme.waterText, theme.water) >= 4.5)
        #expect(contrast(theme.text, theme.paper) >= 7)
        #expect(contrast(theme.quietText, theme.paper) >= 4.5)
        #expect(contrast(theme.disputedLine, theme.land) >= 4.5)
    }

    @Test(arguments: Theme.all)
    func `marks stand out from land and water by their outline`(theme: Theme) {
        #expect(contrast(theme.markOutline, theme.land) >= 3)
        #expect(contrast(theme.markOutline, theme.water) >= 3)
    }

    /// Hatches and outlines of areas: half of what marks need, since they cover much ground.
    @Test(arguments: Theme.all)
    func `areas are carried by lines that show, not by their fill`(theme: Theme) {
        for hue in theme.categories + [theme.otherCategory] {
            #expect(contrast(theme.areaLine(hue), theme.land) >= 1.9)
        }
        #expect(theme.tintOpacity <= 0.16)
    }

    @Test(arguments: Theme.all)
    func `the base stays calm`(theme: Theme) {
        let step = contrast(theme.land, theme.water)
        #expect(step >= 1.05 && step <= 1.6)
    }

    @Test func `themes are found by name`() {
        #expect(Theme(named: "dark") == .dark)
        #expect(Theme(named: "Dark") == nil)
    }

    /// The base stays calm: WCAG contrast of the darkest and lightest slope against flat land.
    @Test(arguments: Theme.all)
    func `tones stay near the land's colour`(theme: Theme) {
        let tones = theme.reliefTones
        #expect(tones.count == 2 * ReliefLight.flat + 1)
        #expect(tones[ReliefLight.flat].alpha == 0)
        for tone in [tones.first, tones.last].compactMap(\.self) {
            var pixel = PixelBuffer(width: 1, height: 1, color: theme.land)
            pixel.fill(
                .rectangle(SubpixelBounds(minX: 0, minY: 0, maxX: 256, maxY: 256)), color: tone)
            let shaded = Color(red: pixel.bytes[0], green: pixel.bytes[1], blue: pixel.bytes[2])
            #expect(contrast(shaded, theme.land) < 2.6)
        }
    }

    @Test(arguments: Theme.all)
    func `a fixed palette fits a PNG and has the colours of its theme`(theme: Theme) {
        let palette = theme.fixedPalette
        #expect(palette.count <= 256 && Set(palette).count == palette.count)
        #expect(palette.allSatisfy { $0.alpha == 255 })
        let own =
            [theme.paper, theme.land, theme.water, theme.shore, theme.text, theme.markOutline]
            + theme.categories
        #expect(own.allSatisfy(palette.contains))
        #expect(palette == theme.fixedPalette)
    }

    private func contrast(_ left: Color, _ right: Color) -> Double {
        let (a, b) = (luminance(left), luminance(right))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Relative luminance as WCAG 2.2 defines it, with the powers by repeated square roots:
    /// x^2.4 = x² · x^0.4, and x^0.4 by Newton's method.
    private func luminance(_ color: Color) -> Double {
        func linear(_ channel: UInt8) -> Double {
            let value = Double(channel) / 255
            guard value > 0.04045 else { return value / 12.92 }
            let base = (value + 0.055) / 1.055
            return base * base * fifthRoot(base * base)
        }
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green)
            + 0.0722 * linear(color.blue)
    }

    private func fifthRoot(_ value: Double) -> Double {
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - value) / (5 * root * root * root * root)
        }
        return root
    }
}
