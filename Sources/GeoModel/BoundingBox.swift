/// An area between two meridians and two parallels, in degrees, edges included.
///
/// `west > east` means that it crosses the antimeridian, as RFC 7946 section 5.2 has it.
public struct BoundingBox: Hashable, Sendable {
    /// The western edge, -180...180.
    public var west: Double
    /// The southern edge, -90...90.
    public var south: Double
    /// The eastern edge, -180...180; less than `west` across the antimeridian.
    public var east: Double
    /// The northern edge, -90...90.
    public var north: Double

    /// Makes a box from its edges, in the order of GeoJSON's `bbox`.
    public init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// Whether the box crosses the antimeridian.
    public var crossesAntimeridian: Bool { west > east }

    /// The extent in longitude, in degrees, 0...360.
    public var width: Double { crossesAntimeridian ? east - west + 360 : east - west }

    /// The extent in latitude, in degrees.
    public var height: Double { north - south }

    /// Whether a position lies in the box or on its edge.
    public func contains(_ position: Coordinate) -> Bool {
        guard (south...north).contains(position.latitude) else { return false }
        return crossesAntimeridian
            ? position.longitude >= west || position.longitude <= east
            : (west...east).contains(position.longitude)
    }

    /// Whether the two share a point.
    public func intersects(_ other: BoundingBox) -> Bool {
        guard south <= other.north, other.south <= north else { return false }
        return spans.contains { mine in other.spans.contains { $0.overlaps(mine) } }
    }

    /// The longitudes covered, as one range or two.
    private var spans: [ClosedRange<Double>] {
        crossesAntimeridian ? [west...180, -180...east] : [west...east]
    }
}

extension BoundingBox {
    /// The least box around positions that does not cross the antimeridian, or nil for none.
    public init?(around positions: some Sequence<Coordinate>) {
        var box: BoundingBox?
        for position in positions {
            let spot = BoundingBox(
                west: position.longitude, south: position.latitude, east: position.longitude,
                north: position.latitude)
            box = box?.union(spot) ?? spot
        }
        guard let box else { return nil }
        self = box
    }

    /// The least box around both; neither may cross the antimeridian.
    package func union(_ other: BoundingBox) -> BoundingBox {
        BoundingBox(
            west: min(west, other.west), south: min(south, other.south),
            east: max(east, other.east), north: max(north, other.north))
    }
}
