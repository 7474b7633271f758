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
        let clip = clip.map(bounds.intersection) ?? bounds
        guard color.alpha > 0, !clip.isEmpty else { return }
        let (width, blender) = (width, Blender(color))
        var scanner = CoverageScanner(path, rule: rule, clip: clip)
        var pixels = bytes.mutableSpan
        while scanner.nextRow() {
            let left = scanner.y * width + scanner.left
            for span in scanner.spans {
                if span.isSolid {
                    blender.fill(&pixels, pixels: left + span.start..<left + span.end)
                } else {
                    for column in span.start..<span.end {
                        blender.blend(
                            &pixels, pixel: left + column, coverage: scanner.coverage[column])
                    }
                }
            }
        }
    }
}

extension PixelBuffer {
    /// Draws a line along an outline.
    ///
    /// Where the line overlaps itself it counts once, so a translucent colour is even throughout.
    /// Only pixels in `clip` change; nil is the whole picture.
    ///
    /// - Complexity: O(n) in the points of the outline, plus what filling the visible part costs.
    public mutating func stroke(
        _ path: Path, stroke: Stroke, color: Color, clip: PixelBounds? = nil
    ) {
        let clip = clip.map(bounds.intersection) ?? bounds
        guard color.alpha > 0, !clip.isEmpty else { return }
        fill(path.stroked(stroke, visibleIn: clip), color: color, clip: clip)
    }
}
