internal import GeoModel

/// A box of coordinates as the index has it: empty, and the other way round, where nothing is in it.
struct TreeBox: BitwiseCopyable, Hashable {
    var west = Double.infinity
    var south = Double.infinity
    var east = -Double.infinity
    var north = -Double.infinity

    var isEmpty: Bool { west > east }

    /// Takes in another.
    mutating func extend(to other: TreeBox) {
        west = min(west, other.west)
        south = min(south, other.south)
        east = max(east, other.east)
        north = max(north, other.north)
    }

    /// Takes in a position.
    mutating func extend(to position: Coordinate) {
        extend(
            to: TreeBox(
                west: position.longitude, south: position.latitude, east: position.longitude,
                north: position.latitude))
    }
}

/// The R-tree of a FlatGeobuf file: all nodes full but the last of each level, root first, leaves last.
///
///     level 2   [root]                 offset: number of the first child among all nodes
///     level 1   [0] [1] [2] …          the same
///     leaves    [a][b][c] …            offset: where the feature stands behind the tree, in bytes
///
/// Source: `packedrtree.h` of https://flatgeobuf.org, after V. Agafonkin's flatbush.
struct PackedTree {
    /// How many children a node has.
    static let nodeSize = 16
    /// The bytes of a node: a box and an offset.
    static let nodeBytes = 40

    /// The boxes of the nodes above the leaves, level by level, the lowest first.
    private var levels: [[TreeBox]] = [[]]
    private var leafCount = 0

    /// Takes in the box of the next leaf.
    mutating func add(_ box: TreeBox) {
        if leafCount.isMultiple(of: Self.nodeSize) { levels[0].append(TreeBox()) }
        levels[0][levels[0].count - 1].extend(to: box)
        leafCount += 1
    }

    /// Builds the levels above the lowest, up to one node.
    mutating func grow() {
        while let level = levels.last, level.count > 1 {
            levels.append(
                stride(from: 0, to: level.count, by: Self.nodeSize).map { first in
                    var box = TreeBox()
                    for child in level[first..<min(first + Self.nodeSize, level.count)] {
                        box.extend(to: child)
                    }
                    return box
                })
        }
    }

    /// The box around all.
    var box: TreeBox { levels.last?.first ?? TreeBox() }

    /// How many nodes stand above the leaves.
    var innerCount: Int { levels.reduce(0) { $0 + $1.count } }

    /// Hands over the nodes above the leaves in the order of the file.
    func forEachInner(_ body: (TreeBox, _ firstChild: Int) -> Void) {
        var firstOfBelow = 0
        for level in levels.reversed() {
            firstOfBelow += level.count
            for (index, box) in level.enumerated() {
                body(box, firstOfBelow + index * Self.nodeSize)
            }
        }
    }

    /// The bytes of the index of so many features with nodes of so many children; nil for more than can be.
    static func byteCount(features: UInt64, nodeSize: Int) -> UInt64? {
        guard features > 0, nodeSize >= 2 else { return 0 }
        guard features < 1 << 50 else { return nil }
        var (level, nodes) = (features, features)
        repeat {
            level = (level + UInt64(nodeSize) - 1) / UInt64(nodeSize)
            nodes += level
        } while level > 1
        return nodes * UInt64(nodeBytes)
    }
}

/// The order of features in the file: along a Hilbert curve over the world, so that neighbours stand near each
/// other.
enum HilbertOrder {
    /// The place on the curve of the middle of a box; that of nothing comes last.
    static func key(of box: TreeBox) -> UInt64 {
        guard !box.isEmpty else { return .max }
        let side = Double(1 << HilbertCurve.bits)
        func cell(_ degrees: Double, _ half: Double) -> UInt32 {
            UInt32(max(0, min(side - 1, (degrees + half) / (2 * half) * side)))
        }
        return HilbertCurve.distance(
            x: cell((box.west + box.east) / 2, 180), y: cell((box.south + box.north) / 2, 90))
    }
}
