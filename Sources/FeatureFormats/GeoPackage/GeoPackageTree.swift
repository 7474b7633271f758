internal import GeoModel
internal import SQLite

/// Builds the spatial index of a GeoPackage in bulk: the tables behind an R*Tree, filled from the leaves up.
///
/// Rows are gathered by the 262,144, put into the order of a Hilbert curve, and packed 51 to a leaf: a
/// million take 0.4 s, where inserting them into the virtual table one at a time took 12. Memory
/// holds one such batch and the boxes of the leaves so far.
///
/// Source: SQLite, "The SQLite R*Tree Module", section 6 (the shadow tables), and the head of `rtree.c`;
/// I. Kamel and C. Faloutsos, "On Packing R-trees", CIKM 1993, for the order.
final class GeoPackageTree {
    /// A box in single precision, no smaller than what it holds.
    private struct Box {
        var west: Float
        var east: Float
        var south: Float
        var north: Float

        init(_ box: BoundingBox) {
            west = Self.below(box.west)
            east = Self.above(box.east)
            south = Self.below(box.south)
            north = Self.above(box.north)
        }

        private static func below(_ degrees: Double) -> Float {
            let near = Float(degrees)
            return Double(near) > degrees ? near.nextDown : near
        }

        private static func above(_ degrees: Double) -> Float { -below(-degrees) }

        mutating func unite(_ other: Box) {
            west = min(west, other.west)
            east = max(east, other.east)
            south = min(south, other.south)
            north = max(north, other.north)
        }

        /// Where the middle lies along the curve.
        var order: UInt64 {
            let side = Double(1 << HilbertCurve.bits)
            func cell(_ middle: Float, _ half: Double) -> UInt32 {
                UInt32(max(0, min(side - 1, (Double(middle) + half) / (2 * half) * side)))
            }
            return HilbertCurve.distance(
                x: cell((west + east) / 2, 180), y: cell((south + north) / 2, 90))
        }
    }

    /// What a node points to: a row from a leaf, or another node.
    private struct Entry {
        var box: Box
        var target: Int
    }

    /// `RTREE_MAXCELLS`: of 24 bytes each, they fit a page of 4096.
    private static let greatestCells = 51
    private static let batchSize = 1 << 18
    /// The root of every tree.
    private static let root = 1

    private let insertNode: SQLiteStatement
    private let insertRow: SQLiteStatement
    private let insertParent: SQLiteStatement
    private let name: String
    private var batch: [Entry] = []
    private var leaves: [Entry] = []
    private var parents: [(node: Int, parent: Int)] = []
    private var nextNode = 2

    /// Makes the tables of a tree.
    init(_ name: String, in database: borrowing SQLiteDatabase) throws(SQLiteError) {
        self.name = name
        try database.execute(
            "CREATE VIRTUAL TABLE \(SQLName.quoted(name)) USING rtree(id, minx, maxx, miny, maxy)")
        func statement(_ part: String) throws(SQLiteError) -> SQLiteStatement {
            try database.prepare(
                "INSERT OR REPLACE INTO \(SQLName.quoted(name + part)) VALUES (?, ?)")
        }
        insertNode = try statement("_node")
        insertRow = try statement("_rowid")
        insertParent = try statement("_parent")
    }

    /// Adds a row; rows come in the order of their ids.
    func add(_ box: BoundingBox, row: Int) throws(SQLiteError) {
        batch.append(Entry(box: Box(box), target: row))
        if batch.count == Self.batchSize { try flush() }
    }

    /// Writes the leaves of the batch.
    private func flush() throws(SQLiteError) {
        let order = Self.sorted(batch)
        var nodes = Array(repeating: 0, count: batch.count)
        for start in stride(from: 0, to: order.count, by: Self.greatestCells) {
            let members = order[start..<min(start + Self.greatestCells, order.count)]
            let leaf = try write(members.map { batch[$0] }, depth: 0)
            for member in members { nodes[member] = leaf.target }
            leaves.append(leaf)
        }
        // In the order of the rows, so that the table grows at its end.
        for (entry, node) in zip(batch, nodes) {
            try insertRow.run([.integer(entry.target), .integer(node)], among: [])
        }
        batch.removeAll(keepingCapacity: true)
    }

    /// Writes what stands above the leaves.
    func finish(_ database: borrowing SQLiteDatabase) throws(SQLiteError) {
        try flush()
        guard !leaves.isEmpty else { return }
        var level = Self.sorted(leaves).map { leaves[$0] }
        guard level.count > 1 else { return try makeRoot(ofOnlyLeaf: level[0].target, database) }
        var depth = 1
        while level.count > Self.greatestCells {
            var above: [Entry] = []
            for start in stride(from: 0, to: level.count, by: Self.greatestCells) {
                let members = level[start..<min(start + Self.greatestCells, level.count)]
                above.append(try write(Array(members), depth: 0))
                adopt(members, by: nextNode - 1)
            }
            level = above
            depth += 1
        }
        try insertNode.run(
            [.integer(Self.root), .bytes(0..<Self.nodeSize)],
            among: Self.spelled(level, depth: depth))
        adopt(level[...], by: Self.root)
        for (node, parent) in parents.sorted(by: { $0.node < $1.node }) {
            try insertParent.run([.integer(node), .integer(parent)], among: [])
        }
    }

    private func adopt(_ members: ArraySlice<Entry>, by parent: Int) {
        for member in members { parents.append((member.target, parent)) }
    }

    /// A tree of one leaf has no more than its root.
    private func makeRoot(
        ofOnlyLeaf leaf: Int, _ database: borrowing SQLiteDatabase
    ) throws(SQLiteError) {
        let (nodes, rows) = (SQLName.quoted(name + "_node"), SQLName.quoted(name + "_rowid"))
        try database.execute(
            """
            DELETE FROM \(nodes) WHERE nodeno = \(Self.root);
            UPDATE \(nodes) SET nodeno = \(Self.root) WHERE nodeno = \(leaf);
            UPDATE \(rows) SET nodeno = \(Self.root)
            """)
    }

    private static func sorted(_ entries: [Entry]) -> [Int] {
        let keyed = entries.enumerated().map { (key: $0.element.box.order, index: $0.offset) }
        return keyed.sorted { ($0.key, $0.index) < ($1.key, $1.index) }.map(\.index)
    }

    // MARK: Nodes

    /// Two numbers of two bytes, and cells of an id and four coordinates.
    private static let nodeSize = 4 + greatestCells * 24

    private func write(_ members: [Entry], depth: Int) throws(SQLiteError) -> Entry {
        let node = nextNode
        nextNode += 1
        try insertNode.run(
            [.integer(node), .bytes(0..<Self.nodeSize)],
            among: Self.spelled(members, depth: depth))
        var box = members[0].box
        for member in members.dropFirst() { box.unite(member.box) }
        return Entry(box: box, target: node)
    }

    /// A node, the highest byte of each number first; only the root says how deep the tree is.
    private static func spelled(_ members: [Entry], depth: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(nodeSize)
        func append(_ number: UInt64, _ count: Int) {
            for shift in stride(from: 8 * count - 8, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
            }
        }
        append(UInt64(depth), 2)
        append(UInt64(members.count), 2)
        for member in members {
            append(UInt64(member.target), 8)
            let box = member.box
            for edge in [box.west, box.east, box.south, box.north] {
                append(UInt64(edge.bitPattern), 4)
            }
        }
        bytes += repeatElement(0, count: nodeSize - bytes.count)
        return bytes
    }
}
