public import GeoModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The Mercator projection of web maps (EPSG 3857): tiles, and frames about the equator.
///
/// Angles on the ground are kept to within 0.2°; lengths grow with 1 / cos φ.
///
/// Source: EPSG Guidance Note 7-2, method 1024 "Popular Visualisation Pseudo-Mercator"; the
/// formulas are Snyder (1987) 7-1 and 7-2 on a sphere of the semi-major axis.
public struct WebMercator: MapProjection {
    /// The width and height of the square world, in metres of the plane.
    public static let worldWidthInMetres = 2 * Double.pi * Ellipsoid.wgs84.semiMajorAxis
    /// Where the square world ends: arctan(sinh π), in degrees.
    public static let northernmostLatitude = 85.051_128_779_806_6

    /// The meridian that x = 0 runs along, in degrees: 0 for all tiles.
    public let centralLongitude: Double

    /// Makes the projection.
    public init(centralLongitude: Double = 0) {
        self.centralLongitude = centralLongitude
    }

    /// As users write it.
    public var name: String { "mercator" }
    /// The square world.
    public var latitudes: ClosedRange<Double> {
        -Self.northernmostLatitude...Self.northernmostLatitude
    }
    /// The world repeats to the east and west.
    public var isPeriodic: Bool { true }

    /// Projects a position; nil past the square world's top and bottom.
    public func project(_ position: Coordinate) -> (x: Double, y: Double)? {
        guard latitudes.contains(position.latitude) else { return nil }
        let radius = Ellipsoid.wgs84.semiMajorAxis
        // ln tan(π/4 + φ/2) = arsinh(tan φ)
        return (
            x: radius * (position.longitude - centralLongitude).radians,
            y: radius * asinh(tan(position.latitude.radians))
        )
    }

    /// The position of a point of the plane; nil past the square world's top and bottom.
    public func unproject(x: Double, y: Double) -> Coordinate? {
        let radius = Ellipsoid.wgs84.semiMajorAxis
        guard let latitude = latitudeInImage(atan(sinh(y / radius)).degrees) else { return nil }
        return Coordinate(
            longitude: centralLongitude + (x / radius).degrees, latitude: latitude)
    }
}
