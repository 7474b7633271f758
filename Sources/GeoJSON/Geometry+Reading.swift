public import GeoModel

/// Why a value is no geometry.
@nonexhaustive
public enum GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A type that RFC 7946 does not name.
    case unknownType(String)
    /// No `type` at all.
    case noType
    /// `coordinates` are not what the type asks for.
    case malformed(type: String, wanted: String)
    /// A position outside -180...180 and -90...90 degrees.
    case outsideTheEarth(longitude: Double, latitude: Double)
    /// Collections in collections in collections.
    case tooDeep

    /// What was seen and what is wanted.
    public var description: String {
        switch self {
        case .unknownType(let type):
            "no geometry is called \"\(type.prefix(40))\"; write a Point, LineString, Polygon, "
                + "a Multi… of them or a GeometryCollection"
        case .noType: "a geometry without a type"
        case .malformed(let type, let wanted): "the coordinates of a \(type) are \(wanted)"
        case .outsideTheEarth(let longitude, let latitude):
            "\(longitude), \(latitude) lies outside the Earth: longitude comes first, in -180...180, "
                + "latitude second, in -90...90"
        case .tooDeep: "geometries lie more than \(GeometryReader.greatestDepth) collections deep"
        }
    }
}

extension Geometry {
    /// Reads a geometry of RFC 7946; a collection gives its parts, in order.
    ///
    /// A third number of a position, its height, is passed over. Rings are closed and turned as the
    /// model has them, whatever way they come.
    ///
    /// - Returns: The shapes; none for `null`.
    /// - Throws: `GeometryError` for what is no geometry.
    public static func shapes(of value: JSONValue) throws(GeometryError) -> [Geometry] {
        try GeometryReader.shapes(of: value, depth: 0)
    }
}

/// Reads geometries of RFC 7946 section 3.1.
private enum GeometryReader {
    static let greatestDepth = 6

    static func shapes(of value: JSONValue, depth: Int) throws(GeometryError) -> [Geometry] {
        guard value != .null else { return [] }
        guard let type = value.text("type") else { throw .noType }
        guard type != "GeometryCollection" else {
            guard depth < greatestDepth else { throw .tooDeep }
            var shapes: [Geometry] = []
            for part in value.list("geometries") {
                shapes += try self.shapes(of: part, depth: depth + 1)
            }
            return shapes
        }
        return [try shape(type, value["coordinates"] ?? .null)]
    }

    private static func shape(
        _ type: String, _ coordinates: JSONValue
    ) throws(GeometryError) -> Geometry {
        switch type {
        case "Point": .point(try position(coordinates, type))
        case "MultiPoint": .multiPoint(try positions(coordinates, type, least: 0))
        case "LineString": .lineString(try positions(coordinates, type, least: 2))
        case "MultiLineString":
            .multiLineString(
                try each(coordinates, type) { part throws(GeometryError) in
                    try positions(part, type, least: 2)
                })
        case "Polygon": .polygon(try polygon(coordinates, type))
        case "MultiPolygon":
            .multiPolygon(
                try each(coordinates, type) { part throws(GeometryError) in
                    try polygon(part, type)
                })
        default: throw .unknownType(type)
        }
    }

    private static func each<Part>(
        _ value: JSONValue, _ type: String, _ read: (JSONValue) throws(GeometryError) -> Part
    ) throws(GeometryError) -> [Part] {
        guard case .array(let parts) = value else { throw .malformed(type: type, wanted: "arrays") }
        var all: [Part] = []
        all.reserveCapacity(parts.count)
        for part in parts { all.append(try read(part)) }
        return all
    }

    private static func polygon(
        _ value: JSONValue, _ type: String
    ) throws(GeometryError) -> Polygon {
        let rings = try each(value, type) { ring throws(GeometryError) in
            try self.ring(ring, type)
        }
        guard let outer = rings.first else {
            throw .malformed(type: type, wanted: "rings, the outer one first")
        }
        return Polygon(
            outer: outer.turned(counterclockwise: true),
            holes: rings.dropFirst().map { $0.turned(counterclockwise: false) })
    }

    private static func ring(_ value: JSONValue, _ type: String) throws(GeometryError)
        -> [Coordinate]
    {
        var ring = try positions(value, type, least: 3)
        if let first = ring.first, ring.last != first { ring.append(first) }
        guard ring.count >= 4 else {
            throw .malformed(
                type: type, wanted: "rings of four positions or more, the last as the first")
        }
        return ring
    }

    private static func positions(
        _ value: JSONValue, _ type: String, least: Int
    ) throws(GeometryError) -> [Coordinate] {
        let positions = try each(value, type) { part throws(GeometryError) in
            try position(part, type)
        }
        guard positions.count >= least else {
            throw .malformed(type: type, wanted: "lines of \(least) positions or more")
        }
        return positions
    }

    private static func position(
        _ value: JSONValue, _ type: String
    ) throws(GeometryError) -> Coordinate {
        guard case .array(let numbers) = value, numbers.count >= 2, let x = numbers[0].double,
            let y = numbers[1].double
        else { throw .malformed(type: type, wanted: "positions [longitude, latitude]") }
        guard (-180...180).contains(x), (-90...90).contains(y) else {
            throw .outsideTheEarth(longitude: x, latitude: y)
        }
        return Coordinate(longitude: x, latitude: y)
    }
}

extension [Coordinate] {
    /// The closed ring in one direction round.
    func turned(counterclockwise: Bool) -> [Coordinate] {
        (doubledArea > 0) == counterclockwise ? self : reversed()
    }

    /// Twice the signed area of the closed ring in square degrees; positive when counter-clockwise
    /// (shoelace formula).
    private var doubledArea: Double {
        zip(self, dropFirst()).reduce(0) { sum, edge in
            sum + edge.0.longitude * edge.1.latitude - edge.1.longitude * edge.0.latitude
        }
    }
}
