internal import Projections
internal import Raster
internal import Typesetting

/// A sample with its words.
struct FlowItem {
    let text: String
    let sampleWidth: Double
    /// Draws the sample around a point.
    let sample: (inout Canvas, PixelPoint) -> Void
}

/// Samples and their words in rows, as many to a row as fit.
struct FlowBlock {
    let type: MapType
    let theme: Theme
    let width: Double

    /// The block of some items.
    func block(_ name: String, sacrifice: Int, _ items: [FlowItem]) -> FurnitureBlock {
        let (places, height) = flow(items)
        let theme = theme
        return FurnitureBlock(
            name: name, width: width, height: height, sacrifice: sacrifice, says: items.map(\.text)
        ) { canvas, origin in
            for (item, (line, x, y)) in zip(items, places) {
                let middle = origin.y + y
                item.sample(&canvas, PixelPoint(x: origin.x + x + item.sampleWidth / 2, y: middle))
                canvas.text(
                    line,
                    at: PixelPoint(
                        x: origin.x + x + item.sampleWidth + 5,
                        y: middle + line.capHeightInPixels / 2), theme.text)
            }
        }
    }

    /// The words of each item with its left edge and the middle of its row.
    private func flow(_ items: [FlowItem]) -> (places: [(TextLine, Double, Double)], Double) {
        let height = type.leading(.body) + 2
        var places: [(TextLine, Double, Double)] = []
        var (x, row) = (0.0, 0.0)
        for item in items {
            let line = type.line(item.text, .body)
            let needed = item.sampleWidth + 5 + line.widthInPixels
            if x > 0, x + needed > width {
                x = 0
                row += 1
            }
            places.append((line, x, (row + 0.5) * height))
            x += needed + 14
        }
        return (places, items.isEmpty ? 0 : (row + 1) * height)
    }
}
