public import Raster

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Hatch {
    /// The lines as one outline to fill, cut to the even-odd inside of an area.
    ///
    ///        ╱╲         Line number k runs where its distance from the picture's origin is k times the
    ///       ╱╱ ╲        spacing, so hatches of neighbouring areas and tiles fall on the same lines.
    ///      ╱  ╱╱╲       PNG and SVG both draw this outline.
    ///     ╱──╱╱──╲
    ///
    /// - Complexity: O(k n) for k lines over an area of n edges.
    public func lines(in area: Path) -> Path {
        precondition(spacing > 0, "hatch lines have room between them")
        let (sine, cosine) = Self.sineAndCosine(degrees: angle)
        // Turned so that the lines run along u: u along a line, v across. The picture's y runs down.
        let edges = area.flattened().edges.map { start, end in
            HatchEdge(
                start: Self.turned(start, sine, cosine), end: Self.turned(end, sine, cosine))
        }
        guard let least = edges.map(\.minV).min(), let greatest = edges.map(\.maxV).max() else {
            return Path()
        }
        let step = Double(spacing)
        let numbers = Int((least / step).rounded(.up))..<Int((greatest / step).rounded(.down)) + 1
        var crossings: [[Double]] = Array(repeating: [], count: numbers.count)
        for edge in edges {
            // Half open, so that a line through a corner crosses one of its two edges.
            let first = max(numbers.lowerBound, Int((edge.minV / step).rounded(.up)))
            let end = min(numbers.upperBound, Int((edge.maxV / step).rounded(.up)))
            for number in first..<max(first, end) {
                crossings[number - numbers.lowerBound].append(edge.u(at: Double(number) * step))
            }
        }
        var path = Path()
        for (number, line) in zip(numbers, crossings) {
            let sorted = line.sorted()
            for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
                path.addPolygon(
                    corners(from: sorted[pair], to: sorted[pair + 1], v: Double(number) * step)
                        .map { Self.turnedBack($0, sine, cosine) })
            }
        }
        return path
    }

    /// The four corners of a line of the hatch, turned.
    private func corners(from start: Double, to end: Double, v: Double) -> [HatchPoint] {
        let half = Double(width) / 2
        return [
            HatchPoint(u: start, v: v - half), HatchPoint(u: end, v: v - half),
            HatchPoint(u: end, v: v + half), HatchPoint(u: start, v: v + half),
        ]
    }

    private static func turned(_ point: SubpixelPoint, _ sine: Double, _ cosine: Double)
        -> HatchPoint
    {
        let (x, y) = (Double(point.x), Double(point.y))
        return HatchPoint(u: x * cosine - y * sine, v: x * sine + y * cosine)
    }

    private static func turnedBack(_ point: HatchPoint, _ sine: Double, _ cosine: Double)
        -> SubpixelPoint
    {
        SubpixelPoint(
            x: Int32((point.u * cosine + point.v * sine).rounded()),
            y: Int32((point.v * cosine - point.u * sine).rounded()))
    }

    /// Exact at right angles, where hatches are used most.
    private static func sineAndCosine(degrees: Int) -> (Double, Double) {
        switch ((degrees % 180) + 180) % 180 {
        case 0: return (0, 1)
        case 90: return (1, 0)
        case let turn:
            let radians = Double(turn) * .pi / 180
            return (sin(radians), cos(radians))
        }
    }
}

/// A point in the directions of a hatch: u along its lines, v across.
private struct HatchPoint {
    let u: Double
    let v: Double
}

private struct HatchEdge {
    let start: HatchPoint
    let end: HatchPoint

    var minV: Double { min(start.v, end.v) }
    var maxV: Double { max(start.v, end.v) }

    func u(at v: Double) -> Double {
        start.u + (end.u - start.u) * ((v - start.v) / (end.v - start.v))
    }
}

extension Path {
    /// The straight edges of a flattened outline, contours closed.
    fileprivate var edges: [(SubpixelPoint, SubpixelPoint)] {
        var edges: [(SubpixelPoint, SubpixelPoint)] = []
        var (first, last): (SubpixelPoint?, SubpixelPoint?) = (nil, nil)
        func close() {
            if let first, let last, first != last { edges.append((last, first)) }
        }
        for element in elements {
            switch element {
            case .move(let point):
                close()
                (first, last) = (point, point)
            case .line(let point), .quadratic(_, to: let point), .cubic(_, _, to: let point):
                if let last, last != point { edges.append((last, point)) }
                first = first ?? point
                last = point
            case .close:
                close()
                last = first
            }
        }
        close()
        return edges
    }
}
