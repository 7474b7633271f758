/// A position as two whole numbers, to 9 mm: for tables of millions of them.
///
/// Positions that are rounded once to a grid fall into the same cells wherever they are counted, and
/// take half the room.
public struct FixedCoordinate: Hashable, Sendable, BitwiseCopyable {
    /// East of the meridian of 180°, in 1/2³² of a turn; the meridian itself is 0.
    public var east: UInt32
    /// South of the North Pole, in 1/2³² of a half turn; the South Pole is the last.
    public var south: UInt32

    /// Makes a position from its parts.
    @inlinable @inline(__always)
    public init(east: UInt32, south: UInt32) {
        self.east = east
        self.south = south
    }

    /// The nearest to a position that is valid.
    @inlinable @inline(__always)
    public init(_ place: Coordinate) {
        let turn = 4_294_967_296.0
        let east = (place.longitude + 180) * (turn / 360)
        let south = (90 - place.latitude) * (turn / 180)
        // Half up by cutting: `rounded()` is a call where the processor has no word for it.
        self.east = UInt32(truncatingIfNeeded: Int64(east + 0.5))
        self.south = UInt32(min(Int64(south + 0.5), 0xFFFF_FFFF))
    }

    /// The position in degrees, longitude -180..<180.
    @inlinable @inline(__always)
    public var coordinate: Coordinate {
        let turn = 4_294_967_296.0
        return Coordinate(
            longitude: Double(east) * (360 / turn) - 180,
            latitude: 90 - Double(south) * (180 / turn))
    }
}
