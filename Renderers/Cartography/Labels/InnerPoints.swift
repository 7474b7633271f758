internal import Projections
internal import Raster

/// Points inside an area and a frame, those farthest from every edge first: where a name fits.
struct InnerPoints {
    /// The best points, at most `most`.
    let points: [SubpixelPoint]

    /// Looks at a grid of points over the frame; none is within `room` pixels to the side of an
    /// obstacle, or within a third of that above or below.
    ///
    /// - Complexity: O(points of the grid × corners of the rings).
    init(
        rings: [[PixelPoint]], frame: PixelFrame, obstacles: [LabelObstacle], room: Double,
        spacing: Double = 20, most: Int = 60
    ) {
        self.init(
            frame: frame, obstacles: obstacles, room: room, spacing: spacing, most: most,
            rings: rings, isWanted: { Self.isInside($0, rings) })
    }

    /// Points outside all areas, such as those of a sea outside all land.
    init(
        outside rings: [[PixelPoint]], frame: PixelFrame, obstacles: [LabelObstacle], room: Double
    ) {
        self.init(
            frame: frame, obstacles: obstacles, room: room, spacing: 20, most: 60, rings: rings,
            isWanted: { !Self.isInside($0, rings) })
    }

    private init(
        frame: PixelFrame, obstacles: [LabelObstacle], room: Double, spacing: Double, most: Int,
        rings: [[PixelPoint]], isWanted: (PixelPoint) -> Bool
    ) {
        var found: [(depth: Double, point: PixelPoint)] = []
        let columns = Int(Double(frame.width) / spacing)
        let rows = Int(Double(frame.height) / spacing)
        for row in 1..<max(2, rows) where !rings.isEmpty {
            for column in 1..<max(2, columns) {
                let point = PixelPoint(
                    x: Double(frame.x) + spacing * Double(column),
                    y: Double(frame.y) + spacing * Double(row))
                guard isWanted(point), Self.isFree(point, obstacles, room) else {
                    continue
                }
                found.append((Self.depth(of: point, rings, frame), point))
            }
        }
        found.sort {
            ($1.depth, $0.point.y, $0.point.x) < ($0.depth, $1.point.y, $1.point.x)
        }
        points = found.prefix(most).map { SubpixelPoint($0.point) }
    }

    /// Whether no obstacle is within `room` pixels to the side, or a third of that above or below.
    static func isFree(
        _ point: PixelPoint, _ obstacles: [LabelObstacle], _ room: Double
    ) -> Bool {
        !obstacles.contains { obstacle in
            guard let box = obstacle.boundsInPixels else { return false }
            return point.x > box.left - room && point.x < box.right + room
                && point.y > box.top - room / 3 && point.y < box.bottom + room / 3
        }
    }

    /// Even-odd: how often a ray to the right crosses the rings.
    static func isInside(_ point: PixelPoint, _ rings: [[PixelPoint]]) -> Bool {
        var inside = false
        for ring in rings {
            guard var before = ring.last else { continue }
            for corner in ring {
                if (corner.y > point.y) != (before.y > point.y),
                    point.x < (before.x - corner.x) * (point.y - corner.y) / (before.y - corner.y)
                        + corner.x
                {
                    inside.toggle()
                }
                before = corner
            }
        }
        return inside
    }

    /// The distance to the nearest edge; names are wide, so that height counts twice.
    private static func depth(
        of point: PixelPoint, _ rings: [[PixelPoint]], _ frame: PixelFrame
    ) -> Double {
        var depth = min(
            point.x - Double(frame.x), Double(frame.x + frame.width) - point.x,
            2 * (point.y - Double(frame.y)), 2 * (Double(frame.y + frame.height) - point.y))
        for ring in rings {
            guard var before = ring.last else { continue }
            for corner in ring {
                depth = min(depth, distance(from: point, to: before, corner))
                before = corner
            }
        }
        return depth
    }

    private static func distance(
        from point: PixelPoint, to start: PixelPoint, _ end: PixelPoint
    ) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let length = dx * dx + dy * dy
        let share =
            length == 0
            ? 0 : max(0, min(1, ((point.x - start.x) * dx + (point.y - start.y) * dy) / length))
        let nearest = start.toward(end, share)
        let (x, y) = (point.x - nearest.x, 2 * (point.y - nearest.y))
        return (x * x + y * y).squareRoot()
    }
}

extension LabelObstacle {
    /// The edges of discs and rectangles, in pixels; nil for segments, which cover little.
    fileprivate var boundsInPixels: (left: Double, top: Double, right: Double, bottom: Double)? {
        switch self {
        case .disc(let middle, let radius):
            (
                Double(middle.x - radius) / 256, Double(middle.y - radius) / 256,
                Double(middle.x + radius) / 256, Double(middle.y + radius) / 256
            )
        case .rectangle(let box):
            (
                Double(box.minX) / 256, Double(box.minY) / 256, Double(box.maxX) / 256,
                Double(box.maxY) / 256
            )
        case .segment: nil
        }
    }
}
