public import GeoModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The equidistant cylindrical projection: degrees as a grid of squares, or of rectangles whose sides
/// are right at one latitude.
///
/// Source: Snyder (1987) 12-1 and 12-2, on a sphere of the WGS 84 semi-major axis.
public struct PlateCarree: MapProjection {
    /// The meridian that x = 0 runs along, in degrees.
    public let centralLongitude: Double
    /// Where east-west lengths are right, in degrees: 0 makes squares.
    public let trueLatitude: Double

    /// Makes the projection.
    public init(centralLongitude: Double = 0, trueLatitude: Double = 0) {
        precondition(abs(trueLatitude) < 90, "no length is right at a pole")
        self.centralLongitude = centralLongitude
        self.trueLatitude = trueLatitude
    }

    /// As users write it.
    public var name: String { "plate-carree" }
    /// The whole world.
    public var latitudes: ClosedRange<Double> { -90...90 }
    /// The world repeats to the east and west.
    public var isPeriodic: Bool { true }

    private var radius: Double { Ellipsoid.wgs84.semiMajorAxis }

    /// Projects a position.
    public func project(_ position: Coordinate) -> (x: Double, y: Double)? {
        guard latitudes.contains(position.latitude) else { return nil }
        return (
            x: radius * cos(trueLatitude.radians)
                * (position.longitude - centralLongitude).radians,
            y: radius * position.latitude.radians
        )
    }

    /// The position of a point of the plane; nil past the poles.
    public func unproject(x: Double, y: Double) -> Coordinate? {
        guard let latitude = latitudeInImage((y / radius).degrees) else { return nil }
        let longitude = (x / (radius * cos(trueLatitude.radians))).degrees
        return Coordinate(longitude: centralLongitude + longitude, latitude: latitude)
    }
}
