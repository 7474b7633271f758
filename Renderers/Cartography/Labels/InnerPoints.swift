internal import Projections
internal import Raster

/// Points inside an area and a frame, those farthest from every edge first: where a name fits.
struct InnerPoints {
    /// The best points, at most `most`.
    let points: [SubpixelPoint]

    /// Looks at a grid of points over the frame; none is within `room` pixels to the side of an
    /// obstacle, or within a third of that above or below.
    ///
    /// - Complexity: O(points of the grid × stretches of the rings).
    init(
        inside rings: RingIndex, frame: PixelFrame, obstacles: [LabelObstacle], room: Double,
        spacing: Double = 20, most: Int = 60
    ) {
        self.init(
            inside: true, rings, frame: frame, obstacles: obstacles, room: room, spacing: spacing,
            most: most)
    }

    /// Points outside all areas, such as those of a sea outside all land.
    init(outside rings: RingIndex, frame: PixelFrame, obstacles: [LabelObstacle], room: Double) {
        self.init(
            inside: false, rings, frame: frame, obstacles: obstacles, room: room, spacing: 20,
            most: 60)
    }

    private init(
        inside isInside: Bool, _ rings: RingIndex, frame: PixelFrame, obstacles: [LabelObstacle],
        room: Double, spacing: Double, most: Int
    ) {
        var found: [(depth: Double, point: PixelPoint)] = []
        let columns = Int(Double(frame.width) / spacing)
        let rows = Int(Double(frame.height) / spacing)
        for row in 1..<max(2, rows) where !rings.isEmpty {
            for column in 1..<max(2, columns) {
                let point = PixelPoint(
                    x: Double(frame.x) + spacing * Double(column),
                    y: Double(frame.y) + spacing * Double(row))
                guard rings.contains(point) == isInside, Self.isFree(point, obstacles, room)
                else { continue }
                found.append((rings.depth(of: point, limit: frame.depth(of: point)), point))
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
}

extension PixelFrame {
    /// The distance from a point to the nearest edge; names are wide, so that height counts twice.
    fileprivate func depth(of point: PixelPoint) -> Double {
        min(
            point.x - Double(x), Double(x + width) - point.x, 2 * (point.y - Double(y)),
            2 * (Double(y + height) - point.y))
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
        case .segment, .course: nil
        }
    }
}
