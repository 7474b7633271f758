/// Cuts a line into what of it can be seen: whole, or in dashes.
///
/// Dashes begin at multiples of the pattern's length along the whole contour, by product and not
/// step by step: they fall on the same points whichever part is drawn, and a line far outside the
/// picture costs nothing.
struct Dashing {
    /// Where dashes begin and end within the pattern; empty for a whole line.
    private let dashes: [(start: Double, end: Double)]
    /// The length of the pattern, in 1/256 pixel.
    private let period: Double
    private let phase: Double
    private let window: LineWindow

    init(_ stroke: Stroke, visibleIn pixels: PixelBounds?) {
        window = LineWindow(pixels, stroke)
        phase = Double(stroke.dashPhase)
        // An odd number of lengths is taken twice, as in SVG 1.1, section 11.4.
        let lengths = stroke.dashes.map { Double(max(0, $0)) }
        var dashes: [(start: Double, end: Double)] = []
        var (sum, isDash) = (0.0, true)
        for length in lengths.count % 2 == 0 ? lengths : lengths + lengths {
            if isDash { dashes.append((sum, sum + length)) }
            sum += length
            isDash.toggle()
        }
        period = sum
        self.dashes = sum > 0 ? dashes : []
    }

    /// The parts of a contour that are drawn.
    ///
    /// Each comes with the segments next to what can be seen, for the joins there move the ends of
    /// a visible segment's sides by a fraction of a subpixel, and so the whole side.
    func cut(_ line: Polyline) -> [Polyline] {
        let segments = 0..<line.segmentCount
        let parts = segments.map { window.visiblePart(line.segment($0)) }
        guard dashes.isEmpty || line.points.count < 2 else { return dashed(line, parts) }
        if !parts.contains(nil) { return [line] }
        return visibleRuns(line, parts)
    }

    /// The visible parts of the segments before and after one, if there are such.
    private func neighbours(
        _ index: Int, _ line: Polyline, _ parts: [ClosedRange<Double>?]
    ) -> (before: ClosedRange<Double>?, after: ClosedRange<Double>?) {
        let count = parts.count
        let before = line.isClosed || index > 0 ? parts[(index + count - 1) % count] : nil
        let after = line.isClosed || index + 1 < count ? parts[(index + 1) % count] : nil
        return (before, after)
    }

    // MARK: Whole lines

    private func visibleRuns(_ line: Polyline, _ parts: [ClosedRange<Double>?]) -> [Polyline] {
        func isKept(_ index: Int) -> Bool {
            let (before, after) = neighbours(index, line, parts)
            return parts[index] != nil || before != nil || after != nil
        }
        guard let hidden = parts.indices.first(where: { !isKept($0) }) else { return [line] }
        var runs: [Polyline] = []
        var run = Polyline()
        // A ring is cut open where it is hidden.
        let first = line.isClosed ? hidden : 0
        for index in parts.indices {
            let index = (first + index) % parts.count
            guard isKept(index) else {
                Self.finish(&run, &runs)
                continue
            }
            let segment = line.segment(index)
            run.add(segment.0)
            run.add(segment.1)
        }
        Self.finish(&run, &runs)
        return runs
    }

    // MARK: Dashes

    private func dashed(_ line: Polyline, _ parts: [ClosedRange<Double>?]) -> [Polyline] {
        var result: [Polyline] = []
        var dash = Polyline()
        var distance = phase
        for index in parts.indices {
            let segment = LineSegment(line.segment(index))
            let (before, after) = neighbours(index, line, parts)
            var stretches: [ClosedRange<Double>] = []
            if before != nil { stretches.append(0...0) }
            if let part = parts[index] {
                stretches.append(
                    part.lowerBound * segment.length...part.upperBound * segment.length)
            }
            if after != nil { stretches.append(segment.length...segment.length) }
            if stretches.isEmpty { Self.finish(&dash, &result) }
            addDashes(segment, touching: stretches, at: distance, to: &result, unfinished: &dash)
            distance += segment.length
        }
        // A ring has no ends: a dash that is under way where it closes goes on in the first one.
        if line.isClosed, let end = dash.points.last, result.first?.points.first == end {
            result[0].points.insert(contentsOf: dash.points.dropLast(), at: 0)
        } else {
            Self.finish(&dash, &result)
        }
        return result
    }

    /// Adds the dashes of a segment that touch some stretches of it, in 1/256 pixel from its start;
    /// the segment begins at `distance` along the pattern.
    private func addDashes(
        _ segment: LineSegment, touching stretches: [ClosedRange<Double>], at distance: Double,
        to result: inout [Polyline], unfinished dash: inout Polyline
    ) {
        func point(_ position: Double) -> SubpixelPoint {
            position >= segment.length
                ? segment.end : segment.start.offset(by: segment.direction * max(0, position))
        }
        var done = -Double.infinity
        for (from, to) in dashesInOrder(touching: stretches, at: distance) where from > done {
            done = from
            if from >= 0 { Self.finish(&dash, &result) }
            if dash.points.isEmpty {
                dash = Polyline(points: [point(from)], direction: segment.direction)
            }
            dash.add(point(to))
            if to <= segment.length { Self.finish(&dash, &result) }
        }
    }

    /// Where dashes begin and end, from the start of a segment; one may come twice.
    private func dashesInOrder(
        touching stretches: [ClosedRange<Double>], at distance: Double
    ) -> [(from: Double, to: Double)] {
        var found: [(from: Double, to: Double)] = []
        for stretch in stretches {
            var repeats = ((distance + stretch.lowerBound) / period).rounded(.down)
            while repeats * period - distance <= stretch.upperBound {
                for dash in dashes {
                    let from = repeats * period + dash.start - distance
                    let to = repeats * period + dash.end - distance
                    let isDot = from == to && from == stretch.lowerBound
                    guard from <= stretch.upperBound, to > stretch.lowerBound || isDot else {
                        continue
                    }
                    found.append((from, to))
                }
                repeats += 1
            }
        }
        return found
    }

    private static func finish(_ line: inout Polyline, _ result: inout [Polyline]) {
        if !line.points.isEmpty { result.append(line) }
        line = Polyline()
    }
}

/// The part of the plane in which a line's middle must be for any of its width to be seen.
struct LineWindow {
    /// Left, top, right and bottom, in 1/256 pixel; nil for the whole plane.
    private let edges: (left: Double, top: Double, right: Double, bottom: Double)?

    init(_ pixels: PixelBounds?, _ stroke: Stroke) {
        guard let pixels else {
            edges = nil
            return
        }
        // A miter reaches 4 half widths, a square cap the root of 2; a pixel more for rounding.
        let reach = Double(stroke.width) * (stroke.join == .miter ? 2 : 0.75) + 256
        edges = (
            Double(pixels.minX) * 256 - reach, Double(pixels.minY) * 256 - reach,
            Double(pixels.maxX) * 256 + reach, Double(pixels.maxY) * 256 + reach
        )
    }

    /// From where to where along a segment, 0...1, it is inside; nil if it is not.
    ///
    /// Source: Y.-D. Liang, B. A. Barsky, "A New Concept and Method for Line Clipping", ACM
    /// Transactions on Graphics 3 (1984), 1.
    func visiblePart(_ segment: (SubpixelPoint, SubpixelPoint)) -> ClosedRange<Double>? {
        guard let edges else { return 0...1 }
        let (x, y) = (Double(segment.0.x), Double(segment.0.y))
        let vector = Vector(from: segment.0, to: segment.1)
        var (start, end) = (0.0, 1.0)
        for (step, inset) in [
            (-vector.x, x - edges.left), (vector.x, edges.right - x),
            (-vector.y, y - edges.top), (vector.y, edges.bottom - y),
        ] {
            if step == 0 {
                guard inset >= 0 else { return nil }
            } else if step < 0 {
                start = max(start, inset / step)
            } else {
                end = min(end, inset / step)
            }
        }
        return start <= end ? start...end : nil
    }
}
