internal import GeoModel
internal import Projections
internal import Raster
internal import Typesetting

/// Draws marks: what happened by hue and shape, how many by area, how sure by what is around it.
struct MarkDrawing {
    let theme: Theme
    let type: MapType

    /// Soft discs and rings around places that are not known exactly; under all marks.
    func doubt(_ cluster: MarkCluster, metresPerPixel: Double) -> Canvas {
        var canvas = Canvas()
        let wide = cluster.all.compactMap { doubtRadius($0, metresPerPixel) }.max()
        if let wide {
            canvas.circle(cluster.truth, radius: wide, fill: theme.doubtFill)
            canvas.ring(
                cluster.truth, radius: wide, theme.doubtRim, width: 0.7,
                dashes: [2, 2.5])
        }
        return canvas
    }

    /// How wide the doubt about a place is drawn, in pixels; nil when a mark says enough.
    private func doubtRadius(_ mark: EventMark, _ metresPerPixel: Double) -> Double? {
        guard mark.feature.geometry?.polygons == nil, let precision = mark.feature.precision else {
            return nil
        }
        let known = mark.feature.uncertaintyInMetres.map { $0 / metresPerPixel }
        switch precision {
        case .point, .settlement: return known.flatMap { $0 > mark.reach + 3 ? min($0, 80) : nil }
        case .near: return max(mark.reach + 5, min(known ?? 0, 60))
        case .district, .region: return max(mark.reach + 8, min(known ?? 0, 90))
        case .country: return nil
        }
    }

    /// A hairline from where marks are drawn to where it happened, with a dot at the place.
    func hairline(_ cluster: MarkCluster) -> Canvas {
        var canvas = Canvas()
        let ink = theme.markOutline.opacity(0.8)
        let offset = cluster.centre.distance(to: cluster.truth)
        // A mark that covers its place needs no line to it.
        if offset > max(1.5, cluster.principal?.radius ?? 0) {
            canvas.line(cluster.truth, cluster.centre, theme.halo.opacity(0.8), width: 2.2)
            canvas.line(cluster.truth, cluster.centre, ink, width: 0.8)
            canvas.circle(cluster.truth, radius: 1.6, fill: ink)
        } else if cluster.principal == nil, cluster.all.count > 1 {
            canvas.circle(cluster.truth, radius: 1.4, fill: ink)
        }
        return canvas
    }

    /// Hairlines from the marks of several places, drawn in one layout, each to where it happened; many
    /// would only cross each other.
    func hairlines(_ cluster: MarkCluster) -> Canvas {
        var canvas = Canvas()
        guard cluster.counted.isEmpty, cluster.marks.count <= 7 else { return canvas }
        let ink = theme.markOutline.opacity(0.8)
        for mark in cluster.marks where mark.centre.distance(to: mark.truth) > max(1.5, mark.radius)
        {
            canvas.line(mark.truth, mark.centre, theme.halo.opacity(0.8), width: 2.2)
            canvas.line(mark.truth, mark.centre, ink, width: 0.8)
            canvas.circle(mark.truth, radius: 1.6, fill: ink)
        }
        return canvas
    }

    /// The marks of a cluster, largest first.
    func marks(_ cluster: MarkCluster) -> Canvas {
        var canvas = Canvas()
        if !cluster.counted.isEmpty { countedDisc(cluster, on: &canvas) }
        for mark in cluster.marks { draw(mark, on: &canvas) }
        return canvas
    }

    /// One mark.
    func draw(_ mark: EventMark, on canvas: inout Canvas) {
        switch mark.size {
        case .figure: sized(mark, on: &canvas)
        case .zero: zero(mark, on: &canvas)
        case .none: plain(mark, on: &canvas)
        case .tick: tick(mark, on: &canvas)
        }
        if mark.claimCount > 1 { splitRing(mark, on: &canvas) }
        if mark.ticks > 0 { ticks(mark, on: &canvas) }
    }

    /// Area by value: solid up to the least, an outline around the greatest that is claimed.
    private func sized(_ mark: EventMark, on canvas: inout Canvas) {
        let outer = mark.look.shape.path(centre: mark.centre, radius: mark.outerRadius)
        if mark.radius < mark.outerRadius {
            canvas.fill(outer, mark.look.color.opacity(0.25))
            canvas.stroke(outer, theme.markOutline, width: 1, dashes: [2.5, 2])
        }
        guard mark.radius > 0 else { return }
        let inner = mark.look.shape.path(centre: mark.centre, radius: mark.radius)
        fill(inner, mark, on: &canvas, outline: 1.25)
    }

    /// A figure of zero: a small open ring.
    private func zero(_ mark: EventMark, on canvas: inout Canvas) {
        canvas.circle(mark.centre, radius: mark.outerRadius, fill: theme.markPaper)
        canvas.ring(mark.centre, radius: mark.outerRadius, theme.markOutline, width: 1)
    }

    /// No figure given: one size for all, whatever happened.
    private func plain(_ mark: EventMark, on canvas: inout Canvas) {
        let path = mark.look.shape.path(centre: mark.centre, radius: mark.outerRadius)
        fill(path, mark, on: &canvas, outline: 0.9)
    }

    private func fill(_ path: Path, _ mark: EventMark, on canvas: inout Canvas, outline: Double) {
        if mark.isOpen {
            canvas.fill(path, theme.markPaper)
            canvas.stroke(path, theme.markOutline, width: outline + 1.8)
            canvas.stroke(path, mark.look.color, width: 1.5)
        } else {
            let opacity = mark.hasFigure ? theme.markOpacity : 1
            canvas.fill(path, mark.look.color.opacity(opacity))
            canvas.stroke(path, theme.markOutline, width: outline)
        }
    }

    /// A part of a total: a short bar, no area that could be read as a number.
    private func tick(_ mark: EventMark, on canvas: inout Canvas) {
        let top = PixelPoint(x: mark.centre.x, y: mark.centre.y - mark.outerRadius)
        let foot = PixelPoint(x: mark.centre.x, y: mark.centre.y + mark.outerRadius)
        canvas.line(top, foot, theme.markOutline, width: 3.4)
        canvas.line(top, foot, mark.look.color, width: 1.8)
    }

    /// Parts that happened where their total is drawn: ticks around its rim.
    private func ticks(_ mark: EventMark, on canvas: inout Canvas) {
        for index in 0..<mark.ticks {
            let angle = 90 - 360 / Double(mark.ticks) * Double(index)
            let rim = mark.outerRadius * mark.look.shape.reach
            canvas.line(
                mark.centre.moved(by: rim + 0.5, degrees: angle),
                mark.centre.moved(by: rim + 4.5, degrees: angle), theme.markOutline, width: 1.8)
        }
    }

    /// Competing claims: a ring in as many arcs as there are claims.
    private func splitRing(_ mark: EventMark, on canvas: inout Canvas) {
        let radius = mark.outerRadius * mark.look.shape.reach + 3
        let arc = 2 * Double.pi * radius / Double(mark.claimCount)
        canvas.ring(mark.centre, radius: radius, theme.halo, width: 3.6)
        canvas.ring(
            mark.centre, radius: radius, theme.markOutline, width: 1.8,
            dashes: [arc * 0.72, arc * 0.28])
    }

    /// More events than fit around a place: wedges by category, and how many.
    private func countedDisc(_ cluster: MarkCluster, on canvas: inout Canvas) {
        let radius = cluster.countedRadius
        var groups: [(look: CategoryLook, count: Int)] = []
        for mark in cluster.counted {
            if let index = groups.firstIndex(where: { $0.look == mark.look }) {
                groups[index].count += 1
            } else {
                groups.append((mark.look, 1))
            }
        }
        groups.sort { ($1.count, $0.look.name ?? "") < ($0.count, $1.look.name ?? "") }
        var start = 90.0
        for group in groups {
            let sweep = 360 * Double(group.count) / Double(cluster.counted.count)
            let wedge = wedge(cluster.centre, radius, from: start, sweep: sweep)
            canvas.fill(wedge, group.look.color)
            canvas.stroke(wedge, theme.markOutline, width: 0.6)
            start -= sweep
        }
        canvas.ring(cluster.centre, radius: radius, theme.markOutline, width: 1.1)
        let count = type.line("\(cluster.counted.count)", .bodyBold)
        // A disc that its neighbours leave no room shows its kinds alone.
        guard count.widthInPixels < 1.8 * radius else { return }
        canvas.circle(cluster.centre, radius: radius * 0.62, fill: theme.markPaper)
        let baseline = PixelPoint(
            x: cluster.centre.x - count.widthInPixels / 2,
            y: cluster.centre.y + count.capHeightInPixels / 2)
        canvas.text(count, at: baseline, theme.text)
    }

    private func wedge(
        _ centre: PixelPoint, _ radius: Double, from start: Double, sweep: Double
    ) -> Path {
        let steps = max(2, Int(sweep / 6))
        let rim = (0...steps).map { step in
            centre.moved(by: radius, degrees: start - sweep * Double(step) / Double(steps))
        }
        return .polyline(([centre] + rim), closed: true)
    }
}
