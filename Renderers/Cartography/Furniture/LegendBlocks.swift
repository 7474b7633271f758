internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// The legend: what hue and shape, what area, and what doubt mean on this map. Only what occurs is
/// explained.
struct LegendBlocks {
    let type: MapType
    let theme: Theme
    let style: MapStyle
    let key: CategoryKey
    let phrases: any Phrases
    /// The marks of the map.
    let marks: [EventMark]
    let lines: [EventAtPlace]
    /// The dated lines of the base.
    let datedLines: Set<BasemapLine.Kind>

    /// Hue and shape of the categories that are drawn, in two columns where they fit.
    func categories(width: Double) -> FurnitureBlock {
        let rows = looks
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.whatHappened)
        let columns = width > 200 && rows.count > 3 ? 2 : 1
        let perColumn = (rows.count + columns - 1) / columns
        let leading = type.leading(.body) + 3
        let (theme, type) = (theme, type)
        builder.drawing(height: leading * Double(perColumn), says: rows.map(\.1)) {
            canvas, origin in
            for (index, row) in rows.enumerated() {
                let x = origin.x + width / Double(columns) * Double(index / perColumn)
                let y = origin.y + leading * (Double(index % perColumn) + 0.5)
                let path = row.0.shape.path(centre: PixelPoint(x: x + 8, y: y), radius: 5.5)
                canvas.fill(path, row.0.color)
                canvas.stroke(path, theme.markOutline, width: 0.9)
                let line = type.line(row.1, .body)
                canvas.text(
                    line, at: PixelPoint(x: x + 22, y: y + line.capHeightInPixels / 2), theme.text)
            }
        }
        return builder.block("categories", sacrifice: 0)
    }

    /// Nested circles on a common base, with round values.
    func sizes(_ scale: FigureScale, key: String, width: Double) -> FurnitureBlock? {
        let values = scale.legendValues
        guard let largest = values.first else { return nil }
        let (theme, type) = (theme, type)
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.area(of: key))
        let radius = scale.radius(of: largest)
        let texts = values.map { EventWords.plain($0) }
        let tops = values.map { 2 * (radius - scale.radius(of: $0)) }
        let shelves = Self.shelves(tops, apart: type.leading(.body))
        let height = max(2 * radius, shelves.last ?? 0) + 6
        builder.drawing(height: height, says: texts) { canvas, origin in
            let base = origin.y + 2 * radius + 3
            let x = origin.x + radius + 1
            for (index, value) in values.enumerated() {
                let r = scale.radius(of: value)
                canvas.circle(PixelPoint(x: x, y: base - r), radius: r, fill: theme.markPaper)
                canvas.ring(
                    PixelPoint(x: x, y: base - r), radius: r, theme.markOutline, width: 0.9)
                let line = type.line(texts[index], .body)
                let top = base - 2 * r
                let shelf = origin.y + 3 + shelves[index]
                let textX = x + radius + 18
                canvas.line(
                    PixelPoint(x: x, y: top), PixelPoint(x: textX - 4, y: shelf),
                    theme.quietText, width: 0.6)
                canvas.text(
                    line, at: PixelPoint(x: textX, y: shelf + line.capHeightInPixels / 2),
                    theme.text)
            }
        }
        builder.space(2)
        builder.text(phrases.areaNote, .note, quiet: true)
        return builder.block("sizes", sacrifice: 0)
    }

    /// Where values stand beside the tops of their circles, first to last: never closer than a line.
    static func shelves(_ tops: [Double], apart: Double) -> [Double] {
        var shelves: [Double] = []
        for top in tops { shelves.append(max(top, shelves.last.map { $0 + apart } ?? top)) }
        return shelves
    }

    /// One row for each kind of doubt that occurs.
    func doubt(width: Double) -> FurnitureBlock? {
        let samples = DoubtSamples(theme: theme, type: type, look: sampleLook)
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.howSure)
        let start = builder.height
        for (isUsed, text, sample) in rows(samples) where isUsed {
            builder.row(text, sampleWidth: 26, sample)
        }
        return builder.height > start ? builder.block("how sure", sacrifice: 1) : nil
    }

    /// The legend in rows: categories, sizes, then what says how sure.
    func compact(_ scale: FigureScale, sizeBy: String?, width: Double) -> [FurnitureBlock] {
        let theme = theme
        var items = looks.map { look, name in
            FlowItem(text: name, sampleWidth: 12) { canvas, at in
                let path = look.shape.path(centre: at, radius: 4.5)
                canvas.fill(path, look.color)
                canvas.stroke(path, theme.markOutline, width: 0.9)
            }
        }
        if let sizeBy, let value = scale.legendValues.dropFirst().first ?? scale.legendValues.first
        {
            let radius = scale.radius(of: value)
            let text = "\(EventWords.plain(value)) (\(phrases.areaShort(of: sizeBy)))"
            items.append(
                FlowItem(text: text, sampleWidth: 2 * radius + 2) { canvas, at in
                    canvas.circle(at, radius: radius, fill: theme.markPaper)
                    canvas.ring(at, radius: radius, theme.markOutline, width: 0.9)
                })
        }
        let samples = DoubtSamples(theme: theme, type: type, look: sampleLook)
        let doubt = rows(samples).filter(\.0).map {
            FlowItem(text: $0.1, sampleWidth: 24, sample: $0.2)
        }
        let flow = FlowBlock(type: type, theme: theme, width: width)
        return [
            flow.block("categories", sacrifice: 0, items),
            flow.block("how sure", sacrifice: 1, doubt),
        ].filter { $0.height > 0 }
    }

    /// The looks that are drawn, with their names.
    private var looks: [(CategoryLook, String)] {
        let drawn = Set(marks.map(\.look) + lines.map { key.look(of: $0.feature.category) })
        var looks = key.looks.filter(drawn.contains).map { ($0, $0.name ?? "") }
        if let other = key.otherLook { looks.append((other, phrases.others(key.others.count))) }
        return looks
    }

    private var sampleLook: CategoryLook {
        key.looks.first ?? key.look(of: "")
    }

    private typealias Sample = (inout Canvas, PixelPoint) -> Void

    private func rows(_ samples: DoubtSamples) -> [(Bool, String, Sample)] {
        func any(_ test: (EventMark) -> Bool) -> Bool { marks.contains(where: test) }
        func has(_ precision: PlacePrecision) -> Bool { any { $0.feature.precision == precision } }
        let hasOpenMovement = lines.contains {
            $0.feature.status != .reported && $0.feature.destination != nil
        }
        let isOpen = any(\.isOpen) || lines.contains { $0.feature.status != .reported }
        let isBounded = any { $0.hasFigure && $0.radius < $0.outerRadius }
        let rows: [(Bool, String, Sample)] = [
            (has(.near), phrases.nearKnown, samples.near),
            (has(.district), phrases.districtKnown, samples.district),
            (has(.region), phrases.regionKnown, samples.region),
            (isOpen && !hasOpenMovement, phrases.notReported, samples.open),
            (hasOpenMovement, phrases.notReported, samples.openMovement),
            (any { $0.claimCount > 1 }, phrases.competing, samples.claims),
            (isBounded, phrases.range, samples.range),
            (any { $0.ticks > 0 || $0.size == .tick }, phrases.partTicks, samples.ticks),
            (any { $0.size == .zero }, phrases.zero, samples.zero),
            (
                any { $0.size == .none } && any(\.hasFigure), phrases.noFigure,
                samples.plain
            ),
            (lines.contains { $0.feature.destination != nil }, phrases.movement, samples.movement),
            (lines.contains { $0.feature.destination == nil }, phrases.road, samples.road),
        ]
        return rows + datedRows(samples)
    }

    /// The dated lines of the base that the map shows, with their years.
    private func datedRows(_ samples: DoubtSamples) -> [(Bool, String, Sample)] {
        let kinds: [(BasemapLine.Kind, String)] = [
            (.formerOblast, phrases.autonomousOblastDated),
            (.lineOfContact, phrases.lineOfContactDated),
        ]
        return kinds.map { (datedLines.contains($0.0), $0.1, samples.line($0.0)) }
    }
}

extension EventWords {
    /// A whole number with thousands set apart.
    static func plain(_ value: Double) -> String {
        EventWords(phrases: EnglishPhrases(), sizeBy: nil, usualReporter: "").spelled(Figure(value))
    }
}
