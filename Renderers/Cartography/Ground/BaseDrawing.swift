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
    func areas(_ ground: ProjectedGround, rivers: [BasemapRiver]) -> Canvas {
        var canvas = Canvas()
        canvas.fill(.rectangle(SubpixelBounds(viewport.frame)), theme.water)
        for area in ground.land {
            let path = area.path
            canvas.fill(path, theme.land, rule: .evenOdd)
            // Neighbours share an edge: a hairline of land closes the seam that two fills leave.
            canvas.stroke(path, theme.land, width: 0.7)
        }
        if let relief {
            let land = Path(rings: ground.land.flatMap(\.rings))
            canvas.picture(relief, inside: land, over: viewport.frame)
        }
        for kind in BasemapRiver.Kind.allCases where kind == .large || !isOfTheWorld {
            draw(rivers.filter { $0.kind == kind }, kind, on: &canvas)
        }
        for lake in ground.lakes {
            let path = lake.path
            canvas.fill(path, theme.water, rule: .evenOdd)
            canvas.stroke(path, theme.shore, width: 0.6)
        }
        return canvas
    }

    /// Whether more than 10 km are a pixel: there rivers are lace, and all but the largest hide the land.
    private var isOfTheWorld: Bool { viewport.pixelsPerMetre < 1 / 10_000 }

    /// Rivers of one class, the largest broadest, all broader where the map is larger.
    private func draw(_ rivers: [BasemapRiver], _ kind: BasemapRiver.Kind, on canvas: inout Canvas)
    {
        let width: Double
        switch kind {
        case .large: width = isOfTheWorld ? 1 : 2
        case .middle: width = 1.7
        case .small, .seasonal: width = 1
        }
        let parts = rivers.flatMap(\.parts)
        guard !parts.isEmpty else { return }
        canvas.stroke(
            viewport.path(along: parts), kind == .seasonal ? theme.river.opacity(0.6) : theme.river,
            width: width * magnification, cap: .round)
    }

    /// 1 at 500 m to a pixel, 1.5 at 100 m and nearer, 0.67 at 2 500 m and farther.
    private var magnification: Double {
        let scale = (500 * viewport.pixelsPerMetre).squareRoot().squareRoot()
        return min(1.5, max(0.67, scale))
    }

    /// The lines, finest first; lines of another date than the map's are grey.
    func lines(_ layers: BasemapLayers) -> Canvas {
        var canvas = Canvas()
        let order: [BasemapLine.Kind] = [
            .district, .coast, .country, .formerOblast, .lineOfContact,
        ]
        for kind in order {
            for line in Self.sorted(layers.lines.filter { $0.kind == kind }) {
                draw(line, on: &canvas)
            }
        }
        return canvas
    }

    /// What a kind of line is stroked with.
    struct Look {
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

    private func draw(_ line: BasemapLine, on canvas: inout Canvas) {
        let look = Self.look(of: line, in: theme)
        guard look.isDashed else {
            canvas.stroke(
                viewport.path(along: line.parts), look.color, width: look.width, cap: .round)
            return
        }
        for part in line.parts {
            for (path, phase) in viewport.paths(along: part) {
                var stroke = Stroke(
                    widthInPixels: look.width, cap: .butt, dashesInPixels: look.dashes)
                stroke.dashPhase = phase
                canvas.add([.stroke(path, stroke: stroke, color: look.color)])
            }
        }
    }

    /// The same lines in one order, whatever order they came in.
    private static func sorted(_ lines: [BasemapLine]) -> [BasemapLine] {
        lines.sorted { left, right in
            let (a, b) = (left.parts.first?.first, right.parts.first?.first)
            return (a?.longitude ?? 0, a?.latitude ?? 0, left.parts.count)
                < (b?.longitude ?? 0, b?.latitude ?? 0, right.parts.count)
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
