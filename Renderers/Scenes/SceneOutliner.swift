internal import Raster
internal import Threads
internal import Typesetting

/// Turns scene items into outlines to fill, in pixels of the picture.
struct SceneOutliner: Sendable {
    let typesetter: Typesetter
    let scale: Int
    /// Whether areas keep their paths beside what is filled.
    var keepsPaths = false

    /// One fill or more for each item, in drawing order.
    ///
    /// A run of text items is drawn as one: all halos first, so that none eats a glyph next to it.
    func fills(of items: [SceneItem], clip: PixelBounds, threads: Int = 1) -> [SceneFill] {
        var flat: [FlatItem] = []
        var groups = 0
        flatten(items, clip, &groups, into: &flat)
        let outlined = concurrently(flat.count, threads: threads) { [flat] in outline(flat[$0]) }
        var fills: [SceneFill] = []
        var glyphs: [SceneFill] = []
        var group = 0
        for (flat, parts) in zip(flat, outlined) {
            if !flat.item.isText || flat.group != group {
                fills += glyphs
                glyphs = []
                group = flat.group
            }
            fills += parts.under
            glyphs += parts.over
        }
        return fills + glyphs
    }

    /// An item that is not a clip, with the clip around it.
    private struct FlatItem: Sendable {
        let item: SceneItem
        let clip: PixelBounds
        /// The same for items of one clip.
        let group: Int
    }

    /// Takes items out of their clips, so that threads share all of them.
    private func flatten(
        _ items: [SceneItem], _ clip: PixelBounds, _ groups: inout Int, into flat: inout [FlatItem]
    ) {
        let group = groups
        for item in items {
            if case .clipped(let bounds, let inner) = item {
                groups += 1
                flatten(inner, clip.intersection(pixels(of: bounds)), &groups, into: &flat)
            } else {
                flat.append(FlatItem(item: item, clip: clip, group: group))
            }
        }
    }

    /// What an item draws: `over` waits until the text items that follow it have drawn `under`.
    private func outline(_ flat: FlatItem) -> (under: [SceneFill], over: [SceneFill]) {
        let clip = flat.clip
        guard !clip.isEmpty else { return ([], []) }
        switch flat.item {
        case .fill(let path, let rule, let color):
            return (inside(scaled(path), rule, color, clip), [])
        case .stroke(let path, let stroke, let color):
            let outline = scaled(path).stroked(scaled(stroke), visibleIn: clip)
            return (inside(outline, .nonZero, color, clip), [])
        case .hatch(let path, let pattern, let color):
            return (hatch(scaled(path), pattern, color, clip), [])
        case .picture(let picture, let path, let area):
            let area = pixels(of: area)
            let outline = PreparedOutline(
                scaled(path), rule: .evenOdd, clip: clip.intersection(area))
            return (fill(.picture(outline, picture, over: area), Color(hex: 0), clip), [])
        case .text(let line, let origin, let color, let halo):
            return text(line, origin, color, halo, clip)
        case .textAlong(let course, let line, let color, let halo):
            let glyphs = typesetter.outline(of: line, along: course)
            return glyphs.map { letters($0, color, halo, clip) } ?? ([], [])
        case .clipped: preconditionFailure("items were taken out of their clips")
        }
    }

    private func fill(
        _ shape: SceneFill.Shape, _ color: Color, _ clip: PixelBounds
    ) -> [SceneFill] {
        [SceneFill(shape, color: color, clip: clip)].compactMap(\.self)
    }

    private func inside(
        _ path: Path, _ rule: FillRule, _ color: Color, _ clip: PixelBounds
    ) -> [SceneFill] {
        let shape = SceneFill.Shape.inside(PreparedOutline(path, rule: rule, clip: clip))
        let fill = SceneFill(shape, color: color, clip: clip, path: keepsPaths ? path : nil)
        return [fill].compactMap(\.self)
    }

    private func hatch(
        _ path: Path, _ pattern: Hatch, _ color: Color, _ clip: PixelBounds
    ) -> [SceneFill] {
        let area = PreparedOutline(path, rule: .evenOdd, clip: clip)
        guard !area.bounds.isEmpty else { return [] }
        let lines = pattern.lines(scale: Int32(scale)).path(covering: area.bounds)
        let outline = PreparedOutline(lines, rule: .nonZero, clip: area.bounds)
        return fill(.lines(outline, inside: area), color, clip)
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
            return inside(rim, .nonZero, halo.color, clip)
        }
        let outline = PreparedOutline(glyphs, rule: .nonZero, clip: clip)
        return (rims ?? [], fill(.letters(outline), color, clip))
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
