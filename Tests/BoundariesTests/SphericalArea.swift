import GeoModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Areas of polygons on the sphere, for comparison with published figures.
enum SphericalArea {
    /// Square kilometres of polygons, holes taken off.
    static func squareKilometres(_ polygons: [Polygon]) -> Double {
        let radius = Coordinate.meanEarthRadiusInMetres / 1_000
        return polygons.reduce(0) { sum, polygon in
            polygon.holes.reduce(sum + steradians(polygon.outer)) { $0 + steradians($1) }
        } * radius * radius
    }

    /// The solid angle of a ring, positive when its inside is on the left.
    ///
    /// Source: R. Chamberlain, W. Duquette, "Some Algorithms for Polygons on a Sphere", JPL
    /// Publication 07-3 (2007), section 2.
    static func steradians(_ ring: [Coordinate]) -> Double {
        let radians = Double.pi / 180
        return zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
            sum - (edge.1.longitude - edge.0.longitude) * radians
                * (2 + sin(edge.0.latitude * radians) + sin(edge.1.latitude * radians)) / 2
        }
    }
}
