internal import Raster

/// Something on the map that labels keep clear of, in whole 1/256 pixels.
enum LabelShape {
    case rectangle(SubpixelBounds)
    case disc(SubpixelPoint, radius: Int32)
    case segment(LabelSegment, halfWidth: Int32)

    init(_ obstacle: LabelObstacle) {
        self =
            switch obstacle {
            case .disc(let centre, let radius): .disc(centre, radius: radius)
            case .rectangle(let box): .rectangle(box)
            case .segment(let start, let end, let halfWidth),
                .course(let start, let end, let halfWidth):
                .segment(LabelSegment(start: start, end: end), halfWidth: halfWidth)
            }
    }

    var bounds: SubpixelBounds {
        switch self {
        case .rectangle(let box): box
        case .disc(let centre, let radius):
            SubpixelBounds(minX: centre.x, minY: centre.y, maxX: centre.x, maxY: centre.y)
                .outset(by: radius)
        case .segment(let segment, let halfWidth): segment.bounds.outset(by: halfWidth + 1)
        }
    }

    /// Whether the shape reaches into a rectangle.
    func intersects(_ box: SubpixelBounds) -> Bool {
        switch self {
        case .rectangle(let other): return other.intersects(box)
        case .disc(let centre, let radius):
            let dx = Int(max(box.minX, min(box.maxX, centre.x))) - Int(centre.x)
            let dy = Int(max(box.minY, min(box.maxY, centre.y))) - Int(centre.y)
            return dx * dx + dy * dy < Int(radius) * Int(radius)
        case .segment(let segment, let halfWidth):
            return segment.intersects(box.outset(by: halfWidth))
        }
    }

    /// Whether a line crosses the shape, or comes as near to a disc as a clearance.
    func intersects(_ line: LabelSegment, clearance: Int32 = 0) -> Bool {
        switch self {
        case .rectangle(let box): line.intersects(box)
        case .disc(let centre, let radius): line.passes(centre, within: radius + clearance)
        case .segment(let segment, _): line.crosses(segment)
        }
    }
}

extension LabelSegment {
    var bounds: SubpixelBounds {
        SubpixelBounds(
            minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
            maxY: max(start.y, end.y))
    }

    /// Whether the segment reaches into a rectangle: their bounds overlap, and the corners do not all
    /// lie on one side of the line.
    func intersects(_ box: SubpixelBounds) -> Bool {
        let bounds = bounds
        guard bounds.minX < box.maxX, bounds.maxX > box.minX, bounds.minY < box.maxY,
            bounds.maxY > box.minY
        else { return false }
        let sides = [
            side(of: SubpixelPoint(x: box.minX, y: box.minY)),
            side(of: SubpixelPoint(x: box.maxX, y: box.minY)),
            side(of: SubpixelPoint(x: box.minX, y: box.maxY)),
            side(of: SubpixelPoint(x: box.maxX, y: box.maxY)),
        ]
        return !(sides.allSatisfy { $0 > 0 } || sides.allSatisfy { $0 < 0 })
    }

    /// Whether two segments share a point.
    func crosses(_ other: LabelSegment) -> Bool {
        let (mine, others) = (bounds, other.bounds)
        guard mine.minX <= others.maxX, others.minX <= mine.maxX, mine.minY <= others.maxY,
            others.minY <= mine.maxY
        else { return false }
        return side(of: other.start).signum() * side(of: other.end).signum() <= 0
            && other.side(of: start).signum() * other.side(of: end).signum() <= 0
    }

    /// Whether the segment comes nearer to a point than a distance.
    func passes(_ point: SubpixelPoint, within distance: Int32) -> Bool {
        let (dx, dy) = (Int(end.x) - Int(start.x), Int(end.y) - Int(start.y))
        let along = (Int(point.x) - Int(start.x)) * dx + (Int(point.y) - Int(start.y)) * dy
        let length = Double(dx * dx + dy * dy).squareRoot()
        if along <= 0 { return start.isNearer(to: point, than: distance) }
        if along >= dx * dx + dy * dy { return end.isNearer(to: point, than: distance) }
        return Double(side(of: point).magnitude) < Double(distance) * length
    }

    /// Twice the area of the triangle with a point: its sign tells the side.
    private func side(of point: SubpixelPoint) -> Int {
        (Int(end.x) - Int(start.x)) * (Int(point.y) - Int(start.y))
            - (Int(end.y) - Int(start.y)) * (Int(point.x) - Int(start.x))
    }
}

extension SubpixelPoint {
    func isNearer(to other: SubpixelPoint, than distance: Int32) -> Bool {
        let (dx, dy) = (Int(other.x) - Int(x), Int(other.y) - Int(y))
        return dx * dx + dy * dy < Int(distance) * Int(distance)
    }
}
