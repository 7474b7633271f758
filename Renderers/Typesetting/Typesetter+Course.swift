public import Raster

extension Typesetter {
    /// The outline of a line whose baseline runs along a course, in the middle of it; nil where the
    /// course is too short for the text, or bends too sharply between two letters.
    ///
    /// Letters are turned, not bent: each cluster (a letter with its marks, a ligature) stands on the
    /// chord between the ends of its advance. The course is taken so that the text runs to the right,
    /// upwards where it is upright; lines from right to left too, since their glyphs are in visual
    /// order.
    ///
    /// - Complexity: a shaping of the line, then O(points of the course + of the outlines).
    public func outline(of line: TextLine, along course: TextCourse) -> Path? {
        guard course.points.count > 1 else { return nil }
        let pieces = pieces(of: line)
        guard let ways = PieceWays(pieces, width: line.width, course: course) else { return nil }
        var elements: [Path.Element] = []
        for (piece, way) in zip(pieces, ways.transforms) {
            var part = line
            part.glyphs = Array(line.glyphs[piece.glyphs])
            elements +=
                outline(of: part, at: SubpixelPoint(x: -piece.middle, y: 0))
                .transformed(way).elements
        }
        return Path(elements)
    }
}

/// The glyphs of a line that are turned as one.
struct LinePiece: Hashable {
    /// Which of the line's glyphs.
    var glyphs: Range<Int>
    /// Where the pen stands before them, in 1/64 pixel.
    var start: Int32
    /// Where it stands after them.
    var end: Int32

    /// The middle of the advance, in 1/256 pixel.
    var middle: Int32 { (start &+ end) &* 2 }
}

/// Where each piece of a line comes to stand on a course.
private struct PieceWays {
    private(set) var transforms: [AffineTransform] = []

    /// Nil where the line does not fit.
    init?(_ pieces: [LinePiece], width: Int32, course: TextCourse) {
        let width = Double(width) * 4
        var walk = CourseWalk(course)
        guard width <= walk.length else { return nil }
        let offset = (walk.length - width) / 2
        let (first, last) = (walk.place(at: offset), walk.place(at: offset + width))
        let isBackwards = last.x < first.x || last.x == first.x && last.y > first.y
        if isBackwards { walk = CourseWalk(course.reversed) }
        for piece in pieces {
            guard let way = Self.way(of: piece, offset: offset, &walk) else { return nil }
            if let before = transforms.last, way.a * before.a + way.b * before.b < Self.leastCosine
            {
                return nil
            }
            transforms.append(way)
        }
    }

    /// Two letters side by side are turned against each other by at most 37°.
    private static let leastCosine = 0.8

    private static func way(
        of piece: LinePiece, offset: Double, _ walk: inout CourseWalk
    ) -> AffineTransform? {
        // A piece without an advance, and one so narrow that rounding would turn it, takes a pixel.
        let half = max(128, Double(piece.end - piece.start) * 2)
        let middle = offset + Double(piece.middle)
        let (start, end) = (walk.place(at: middle - half), walk.place(at: middle + half))
        let (x, y) = (end.x - start.x, end.y - start.y)
        let length = (x * x + y * y).squareRoot()
        guard length > 0 else { return nil }
        let place = walk.place(at: middle)
        return AffineTransform(
            a: x / length, b: y / length, c: -y / length, d: x / length, tx: place.x, ty: place.y)
    }
}
