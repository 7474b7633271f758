internal import Projections
internal import Raster

/// The legend of counted events: what the tones mean, and what was counted.
struct DensityLegend {
    let type: MapType
    let theme: Theme
    let phrases: any Phrases
    /// What was counted; nil while the size of the map is not known, which takes the same room.
    let layer: DensityLayer?
    /// How many events of each category were counted, most first; empty where the table has none.
    let kinds: [(name: String, count: Int)]
    /// How many of the events stand at several places and count at each.
    let severalPlaces: Int

    /// From few to many.
    private var rows: [(text: String, tone: Color)] {
        let classes = layer?.classes.classes ?? []
        let tones = theme.densityTones(classes.count)
        return zip(classes, tones).map { part, tone in
            let (least, most) = (phrases.number(part.least), phrases.number(part.most))
            return (part.least == part.most ? least : "\(least)–\(most)", tone)
        }
    }

    /// The tones in two columns with the counts that they mean. Its height does not depend on them.
    func tones(width: Double) -> FurnitureBlock {
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.eventsInCell)
        let leading = type.leading(.body) + 3
        let (rows, theme, type) = (rows, theme, type)
        let perColumn = (DensityClasses.most + 1) / 2
        builder.drawing(height: leading * Double(perColumn), says: rows.map(\.text)) {
            canvas, origin in
            for (index, row) in rows.enumerated() {
                let x = origin.x + width / 2 * Double(index / perColumn)
                let y = origin.y + leading * (Double(index % perColumn) + 0.5)
                DensityLayer.sample(&canvas, PixelPoint(x: x + 8, y: y), row.tone, theme)
                let line = type.line(row.text, .body)
                canvas.text(
                    line, at: PixelPoint(x: x + 22, y: y + line.capHeightInPixels / 2), theme.text)
            }
        }
        builder.text(note, .note, quiet: true)
        if severalPlaces > 0 {
            builder.text(phrases.countedAtEachPlace(severalPlaces), .note, quiet: true)
        }
        return builder.block("density", sacrifice: 0)
    }

    /// How wide the cells are and what no tone means.
    private var note: String { phrases.cells(across: size) }

    /// How wide a cell is on the ground, to two digits.
    var size: String {
        let metres = layer?.cellInMetres ?? 10_000
        return metres >= 1000
            ? "\(rounded(metres / 1000)) \(phrases.kilometre)"
            : "\(rounded(metres)) \(phrases.metre)"
    }

    /// What kinds of events were counted together.
    func kinds(width: Double) -> FurnitureBlock? {
        guard kinds.count > 1 || kinds.first.map({ !$0.name.isEmpty }) ?? false else { return nil }
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.kindsTogether)
        let shown = kinds.prefix(7).map { "\($0.name): \(phrases.number($0.count))" }
        let others = kinds.dropFirst(7)
        let rest = others.map(\.count).reduce(0, +)
        let more =
            others.isEmpty ? [] : ["\(phrases.others(others.count)): \(phrases.number(rest))"]
        builder.text((shown + more).joined(separator: " · "), .body)
        return builder.block("kinds", sacrifice: 1)
    }

    /// The legend in rows, for small pictures.
    func compact(width: Double) -> [FurnitureBlock] {
        let theme = theme
        let items = rows.map { row in
            FlowItem(text: row.text, sampleWidth: 12) { canvas, at in
                DensityLayer.sample(&canvas, at, row.tone, theme)
            }
        }
        let title = FlowItem(text: "\(phrases.eventsInCell) (\(size)):", sampleWidth: 0) { _, _ in }
        return [
            FlowBlock(type: type, theme: theme, width: width)
                .block("density", sacrifice: 0, [title] + items)
        ]
    }

    /// Two digits that count, as a whole number where that can be.
    private func rounded(_ value: Double) -> String {
        guard value >= 10 else { return "\((value * 10).rounded() / 10)".replacing(".0", with: "") }
        var step = 1.0
        while step * 100 <= value { step *= 10 }
        return phrases.number(Int((value / step).rounded() * step))
    }
}
