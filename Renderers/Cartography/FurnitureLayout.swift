internal import Projections
internal import Raster

/// Where title, map, panel and notes stand. Nothing overlaps: each has a band of its own.
///
/// ```
///  ┌────────────────────────┐      ┌────────────────────────┐
///  │ title, one-source line │      │ title, one-source line │
///  ├────────────────────────┤      ├─────────────────┬──────┤
///  │          map           │      │                 │ panel│
///  ├──────┬──────┬──────┬───┤  or  │       map       │      │
///  │ panel in columns       │      │                 │      │
///  ├──────┴──────┴──────┴───┤      ├─────────────────┴──────┤
///  │ notes, credits         │      │ notes, credits         │
///  └────────────────────────┘      └────────────────────────┘
/// ```
struct FurnitureLayout {
    /// The map, in whole pixels.
    let mapFrame: PixelFrame
    /// The blocks of the panel with their top left corners.
    let blocks: [(block: FurnitureBlock, origin: PixelPoint)]
    /// Blocks that found no room.
    let dropped: [String]

    /// Makes blocks of a width, most important first; level 0 is in full, each higher one shorter.
    typealias BlockMaker = (_ width: Double, _ level: Int) -> [FurnitureBlock]

    /// The levels of detail that lists can be had in.
    static let levels = 0...4

    /// The panel under the map, in as many columns as are wide enough to read.
    ///
    /// - Parameter space: What is left between title and notes.
    static func below(_ space: PixelFrame, style: MapStyle, _ make: BlockMaker) -> FurnitureLayout {
        let gutter = style.isSmall ? 12.0 : 24
        let width = Double(space.width)
        let count = max(1, min(4, Int((width + gutter) / (style.isSmall ? 180 : 270))))
        let columnWidth = (width - gutter * Double(count - 1)) / Double(count)
        let limit = Double(space.height) * (style.isSmall ? 0.42 : 0.36)
        let (columns, dropped) = Columns.fill({ make(columnWidth, $0) }, count: count, limit: limit)
        let height = columns.height.rounded(.up)
        let gap = columns.height > 0 ? style.padding : 0
        let frame = PixelFrame(
            x: space.x, y: space.y, width: space.width,
            height: max(1, space.height - Int(height + gap)))
        let top = Double(frame.y + frame.height) + gap
        let placed = columns.placed.map { block, column, y in
            (
                block,
                PixelPoint(
                    x: Double(space.x) + Double(column) * (columnWidth + gutter), y: top + y)
            )
        }
        return FurnitureLayout(mapFrame: frame, blocks: placed, dropped: dropped)
    }

    /// The panel beside the map, in one column.
    static func beside(_ space: PixelFrame, style: MapStyle, _ make: BlockMaker) -> FurnitureLayout
    {
        let gutter = style.isSmall ? 10.0 : 18
        let width = style.isSmall ? 150.0 : 262
        let (columns, dropped) = Columns.fill(
            { make(width, $0) }, count: 1, limit: Double(space.height))
        guard !columns.placed.isEmpty else {
            return FurnitureLayout(mapFrame: space, blocks: [], dropped: dropped)
        }
        let frame = PixelFrame(
            x: space.x, y: space.y, width: max(1, space.width - Int(width + gutter)),
            height: space.height)
        let left = Double(frame.x + frame.width) + gutter
        let placed = columns.placed.map { block, _, y in
            (block, PixelPoint(x: left, y: Double(space.y) + y))
        }
        return FurnitureLayout(mapFrame: frame, blocks: placed, dropped: dropped)
    }
}

/// Blocks in columns, in order, the columns as short as they can be.
struct Columns {
    /// Each block with its column and its top, in pixels.
    var placed: [(block: FurnitureBlock, column: Int, y: Double)]
    /// The height of the highest column.
    var height: Double

    private static let gap = 12.0

    /// Fills columns no higher than a limit: with shorter lists, then without the most dispensable
    /// blocks, until they fit.
    static func fill(
        _ make: (_ level: Int) -> [FurnitureBlock], count: Int, limit: Double
    ) -> (columns: Columns, dropped: [String]) {
        var kept: [FurnitureBlock] = []
        for level in FurnitureLayout.levels {
            kept = make(level)
            let columns = shortest(kept, count: count)
            if columns.height <= limit { return (columns, []) }
        }
        var dropped: [String] = []
        while true {
            // Of equals, the last in order goes first.
            guard let worst = kept.map(\.sacrifice).max(), worst > 0,
                let index = kept.lastIndex(where: { $0.sacrifice == worst })
            else { return (shortest(kept, count: count), dropped) }
            dropped.append(kept.remove(at: index).name)
            let columns = shortest(kept, count: count)
            if columns.height <= limit { return (columns, dropped) }
        }
    }

    /// Tries every height at which some column would end.
    private static func shortest(_ blocks: [FurnitureBlock], count: Int) -> Columns {
        var heights: Set<Double> = []
        for start in blocks.indices {
            var sum = 0.0
            for block in blocks[start...] {
                sum += block.height + (sum > 0 ? gap : 0)
                heights.insert(sum)
            }
        }
        for height in heights.sorted() {
            if let columns = pour(blocks, count: count, height: height) { return columns }
        }
        return Columns(placed: [], height: 0)
    }

    private static func pour(_ blocks: [FurnitureBlock], count: Int, height: Double) -> Columns? {
        var placed: [(block: FurnitureBlock, column: Int, y: Double)] = []
        var column = 0
        var y = 0.0
        for block in blocks {
            if y > 0, y + gap + block.height > height + 0.001 {
                column += 1
                y = 0
            }
            guard column < count, block.height <= height + 0.001 else { return nil }
            if y > 0 { y += gap }
            placed.append((block, column, y))
            y += block.height
        }
        return Columns(placed: placed, height: height)
    }
}
