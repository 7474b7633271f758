extension PixelBuffer {
    /// All of its pixels.
    public var bounds: PixelBounds {
        PixelBounds(minX: 0, minY: 0, maxX: width, maxY: height)
    }

    /// Lays a colour over the inside of an outline.
    ///
    /// Each pixel is covered by the exact area that the outline takes of it, overlaps counted once,
    /// and colours mix in linear light. Open contours are closed. Drawing part of a picture gives
    /// the bytes of that part of the whole, if it is moved by whole pixels. Only pixels in `clip`
    /// change; nil is the whole picture.
    ///
    /// - Complexity: O(n log n) in the edges that reach the rows of the clip, plus the pixels drawn.
    public mutating func fill(
        _ path: Path, rule: FillRule = .nonZero, color: Color, clip: PixelBounds? = nil
    ) {
        let outline = PreparedOutline(path, rule: rule, clip: part(of: clip))
        fill(outline, color: color, rows: 0..<height, origin: PixelOrigin())
    }

    /// Draws a line along an outline.
    ///
    /// Where the line overlaps itself it counts once, so a translucent colour is even throughout.
    /// Only pixels in `clip` change; nil is the whole picture.
    ///
    /// - Complexity: O(n) in the points of the outline, plus what filling the visible part costs.
    public mutating func stroke(
        _ path: Path, stroke: Stroke, color: Color, clip: PixelBounds? = nil
    ) {
        let clip = part(of: clip)
        guard color.alpha > 0, !clip.isEmpty else { return }
        fill(path.stroked(stroke, visibleIn: clip), color: color, clip: clip)
    }

    /// Lays a colour over the outlines of letters.
    ///
    /// As `fill`, non-zero, but dark letters are made a little heavier at their edges: mixed in
    /// linear light, thin dark stems on a light ground look too faint. The darker the colour the
    /// more: half covered, black covers 5/8, white 1/2.
    public mutating func fillGlyphs(_ outline: Path, color: Color, clip: PixelBounds? = nil) {
        let outline = PreparedOutline(outline, rule: .nonZero, clip: part(of: clip))
        fillGlyphs(outline, color: color, rows: 0..<height, origin: PixelOrigin())
    }

    /// Fills an outline with parallel lines.
    public mutating func fill(
        _ path: Path, rule: FillRule = .nonZero, color: Color, lines: ParallelLines,
        clip: PixelBounds? = nil
    ) {
        let clip = part(of: clip)
        guard let outline = path.bounds?.pixels.intersection(clip), !outline.isEmpty else { return }
        fill(
            lines.path(covering: outline), rule: .nonZero, color: color, inside: path,
            maskRule: rule, clip: clip)
    }

    /// Lays a colour over what lies inside two outlines, such as parallel lines in an area.
    ///
    /// In a pixel that both cover in part, their coverages are multiplied. Only pixels in `clip`
    /// change; nil is the whole picture.
    public mutating func fill(
        _ path: Path, rule: FillRule = .nonZero, color: Color, inside mask: Path,
        maskRule: FillRule = .nonZero, clip: PixelBounds? = nil
    ) {
        fill(
            path, rule: rule, color: color, inside: mask, maskRule: maskRule, clip: part(of: clip))
    }
}

/// Where the first pixel of a picture lies in the plane of outlines: that of a part of a larger picture.
package struct PixelOrigin: Hashable, Sendable {
    /// To the right, in pixels.
    package var x: Int
    /// Down, in pixels.
    package var y: Int

    package init(x: Int = 0, y: Int = 0) {
        self.x = x
        self.y = y
    }
}

extension PixelBuffer {
    private mutating func fill(
        _ path: Path, rule: FillRule, color: Color, inside mask: Path, maskRule: FillRule,
        clip: PixelBounds
    ) {
        guard !clip.isEmpty else { return }
        fill(
            PreparedOutline(path, rule: rule, clip: clip), color: color,
            inside: PreparedOutline(mask, rule: maskRule, clip: clip), rows: clip.minY..<clip.maxY,
            origin: PixelOrigin())
    }

    /// What of a clip lies in the picture.
    func part(of clip: PixelBounds?) -> PixelBounds { clip.map(bounds.intersection) ?? bounds }
}
