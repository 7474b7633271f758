/// Masks set down at whole pixels, to be laid over a picture as one shape.
package struct Stamps: Hashable, Sendable {
    /// What covers a pixel of which several masks cover a part.
    package enum Overlap: Hashable, Sendable {
        /// The largest part: for rims, which lie on each other.
        case greatest
        /// All parts: for shapes that do not overlap.
        case sum
    }

    private struct Stamp: Hashable {
        let mask: CoverageMask
        let x: Int
        let y: Int
    }

    /// Around all of them, in pixels.
    package private(set) var bounds = PixelBounds(minX: 0, minY: 0, maxX: 0, maxY: 0)

    private let overlap: Overlap
    private var stamps: [Stamp] = []

    /// Makes a shape of no masks.
    package init(overlap: Overlap) { self.overlap = overlap }

    /// Sets down a mask, moved by whole pixels.
    package mutating func add(_ mask: CoverageMask, x: Int = 0, y: Int = 0) {
        let place = mask.bounds.translated(x: x, y: y)
        guard !place.isEmpty else { return }
        bounds = bounds.isEmpty ? place : bounds.union(place)
        stamps.append(Stamp(mask: mask, x: place.minX, y: place.minY))
    }

    /// Writes the coverage of a row of pixels, from the column `left` on, 0...65536.
    func cover(_ row: inout [UInt32], y: Int, left: Int) {
        var row = row.mutableSpan
        for column in row.indices { row[column] = 0 }
        for stamp in stamps {
            let size = stamp.mask.bounds
            let start = max(stamp.x, left)
            let end = min(stamp.x + size.width, left + row.count)
            guard y >= stamp.y, y < stamp.y + size.height, start < end else { continue }
            let first = (y - stamp.y) * size.width + start - stamp.x
            add(stamp.mask.values.span, from: first, to: &row, start - left..<end - left)
        }
    }

    private func add(
        _ values: Span<UInt16>, from first: Int, to row: inout MutableSpan<UInt32>,
        _ columns: Range<Int>
    ) {
        let shift = first - columns.lowerBound
        switch overlap {
        case .greatest:
            for column in columns {
                row[column] = max(row[column], UInt32(values[column &+ shift]) << 1)
            }
        case .sum:
            for column in columns {
                row[column] = min(65536, row[column] &+ UInt32(values[column &+ shift]) << 1)
            }
        }
    }
}

extension PixelBuffer {
    /// Lays a colour over what some masks cover, as `fill` over the inside of an outline.
    package mutating func fill(
        _ stamps: Stamps, color: Color, clip: PixelBounds, origin: PixelOrigin
    ) {
        fill(stamps, Blender(color), clip, origin)
    }

    /// Lays a colour over letters, as `fillGlyphs` over their outlines.
    package mutating func fillGlyphs(
        _ stamps: Stamps, color: Color, clip: PixelBounds, origin: PixelOrigin
    ) {
        fill(stamps, Blender(glyphs: color), clip, origin)
    }

    private mutating func fill(
        _ stamps: Stamps, _ blender: Blender, _ clip: PixelBounds, _ origin: PixelOrigin
    ) {
        let own = PixelBounds(
            minX: origin.x, minY: origin.y, maxX: origin.x + width, maxY: origin.y + height)
        let area = own.intersection(clip).intersection(stamps.bounds)
        guard !area.isEmpty, !blender.isClear else { return }
        let width = width
        var row = [UInt32](repeating: 0, count: area.width)
        var span = bytes.mutableSpan
        // SAFETY: the elements are bytes themselves.
        var pixels = unsafe span.mutableBytes
        for y in area.minY..<area.maxY {
            stamps.cover(&row, y: y, left: area.minX)
            let first = (y - origin.y) * width + area.minX - origin.x
            blender.blend(&pixels, first: first, coverage: row.span, row.indices)
        }
    }
}
