public import GeoModel

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The Equal Earth projection on the WGS 84 ellipsoid: the whole world with every area right.
///
/// Source: B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection", International
/// Journal of Geographical Information Science 33 (2018), 454-465; on the ellipsoid by authalic
/// latitudes, EPSG Guidance Note 7-2, method 1078.
public struct EqualEarth: MapProjection {
    /// The meridian that points up, in degrees.
    public let centralLongitude: Double

    // The polynomial of the paper's equation 7.
    private static let a1 = 1.340264
    private static let a2 = -0.081106
    private static let a3 = 0.000893
    private static let a4 = 0.003796
    private static let halfRootOfThree = 3.0.squareRoot() / 2
    private static let polarAuthalic = Ellipsoid.wgs84.authalic(latitude: .pi / 2)
    /// The radius of the sphere of the ellipsoid's area, in metres.
    private static let radius =
        Ellipsoid.wgs84.semiMajorAxis * (polarAuthalic / 2).squareRoot()

    /// Makes the projection.
    public init(centralLongitude: Double = 0) {
        self.centralLongitude = centralLongitude
    }

    /// As users write it.
    public var name: String { "equal-earth" }
    /// The whole world.
    public var latitudes: ClosedRange<Double> { -90...90 }
    /// The image ends half a turn from the central meridian.
    public var isPeriodic: Bool { false }

    /// Projects a position.
    public func project(_ position: Coordinate) -> (x: Double, y: Double)? {
        guard latitudes.contains(position.latitude) else { return nil }
        let q = Ellipsoid.wgs84.authalic(latitude: position.latitude.radians)
        let sine = max(-1, min(1, q / Self.polarAuthalic))
        let θ = asin(Self.halfRootOfThree * sine)
        let longitude = position.longitude.longitude(near: centralLongitude)
        let λ = (longitude - centralLongitude).radians
        return (
            x: Self.radius * λ * cos(θ) / (Self.halfRootOfThree * Self.slope(θ)),
            y: Self.radius * Self.height(θ)
        )
    }

    /// The position of a point of the plane; nil outside the image.
    public func unproject(x: Double, y: Double) -> Coordinate? {
        let target = y / Self.radius
        var θ = target / Self.a1
        for _ in 0..<8 { θ -= (Self.height(θ) - target) / Self.slope(θ) }
        let sine = sin(θ) / Self.halfRootOfThree
        guard abs(sine) <= 1 + 1e-12 else { return nil }
        let λ = Self.halfRootOfThree * x / Self.radius * Self.slope(θ) / cos(θ)
        guard abs(λ) <= .pi + 1e-12 else { return nil }
        // The poles are lines: to the rounding of y, 1e-6 degrees about a pole are one.
        let β = abs(sine) > 1 - 1e-15 ? .pi / 2 * sine.unit : asin(sine)
        return Coordinate(
            longitude: centralLongitude + λ.degrees,
            latitude: Ellipsoid.wgs84.latitude(authalic: β).degrees)
    }

    /// y / R of the parametric latitude.
    private static func height(_ θ: Double) -> Double {
        let θ2 = θ * θ
        let θ6 = θ2 * θ2 * θ2
        return θ * (a1 + a2 * θ2 + θ6 * (a3 + a4 * θ2))
    }

    /// The derivative of `height`.
    private static func slope(_ θ: Double) -> Double {
        let θ2 = θ * θ
        let θ6 = θ2 * θ2 * θ2
        return a1 + 3 * a2 * θ2 + θ6 * (7 * a3 + 9 * a4 * θ2)
    }
}
