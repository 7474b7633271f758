internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster
internal import Scenes

/// Draws what lies under the events: water, land, rivers, lakes, borders.
struct BaseDrawing {
    let viewport: Viewport
    let theme: Theme
    /// The shading of the land's shape; nil draws none.
    var relief: IndexedPicture?

    /// The areas: land over water, its shading, rivers and then lakes over it. Every country has one
    /// colour.
    func areas(_ areas: BaseAreas) -> Canvas {
        var canvas = Canvas()
        canvas.fill(.rectangle(SubpixelBounds(viewport.frame)), theme.water)
        for path in areas.land {
            canvas.fill(path, theme.land, rule: .evenOdd)
            // Neighbours share an edge: a hairline of land closes the seam that two fills leave.
            canvas.stroke(path, theme.land, width: 0.7)
        }
        if let relief {
            let land = Path(areas.land.flatMap(\.elements))
            canvas.picture(relief, inside: land, over: viewport.frame)
        }
        for (kind, path) in areas.rivers where kind == .large || !isOfTheWorld {
            draw(path, kind, on: &canvas)
        }
        for path in areas.lakes {
            canvas.fill(path, theme.water, rule: .evenOdd)
            canvas.stroke(path, theme.shore, width: 0.6)
        }
        return canvas
    }

    /// Whether more than 10 km are a pixel: there rivers are lace, and all but the largest hide the land.
    private var isOfTheWorld: Bool { viewport.pixelsPerMetre < 1 / 10_000 }

    /// Rivers of one class, the largest broadest, all broader where the map is larger.
    private func draw(_ rivers: Path, _ kind: BasemapRiver.Kind, on canvas: inout Canvas) {
        let width: Double
        switch kind {
        case .large: width = isOfTheWorld ? 1 : 2
        case .middle: width = 1.7
        case .small, .seasonal: width = 1
        }
        canvas.stroke(
            rivers, kind == .seasonal ? theme.river.opacity(0.6) : theme.river,
            width: width * magnification, cap: .round)
    }

    /// 1 at 500 m to a pixel, 1.5 at 100 m and nearer, 0.67 at 2 500 m and farther.
    private var magnification: Double {
        let scale = (500 * viewport.pixelsPerMetre).squareRoot().squareRoot()
        return min(1.5, max(0.67, scale))
    }

    /// The lines, finest first; lines of another date than the map's are grey.
    func lines(_ layers: BasemapLayers) -> Canvas {
        lines(layers.linesInOrder.map { outline($0) })
    }

    private func outline(_ line: BasemapLine) -> BaseLine {
        let look = Self.look(of: line, in: theme)
        guard look.isDashed else {
            return BaseLine(look: look, parts: [(viewport.path(along: line.parts), 0)])
        }
        return BaseLine(look: look, parts: line.parts.flatMap { viewport.paths(along: $0) })
    }

    /// The same from outlines in the picture, in drawing order.
    func lines(_ lines: [BaseLine]) -> Canvas {
        var canvas = Canvas()
        for line in lines { draw(line, on: &canvas) }
        return canvas
    }

    /// In which order lines are drawn: the finest first.
    static let lineOrder: [BasemapLine.Kind] = [
        .district, .coast, .country, .formerOblast, .lineOfContact,
    ]

    /// What a kind of line is stroked with.
    struct Look: Hashable {
        var color: Color
        var width: Double
        var dashes: [Double] = []
        /// Dashes keep their place on the ground, so that neighbouring pictures agree.
        var isDashed: Bool { !dashes.isEmpty }
    }

    /// The look of a line.
    static func look(of line: BasemapLine, in theme: Theme) -> Look {
        switch line.kind {
        case .country:
            Look(color: line.isNearestKnown ? theme.nearestBorder : theme.countryBorder, width: 1.2)
        case .district:
            Look(
                color: line.isNearestKnown
                    ? theme.nearestBorder.opacity(0.55) : theme.districtBorder, width: 0.7)
        case .coast: Look(color: theme.shore, width: 0.7)
        case .formerOblast: Look(color: theme.disputedLine, width: 1.1, dashes: [6, 3, 1.5, 3])
        case .lineOfContact: Look(color: theme.disputedLine, width: 1.5, dashes: [4, 3])
        }
    }

    private func draw(_ line: BaseLine, on canvas: inout Canvas) {
        let look = line.look
        for (path, phase) in line.parts {
            guard look.isDashed else {
                canvas.stroke(path, look.color, width: look.width, cap: .round)
                continue
            }
            var stroke = Stroke(
                widthInPixels: look.width, cap: .butt, dashesInPixels: look.dashes)
            stroke.dashPhase = phase
            canvas.add([.stroke(path, stroke: stroke, color: look.color)])
        }
    }
}

extension Viewport {
    /// What the base map is asked for: a quarter of a pixel, since a picture may have two for one.
    ///
    /// It depends on the scale alone, never on the frame, so that neighbouring frames agree.
    var basemapFrame: BasemapFrame {
        BasemapFrame(box: boundingBox, detailInMetres: 0.25 / pixelsPerMetre)
    }
}
