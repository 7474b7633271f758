public import GeoModel

/// The positions of events that are only counted, however many: a block of them at a time, as often as
/// asked.
public struct PointSource: Sendable {
    /// How many positions there are.
    public let count: Int
    /// How many blocks they come in.
    public let blockCount: Int
    /// How many threads may ask for blocks at once; what comes out is the same for any number.
    public var threads = 1
    /// Gives the positions of a block. Their order does not matter.
    public let block: @Sendable (Int) -> [FixedCoordinate]

    /// Makes a source of its blocks; each has a size that memory holds once a thread.
    public init(
        count: Int, blockCount: Int, block: @escaping @Sendable (Int) -> [FixedCoordinate]
    ) {
        self.count = count
        self.blockCount = blockCount
        self.block = block
    }

    /// Makes a source of positions in memory.
    public init(_ positions: [FixedCoordinate]) {
        let size = 1 << 15
        self.init(count: positions.count, blockCount: (positions.count + size - 1) / size) {
            index in
            Array(positions[index * size..<min(positions.count, (index + 1) * size)])
        }
    }
}
