internal import Projections
internal import Raster

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The outline of a mark. All shapes of one radius cover the same area, that of the circle.
enum MarkShape: String, Hashable, Sendable, CaseIterable {
    case circle, diamond, triangle, invertedTriangle, hexagon, square, star

    /// The outline around a centre, with the area of a circle of `radius` pixels.
    func path(centre: PixelPoint, radius: Double) -> Path {
        let corners: [PixelPoint] =
            switch self {
            case .circle: []
            case .square: ring(4, from: 45, around: centre, radius)
            case .diamond: ring(4, from: 0, around: centre, radius)
            case .triangle: ring(3, from: 90, around: centre, radius)
            case .invertedTriangle: ring(3, from: -90, around: centre, radius)
            case .hexagon: ring(6, from: 0, around: centre, radius)
            case .star: star(around: centre, radius)
            }
        guard !corners.isEmpty else {
            return .circle(center: SubpixelPoint(centre), radius: subpixels(radius))
        }
        return .polyline(corners, closed: true)
    }

    /// How far the outline reaches from the centre for a radius of 1.
    var reach: Double {
        switch self {
        case .circle: 1
        case .square, .diamond: Self.circumradius(4)
        case .triangle, .invertedTriangle: Self.circumradius(3)
        case .hexagon: Self.circumradius(6)
        case .star: Self.starRadius
        }
    }

    /// The circumradius of a regular polygon that covers π: ½ n r² sin(2π/n) = π.
    private static func circumradius(_ corners: Int) -> Double {
        let n = Double(corners)
        return (2 * Double.pi / (n * sin(2 * Double.pi / n))).squareRoot()
    }

    private func ring(
        _ corners: Int, from degrees: Double, around centre: PixelPoint, _ radius: Double
    ) -> [PixelPoint] {
        let reach = radius * Self.circumradius(corners)
        return (0..<corners).map { index in
            centre.moved(by: reach, degrees: degrees + 360 / Double(corners) * Double(index))
        }
    }

    /// A five-pointed star's tips, with inner corners at half their distance:
    /// area 5 · r · r/2 · sin 36° = π.
    private static let starRadius = (Double.pi / (2.5 * sin(Double.pi / 5))).squareRoot()

    private func star(around centre: PixelPoint, _ radius: Double) -> [PixelPoint] {
        (0..<10).map { index in
            let reach = radius * Self.starRadius * (index.isMultiple(of: 2) ? 1 : 0.5)
            return centre.moved(by: reach, degrees: 90 + 36 * Double(index))
        }
    }
}

/// Pixels as 1/256 pixel, rounded.
func subpixels(_ pixels: Double) -> Int32 { Int32((pixels * 256).rounded()) }

extension PixelPoint {
    /// The point at a distance in pixels; degrees run counter-clockwise from the right.
    func moved(by distance: Double, degrees: Double) -> PixelPoint {
        PixelPoint(
            x: x + distance * cos(degrees * .pi / 180), y: y - distance * sin(degrees * .pi / 180))
    }

    /// The distance to another point, in pixels.
    func distance(to other: PixelPoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// The point a share of the way to another, 0...1.
    func toward(_ other: PixelPoint, _ share: Double) -> PixelPoint {
        PixelPoint(x: x + (other.x - x) * share, y: y + (other.y - y) * share)
    }

    static func + (left: PixelPoint, right: PixelPoint) -> PixelPoint {
        PixelPoint(x: left.x + right.x, y: left.y + right.y)
    }
}

/// sin(180° / n), for the distance at which n discs stand around a point.
func sine(ofHalfTurnOver n: Double) -> Double { sin(Double.pi / n) }

/// The angle, in degrees, that a chord spans at a distance from the centre.
func degrees(ofChord chord: Double, atDistance distance: Double) -> Double {
    2 * asin(min(1, chord / (2 * distance))) * 180 / .pi
}

/// The direction from one point to another, in degrees counter-clockwise from the right.
func direction(from start: PixelPoint, to end: PixelPoint) -> Double {
    atan2(start.y - end.y, end.x - start.x) * 180 / .pi
}
