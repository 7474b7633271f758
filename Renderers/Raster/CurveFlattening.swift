/// Cuts curves into straight lines, in integers, so that every machine cuts them alike.
///
/// A piece of a curve over the parameter step 1/n leaves its chord by at most max|B″| / 8n².
/// For a quadratic that is |p0 - 2 p1 + p2| / 4n²; for a cubic 3/4 max(|p0 - 2 p1 + p2|,
/// |p1 - 2 p2 + p3|) / n². The count n holds this under 4/256 pixel; rounding the cut points to the
/// grid adds less than one, so lines stay within 1/50 pixel of the curve.
///
/// Source: C. de Boor, "A Practical Guide to Splines" (1978), on the error of linear interpolation.
enum CurveFlattening {
    /// The largest deviation from a chord, in 1/256 pixel, unless asked otherwise.
    static let tolerance = 4
    /// The most pieces of one curve: past about 5 000 pixels of bend the error grows instead.
    private static let maximumCount = 512

    /// Calls `line` with the end of each chord of a quadratic curve.
    static func quadratic(
        from start: SubpixelPoint, _ control: SubpixelPoint, to end: SubpixelPoint,
        tolerance: Int = tolerance, line: (SubpixelPoint) -> Void
    ) {
        let bend = secondDifference(start, control, end)
        let count = pieces(atLeastSquared: (bend + 4 * tolerance - 1) / (4 * tolerance))
        for step in 1..<max(1, count) {
            let (t, s) = (step, count - step)
            line(
                weighted(
                    (start, s * s), (control, 2 * s * t), (end, t * t), (end, 0),
                    total: count * count))
        }
        line(end)
    }

    /// Calls `line` with the end of each chord of a cubic curve.
    static func cubic(
        from start: SubpixelPoint, _ first: SubpixelPoint, _ second: SubpixelPoint,
        to end: SubpixelPoint, tolerance: Int = tolerance, line: (SubpixelPoint) -> Void
    ) {
        let bend = max(
            secondDifference(start, first, second), secondDifference(first, second, end))
        let count = pieces(atLeastSquared: (3 * bend + 4 * tolerance - 1) / (4 * tolerance))
        for step in 1..<max(1, count) {
            let (t, s) = (step, count - step)
            line(
                weighted(
                    (start, s * s * s), (first, 3 * s * s * t), (second, 3 * s * t * t),
                    (end, t * t * t), total: count * count * count))
        }
        line(end)
    }

    /// |p - 2 q + r|, rounded up.
    private static func secondDifference(
        _ p: SubpixelPoint, _ q: SubpixelPoint, _ r: SubpixelPoint
    ) -> Int {
        let x = Double(Int(p.x) - 2 * Int(q.x) + Int(r.x))
        let y = Double(Int(p.y) - 2 * Int(q.y) + Int(r.y))
        return Int((x * x + y * y).squareRoot().rounded(.up))
    }

    /// The smallest n with n² ≥ square, within limits.
    private static func pieces(atLeastSquared square: Int) -> Int {
        min(maximumCount, max(1, Int(Double(square).squareRoot().rounded(.up))))
    }

    private typealias Term = (point: SubpixelPoint, weight: Int)

    /// The weighted mean, rounded to the grid, halves up: at most 2³¹ · 512³ = 2⁵⁸ on the way.
    private static func weighted(
        _ a: Term, _ b: Term, _ c: Term, _ d: Term, total: Int
    ) -> SubpixelPoint {
        func mean(_ a: Int32, _ b: Int32, _ c: Int32, _ d: Int32, _ w: (Int, Int, Int, Int))
            -> Int32
        {
            let sum = Int(a) * w.0 + Int(b) * w.1 + Int(c) * w.2 + Int(d) * w.3
            return Int32((2 * sum + total).dividedRoundingDown(by: 2 * total))
        }
        let weights = (a.weight, b.weight, c.weight, d.weight)
        return SubpixelPoint(
            x: mean(a.point.x, b.point.x, c.point.x, d.point.x, weights),
            y: mean(a.point.y, b.point.y, c.point.y, d.point.y, weights))
    }
}

extension Int {
    /// Divides by a positive number, towards minus infinity.
    func dividedRoundingDown(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension Path {
    /// The same outline in straight lines, within 1/50 pixel of its curves.
    public func flattened() -> Path { flattened(tolerance: CurveFlattening.tolerance) }

    /// The same outline in straight lines, so many 1/256 pixel from its curves and one for rounding.
    func flattened(tolerance: Int) -> Path {
        var result = Path()
        result.elements.reserveCapacity(elements.count)
        var (start, point) = (SubpixelPoint(x: 0, y: 0), SubpixelPoint(x: 0, y: 0))
        for element in elements {
            switch element {
            case .move(let to):
                (start, point) = (to, to)
                result.elements.append(element)
            case .line(let to):
                point = to
                result.elements.append(element)
            case .quadratic(let control, let to):
                CurveFlattening.quadratic(from: point, control, to: to, tolerance: tolerance) {
                    result.elements.append(.line($0))
                }
                point = to
            case .cubic(let first, let second, let to):
                CurveFlattening.cubic(from: point, first, second, to: to, tolerance: tolerance) {
                    result.elements.append(.line($0))
                }
                point = to
            case .close:
                point = start
                result.elements.append(element)
            }
        }
        return result
    }
}
