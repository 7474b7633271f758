/// A straight part of a line.
struct LineSegment {
    let start: SubpixelPoint
    let end: SubpixelPoint
    let length: Double
    /// Of length 1.
    let direction: Vector

    /// The two ends must differ.
    init(_ ends: (SubpixelPoint, SubpixelPoint)) {
        (start, end) = ends
        let vector = Vector(from: start, to: end)
        length = vector.length
        direction = vector * (1 / length)
    }

    /// To the left side, of length 1.
    var normal: Vector { direction.normal }
}

/// Where two segments meet, seen from one side of the line.
struct Corner {
    let point: SubpixelPoint
    /// Of length 1, to the side of the segment that ends here.
    let from: Vector
    /// Of length 1, to the side of the segment that begins here.
    let to: Vector
    /// Where the line was heading.
    let heading: Vector
    let cosine: Double
    /// Of the angle between the segments, without its sign.
    let sine: Double
    /// The length of the shorter segment.
    let reach: Double

    init(_ last: LineSegment, _ next: LineSegment, side: Double) {
        point = next.start
        from = last.normal * side
        to = next.normal * side
        heading = last.direction
        cosine = last.direction.dot(next.direction)
        sine = abs(last.direction.cross(next.direction))
        reach = min(last.length, next.length)
    }
}

/// The shape that is drawn along a line: adds joins and caps to one side of its outline.
struct Pen {
    /// In 1/256 pixel.
    let halfWidth: Double
    let join: Stroke.Join
    let cap: Stroke.Cap

    /// How far a chord may leave the arc of a round join or cap, in 1/256 pixel.
    var tolerance = 4.0

    /// The two sides meet where they cross, if both segments reach that far; else the outline goes
    /// through the middle of the line, and what it cuts off lies under the other segment.
    func addInner(to side: inout [SubpixelPoint], _ corner: Corner) {
        // With the angle θ, the crossing lies h tan(θ/2) back; tan(θ/2) = sin θ / (1 + cos θ).
        if halfWidth * corner.sine < corner.reach / 2 * (1 + corner.cosine) {
            side.append(miter(corner))
        } else {
            side.append(corner.point.offset(by: corner.from * halfWidth))
            side.append(corner.point)
            side.append(corner.point.offset(by: corner.to * halfWidth))
        }
    }

    /// The join that shows.
    func addOuter(to side: inout [SubpixelPoint], _ corner: Corner) {
        // A miter is 1 / cos(θ/2) half widths long: up to 4 while (1 + cos θ) / 2 ≥ 1/16. Along a
        // curve it is hardly longer than the arc, and saves a point.
        let half = (1 + corner.cosine) / 2
        let isMiter = join == .miter && half >= 1.0 / 16
        let limit = 1 + tolerance / halfWidth
        if isMiter || half * limit * limit >= 1 { return side.append(miter(corner)) }
        side.append(corner.point.offset(by: corner.from * halfWidth))
        if join == .round {
            addArc(to: &side, corner.point, corner.from, corner.to, heading: corner.heading)
        }
        side.append(corner.point.offset(by: corner.to * halfWidth))
    }

    /// What leads round the end of a line, between its left corner and its right one.
    func addCap(to side: inout [SubpixelPoint], at point: SubpixelPoint, _ direction: Vector) {
        let normal = direction.normal
        switch cap {
        case .butt: break
        case .round: addArc(to: &side, point, normal, -normal, heading: direction)
        case .square:
            side.append(point.offset(by: (direction + normal) * halfWidth))
            side.append(point.offset(by: (direction + -normal) * halfWidth))
        }
    }

    /// Where the two sides cross.
    private func miter(_ corner: Corner) -> SubpixelPoint {
        let offset = (corner.from + corner.to) * (halfWidth / (1 + corner.cosine))
        return corner.point.offset(by: offset)
    }

    /// The points of an arc between two directions, which it halves until chords do; where they are
    /// opposite, it goes by the heading.
    private func addArc(
        to side: inout [SubpixelPoint], _ center: SubpixelPoint, _ from: Vector, _ to: Vector,
        heading: Vector
    ) {
        let sum = from + to
        let middle = sum.dot(sum) < 1e-6 ? heading : sum * (1 / sum.length)
        guard halfWidth * (1 - from.dot(middle)) > tolerance else { return }
        addArc(to: &side, center, from, middle, heading: heading)
        side.append(center.offset(by: middle * halfWidth))
        addArc(to: &side, center, middle, to, heading: heading)
    }
}
