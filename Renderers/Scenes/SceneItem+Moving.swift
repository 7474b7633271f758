internal import Raster
internal import Typesetting

extension SceneItem {
    /// The same item moved by whole pixels: drawn there, its pixels are the same.
    public func moved(x: Int, y: Int) -> SceneItem {
        let (dx, dy) = (Int32(clamping: x * 256), Int32(clamping: y * 256))
        func moved(_ path: Path) -> Path { path.translated(x: dx, y: dy) }
        func moved(_ point: SubpixelPoint) -> SubpixelPoint {
            SubpixelPoint(x: point.x + dx, y: point.y + dy)
        }
        func moved(_ box: SubpixelBounds) -> SubpixelBounds {
            SubpixelBounds(
                minX: box.minX + dx, minY: box.minY + dy, maxX: box.maxX + dx,
                maxY: box.maxY + dy)
        }
        switch self {
        case .fill(let path, let rule, let color):
            return .fill(moved(path), rule: rule, color: color)
        case .stroke(let path, let stroke, let color):
            return .stroke(moved(path), stroke: stroke, color: color)
        case .hatch(let path, var pattern, let color):
            pattern.originX += x
            pattern.originY += y
            return .hatch(moved(path), pattern: pattern, color: color)
        case .text(let line, let origin, let color, let halo):
            return .text(line, origin: moved(origin), color: color, halo: halo)
        case .picture(let picture, let path, let area):
            return .picture(picture, inside: moved(path), over: moved(area))
        case .textAlong(let course, let line, let color, let halo):
            return .textAlong(
                TextCourse(course.points.map(moved)), line, color: color, halo: halo)
        case .clipped(let bounds, let items):
            return .clipped(moved(bounds), items.map { $0.moved(x: x, y: y) })
        }
    }
}
