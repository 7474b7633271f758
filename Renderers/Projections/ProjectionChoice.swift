internal import Diagnostics
public import GeoModel

/// Which projection a map is drawn in.
public enum ProjectionChoice: String, Hashable, Sendable, CaseIterable {
    /// By the frame: `lambert` for a region, `equal-earth` for the world, `mercator` about the equator.
    case auto
    /// Web Mercator, the projection of tiles.
    case mercator
    /// Lambert's conformal conic.
    case lambert
    /// Equal Earth.
    case equalEarth = "equal-earth"
    /// The equidistant cylindrical projection.
    case plateCarree = "plate-carree"

    /// The choice that a user names.
    ///
    /// - Throws: `ProjectionError.unknownName` with the nearest spelling.
    public init(named name: String) throws(ProjectionError) {
        let lowercased = name.lowercased()
        guard let choice = ProjectionChoice(rawValue: lowercased) else {
            throw .unknownName(
                name, nearest: Spelling.nearest(to: name, among: Self.allCases.map(\.rawValue)))
        }
        self = choice
    }

    /// The projection for the area that a map shows.
    ///
    /// `auto` follows the common advice (Snyder 1987, section 5): a conic for middle and high
    /// latitudes, a cylinder about the equator, an equal-area world map for more than a third of a
    /// hemisphere's span. `lambert` about the equator is Mercator, which the cone opens into there.
    public func projection(for box: BoundingBox) -> any MapProjection {
        let middle = (box.west + box.width / 2).longitude(near: 0)
        switch self {
        case .auto: return Self.automatic(for: box).projection(for: box)
        case .mercator:
            // 0 or 180 only: half a world is a whole number of pixels, so that tiles agree.
            return WebMercator(centralLongitude: box.crossesAntimeridian ? 180 : 0)
        case .lambert:
            return LambertConformalConic(for: box)
                ?? WebMercator(centralLongitude: box.crossesAntimeridian ? 180 : 0)
        case .equalEarth: return EqualEarth(centralLongitude: middle)
        case .plateCarree:
            let latitude = max(-85, min(85, (box.south + box.north) / 2))
            return PlateCarree(centralLongitude: middle, trueLatitude: latitude)
        }
    }

    private static func automatic(for box: BoundingBox) -> ProjectionChoice {
        if box.width > 150 || box.height > 80 { return .equalEarth }
        let middle = (box.south + box.north) / 2
        return abs(middle) < 15 || box.south < 0 && box.north > 0 ? .mercator : .lambert
    }
}

/// Why there is no projection.
@nonexhaustive
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No projection is called so.
    case unknownName(String, nearest: String?)

    /// What to tell the user.
    public var description: String {
        switch self {
        case .unknownName(let name, let nearest):
            if let nearest { return "unknown projection \"\(name)\"; did you mean \"\(nearest)\"?" }
            let names = ProjectionChoice.allCases.map(\.rawValue).joined(separator: ", ")
            return "unknown projection \"\(name)\"; write one of \(names)"
        }
    }
}
