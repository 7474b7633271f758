internal import Raster
internal import Typesetting

/// A place that a label could take.
struct LabelCandidate {
    /// Which of the request's texts stands there.
    let variant: Int
    /// The box of the text, without margin.
    let box: SubpixelBounds
    let alignment: LabelBlock.Alignment
    /// How much worse than the best place, before the neighbours are looked at.
    let cost: Int
    /// From the mark's edge to the box, when the label stands off.
    let leader: LabelSegment?
    /// What the text runs along.
    var course: TextCourse?
}

/// A straight piece of a line.
struct LabelSegment {
    let start: SubpixelPoint
    let end: SubpixelPoint
}

extension LabelRequest {
    /// What a place costs per step away from the best: the scale that all costs share.
    enum Cost {
        /// From one of the eight positions to the next.
        static let position = 2
        /// Half an em further from the mark.
        static let ring = 16
        /// A mark of a later label under the text: that label is lost.
        static let coveredMark = 9
        /// Another mark nearer than a gap, so that the reader may take the wrong one.
        static let nearMark = 3
        /// The whole text over water or another country.
        static let otherGround = 30
        /// The next alternative text: worse than any place near the mark.
        static let variant = 60
        /// A leader at all; it grows with its length.
        static let leader = 60
    }

    /// The places near the anchor, best first as far as the label alone can tell.
    ///
    /// The order of the eight positions is that of E. Imhof, "Positioning Names on Maps", The American
    /// Cartographer 2 (1975), 128-144, and P. Yoeli, "The Logic of Automated Map Lettering",
    /// Cartographic Journal 9 (1972), 99-108.
    ///
    /// At the edge of a frame, if there is one, a label beside its mark slides up or down, and one above
    /// or below it to the side, until it is inside.
    func candidates(for blocks: [LabelBlock], in frame: SubpixelBounds?) -> [LabelCandidate] {
        blocks.enumerated().flatMap { variant, block in
            switch anchor {
            case .centred(let points):
                points.enumerated().map { index, point in
                    LabelCandidate(
                        variant: variant, box: block.box(centre: point), alignment: .centre,
                        cost: variant * Cost.variant + index * Cost.position * 2, leader: nil)
                }
            case .along(let courses):
                alongCandidates(variant, courses)
            case .mark(let point, let radius):
                candidates(variant, block, around: point, radius: radius, in: frame)
            }
        }
    }

    private func alongCandidates(_ variant: Int, _ courses: [TextCourse]) -> [LabelCandidate] {
        guard let line = lines(of: variant).first else { return [] }
        return courses.enumerated().compactMap { index, course in
            course.box(of: line).map { box in
                LabelCandidate(
                    variant: variant, box: box, alignment: .centre,
                    cost: variant * Cost.variant + index * Cost.position, leader: nil,
                    course: course)
            }
        }
    }

    private func lines(of variant: Int) -> [TextLine] { ([lines] + alternatives)[variant] }

    /// Eight positions, and again half an em further off for each ring more.
    private func candidates(
        _ variant: Int, _ block: LabelBlock, around point: SubpixelPoint, radius: Int32,
        in frame: SubpixelBounds?
    ) -> [LabelCandidate] {
        let inner = frame?.outset(by: -margin)
        return (0..<rings).flatMap { ring -> [LabelCandidate] in
            let distance = radius + gap(for: block) + Int32(ring) * block.em / 2
            let places = block.boxes(around: point, at: distance)
            return places.enumerated().map { index, place in
                LabelCandidate(
                    variant: variant,
                    box: inner.map {
                        place.box.slid(into: $0, sideways: place.alignment == .centre)
                    } ?? place.box,
                    alignment: place.alignment,
                    cost: variant * Cost.variant + ring * Cost.ring + index * Cost.position,
                    leader: nil)
            }
        }
    }

    /// The places further off, tied to the mark by a leader: 32 directions, five distances. Those alone
    /// whose box passes a test.
    func leaderCandidates(
        for blocks: [LabelBlock], where isPossible: (SubpixelBounds) -> Bool = { _ in true }
    ) -> [LabelCandidate] {
        guard allowsLeader, case .mark(let point, let radius) = anchor else { return [] }
        return blocks.enumerated().flatMap { variant, block in
            [3, 5, 8, 12, 17].filter { $0 <= leaderReach }.flatMap { halfEms -> [LabelCandidate] in
                let distance = radius + halfEms * block.em / 2
                return Self.directions.enumerated().compactMap { index, direction in
                    let box = block.box(around: point, at: distance, towards: direction)
                    guard isPossible(box) else { return nil }
                    return LabelCandidate(
                        variant: variant, box: box, alignment: direction.alignment,
                        cost: Cost.leader + variant * Cost.variant + Int(halfEms) * 4 + index,
                        leader: LabelSegment(from: point, radius: radius, to: box))
                }
            }
        }
    }

    /// Free room between a mark and its label: 0.4 em, and never less than the margin.
    func gap(for block: LabelBlock) -> Int32 { max(block.em * 2 / 5, margin + 1) }

    /// 32 directions, the sides before up and down, in 1/1024.
    private static let directions: [LabelDirection] = {
        // cos of 0°, 11.25°, … 90°, in 1/1024; the sines are the same, turned round.
        let cosines: [Int32] = [1024, 1004, 946, 851, 724, 569, 392, 200, 0]
        let quarters: [(Int32, Int32)] = [(1, -1), (1, 1), (-1, -1), (-1, 1)]
        let slanted = [2, 1, 3, 4].map { ($0, quarters) } + [(0, [(1, 1), (-1, 1)])]
        let steep = [5, 6, 7].map { ($0, quarters) } + [(8, [(1, -1), (1, 1)])]
        return (slanted + steep).flatMap { step, signs in
            signs.map { LabelDirection(x: cosines[step] * $0.0, y: cosines[8 - step] * $0.1) }
        }
    }()
}

/// A direction, in 1/1024 of its length: x to the right, y down.
private struct LabelDirection {
    let x: Int32
    let y: Int32

    var alignment: LabelBlock.Alignment { x > 400 ? .left : x < -400 ? .right : .centre }
}

extension LabelBlock {
    fileprivate func box(minX: Int32, minY: Int32) -> SubpixelBounds {
        SubpixelBounds(minX: minX, minY: minY, maxX: minX + width, maxY: minY + height)
    }

    fileprivate func box(centre: SubpixelPoint) -> SubpixelBounds {
        box(minX: centre.x - width / 2, minY: centre.y - height / 2)
    }

    /// The box whose nearest side stands off a point in some direction.
    fileprivate func box(
        around point: SubpixelPoint, at distance: Int32, towards direction: LabelDirection
    ) -> SubpixelBounds {
        func offset(_ share: Int32, _ side: Int32) -> Int32 {
            Int32(Int(share) * (Int(distance) + Int(side) / 2) / 1024)
        }
        return box(
            centre: SubpixelPoint(
                x: point.x + offset(direction.x, width), y: point.y + offset(direction.y, height)))
    }

    /// The eight positions around a mark, best first.
    ///
    ///         left-up    above    right-up
    ///           left       ●       right
    ///        left-down   below   right-down
    ///
    /// Beside the mark "up" sets the baseline at its middle, and "down" mirrors that.
    fileprivate func boxes(
        around point: SubpixelPoint, at distance: Int32
    ) -> [(box: SubpixelBounds, alignment: Alignment)] {
        let (right, left) = (point.x + distance, point.x - distance - width)
        let (up, down) = (point.y + descent - height, point.y - descent)
        let (middleX, middleY) = (point.x - width / 2, point.y - height / 2)
        return [
            (box(minX: right, minY: up), .left),
            (box(minX: right, minY: down), .left),
            (box(minX: left, minY: up), .right),
            (box(minX: left, minY: down), .right),
            (box(minX: middleX, minY: point.y - distance - height), .centre),
            (box(minX: middleX, minY: point.y + distance), .centre),
            (box(minX: right, minY: middleY), .left),
            (box(minX: left, minY: middleY), .right),
        ]
    }
}

extension SubpixelBounds {
    /// The rectangle moved along one axis so that it lies in a frame on that axis, if it fits.
    fileprivate func slid(into frame: SubpixelBounds, sideways: Bool) -> SubpixelBounds {
        func shift(_ low: Int32, _ high: Int32, _ least: Int32, _ most: Int32) -> Int32 {
            max(least - low, min(0, most - high))
        }
        var box = self
        if sideways {
            let x = shift(minX, maxX, frame.minX, frame.maxX)
            (box.minX, box.maxX) = (minX + x, maxX + x)
        } else {
            let y = shift(minY, maxY, frame.minY, frame.maxY)
            (box.minY, box.maxY) = (minY + y, maxY + y)
        }
        return box
    }
}

extension LabelSegment {
    /// From a mark's edge to the nearest point of a box.
    fileprivate init(from centre: SubpixelPoint, radius: Int32, to box: SubpixelBounds) {
        end = SubpixelPoint(
            x: max(box.minX, min(box.maxX, centre.x)), y: max(box.minY, min(box.maxY, centre.y)))
        let (dx, dy) = (Double(end.x - centre.x), Double(end.y - centre.y))
        let length = (dx * dx + dy * dy).squareRoot()
        let share = length > 0 ? min(1, Double(radius) / length) : 0
        start = SubpixelPoint(
            x: centre.x + Int32((dx * share).rounded()), y: centre.y + Int32((dy * share).rounded())
        )
    }
}
