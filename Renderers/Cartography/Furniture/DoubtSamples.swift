internal import Basemap
internal import GeoModel
internal import Projections
internal import Raster

/// The samples of the legend's "how sure" rows, drawn as the map draws them.
struct DoubtSamples {
    let theme: Theme
    let type: MapType
    let look: CategoryLook
    /// Areas and roads take the colour of a category on the map; here they are of none.
    private var anyCategory: Color { theme.otherCategory }

    func near(_ canvas: inout Canvas, _ at: PixelPoint) {
        canvas.circle(at, radius: 7, fill: theme.doubtFill)
        canvas.ring(at, radius: 7, theme.doubtRim, width: 0.7, dashes: [2, 2.5])
        dot(&canvas, at, radius: 3)
    }

    func district(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = Path.sampleBox(at)
        AreaTints.district(path, anyCategory, theme, on: &canvas)
    }

    func region(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = Path.sampleBox(at)
        AreaTints.region(path, anyCategory, theme, on: &canvas)
    }

    func open(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = look.shape.path(centre: at, radius: 5)
        canvas.fill(path, theme.markPaper)
        canvas.stroke(path, theme.markOutline, width: 2.7)
        canvas.stroke(path, look.color, width: 1.5)
    }

    /// An open mark, and an arrow as a planned movement has it.
    func openMovement(_ canvas: inout Canvas, _ at: PixelPoint) {
        open(&canvas, PixelPoint(x: at.x - 6, y: at.y))
        let (start, neck) = (PixelPoint(x: at.x + 2, y: at.y), PixelPoint(x: at.x + 9, y: at.y))
        canvas.line(start, neck, theme.markOutline, width: 1.8, dashes: [3, 2])
        let tip = Path.polyline(
            [
                PixelPoint(x: at.x + 15, y: at.y), PixelPoint(x: at.x + 9, y: at.y - 3.5),
                PixelPoint(x: at.x + 9, y: at.y + 3.5),
            ], closed: true)
        canvas.fill(tip, theme.markPaper)
        canvas.stroke(tip, theme.markOutline, width: 0.9)
    }

    /// A dated line as the base draws it.
    func line(
        _ kind: BasemapLine.Kind
    ) -> (inout Canvas, PixelPoint) -> Void {
        let look = BaseDrawing.look(
            of: BasemapLine(kind: kind, isNearestKnown: false, parts: []), in: theme)
        return { canvas, at in
            canvas.line(
                PixelPoint(x: at.x - 12, y: at.y), PixelPoint(x: at.x + 12, y: at.y), look.color,
                width: look.width, dashes: look.dashes)
        }
    }

    func claims(_ canvas: inout Canvas, _ at: PixelPoint) {
        dot(&canvas, at, radius: 3.5)
        let arc = Double.pi * 6.5
        canvas.ring(
            at, radius: 6.5, theme.markOutline, width: 1.6, dashes: [arc * 0.72, arc * 0.28])
    }

    func range(_ canvas: inout Canvas, _ at: PixelPoint) {
        let outer = look.shape.path(centre: at, radius: 6.5)
        canvas.fill(outer, look.color.opacity(0.25))
        canvas.stroke(outer, theme.markOutline, width: 1, dashes: [2.5, 2])
        dot(&canvas, at, radius: 3.5)
    }

    func ticks(_ canvas: inout Canvas, _ at: PixelPoint) {
        dot(&canvas, at, radius: 3.5)
        for angle in [90.0, -30, 210] {
            canvas.line(
                at.moved(by: 4.2, degrees: angle), at.moved(by: 7.6, degrees: angle),
                theme.markOutline, width: 1.8)
        }
    }

    func zero(_ canvas: inout Canvas, _ at: PixelPoint) {
        canvas.circle(at, radius: 3, fill: theme.markPaper)
        canvas.ring(at, radius: 3, theme.markOutline, width: 1)
    }

    func plain(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = look.shape.path(centre: at, radius: 4.5)
        canvas.fill(path, look.color)
        canvas.stroke(path, theme.markOutline, width: 0.9)
    }

    func movement(_ canvas: inout Canvas, _ at: PixelPoint) {
        let start = PixelPoint(x: at.x - 12, y: at.y + 2)
        let end = PixelPoint(x: at.x + 7, y: at.y + 1)
        let curve = Path([
            .move(SubpixelPoint(start)),
            .quadratic(SubpixelPoint(PixelPoint(x: at.x - 2, y: at.y - 7)), to: SubpixelPoint(end)),
        ])
        canvas.stroke(curve, theme.markOutline, width: 1.8)
        let tip = [
            PixelPoint(x: at.x + 12, y: at.y + 4), PixelPoint(x: at.x + 7, y: at.y - 3),
            PixelPoint(x: at.x + 4, y: at.y + 3),
        ]
        canvas.fill(.polyline(tip, closed: true), theme.markOutline)
    }

    func road(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = Path.polyline(
            [PixelPoint(x: at.x - 12, y: at.y), PixelPoint(x: at.x + 12, y: at.y)], closed: false)
        canvas.stroke(path, theme.markOutline, width: 3.4, dashes: [7, 4])
        canvas.stroke(path, anyCategory, width: 2, dashes: [7, 4])
    }

    private func dot(_ canvas: inout Canvas, _ at: PixelPoint, radius: Double) {
        let path = look.shape.path(centre: at, radius: radius)
        canvas.fill(path, look.color)
        canvas.stroke(path, theme.markOutline, width: 0.9)
    }
}

extension Path {
    /// The box of an area's sample in the legend, around a point.
    static func sampleBox(_ at: PixelPoint) -> Path {
        .rectangle(
            SubpixelBounds(
                minX: subpixels(at.x - 12), minY: subpixels(at.y - 5.5), maxX: subpixels(at.x + 12),
                maxY: subpixels(at.y + 5.5)))
    }
}
