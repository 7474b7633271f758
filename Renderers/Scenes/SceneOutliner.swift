internal import Raster
internal import Threads
internal import Typesetting

/// Turns scene items into outlines to fill, in pixels of the picture.
struct SceneOutliner: Sendable {
    let typesetter: Typesetter
    let scale: Int

    /// One fill or more for each item, in drawing order.
    ///
    /// A run of text items is drawn as one: all halos first, so that none eats a glyph next to it.
    func fills(of items: [SceneItem], clip: PixelBounds, threads: Int = 1) -> [SceneFill] {
        let outlined = concurrently(items.count, threads: threads) { index in
            outline(items[index], clip: clip)
        }
        var fills: [SceneFill] = []
        var glyphs: [SceneFill] = []
        for (item, parts) in zip(items, outlined) {
            if !item.isText {
                fills += glyphs
                glyphs = []
            }
            fills += parts.under
            glyphs += parts.over
        }
        return fills + glyphs
    }

    /// What an item draws: `over` waits until the text items that follow it have drawn `under`.
    private func outline(
        _ item: SceneItem, clip: PixelBounds
    ) -> (under: [SceneFill], over: [SceneFill]) {
        switch item {
        case .fill(let path, let rule, let color):
            return (fill(.inside(scaled(path), rule), color, clip), [])
        case .stroke(let path, let stroke, let color):
            return (self.stroke(path, stroke, color, clip), [])
        case .hatch(let path, let pattern, let color):
            let lines = pattern.lines(scale: Int32(scale))
            return (fill(.lines(scaled(path), lines), color, clip), [])
        case .picture(let picture, let path, let area):
            let shape = SceneFill.Shape.picture(scaled(path), picture, over: pixels(of: area))
            return (fill(shape, Color(hex: 0), clip), [])
        case .text(let line, let origin, let color, let halo):
            return text(line, origin, color, halo, clip)
        case .textAlong(let course, let line, let color, let halo):
            let glyphs = typesetter.outline(of: line, along: course)
            return glyphs.map { letters($0, color, halo, clip) } ?? ([], [])
        case .clipped(let bounds, let items):
            return (fills(of: items, clip: clip.intersection(pixels(of: bounds))), [])
        }
    }

    private func fill(
        _ shape: SceneFill.Shape, _ color: Color, _ clip: PixelBounds
    ) -> [SceneFill] {
        [SceneFill(shape, color: color, clip: clip)].compactMap(\.self)
    }

    private func stroke(
        _ path: Path, _ stroke: Stroke, _ color: Color, _ clip: PixelBounds
    ) -> [SceneFill] {
        let outline = scaled(path).stroked(scaled(stroke), visibleIn: clip)
        return fill(.inside(outline, .nonZero), color, clip)
    }

    // MARK: Text

    private func text(
        _ line: TextLine, _ origin: SubpixelPoint, _ color: Color, _ halo: Halo?,
        _ clip: PixelBounds
    ) -> (under: [SceneFill], over: [SceneFill]) {
        guard Int(line.style.size) * scale <= Typesetter.largestStampedSize else {
            return letters(typesetter.outline(of: line, at: origin), color, halo, clip)
        }
        let rims = halo.map { halo in
            let stamps = typesetter.rimStamps(
                of: line, at: origin, scale: scale, radius: halo.radius)
            return fill(.stamps(stamps), halo.color, clip)
        }
        let letters = typesetter.stamps(of: line, at: origin, scale: scale)
        return (rims ?? [], fill(.stampedLetters(letters), color, clip))
    }

    /// Letters by their outlines; the halo is all within its radius of them.
    private func letters(
        _ glyphs: Path, _ color: Color, _ halo: Halo?, _ clip: PixelBounds
    ) -> (under: [SceneFill], over: [SceneFill]) {
        let glyphs = scaled(glyphs)
        let rims = halo.map { halo in
            let rim = glyphs.grown(by: halo.radius * Int32(scale))
            return fill(.inside(rim, .nonZero), halo.color, clip)
        }
        return (rims ?? [], fill(.letters(glyphs), color, clip))
    }

    private func scaled(_ path: Path) -> Path {
        scale == 1 ? path : path.transformed(.scale(Double(scale)))
    }

    private func scaled(_ stroke: Stroke) -> Stroke {
        var stroke = stroke
        let factor = Int32(scale)
        stroke.width *= factor
        stroke.dashes = stroke.dashes.map { $0 * factor }
        stroke.dashPhase = Int32(clamping: Int(stroke.dashPhase) * scale)
        return stroke
    }

    /// A clip takes the whole pixels nearest to its edges.
    private func pixels(of bounds: SubpixelBounds) -> PixelBounds {
        func pixel(_ edge: Int32) -> Int { (Int(edge) * scale + 128) >> 8 }
        return PixelBounds(
            minX: pixel(bounds.minX), minY: pixel(bounds.minY), maxX: pixel(bounds.maxX),
            maxY: pixel(bounds.maxY))
    }
}

extension SceneItem {
    fileprivate var isText: Bool {
        switch self {
        case .text, .textAlong: true
        case .fill, .stroke, .hatch, .picture, .clipped: false
        }
    }
}
