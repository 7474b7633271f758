public import GeoModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Lambert's conformal conic projection with two standard parallels, on the WGS 84 ellipsoid: the
/// projection of regional maps in middle latitudes. Angles are right everywhere, lengths to within
/// about 0.1 % over 6° of latitude.
///
/// Source: EPSG Guidance Note 7-2, method 9802; Snyder (1987) 15-1 ... 15-11 and 7-9.
public struct LambertConformalConic: MapProjection {
    /// The meridian that points up, in degrees.
    public let centralLongitude: Double
    /// n: turns of the image for one of the globe; negative for the southern cone.
    private let cone: Double
    /// a F: the radius of the parallel of t = 1, in metres.
    private let scale: Double
    /// ρ₀: from the tip of the cone to y = 0, in metres.
    private let originRadius: Double
    private let ellipsoid: Ellipsoid

    /// The projection for an area: central in it, its standard parallels a sixth of its height from
    /// the southern and the northern edge.
    ///
    /// Nil about the equator, where the cone opens into Mercator's cylinder.
    ///
    /// Source of the sixth: Snyder (1987) section 15, after F. C. Deetz and O. S. Adams.
    public init?(for box: BoundingBox) {
        let sixth = box.height / 6
        let parallels = (box.south + sixth, box.north - sixth)
        let middle = (parallels.0 + parallels.1) / 2
        guard abs(middle) > 3, abs(middle) < 88 else { return nil }
        let origin = Coordinate(longitude: box.west + box.width / 2, latitude: middle)
        self.init(standardParallels: parallels, origin: origin, ellipsoid: .wgs84)
    }

    /// The projection with given standard parallels, in degrees; `origin` lies at (0, 0).
    ///
    /// The parallels must not lie symmetrically to the equator.
    public init(standardParallels: (Double, Double), origin: Coordinate) {
        self.init(standardParallels: standardParallels, origin: origin, ellipsoid: .wgs84)
    }

    package init(standardParallels: (Double, Double), origin: Coordinate, ellipsoid: Ellipsoid) {
        let (φ1, φ2) = (standardParallels.0.radians, standardParallels.1.radians)
        precondition(abs(φ1 + φ2) > 1e-6, "parallels symmetric to the equator make no cone")
        let (m1, m2) = (
            ellipsoid.parallelRadius(latitude: φ1), ellipsoid.parallelRadius(latitude: φ2)
        )
        let (t1, t2) = (ellipsoid.isometric(latitude: φ1), ellipsoid.isometric(latitude: φ2))
        cone = abs(φ1 - φ2) < 1e-9 ? sin(φ1) : (log(m1) - log(m2)) / (log(t1) - log(t2))
        scale = ellipsoid.semiMajorAxis * m1 / (cone * pow(t1, cone))
        originRadius =
            scale * pow(ellipsoid.isometric(latitude: origin.latitude.radians), cone)
        centralLongitude = origin.longitude
        self.ellipsoid = ellipsoid
    }

    /// As users write it.
    public var name: String { "lambert" }
    /// From the pole inside the cone to 75° beyond the equator; past that the image runs to infinity.
    public var latitudes: ClosedRange<Double> { cone > 0 ? -75...90 : -90...75 }
    /// The image is a fan that ends half a turn from the central meridian.
    public var isPeriodic: Bool { false }

    /// Projects a position; nil far beyond the equator.
    public func project(_ position: Coordinate) -> (x: Double, y: Double)? {
        guard latitudes.contains(position.latitude) else { return nil }
        let t = ellipsoid.isometric(latitude: position.latitude.radians)
        // At the southern pole t is infinite and so is tan's rounding: the tip is the tip.
        let radius = abs(position.latitude) == 90 ? 0 : scale * pow(t, cone)
        let longitude = position.longitude.longitude(near: centralLongitude)
        let angle = cone * (longitude - centralLongitude).radians
        return (x: radius * sin(angle), y: originRadius - radius * cos(angle))
    }

    /// The position of a point of the plane; nil outside the fan.
    public func unproject(x: Double, y: Double) -> Coordinate? {
        let sign: Double = cone < 0 ? -1 : 1
        let (east, down) = (sign * x, sign * (originRadius - y))
        let radius = sign * (east * east + down * down).squareRoot()
        // At the tip every angle is as good, but for that of a zero below zero, which is half a turn.
        let longitude = radius == 0 ? 0 : (atan2(east, down) / cone).degrees
        guard abs(longitude) <= 180 + 1e-9 else { return nil }
        let t = pow(radius / scale, 1 / cone)
        let found = radius == 0 ? sign * 90 : ellipsoid.latitude(isometric: t).degrees
        guard let latitude = latitudeInImage(found) else { return nil }
        return Coordinate(longitude: centralLongitude + longitude, latitude: latitude)
    }
}
