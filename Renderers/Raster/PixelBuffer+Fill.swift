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
        fill(path, rule: rule, color: color, clip: clip, origin: PixelOrigin())
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
        let clip = clip.map(bounds.intersection) ?? bounds
        guard color.alpha > 0, !clip.isEmpty else { return }
        fill(path.stroked(stroke, visibleIn: clip), color: color, clip: clip)
    }

    /// Lays a colour over the outlines of letters.
    ///
    /// As `fill`, non-zero, but dark letters are made a little heavier at their edges: mixed in
    /// linear light, thin dark stems on a light ground look too faint. The darker the colour the
    /// more: half covered, black covers 5/8, white 1/2.
    public mutating func fillGlyphs(_ outline: Path, color: Color, clip: PixelBounds? = nil) {
        fillGlyphs(outline, color: color, clip: clip, origin: PixelOrigin())
    }

    /// Fills an outline with parallel lines.
    public mutating func fill(
        _ path: Path, rule: FillRule = .nonZero, color: Color, lines: ParallelLines,
        clip: PixelBounds? = nil
    ) {
        fill(path, rule: rule, color: color, lines: lines, clip: clip, origin: PixelOrigin())
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
            path, rule: rule, color: color, inside: mask, maskRule: maskRule, clip: clip,
            origin: PixelOrigin())
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

// The same for a part of a larger picture: outlines and the clip are those of the whole.
extension PixelBuffer {
    package mutating func fill(
        _ path: Path, rule: FillRule, color: Color, clip: PixelBounds?, origin: PixelOrigin
    ) {
        let scanner = CoverageScanner(path, rule: rule, clip: part(of: clip, origin))
        fill(scanner, Blender(color), origin)
    }

    package mutating func fillGlyphs(
        _ outline: Path, color: Color, clip: PixelBounds?, origin: PixelOrigin
    ) {
        let scanner = CoverageScanner(outline, rule: .nonZero, clip: part(of: clip, origin))
        fill(scanner, Blender(glyphs: color), origin)
    }

    package mutating func fill(
        _ path: Path, rule: FillRule, color: Color, lines: ParallelLines, clip: PixelBounds?,
        origin: PixelOrigin
    ) {
        let clip = part(of: clip, origin)
        guard let outline = path.bounds?.pixels.intersection(clip), !outline.isEmpty else { return }
        fill(
            lines.path(covering: outline), rule: .nonZero, color: color, inside: path,
            maskRule: rule, clip: clip, origin: origin)
    }

    /// What of a clip lies in the picture, in the plane of outlines.
    func part(of clip: PixelBounds?, _ origin: PixelOrigin) -> PixelBounds {
        let own = PixelBounds(
            minX: origin.x, minY: origin.y, maxX: origin.x + width, maxY: origin.y + height)
        return clip.map(own.intersection) ?? own
    }

    private mutating func fill(
        _ scanner: CoverageScanner, _ blender: Blender, _ origin: PixelOrigin
    ) {
        guard !blender.isClear else { return }
        let width = width
        var scanner = scanner
        var span = bytes.mutableSpan
        // SAFETY: the elements are bytes themselves.
        var pixels = unsafe span.mutableBytes
        while scanner.nextRow() {
            let left = (scanner.y - origin.y) * width + scanner.left - origin.x
            blender.blend(&pixels, first: left, scanner.spans.span, scanner.coverage.span)
        }
    }

    private mutating func fill(
        _ path: Path, rule: FillRule, color: Color, inside mask: Path, maskRule: FillRule,
        clip: PixelBounds?, origin: PixelOrigin
    ) {
        let clip = part(of: clip, origin)
        let (width, blender) = (width, Blender(color))
        guard !blender.isClear, !clip.isEmpty else { return }
        var scanner = CoverageScanner(path, rule: rule, clip: clip)
        var mask = CoverageScanner(mask, rule: maskRule, clip: clip)
        var hasMask = mask.nextRow()
        var span = bytes.mutableSpan
        // SAFETY: the elements are bytes themselves.
        var pixels = unsafe span.mutableBytes
        // The product of both coverages, by column of the picture at hand.
        var product = [UInt32](repeating: 0, count: width)
        while scanner.nextRow() {
            while hasMask, mask.y < scanner.y { hasMask = mask.nextRow() }
            guard hasMask else { return }
            guard mask.y == scanner.y else { continue }
            let row = (scanner.y - origin.y) * width - origin.x
            for overlap in SpanOverlaps(scanner, mask) {
                for column in overlap.columns {
                    let coverage = UInt64(scanner.coverage(overlap.span, column))
                    let inside = UInt64(mask.coverage(overlap.maskSpan, column))
                    product[column - origin.x] = UInt32((coverage * inside) >> 16)
                }
                let (start, end) = (overlap.columns.lowerBound, overlap.columns.upperBound)
                blender.blend(
                    &pixels, first: row + origin.x, coverage: product.span,
                    start - origin.x..<end - origin.x)
            }
        }
    }
}

extension CoverageScanner {
    /// The coverage of a column of the picture, in one of the row's spans.
    fileprivate func coverage(_ span: CoverageSpan, _ column: Int) -> UInt32 {
        span.isSolid ? CoverageRow.fullCoverage : coverage[column - left]
    }
}

/// Where the spans of two scanners in the same row overlap, from the left.
private struct SpanOverlaps: Sequence, IteratorProtocol {
    private let spans: [CoverageSpan]
    private let maskSpans: [CoverageSpan]
    private let left: Int
    private let maskLeft: Int
    private var index = 0
    private var maskIndex = 0

    init(_ scanner: CoverageScanner, _ mask: CoverageScanner) {
        (spans, maskSpans) = (scanner.spans, mask.spans)
        (left, maskLeft) = (scanner.left, mask.left)
    }

    /// The next stretch in columns of the picture, with the two spans it lies in.
    mutating func next() -> (columns: Range<Int>, span: CoverageSpan, maskSpan: CoverageSpan)? {
        while index < spans.count, maskIndex < maskSpans.count {
            let (span, maskSpan) = (spans[index], maskSpans[maskIndex])
            let start = Swift.max(span.start + left, maskSpan.start + maskLeft)
            let end = Swift.min(span.end + left, maskSpan.end + maskLeft)
            if span.end + left < maskSpan.end + maskLeft { index += 1 } else { maskIndex += 1 }
            if start < end { return (start..<end, span, maskSpan) }
        }
        return nil
    }
}
