public import GeoModel

/// A map projection: degrees to a plane in **metres**, x to the east and y to the **north**.
///
/// The metres are true on the projection's own standard lines; `Viewport.metresPerPixel(at:)` tells
/// what they are worth elsewhere.
public protocol MapProjection: Sendable {
    /// The projection's name as users write it, such as `mercator`.
    var name: String { get }
    /// The meridian that x = 0 runs along, in degrees.
    var centralLongitude: Double { get }
    /// The latitudes that have an image, in degrees.
    var latitudes: ClosedRange<Double> { get }
    /// Whether the image goes on past half a turn from the central meridian, repeating the world.
    ///
    /// Where it does, longitudes are taken as they stand (`190` lies east of `180`); elsewhere they
    /// are first brought to within half a turn of the central meridian.
    var isPeriodic: Bool { get }
    /// Projects a position; nil where the projection has no image for it.
    func project(_ position: Coordinate) -> (x: Double, y: Double)?
    /// The position of a point of the plane; nil outside the image.
    ///
    /// The longitude lies within half a turn of the central meridian, so it may pass ±180; where the
    /// image is periodic it is as far out as `x` says.
    func unproject(x: Double, y: Double) -> Coordinate?
}

extension MapProjection {
    /// A latitude found by unprojecting: brought to the ends of the image from where rounding has put
    /// it, nil farther out.
    func latitudeInImage(_ latitude: Double) -> Double? {
        let nearest = max(latitudes.lowerBound, min(latitudes.upperBound, latitude))
        return abs(latitude - nearest) <= 1e-9 ? nearest : nil
    }
}

extension Double {
    /// 1 or -1.
    var unit: Double { self < 0 ? -1 : 1 }
    /// Degrees as radians.
    var radians: Double { self * .pi / 180 }
    /// Radians as degrees.
    var degrees: Double { self * 180 / .pi }

    /// The same meridian within half a turn of another, in degrees.
    ///
    /// A half turn itself stays as it is, also when rounding has made it a little more.
    func longitude(near meridian: Double) -> Double {
        let offset = self - meridian
        return abs(offset) <= 180 + 1e-9 ? self : self - 360 * (offset / 360).rounded()
    }
}
