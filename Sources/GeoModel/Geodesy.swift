#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension Coordinate {
    /// The IUGG mean radius of the Earth, in metres.
    public static let meanEarthRadiusInMetres = 6_371_008.8

    /// The great-circle distance to `other`, in metres.
    ///
    /// Treats the Earth as a sphere of the IUGG mean radius, so it is within 0.6 % of the
    /// ellipsoidal distance. Takes the short way across the antimeridian.
    ///
    /// Source: R. W. Sinnott, "Virtues of the Haversine", Sky & Telescope 68 (1984), 159.
    ///
    /// - Complexity: O(1).
    public func distance(to other: Coordinate) -> Double {
        let radians = Double.pi / 180
        let deltaLatitude = (other.latitude - latitude) * radians
        let deltaLongitude = (other.longitude - longitude) * radians
        // a = sin²(Δφ/2) + cos φ₁ · cos φ₂ · sin²(Δλ/2)
        let a =
            sin(deltaLatitude / 2) * sin(deltaLatitude / 2)
            + cos(latitude * radians) * cos(other.latitude * radians)
            * sin(deltaLongitude / 2) * sin(deltaLongitude / 2)
        return 2 * Self.meanEarthRadiusInMetres * asin(min(1, a.squareRoot()))
    }
}
