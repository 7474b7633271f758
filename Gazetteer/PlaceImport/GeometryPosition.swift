internal import GeoJSON
internal import GeoModel
internal import Places

/// Where a place with a GeoJSON geometry stands.
struct GeometryPosition {
    /// The point, or the middle of the box around a line or area.
    var coordinate: Coordinate
    /// Whether it is a middle.
    var isMiddle: Bool
    /// How far off it may be, as the source says.
    var certainty: Certainty?

    /// What the note of a place says that stands at a middle.
    static let remark = "stands at the middle of its shape"

    static let greatestDepth = 6

    /// A position that is known.
    init(coordinate: Coordinate, isMiddle: Bool) {
        self.coordinate = coordinate
        self.isMiddle = isMiddle
    }

    /// Reads a geometry: of a collection, the first part that is one.
    ///
    /// Its `coordinates` count; where it has none, its well-known text in `geo_wkt` or `geowkt`, as
    /// Linked Places Format allows.
    init(_ geometry: JSONValue, depth: Int = 0) throws(RecordFault) {
        let type = geometry.text("type")
        if type == "GeometryCollection", depth < Self.greatestDepth {
            let parts = geometry.list("geometries")
            guard
                let part = parts.first(where: { $0.text("type", "geo_wkt", "geowkt") != nil })
            else { throw Self.none }
            self = try GeometryPosition(part, depth: depth + 1)
            return
        }
        certainty = geometry.text("certainty").flatMap { CertaintyWords.certainty($0) }
        (isMiddle, coordinate) = try Self.place(of: try Self.positions(geometry, type))
    }

    private static func positions(
        _ geometry: JSONValue, _ type: String?
    ) throws(RecordFault) -> [Coordinate] {
        if geometry.member("coordinates") == nil, let text = geometry.text("geo_wkt", "geowkt") {
            return try WellKnownText(text).positions
        }
        guard let type else { throw none }
        guard
            ["Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"]
                .contains(type)
        else {
            throw RecordFault(
                code: "bad-geometry", problem: "no geometry is called \"\(type.prefix(40))\"",
                remedy: "write a Point, LineString, Polygon or a Multi… of them")
        }
        var positions: [Coordinate] = []
        try collect(geometry["coordinates"] ?? .null, depth: 0, into: &positions)
        return positions
    }

    /// Where a shape of such vertices stands, and whether that is the middle of several.
    static func place(
        of positions: [Coordinate]
    ) throws(RecordFault) -> (isMiddle: Bool, coordinate: Coordinate) {
        guard let first = positions.first else { throw none }
        let isMiddle = positions.count > 1
        let place = isMiddle ? middle(of: positions) : first
        return (
            isMiddle,
            try RecordChecks.coordinate(longitude: place.longitude, latitude: place.latitude)
        )
    }

    private static let none = RecordFault(
        code: "no-coordinates", problem: "no position in the geometry",
        remedy: "give the place a Point")

    private static func collect(
        _ value: JSONValue, depth: Int, into positions: inout [Coordinate]
    ) throws(RecordFault) {
        guard case .array(let parts) = value, depth < greatestDepth else {
            throw RecordFault(
                code: "bad-geometry", problem: "coordinates that are no arrays of numbers",
                remedy: "write [longitude, latitude]")
        }
        guard let first = parts.first, first.double != nil else {
            for part in parts { try collect(part, depth: depth + 1, into: &positions) }
            return
        }
        guard parts.count >= 2, let x = parts[0].double, let y = parts[1].double else {
            throw RecordFault(
                code: "bad-geometry", problem: "a position of one number",
                remedy: "write [longitude, latitude]")
        }
        positions.append(try RecordChecks.inRange(longitude: x, latitude: y))
    }

    /// The middle of the box around positions, which may cross the antimeridian.
    private static func middle(of positions: [Coordinate]) -> Coordinate {
        let latitudes = positions.map(\.latitude)
        let longitudes = positions.map(\.longitude)
        let (west, east) = (longitudes.min() ?? 0, longitudes.max() ?? 0)
        let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
        var longitude = (west + east) / 2
        // A shape that is cut at the antimeridian has one half on each side of the map.
        if east - west > 180, !longitudes.contains(where: { abs($0) < 90 }) {
            let shifted = longitudes.map { $0 < 0 ? $0 + 360 : $0 }
            longitude = ((shifted.min() ?? 0) + (shifted.max() ?? 0)) / 2
            if longitude > 180 { longitude -= 360 }
        }
        return Coordinate(longitude: longitude, latitude: (south + north) / 2)
    }
}

/// How Linked Places Format says how sure something is.
enum CertaintyWords {
    static func certainty(_ text: String) -> Certainty? {
        switch text {
        case "certain": .high
        case "less-certain": .medium
        case "uncertain": .low
        default: nil
        }
    }
}
