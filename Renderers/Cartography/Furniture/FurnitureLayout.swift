internal import Projections
internal import Raster

/// Where title, map, panel and notes stand. Nothing overlaps: each has a band of its own.
///
/// ```
///  ┌────────────────────────┐      ┌────────────────────────┐
///  │ title, one-source line │      │ title, one-source line │
///  ├────────────────────────┤      ├─────────────────┬──────┤
///  │          map           │      │                 │legend│
///  ├─────┬─────┬──────┬─────┤  or  │       map       │lists │
///  │legend     │ lists      │      │                 │      │
///  ├─────┴─────┴──────┴─────┤      ├─────────────────┴──────┤
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

    /// Makes the blocks of the panel.
    struct Maker {
        /// The legend for a width in pixels.
        var legend: (_ width: Double) -> [FurnitureBlock]
        /// The lists for a width in pixels, of so many entries.
        var lists: (_ width: Double, _ entries: ListEntries) -> [FurnitureBlock]
        /// The legend in rows, for small pictures.
        var compact: (_ width: Double) -> [FurnitureBlock]
    }

    /// How many entries the lists have at most.
    struct ListEntries: Hashable, Sendable {
        var figures: Int
        var countryLevel: Int

        /// From all to few: where there is little room, both lists give way in turn.
        static let fewer: [ListEntries] = [
            .init(figures: 8, countryLevel: mostCountryLevel),
            .init(figures: 7, countryLevel: 8), .init(figures: 6, countryLevel: 6),
            .init(figures: 5, countryLevel: 5), .init(figures: 5, countryLevel: 4),
            .init(figures: 4, countryLevel: 4), .init(figures: 3, countryLevel: 3),
            .init(figures: 3, countryLevel: 1), .init(figures: 3, countryLevel: 0),
        ]
        static let mostCountryLevel = 20

        /// With one more event of the country level, which costs no other entry.
        var longer: ListEntries? {
            countryLevel < Self.mostCountryLevel
                ? ListEntries(figures: figures, countryLevel: countryLevel + 1) : nil
        }
    }

    /// No panel: the map has all the space.
    static func bare(_ space: PixelFrame) -> FurnitureLayout {
        FurnitureLayout(mapFrame: space, blocks: [], dropped: [])
    }

    /// The panel under the map, in the space between title and notes: narrow columns of legend, wide
    /// columns of lists.
    static func below(_ space: PixelFrame, style: MapStyle, _ make: Maker) -> FurnitureLayout {
        if style.isSmall { return rows(below: space, make) }
        let layouts = [2, 1].map { below(space, style: style, make, legendColumns: $0) }
        // What says more is better, then what leaves more to the map.
        return layouts[1].isBetter(than: layouts[0]) ? layouts[1] : layouts[0]
    }

    private func isBetter(than other: FurnitureLayout) -> Bool {
        (dropped.count, -mapFrame.height) < (other.dropped.count, -other.mapFrame.height)
    }

    private static func below(
        _ space: PixelFrame, style: MapStyle, _ make: Maker, legendColumns: Int
    ) -> FurnitureLayout {
        let gutter = 26.0
        let narrow = 218.0
        let limit = Double(space.height) * 0.345
        let listsLeft = Double(space.x) + Double(legendColumns) * (narrow + gutter)
        let listsWidth = max(180, Double(space.x + space.width) - listsLeft)
        let listColumns = max(1, min(3, Int((listsWidth + gutter) / (280 + gutter))))
        let wide = (listsWidth - gutter * Double(listColumns - 1)) / Double(listColumns)
        // The legend comes first: without it the map cannot be read.
        let legend = Columns.fill(
            { _ in make.legend(narrow) }, count: legendColumns,
            limit: Double(space.height) * 0.38)
        let lists = Columns.fill(
            { make.lists(wide, $0) }, count: listColumns, limit: max(limit, legend.columns.height))
        let height = max(legend.columns.height, lists.columns.height)
        let frame = map(over: height, in: space, gap: style.padding)
        let top = Double(frame.y + frame.height) + style.padding
        return FurnitureLayout(
            mapFrame: frame,
            blocks: legend.columns.placed(
                at: PixelPoint(x: Double(space.x), y: top), step: narrow + gutter)
                + lists.columns.placed(
                    at: PixelPoint(x: listsLeft, y: top), step: wide + gutter),
            dropped: legend.dropped + lists.dropped)
    }

    /// A small picture, or one with little to explain: the legend in rows under the map, no lists.
    static func rows(below space: PixelFrame, _ make: Maker) -> FurnitureLayout {
        let (columns, dropped) = Columns.fill(
            { _ in make.compact(Double(space.width)) }, count: 1,
            limit: Double(space.height) * 0.30)
        let frame = map(over: columns.height, in: space, gap: 6)
        let top = Double(frame.y + frame.height) + 6
        return FurnitureLayout(
            mapFrame: frame,
            blocks: columns.placed(at: PixelPoint(x: Double(space.x), y: top), step: 0),
            dropped: dropped)
    }

    /// What a panel of a height leaves for the map.
    private static func map(
        over height: Double, in space: PixelFrame, gap: Double
    ) -> PixelFrame {
        let panel = height > 0 ? Int((height + gap).rounded(.up)) : 0
        return PixelFrame(
            x: space.x, y: space.y, width: space.width, height: max(1, space.height - panel))
    }

    /// The panel beside the map, in one column.
    static func beside(_ space: PixelFrame, style: MapStyle, _ make: Maker) -> FurnitureLayout {
        let gutter = style.isSmall ? 10.0 : 18
        let width = style.isSmall ? 160.0 : 262
        let (columns, dropped) = Columns.fill(
            { make.legend(width) + make.lists(width, $0) }, count: 1, limit: Double(space.height))
        guard !columns.placed.isEmpty else { return bare(space) }
        let frame = PixelFrame(
            x: space.x, y: space.y, width: max(1, space.width - Int(width + gutter)),
            height: space.height)
        let left = Double(frame.x + frame.width) + gutter
        return FurnitureLayout(
            mapFrame: frame,
            blocks: columns.placed(at: PixelPoint(x: left, y: Double(space.y)), step: 0),
            dropped: dropped)
    }
}

/// Blocks in columns, in order, the columns as short as they can be.
struct Columns {
    /// Each block with its column and its top, in pixels.
    private(set) var placed: [(block: FurnitureBlock, column: Int, y: Double)]
    /// The height of the highest column.
    private(set) var height: Double

    private static let gap = 10.0

    /// The blocks with their corners, columns a step apart.
    func placed(at origin: PixelPoint, step: Double) -> [(FurnitureBlock, PixelPoint)] {
        placed.map { block, column, y in
            (block, PixelPoint(x: origin.x + step * Double(column), y: origin.y + y))
        }
    }

    /// Fills columns no higher than a limit: with shorter lists, then without the most dispensable
    /// blocks, until they fit.
    static func fill(
        _ make: (_ entries: FurnitureLayout.ListEntries) -> [FurnitureBlock], count: Int,
        limit: Double
    ) -> (columns: Columns, dropped: [String]) {
        var kept: [FurnitureBlock] = []
        for entries in FurnitureLayout.ListEntries.fewer {
            kept = make(entries)
            var columns = shortest(kept, count: count)
            guard columns.height <= limit else { continue }
            // What is left of the height goes to the events of the country level.
            var entries = entries
            while let longer = entries.longer {
                let more = shortest(make(longer), count: count)
                guard more.height <= limit, more.saysMore(than: columns) else { break }
                (entries, columns) = (longer, more)
            }
            return (columns, [])
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

    private func saysMore(than other: Columns) -> Bool {
        placed.map(\.block.says) != other.placed.map(\.block.says)
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
