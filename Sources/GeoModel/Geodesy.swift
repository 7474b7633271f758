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

    /// Where a great circle leads that leaves at a bearing, after a distance in metres.
    ///
    /// The bearing is in degrees clockwise from north. On the sphere of `distance(to:)`.
    ///
    /// Source: J. P. Snyder, "Map Projections: A Working Manual", U.S. Geological Survey Professional
    /// Paper 1395 (1987), equations 5-5 and 5-6.
    ///
    /// - Complexity: O(1).
    public func destination(bearing: Double, distance: Double) -> Coordinate {
        let radians = Double.pi / 180
        let azimuth = bearing * radians
        let arc = distance / Self.meanEarthRadiusInMetres
        let (sine, cosine) = (sin(latitude * radians), cos(latitude * radians))
        // sin φ = sin φ₁ · cos c + cos φ₁ · sin c · cos Az
        let height = sine * cos(arc) + cosine * sin(arc) * cos(azimuth)
        // λ = λ₀ + arctan(sin c · sin Az / (cos φ₁ · cos c - sin φ₁ · sin c · cos Az))
        let turn = atan2(
            sin(arc) * sin(azimuth), cosine * cos(arc) - sine * sin(arc) * cos(azimuth))
        return Coordinate(
            longitude: Self.wrapped(longitude + turn / radians),
            latitude: asin(max(-1, min(1, height))) / radians)
    }

    /// The middle of the great circle to `other`, the short way.
    ///
    /// Half way between opposite points of the Earth there is no one middle: one of them is given.
    ///
    /// - Complexity: O(1).
    public func midpoint(to other: Coordinate) -> Coordinate {
        Self.middle(of: [self, other]) ?? self
    }

    /// The position towards which the sum of the directions from the Earth's centre points; nil for
    /// none, or when they cancel out.
    public static func middle(of positions: some Sequence<Coordinate>) -> Coordinate? {
        var sum = SIMD3<Double>.zero
        for position in positions { sum += position.direction }
        return Coordinate(towards: sum)
    }

    /// The unit vector from the Earth's centre: through the equator at 0° and 90° E, and the North Pole.
    package var direction: SIMD3<Double> {
        let radians = Double.pi / 180
        let radius = cos(latitude * radians)
        return SIMD3(
            radius * cos(longitude * radians), radius * sin(longitude * radians),
            sin(latitude * radians))
    }

    /// The position that a vector from the Earth's centre points to; nil for one without a direction.
    package init?(towards vector: SIMD3<Double>) {
        let length = (vector * vector).sum().squareRoot()
        guard length > 1e-9 else { return nil }
        let radians = Double.pi / 180
        self.init(
            longitude: atan2(vector.y, vector.x) / radians,
            latitude: asin(max(-1, min(1, vector.z / length))) / radians)
    }

    /// A longitude brought into -180..<180.
    private static func wrapped(_ longitude: Double) -> Double {
        guard !(-180...180).contains(longitude) else { return longitude }
        return longitude - 360 * ((longitude + 180) / 360).rounded(.down)
    }
}
