internal import GeoModel
internal import Projections
internal import Raster

/// The samples of the legend's "how sure" rows, drawn as the map draws them.
struct DoubtSamples {
    let theme: Theme
    let type: MapType
    let look: CategoryLook

    func near(_ canvas: inout Canvas, _ at: PixelPoint) {
        canvas.circle(at, radius: 7, fill: theme.doubtFill)
        canvas.ring(at, radius: 7, theme.doubtRim, width: 0.7, dashes: [2, 2.5])
        dot(&canvas, at, radius: 3)
    }

    func district(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = box(at)
        canvas.fill(path, look.color.opacity(theme.tintOpacity))
        canvas.hatch(path, look.color.opacity(0.6), angle: -45, spacing: 6, width: 0.6)
        canvas.stroke(path, look.color.opacity(0.85), width: 0.8)
    }

    func region(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = box(at)
        canvas.hatch(path, look.color.opacity(0.6), angle: 45, spacing: 6, width: 0.8)
        canvas.stroke(path, look.color.opacity(0.9), width: 1, dashes: [2, 3])
    }

    func open(_ canvas: inout Canvas, _ at: PixelPoint) {
        let path = look.shape.path(centre: at, radius: 5)
        canvas.fill(path, theme.markPaper)
        canvas.stroke(path, theme.markOutline, width: 2.7)
        canvas.stroke(path, look.color, width: 1.5)
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
        let path = look.shape.path(centre: at, radius: 5.5)
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
        canvas.stroke(path, look.color, width: 2, dashes: [7, 4])
    }

    private func dot(_ canvas: inout Canvas, _ at: PixelPoint, radius: Double) {
        let path = look.shape.path(centre: at, radius: radius)
        canvas.fill(path, look.color)
        canvas.stroke(path, theme.markOutline, width: 0.9)
    }

    private func box(_ at: PixelPoint) -> Path {
        .rectangle(
            SubpixelBounds(
                minX: subpixels(at.x - 12), minY: subpixels(at.y - 5.5), maxX: subpixels(at.x + 12),
                maxY: subpixels(at.y + 5.5)))
    }
}
