internal import Raster

/// Which points of a lattice over a frame lie inside obstacles, a bit each.
///
/// Where obstacles are many, most places of labels hold such a point: they are known to be taken from
/// a few words, without a look at the shapes. The other way round it says nothing.
struct CoveredPoints {
    /// From point to point, 4 pixels: a disc of 3 pixels' radius holds one wherever it stands.
    private static let step = 4 * Int(SubpixelPoint.unitsPerPixel)

    private let frame: SubpixelBounds
    private let columns: Int
    private let rows: Int
    private let wordsInRow: Int
    private var words: [UInt64]

    init(frame: SubpixelBounds) {
        self.frame = frame
        columns = Int(frame.width) / Self.step + 1
        rows = Int(frame.height) / Self.step + 1
        wordsInRow = (columns + 63) / 64
        words = Array(repeating: 0, count: wordsInRow * rows)
    }

    /// Marks the points inside a disc or a rectangle; lines cover too few to matter.
    mutating func insert(_ shape: LabelShape) {
        let bounds = shape.bounds
        switch shape {
        case .rectangle:
            for row in self.rows(inside: bounds) { set(columns(inside: bounds), row) }
        case .disc(let centre, let radius):
            for row in self.rows(inside: bounds) {
                let y = Int(frame.minY) + row * Self.step - Int(centre.y)
                for column in columns(inside: bounds) {
                    let x = Int(frame.minX) + column * Self.step - Int(centre.x)
                    if x * x + y * y < Int(radius) * Int(radius) {
                        words[row * wordsInRow + column / 64] |= 1 << UInt64(column % 64)
                    }
                }
            }
        case .segment: break
        }
    }

    /// Whether a rectangle holds a marked point, so that an obstacle surely reaches into it.
    func isAny(in box: SubpixelBounds) -> Bool {
        let columns = columns(inside: box)
        guard let last = columns.last else { return false }
        for row in rows(inside: box) {
            for word in columns.lowerBound / 64...last / 64 {
                let bits = words[row * wordsInRow + word]
                if bits & Self.mask(of: columns, word) != 0 { return true }
            }
        }
        return false
    }

    private mutating func set(_ columns: Range<Int>, _ row: Int) {
        guard let last = columns.last else { return }
        for word in columns.lowerBound / 64...last / 64 {
            words[row * wordsInRow + word] |= Self.mask(of: columns, word)
        }
    }

    /// The bits of some columns in one word of a row.
    private static func mask(of columns: Range<Int>, _ word: Int) -> UInt64 {
        let first = max(0, columns.lowerBound - word * 64)
        let end = min(64, columns.upperBound - word * 64)
        return (UInt64.max << UInt64(first)) & (UInt64.max >> UInt64(64 - end))
    }

    private func columns(inside box: SubpixelBounds) -> Range<Int> {
        Self.points(between: box.minX, box.maxX, from: frame.minX, count: columns)
    }

    private func rows(inside box: SubpixelBounds) -> Range<Int> {
        Self.points(between: box.minY, box.maxY, from: frame.minY, count: rows)
    }

    /// The points of an axis that lie strictly between two positions.
    private static func points(
        between low: Int32, _ high: Int32, from start: Int32, count: Int
    ) -> Range<Int> {
        // Positions left of the frame give no negative number of a point.
        let first = max(0, (Int(low) - Int(start) + step) / step)
        let end = max(0, (Int(high) - Int(start) + step - 1) / step)
        return min(first, count)..<max(min(first, count), min(end, count))
    }
}
