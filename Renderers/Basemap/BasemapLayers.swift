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
    /// What the credit line must say of the borders, such as the date that they were drawn for.
    public var notes: [String] = []
    /// Who made the data, for the credit line.
    public var credits: [String] = []

    /// Makes empty layers.
    public init() {}
}
