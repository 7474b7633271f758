/// One polygon: an outer ring, counter-clockwise, and holes, clockwise; each ring closed by
/// repeating its first position (RFC 7946 section 3.1.6).
public struct Polygon: Hashable, Sendable {
    /// The outer ring.
    public var outer: [Coordinate]
    /// The holes.
    public var holes: [[Coordinate]]

    /// Makes a polygon from closed rings.
    public init(outer: [Coordinate], holes: [[Coordinate]] = []) {
        self.outer = outer
        self.holes = holes
    }
}

/// A shape on the map in WGS 84 degrees.
public enum Geometry: Hashable, Sendable {
    /// One position.
    case point(Coordinate)
    /// Several positions.
    case multiPoint([Coordinate])
    /// One line of two positions or more.
    case lineString([Coordinate])
    /// Several lines.
    case multiLineString([[Coordinate]])
    /// One polygon.
    case polygon(Polygon)
    /// Several polygons.
    case multiPolygon([Polygon])

    /// All positions, in order.
    public var positions: [Coordinate] {
        switch self {
        case .point(let position): [position]
        case .multiPoint(let positions), .lineString(let positions): positions
        case .multiLineString(let lines): lines.flatMap(\.self)
        case .polygon(let polygon): polygon.outer + polygon.holes.flatMap(\.self)
        case .multiPolygon(let polygons): polygons.flatMap { $0.outer + $0.holes.flatMap(\.self) }
        }
    }

    /// The least box around the shape, or nil for an empty one.
    public var boundingBox: BoundingBox? { BoundingBox(around: positions) }
}
