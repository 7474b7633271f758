/// An outline ready to be filled: its edges, found once for all parts of a picture.
package struct PreparedOutline: Sendable {
    /// The pixels that it can touch.
    package let bounds: PixelBounds
    let list: EdgeList
    let rule: FillRule
    /// Whether the outline runs on beyond the right edge of its bounds.
    let isCutOnRight: Bool

    /// Takes what of an outline can touch a clip.
    ///
    /// - Complexity: O(steps of the outline). Takes 24 bytes for each of its straight pieces in the clip.
    package init(_ path: Path, rule: FillRule, clip: PixelBounds) {
        let outline = path.bounds?.pixels
        // The rectangle of what is drawn bounds the buffers of a row.
        let bounds = outline.map(clip.intersection) ?? clip
        self.bounds = bounds
        self.rule = rule
        list = EdgeList(path, clip: bounds)
        isCutOnRight = outline.map { $0.maxX > bounds.maxX } ?? false
    }
}

// Parts of a picture whose other parts are drawn elsewhere: outlines are those of the whole.
extension PixelBuffer {
    /// The rows that the buffer holds, where its first pixel lies at an origin.
    package func rows(from origin: PixelOrigin) -> Range<Int> { origin.y..<origin.y + height }

    /// Lays a colour over the inside of an outline in some rows.
    ///
    /// The rows must lie in the buffer, as must the columns of the outline's bounds; so for the others.
    package mutating func fill(
        _ outline: PreparedOutline, color: Color, rows: Range<Int>, origin: PixelOrigin
    ) {
        fill(outline, Blender(color), rows, origin)
    }

    /// Lays a colour over letters in some rows; see `fillGlyphs(_:color:clip:)`.
    package mutating func fillGlyphs(
        _ outline: PreparedOutline, color: Color, rows: Range<Int>, origin: PixelOrigin
    ) {
        fill(outline, Blender(glyphs: color), rows, origin)
    }

    private mutating func fill(
        _ outline: PreparedOutline, _ blender: Blender, _ rows: Range<Int>, _ origin: PixelOrigin
    ) {
        guard !blender.isClear, !rows.isEmpty else { return }
        let width = width
        var scanner = CoverageScanner(outline, rows: rows)
        var span = bytes.mutableSpan
        // SAFETY: the elements are bytes themselves.
        var pixels = unsafe span.mutableBytes
        while scanner.nextRow() {
            let left = (scanner.y - origin.y) * width + scanner.left - origin.x
            blender.blend(&pixels, first: left, scanner.spans.span, scanner.coverage.span)
        }
    }

    /// Lays a colour over what lies inside two outlines in some rows.
    package mutating func fill(
        _ outline: PreparedOutline, color: Color, inside mask: PreparedOutline, rows: Range<Int>,
        origin: PixelOrigin
    ) {
        let (width, blender) = (width, Blender(color))
        guard !blender.isClear, !rows.isEmpty else { return }
        var scanner = CoverageScanner(outline, rows: rows)
        var mask = CoverageScanner(mask, rows: rows)
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
