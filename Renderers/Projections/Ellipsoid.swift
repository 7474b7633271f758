#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// An ellipsoid of revolution and the auxiliary functions of its latitudes.
///
/// Source: J. P. Snyder, "Map Projections: A Working Manual", USGS Professional Paper 1395 (1987),
/// section 3.
package struct Ellipsoid: Hashable, Sendable {
    /// The semi-major axis, in metres (or whatever unit the projection should give).
    package let semiMajorAxis: Double
    /// The first eccentricity, squared.
    package let eccentricitySquared: Double
    let eccentricity: Double
    /// (a - b) / (a + b).
    let thirdFlattening: Double

    /// WGS 84 (EPSG 7030).
    package static let wgs84 = Ellipsoid(
        semiMajorAxis: 6_378_137, inverseFlattening: 298.257_223_563)

    package init(semiMajorAxis: Double, inverseFlattening: Double) {
        let flattening = 1 / inverseFlattening
        self.semiMajorAxis = semiMajorAxis
        eccentricitySquared = flattening * (2 - flattening)
        eccentricity = eccentricitySquared.squareRoot()
        thirdFlattening = flattening / (2 - flattening)
    }

    /// m = cos φ / √(1 - e² sin² φ): the radius of a parallel over the semi-major axis (Snyder 14-15).
    func parallelRadius(latitude φ: Double) -> Double {
        let sine = sin(φ)
        return cos(φ) / (1 - eccentricitySquared * sine * sine).squareRoot()
    }

    /// t = tan(π/4 - φ/2) / ((1 - e sin φ) / (1 + e sin φ))^(e/2) (Snyder 15-9).
    func isometric(latitude φ: Double) -> Double {
        let e = eccentricity
        let sine = sin(φ)
        return tan(.pi / 4 - φ / 2) / pow((1 - e * sine) / (1 + e * sine), e / 2)
    }

    /// The latitude of an isometric `t`, by six steps of Snyder 7-9; each gains more than two digits.
    func latitude(isometric t: Double) -> Double {
        let e = eccentricity
        var φ = .pi / 2 - 2 * atan(t)
        for _ in 0..<6 {
            let sine = sin(φ)
            φ = .pi / 2 - 2 * atan(t * pow((1 - e * sine) / (1 + e * sine), e / 2))
        }
        return φ
    }

    /// q of Snyder 3-12, whose share of its value at the pole is the sine of the authalic latitude.
    func authalic(latitude φ: Double) -> Double {
        let e = eccentricity
        let sine = sin(φ)
        return (1 - eccentricitySquared)
            * (sine / (1 - eccentricitySquared * sine * sine)
                - log((1 - e * sine) / (1 + e * sine)) / (2 * e))
    }

    /// The latitude whose authalic latitude is β, within 1e-13 degrees.
    ///
    /// By the series in the third flattening n to its fourth power; Snyder's 3-18, to e⁶, is off by
    /// 1.5e-9 degrees at 60°.
    ///
    /// Source: C. F. F. Karney, "On auxiliary latitudes", Survey Review 56 (2024), 165-180, appendix A.
    func latitude(authalic β: Double) -> Double {
        let n = thirdFlattening
        let c1 = n * (4.0 / 3 + n * (4.0 / 45 + n * (-16.0 / 35 + n * (-2582.0 / 14175))))
        let c2 = n * n * (46.0 / 45 + n * (152.0 / 945 + n * (-11966.0 / 14175)))
        let c3 = n * n * n * (3044.0 / 2835 + n * (3802.0 / 14175))
        let c4 = n * n * n * n * (6059.0 / 4725)
        return β + c1 * sin(2 * β) + c2 * sin(4 * β) + c3 * sin(6 * β) + c4 * sin(8 * β)
    }

    /// Metres along the parallel and the meridian for small steps in radians at a latitude
    /// (Snyder 4-20 and 4-18).
    func metres(
        longitudeStep: Double, latitudeStep: Double, latitude φ: Double
    ) -> (east: Double, north: Double) {
        let sine = sin(φ)
        let w2 = 1 - eccentricitySquared * sine * sine
        let w = w2.squareRoot()
        return (
            east: semiMajorAxis / w * cos(φ) * longitudeStep,
            north: semiMajorAxis * (1 - eccentricitySquared) / (w2 * w) * latitudeStep
        )
    }
}
