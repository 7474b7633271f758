/// A position on the WGS 84 ellipsoid, in degrees: longitude before latitude, always labelled.
public struct Coordinate: Hashable, Sendable {
    /// Degrees east of Greenwich, -180...180.
    public var longitude: Double
    /// Degrees north of the equator, -90...90.
    public var latitude: Double

    /// Makes a position. The caller answers for the ranges; `isValid` tells.
    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Whether both are finite and within their ranges.
    public var isValid: Bool {
        longitude.isFinite && latitude.isFinite && abs(longitude) <= 180 && abs(latitude) <= 90
    }
}
