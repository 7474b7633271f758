public import GeoModel
internal import Projections

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// The area that a tile set covers, in steps of 1e-7 degree, as archives write it: what is read back
/// names the same tiles.
public struct TileBounds: Hashable, Sendable {
    /// The western edge, in 1e-7 degree.
    public let west: Int
    /// The southern edge, in 1e-7 degree.
    public let south: Int
    /// The eastern edge, in 1e-7 degree; less than `west` across the antimeridian.
    public let east: Int
    /// The northern edge, in 1e-7 degree.
    public let north: Int

    /// Steps in a degree.
    static let steps = 10_000_000
    /// The northernmost edge of tiles.
    static let mostNorth = 850_511_288
    /// The whole square world.
    public static let world = TileBounds(
        west: -180 * steps, south: -mostNorth, east: 180 * steps, north: mostNorth)

    /// Bounds that stand in an archive; nil unless they are in order and on the square world.
    init?(checking west: Int, _ south: Int, _ east: Int, _ north: Int) {
        let longitudes = -180 * Self.steps...180 * Self.steps
        let latitudes = -Self.mostNorth...Self.mostNorth
        guard longitudes.contains(west), longitudes.contains(east), latitudes.contains(south),
            latitudes.contains(north), south < north, west != east
        else { return nil }
        self.init(west: west, south: south, east: east, north: north)
    }

    private init(west: Int, south: Int, east: Int, north: Int) {
        (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }

    /// The bounds of a box, which get some metres of width and height where it has none: readers of
    /// PMTiles refuse an area without.
    ///
    /// Nil when the box reaches beyond the square world.
    public init?(_ box: BoundingBox) {
        func step(_ degrees: Double) -> Int { Int((degrees * Double(Self.steps)).rounded()) }
        var (west, south, east, north) = (
            step(box.west), step(box.south), step(box.east), step(box.north)
        )
        guard abs(south) <= Self.mostNorth, abs(north) <= Self.mostNorth else { return nil }
        let pad = 500
        if east == west {
            west = max(-180 * Self.steps, west - pad)
            east = min(180 * Self.steps, east + pad)
        }
        if north == south {
            south = max(-Self.mostNorth, south - pad)
            north = min(Self.mostNorth, north + pad)
        }
        self.init(checking: west, south, east, north)
    }

    /// Whether they cross the antimeridian.
    public var crossesAntimeridian: Bool { west > east }

    /// The same as archives declare them, which know no crossing: round the whole world then.
    var declared: TileBounds {
        guard crossesAntimeridian else { return self }
        return TileBounds(
            west: -180 * Self.steps, south: south, east: 180 * Self.steps, north: north)
    }

    /// The middle, in 1e-7 degree.
    var centre: (longitude: Int, latitude: Int) {
        let turn = 360 * Self.steps
        let middle = (west + east + (crossesAntimeridian ? turn : 0)) / 2
        return (middle > turn / 2 ? middle - turn : middle, (south + north) / 2)
    }

    /// West, south, east and north in degrees.
    var degrees: [Double] { [west, south, east, north].map { Double($0) / Double(Self.steps) } }

    /// The tiles of a zoom that they touch: one rectangle, or two across the antimeridian.
    ///
    /// An edge that lies on that of a tile, to 1e-7 degree, belongs to the tile inside.
    public func ranges(zoom: Int) -> [TileRange] {
        let side = 1 << zoom
        let rows = Self.cells(Self.down(north - 1), Self.down(south + 1), side)
        guard crossesAntimeridian else {
            let columns = Self.cells(Self.across(west + 1), Self.across(east - 1), side)
            return [TileRange(zoom: zoom, columns: columns, rows: rows)]
        }
        let east = Self.cells(0, Self.across(east - 1), side)
        let west = Self.cells(Self.across(west + 1), 1, side)
        guard east.upperBound + 1 < west.lowerBound else {
            return [TileRange(zoom: zoom, columns: 0...side - 1, rows: rows)]
        }
        return [
            TileRange(zoom: zoom, columns: east, rows: rows),
            TileRange(zoom: zoom, columns: west, rows: rows),
        ]
    }

    private static func cells(_ first: Double, _ last: Double, _ side: Int) -> ClosedRange<Int> {
        func cell(_ share: Double) -> Int { max(0, min(side - 1, Int(share * Double(side)))) }
        return cell(first)...max(cell(first), cell(last))
    }

    /// How far a meridian lies to the right on the square world, 0...1.
    private static func across(_ longitude: Int) -> Double {
        max(0, Double(longitude + 180 * steps) / Double(360 * steps))
    }

    /// How far a parallel lies down on the square world, 0...1.
    private static func down(_ latitude: Int) -> Double {
        let degrees = Double(latitude) / Double(steps)
        return max(0, 0.5 - asinh(tan(degrees * .pi / 180)) / (2 * .pi))
    }
}

extension TileBounds: CustomStringConvertible {
    /// West, south, east and north in degrees, with commas between.
    public var description: String { degrees.map(decimal).joined(separator: ",") }
}
