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

    /// Calls `body` with each part of a contour that is drawn.
    ///
    /// Each comes with the segments next to what can be seen, for the joins there move the ends of
    /// a visible segment's sides by a fraction of a subpixel, and so the whole side.
    func cut(_ line: Polyline, _ body: (Polyline) -> Void) {
        let isWhole = dashes.isEmpty || line.points.count < 2
        if isWhole, line.points.allSatisfy(window.contains) { return body(line) }
        let parts = (0..<line.segmentCount).map { window.visiblePart(line.segment($0)) }
        if isWhole {
            cutRuns(line, parts, body)
        } else {
            cutDashes(line, parts, body)
        }
    }

    /// The visible parts of the segments before and after one, if there are such.
    private func neighbours(
        _ index: Int, _ line: Polyline, _ parts: [ClosedRange<Double>?]
    ) -> (before: ClosedRange<Double>?, after: ClosedRange<Double>?) {
        let last = parts.count - 1
        let before = index > 0 ? parts[index - 1] : line.isClosed ? parts[last] : nil
        let after = index < last ? parts[index + 1] : line.isClosed ? parts[0] : nil
        return (before, after)
    }

    // MARK: Whole lines

    private func cutRuns(
        _ line: Polyline, _ parts: [ClosedRange<Double>?], _ body: (Polyline) -> Void
    ) {
        func isKept(_ index: Int) -> Bool {
            let (before, after) = neighbours(index, line, parts)
            return parts[index] != nil || before != nil || after != nil
        }
        guard let hidden = parts.indices.first(where: { !isKept($0) }) else { return body(line) }
        var run = Polyline()
        // A ring is cut open where it is hidden.
        let first = line.isClosed ? hidden : 0
        for index in parts.indices {
            let index = (first + index) % parts.count
            guard isKept(index) else {
                run.finish(body)
                continue
            }
            let segment = line.segment(index)
            run.add(segment.0)
            run.add(segment.1)
        }
        run.finish(body)
    }

    // MARK: Dashes

    private func cutDashes(
        _ line: Polyline, _ parts: [ClosedRange<Double>?], _ body: (Polyline) -> Void
    ) {
        var chain = DashChain(line)
        var distance = phase
        for index in parts.indices {
            let segment = LineSegment(line.segment(index))
            let (before, after) = neighbours(index, line, parts)
            let part = parts[index]
            if before == nil, part == nil, after == nil { chain.finish(body) }
            chain.isAtStart = index == 0
            // Where the last dash of the segment began that was added.
            var last = -Double.infinity
            func add(_ start: Double, _ end: Double) {
                addDashes(segment, touching: start...end, at: distance, after: &last, &chain, body)
            }
            if before != nil { add(0, 0) }
            if let part {
                add(part.lowerBound * segment.length, part.upperBound * segment.length)
            }
            if after != nil { add(segment.length, segment.length) }
            distance += segment.length
        }
        chain.end(body)
    }

    /// Adds the dashes of a segment that touch a stretch of it, in 1/256 pixel from its start, and
    /// begin after the last one; the segment begins at `distance` along the pattern.
    private func addDashes(
        _ segment: LineSegment, touching stretch: ClosedRange<Double>, at distance: Double,
        after last: inout Double, _ chain: inout DashChain, _ body: (Polyline) -> Void
    ) {
        var repeats = ((distance + stretch.lowerBound) / period).rounded(.down)
        while repeats * period - distance <= stretch.upperBound {
            for dash in dashes {
                let from = repeats * period + dash.start - distance
                let to = repeats * period + dash.end - distance
                let isDot = from == to && from == stretch.lowerBound
                guard from <= stretch.upperBound, to > stretch.lowerBound || isDot, from > last
                else { continue }
                last = from
                chain.add(from, to, of: segment, body)
            }
            repeats += 1
        }
    }
}

/// The dash under way along a contour: where segments meet it goes on.
private struct DashChain {
    /// Whether dashes are added to the first segment.
    var isAtStart = true

    private let isRing: Bool
    private var dash = Polyline()
    /// Whether that under way begins where a ring does, and the one that did.
    private var isFirst = false
    private var first: Polyline?

    init(_ line: Polyline) {
        isRing = line.isClosed
    }

    /// Adds what of a segment a dash takes, in 1/256 pixel from its start; one that begins before it is
    /// under way.
    mutating func add(
        _ from: Double, _ to: Double, of segment: LineSegment, _ body: (Polyline) -> Void
    ) {
        if from >= 0 { finish(body) }
        if dash.points.isEmpty {
            dash.points.append(segment.point(at: from))
            dash.direction = segment.direction
            isFirst = isRing && isAtStart && from <= 0
        }
        dash.add(segment.point(at: to))
        if to <= segment.length { finish(body) }
    }

    mutating func finish(_ body: (Polyline) -> Void) {
        if isFirst {
            first = dash
            dash = Polyline()
            isFirst = false
        } else {
            dash.finish(body)
        }
    }

    /// A ring has no ends: a dash that is under way where it closes goes on in the first one.
    mutating func end(_ body: (Polyline) -> Void) {
        if let end = dash.points.last, let start = first?.points.first, start == end {
            first?.points.insert(contentsOf: dash.points.dropLast(), at: 0)
        } else {
            dash.finish(body)
        }
        first?.finish(body)
    }
}

extension Polyline {
    /// Gives the line away, if there is one, and begins another.
    fileprivate mutating func finish(_ body: (Polyline) -> Void) {
        guard !points.isEmpty else { return }
        body(self)
        points.removeAll(keepingCapacity: true)
        direction = nil
    }
}

extension LineSegment {
    /// The point so many 1/256 pixel from the start.
    fileprivate func point(at position: Double) -> SubpixelPoint {
        position >= length ? end : start.offset(by: direction * max(0, position))
    }
}
