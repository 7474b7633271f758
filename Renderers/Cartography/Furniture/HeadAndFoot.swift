internal import Projections
internal import Raster
internal import Typesetting

/// The lines above and below the map.
struct HeadAndFoot {
    let type: MapType
    let theme: Theme
    /// In pixels.
    let width: Double

    /// A band of text with its height.
    struct Band {
        var height: Double
        var says: [String]
        fileprivate var lines: [(line: TextLine, indent: Double, baseline: Double, color: Color)]

        /// Draws it with its top left corner at a point.
        func draw(on canvas: inout Canvas, at origin: PixelPoint) {
            for (line, indent, baseline, color) in lines {
                canvas.text(
                    line, at: PixelPoint(x: origin.x + indent, y: origin.y + baseline), color)
            }
        }
    }

    /// Title, subtitle and the one-source line.
    func head(title: String, subtitle: String, oneSource: String) -> Band {
        band([
            (title, .title, theme.text), (subtitle, .subtitle, theme.quietText),
            (oneSource, .sourceLine, theme.text),
        ])
    }

    /// The notes, one paragraph each.
    func foot(_ notes: [String]) -> Band {
        band(notes.map { ($0, .note, theme.quietText) })
    }

    private func band(_ texts: [(String, TextRole, Color)]) -> Band {
        var band = Band(height: 0, says: [], lines: [])
        for (text, role, color) in texts where !text.isEmpty {
            band.says.append(text)
            let isFromRight = MapType.startsFromRight(text)
            for line in type.wrapped(text, role, width: width) {
                let leading = type.leading(role)
                let indent = isFromRight ? max(0, width - line.widthInPixels) : 0
                band.lines.append((line, indent, band.height + leading * 0.78, color))
                band.height += leading
            }
        }
        return band
    }
}
