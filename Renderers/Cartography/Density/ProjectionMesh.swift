internal import GeoModel
internal import Projections

/// Where positions fall in a picture, quickly and nearly: between nodes whose place is exact.
///
/// A projection costs some 100 ns a position, a mesh some 5. It says how far it is off at most, so that
/// whoever counts asks the projection about the few positions that a cell's edge runs past.
struct ProjectionMesh: Sendable {
    /// One facet of the mesh: position = a + b u + (c + d u) v, u and v in 0..<1, in pixels.
    struct Facet: BitwiseCopyable, Sendable {
        var a, b, c, d: SIMD2<Float>
    }

    /// The north-west corner of the box that the mesh covers.
    let west, north: UInt32
    /// How far it reaches east and south; what lies beyond is not in the picture.
    let width, height: UInt64
    /// The facets' extents as powers of two.
    let eastBits, southBits: UInt32
    /// How many facets there are from west to east.
    let columns: Int
    /// Row by row. One that is not flat enough to tell is not a number.
    let facets: [Facet]
    /// How far a place is off at most, in pixels.
    let error: Float

    /// What is bent more than this between nodes is left to the projection, in pixels.
    private static let mostBent: Float = 1.0 / 16

    /// A mesh over all that a view shows, in pixels from the frame's top left corner.
    init(_ viewport: Viewport) {
        let box = viewport.boundingBox
        let corner = FixedCoordinate(Coordinate(longitude: box.west, latitude: box.north))
        let far = FixedCoordinate(Coordinate(longitude: box.east, latitude: box.south))
        // A wide view may show both sides of the meridian that the world is cut at.
        let isWhole = box.width > 150
        (west, north) = isWhole ? (0, 0) : (corner.east, corner.south)
        width = isWhole ? 1 << 32 : UInt64(far.east &- corner.east) + 1
        height = isWhole ? 1 << 32 : UInt64(far.south - corner.south) + 1
        eastBits = Self.bits(of: width, most: 128)
        southBits = Self.bits(of: height, most: 128)
        columns = Int((width - 1) >> UInt64(eastBits)) + 1
        let rows = Int((height - 1) >> UInt64(southBits)) + 1
        let nodes = Nodes(viewport, west: west, north: north, eastBits, southBits)
        var facets: [Facet] = []
        facets.reserveCapacity(rows * columns)
        var error: Float = 0
        for row in 0..<rows {
            for column in 0..<columns {
                var facet = nodes.facet(row: row, column: column)
                let bent = nodes.bend(of: facet, row: row, column: column)
                if bent <= Self.mostBent {
                    error = max(error, bent)
                } else {
                    facet.a = SIMD2(repeating: .nan)
                }
                facets.append(facet)
            }
        }
        self.facets = facets
        // The picture's grid rounds by half of 1/256 pixel, and a Float of so many pixels by its own.
        let frame = viewport.frame
        self.error = error + 1.0 / 256 + Float(max(frame.width, frame.height)) * 0x1p-21
    }

    private static func bits(of extent: UInt64, most: UInt64) -> UInt32 {
        var bits: UInt32 = 0
        while extent >> UInt64(bits) > most { bits += 1 }
        return bits
    }

    /// The exact places that facets hang between.
    private struct Nodes {
        let viewport: Viewport
        let west, north: UInt32
        let eastStep, southStep: Double

        init(
            _ viewport: Viewport, west: UInt32, north: UInt32, _ eastBits: UInt32,
            _ southBits: UInt32
        ) {
            self.viewport = viewport
            (self.west, self.north) = (west, north)
            (eastStep, southStep) = (Double(UInt64(1) << eastBits), Double(UInt64(1) << southBits))
        }

        /// The place of a point of the mesh, in facets from its corner.
        func place(_ column: Double, _ row: Double) -> SIMD2<Float> {
            let turn = 4_294_967_296.0
            let east = (Double(west) + column * eastStep) * (360 / turn) - 180
            let south = min(180, (Double(north) + row * southStep) * (180 / turn))
            guard
                let point = viewport.position(
                    of: Coordinate(longitude: east, latitude: 90 - south))
            else { return SIMD2(repeating: .nan) }
            return SIMD2(
                Float(point.x - Double(viewport.frame.x)), Float(point.y - Double(viewport.frame.y))
            )
        }

        func facet(row: Int, column: Int) -> Facet {
            let (x, y) = (Double(column), Double(row))
            let corner = place(x, y)
            let (east, south) = (place(x + 1, y) - corner, place(x, y + 1) - corner)
            return Facet(
                a: corner, b: east, c: south, d: place(x + 1, y + 1) - corner - east - south)
        }

        /// How far a facet is off: what its four sides bend, at their middles and half as much again;
        /// not a number where a corner has no place.
        func bend(of facet: Facet, row: Int, column: Int) -> Float {
            let (x, y) = (Double(column), Double(row))
            func off(_ u: Float, _ v: Float) -> Float {
                let place = place(x + Double(u), y + Double(v))
                let difference = facet.a + facet.b * u + (facet.c + facet.d * u) * v - place
                return (difference * difference).sum().squareRoot()
            }
            let across = Self.greater(off(0.5, 0), off(0.5, 1))
            let down = Self.greater(off(0, 0.5), off(1, 0.5))
            return (across + down) * 1.5
        }

        /// The greater of two; not a number when either is none.
        private static func greater(_ left: Float, _ right: Float) -> Float {
            left.isNaN || right.isNaN ? .nan : Swift.max(left, right)
        }
    }
}
