internal import EDTF
internal import Projections
internal import Raster

extension LegendBlocks {
    /// A strip of bars: how many events in each stretch of time, pale where a date is not known so
    /// closely.
    func timeline(_ timeline: Timeline, width: Double) -> FurnitureBlock {
        var builder = BlockBuilder(type: type, theme: theme, width: width)
        builder.heading(phrases.when)
        let strip = TimelineStrip(
            timeline: timeline, type: type, theme: theme, dates: phrases.dates, width: width)
        builder.drawing(height: strip.height, says: strip.labels.map(\.text)) { canvas, origin in
            strip.draw(on: &canvas, at: origin)
        }
        builder.space(2)
        let undated =
            timeline.undatedCount > 0 ? "; \(phrases.undated(timeline.undatedCount))" : ""
        builder.text(
            phrases.timeline(timeline.unit, most: timeline.greatestCount) + undated, .note,
            quiet: true)
        return builder.block("timeline", sacrifice: 5)
    }
}

/// The bars of a timeline over their axis.
private struct TimelineStrip {
    let timeline: Timeline
    let type: MapType
    let theme: Theme
    let dates: DateLanguage
    /// In pixels.
    let width: Double

    private static let barHeight = 30.0

    var height: Double { Self.barHeight + 3 + type.leading(.note) }

    private var step: Double { width / Double(timeline.bins.count) }

    /// A date under the axis, with the middle of its bar.
    struct Label {
        var text: String
        var x: Double
    }

    /// The first stretch and the last, and round years between them where there is room.
    var labels: [Label] {
        let bins = timeline.bins
        let ends = [bins.indices.first, bins.indices.last].compactMap(\.self)
        var labels = ends.map { label($0) }
        guard case .years = timeline.unit else { return labels }
        for round in [100, 50, 20, 10, 5] {
            let years = bins.indices.filter { (bins[$0].date.earliest?.year ?? 1) % round == 0 }
            for label in years.map(label) where isFree(label, among: labels) {
                labels.append(label)
            }
        }
        return labels.sorted { $0.x < $1.x }
    }

    private func label(_ index: Int) -> Label {
        let date = timeline.bins[index].date
        let text: String
        switch timeline.unit {
        case .years: text = "\(date.earliest?.year ?? 0)"
        case .day, .month: text = date.formatted(in: dates)
        }
        let half = type.line(text, .note).widthInPixels / 2
        let middle = (Double(index) + 0.5) * step
        return Label(text: text, x: max(half, min(width - half, middle)))
    }

    private func isFree(_ label: Label, among others: [Label]) -> Bool {
        func half(_ label: Label) -> Double { type.line(label.text, .note).widthInPixels / 2 }
        return others.allSatisfy { abs($0.x - label.x) >= half($0) + half(label) + 8 }
    }

    func draw(on canvas: inout Canvas, at origin: PixelPoint) {
        let base = origin.y + Self.barHeight
        let most = Double(max(1, timeline.greatestCount))
        for (index, bin) in timeline.bins.enumerated() where bin.count > 0 {
            let left = origin.x + Double(index) * step
            let right = left + max(1, step - 0.8)
            let certain = Self.barHeight * Double(bin.certain) / most
            let whole = max(2, Self.barHeight * Double(bin.count) / most)
            bar(left, right, from: base - whole, to: base, theme.quietText.opacity(0.35), &canvas)
            if certain > 0 {
                bar(left, right, from: base - max(2, certain), to: base, theme.quietText, &canvas)
            }
        }
        canvas.line(
            PixelPoint(x: origin.x, y: base), PixelPoint(x: origin.x + width, y: base),
            theme.quietText, width: 0.6)
        for label in labels {
            let line = type.line(label.text, .note)
            canvas.text(
                line,
                at: PixelPoint(
                    x: origin.x + label.x - line.widthInPixels / 2,
                    y: base + 3 + type.leading(.note) * 0.78), theme.quietText)
        }
    }

    private func bar(
        _ left: Double, _ right: Double, from top: Double, to bottom: Double, _ color: Color,
        _ canvas: inout Canvas
    ) {
        canvas.fill(
            .rectangle(
                SubpixelBounds(
                    minX: subpixels(left), minY: subpixels(top), maxX: subpixels(right),
                    maxY: subpixels(bottom))), color)
    }
}
