internal import Projections
internal import Raster
internal import Typesetting

/// The ground of an enlargement on the main map: its frame, the sized marks as they are, and a tick
/// for each other event, all of one ink: what happened there, the enlargement tells.
struct EnlargedGround {
    let theme: Theme
    let type: MapType
    /// In 1/256 pixel.
    let window: SubpixelBounds

    /// Draws the frame under the marks, so that it cuts none.
    func draw(_ clusters: [MarkCluster]) -> Canvas {
        var canvas = Canvas()
        canvas.stroke(.rectangle(window), theme.halo.opacity(0.8), width: 3)
        canvas.stroke(.rectangle(window), theme.frame, width: 1.2)
        let drawing = MarkDrawing(theme: theme, type: type)
        let marks = Self.largestFirst(clusters)
        for var mark in marks where mark.hasFigure {
            mark.centre = mark.truth
            drawing.draw(mark, on: &canvas)
        }
        for mark in marks where !mark.hasFigure { tick(mark.truth, on: &canvas) }
        return canvas
    }

    /// The sized marks that reach out of the frame, as obstacles to labels.
    func obstacles(_ clusters: [MarkCluster]) -> [LabelObstacle] {
        [.rectangle(window)]
            + Self.largestFirst(clusters).filter(\.hasFigure).map {
                .disc(SubpixelPoint($0.truth), radius: subpixels($0.reach + 1))
            }
    }

    /// The words that tie the ground to its enlargement, just outside the frame.
    func caption(isAtRight: Bool) -> MapLabel {
        let phrases = type.phrases
        let texts = [phrases.enlargedElsewhere(isAtRight: isAtRight), phrases.enlargementTag]
            .map { type.line($0, .noteBold) }
        let (left, right) = (Double(window.minX) / 256, Double(window.maxX) / 256)
        let (top, bottom) = (Double(window.minY) / 256, Double(window.maxY) / 256)
        let half = (texts.first?.widthInPixels ?? 0) / 2
        let under = [bottom + 10, top - 10].flatMap { y in
            [left + half, right - half, (left + right) / 2].map { PixelPoint(x: $0, y: y) }
        }
        let beside = [top + 8, bottom - 8, (top + bottom) / 2].flatMap { y in
            [right + half + 5, left - half - 5].map { PixelPoint(x: $0, y: y) }
        }
        return MapLabel(
            id: "enlargement", kind: .hostPlace, order: 0, lines: [texts[0]],
            alternatives: [[texts[1]]], colors: [theme.text],
            anchor: .centred((under + beside).map { SubpixelPoint($0) }), comesFirst: true)
    }

    private func tick(_ place: PixelPoint, on canvas: inout Canvas) {
        let top = PixelPoint(x: place.x, y: place.y - 3)
        let foot = PixelPoint(x: place.x, y: place.y + 3)
        canvas.line(top, foot, theme.halo.opacity(0.8), width: 2.6)
        canvas.line(top, foot, theme.markOutline, width: 1.3)
    }

    private static func largestFirst(_ clusters: [MarkCluster]) -> [EventMark] {
        clusters.flatMap(\.all).sorted { ($1.reach, $0.id) < ($0.reach, $1.id) }
    }
}
