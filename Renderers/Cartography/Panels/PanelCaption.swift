internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

/// What an enlargement is, on a tab of paper in one of its corners, so that no name inside is taken
/// for its title.
struct PanelCaption {
    let line: TextLine
    let theme: Theme

    /// The tab in the first corner where it hides no mark: upper left, upper right, lower right; the
    /// lower left one belongs to the scale bar. Labels make room for it.
    func box(
        in frame: PixelFrame, clearOf clusters: [MarkCluster], lines: [EventAtPlace],
        panel: MapPanel
    ) -> SubpixelBounds {
        let (width, height) = (line.widthInPixels + 16, 20.0)
        let right = Double(frame.x + frame.width) - width
        let bottom = Double(frame.y + frame.height) - height
        let corners = [
            (Double(frame.x), Double(frame.y)), (right, Double(frame.y)), (right, bottom),
        ].map { x, y in
            SubpixelBounds(
                minX: subpixels(x), minY: subpixels(y), maxX: subpixels(x + width),
                maxY: subpixels(y + height))
        }
        let ways = lines.flatMap { $0.feature.geometry?.positions ?? [] }
            .compactMap(panel.viewport.position)
        let isFree = { (box: SubpixelBounds) in
            clusters.allSatisfy { !box.outset(by: subpixels($0.reach + 6)).contains($0.truth) }
                && ways.allSatisfy { !box.outset(by: subpixels(8)).contains($0) }
        }
        return corners.first(where: isFree) ?? corners[0]
    }

    /// The tab with its words.
    func draw(in box: SubpixelBounds) -> Canvas {
        var canvas = Canvas()
        canvas.fill(.rectangle(box), theme.paper)
        canvas.stroke(.rectangle(box), theme.frame, width: 0.8)
        let base = Double(box.minY + box.maxY) / 512 + line.capHeightInPixels / 2
        canvas.text(line, at: PixelPoint(x: Double(box.minX) / 256 + 8, y: base), theme.text)
        return canvas
    }
}

extension SubpixelBounds {
    fileprivate func contains(_ point: PixelPoint) -> Bool { contains(SubpixelPoint(point)) }
}
