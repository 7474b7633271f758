public import GeoModel

/// A filled area of the base map.
public struct BasemapArea: Hashable, Sendable {
    /// The place id (`iso:AZ`, `iso:AZ-TOV`), or a lake's name.
    public var id: String
    /// The polygons.
    public var polygons: [Polygon]

    /// Makes an area.
    public init(id: String, polygons: [Polygon]) {
        self.id = id
        self.polygons = polygons
    }
}

/// A line of the base map.
public struct BasemapLine: Hashable, Sendable {
    /// What a line divides.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case country
        case district
        case coast
        case formerOblast
        case lineOfContact
    }

    /// What it divides.
    public var kind: Kind
    /// Whether it holds at another date than the map's and is the nearest known: drawn grey.
    public var isNearestKnown: Bool
    /// The chains of positions.
    public var parts: [[Coordinate]]

    /// Makes a line.
    public init(kind: Kind, isNearestKnown: Bool, parts: [[Coordinate]]) {
        self.kind = kind
        self.isNearestKnown = isNearestKnown
        self.parts = parts
    }
}

/// A stretch of rivers of one class.
public struct BasemapRiver: Hashable, Sendable {
    /// How large a river is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Dry for a part of the year.
        case seasonal
        case small
        case middle
        /// Among the world's largest.
        case large
    }

    /// How large it is.
    public var kind: Kind
    /// The chains of positions.
    public var parts: [[Coordinate]]

    /// Makes rivers.
    public init(kind: Kind, parts: [[Coordinate]]) {
        self.kind = kind
        self.parts = parts
    }
}

/// What a map shows of the ground, and how finely.
public struct BasemapFrame: Hashable, Sendable {
    /// Degrees; may cross the antimeridian.
    public var box: BoundingBox
    /// The shortest way that shows, in metres: no line is farther from the true one.
    public var detailInMetres: Double

    /// Makes a frame.
    public init(box: BoundingBox, detailInMetres: Double) {
        self.box = box
        self.detailInMetres = detailInMetres
    }

    /// The zoom whose outlines are near enough.
    ///
    /// At zoom z the world's equator has 256 * 2^z pixels, and no line is half a pixel out of place.
    var zoom: Int {
        let halfPixel = Coordinate.equatorInMetres / 512
        return (0..<12).first { halfPixel <= detailInMetres * Double(1 << $0) } ?? 12
    }

    /// The box and some pixels round it: what a line's breadth may show of what lies beyond.
    var boxWithMargin: BoundingBox {
        let margin = min(1, 64 * detailInMetres / Coordinate.metresPerDegree)
        guard !box.crossesAntimeridian, box.west > -179, box.east < 179 else { return box }
        return BoundingBox(
            west: box.west - margin, south: max(-90, box.south - margin), east: box.east + margin,
            north: min(90, box.north + margin))
    }
}

extension Coordinate {
    /// The equator of WGS 84.
    fileprivate static let equatorInMetres = 40_075_016.686
    /// A degree of the equator.
    static let metresPerDegree = equatorInMetres / 360
}

/// What lies under the events: everything that meets a box at a date.
public struct BasemapLayers: Hashable, Sendable {
    /// Countries, as land.
    public var land: [BasemapArea] = []
    /// Districts, for tints; lines are in `lines`.
    public var districts: [BasemapArea] = []
    /// Lakes and reservoirs.
    public var lakes: [BasemapArea] = []
    /// Borders and coasts.
    public var lines: [BasemapLine] = []
    /// Rivers.
    public var rivers: [BasemapRiver] = []
    /// What the credit line must say of the borders, such as the date that they were drawn for.
    public var notes: [BorderNote] = []
    /// Who made the data, for the credit line.
    public var credits: [String] = []

    /// Makes empty layers.
    public init() {}
}
