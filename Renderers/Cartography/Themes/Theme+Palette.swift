public import Raster

extension Theme {
    /// The theme's fixed palette: at most 256 colours, its own and the blends that their edges make.
    ///
    /// For pictures that must agree where they meet, such as tiles: the index of a pixel depends on its
    /// own colour alone. A single picture looks better with a palette of its own colours.
    ///
    /// Blends are taken as they are drawn, in linear light: an ink that covers eighths of a ground.
    public var fixedPalette: [Color] {
        var palette = PaletteMaker()
        let grounds = [land, water, paper]
        for color in grounds + inks + [markPaper, river, halo] { palette.add(color) }
        for hue in hues { addMark(hue, to: &palette) }
        // Text stands on its halo and on paper; in between, letters are made heavier than lines.
        palette.add(text, on: land, steps: 15)
        palette.add(text, on: paper, steps: 15)
        palette.add(waterText, on: halo, steps: 5)
        palette.add(waterText, on: water, steps: 4)
        palette.add(countryText, on: land, steps: 3)
        palette.add(quietText, on: paper, steps: 5)
        palette.add(halo.opacity(0.88), on: water, steps: 4)
        palette.add(water, on: land, steps: 8)
        for ground in [land, water] {
            palette.add(shore, on: ground, steps: 6)
            palette.add(countryBorder, on: ground, steps: 3)
        }
        palette.add(disputedLine, on: land, steps: 3)
        palette.add(nearestBorder, on: land, steps: 2)
        palette.add(districtBorder, on: land, steps: 4)
        palette.add(land, on: paper, steps: 2)
        palette.add(doubtFill, on: land, steps: 2)
        palette.add(markOutline, on: markPaper, steps: 3)
        palette.add(frame, on: paper, steps: 5)
        palette.add(markOutline, on: land, steps: 5)
        return palette.colors
    }

    private var inks: [Color] {
        [
            text, quietText, countryText, areaText, waterText, shore, countryBorder,
            districtBorder, nearestBorder, disputedLine, frame, markOutline, townDot,
        ]
    }

    private var hues: [Color] { categories + [otherCategory] }

    /// A mark on land and on paper, its edge, its outline and the tint of an area in its hue.
    private func addMark(_ hue: Color, to palette: inout PaletteMaker) {
        let solid = hue.opacity(markOpacity)
        palette.add(hue)
        palette.add(solid.drawn(on: paper))
        palette.add(solid, on: land, steps: 2)
        palette.add(markOutline, on: solid.drawn(on: land), steps: 3)
        let tint = hue.opacity(tintOpacity).drawn(on: land)
        palette.add(tint)
        palette.add(hue.opacity(0.25).drawn(on: land))
        // The fine lines of a hatch cover their pixels in part.
        palette.add(areaLine(hue).opacity(0.85), on: tint, steps: 4)
        palette.add(areaLine(hue).opacity(0.27).drawn(on: land))
    }
}

/// Gathers colours, each once, until there is no more room.
private struct PaletteMaker {
    private(set) var colors: [Color] = []

    mutating func add(_ color: Color) {
        if colors.count < 256, !colors.contains(color) { colors.append(color) }
    }

    /// An ink wherever it covers a ground in part, and as a whole.
    mutating func add(_ ink: Color, on ground: Color, steps: Int) {
        for step in 1...steps + 1 {
            var part = ink
            part.alpha = UInt8(Int(ink.alpha) * step / (steps + 1))
            add(part.drawn(on: ground))
        }
    }
}

extension Color {
    /// What a pixel of a ground becomes under this colour.
    fileprivate func drawn(on ground: Color) -> Color {
        var pixel = PixelBuffer(width: 1, height: 1, color: ground)
        let all = SubpixelBounds(minX: 0, minY: 0, maxX: 256, maxY: 256)
        pixel.fill(.rectangle(all), color: self)
        return Color(red: pixel.bytes[0], green: pixel.bytes[1], blue: pixel.bytes[2])
    }
}
