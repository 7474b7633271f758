internal import FlatFile

/// Which places maps name first, for each run of forms: what completes a prefix is read off without
/// looking at all that start with it.
///
/// ```
/// orders  for each place, how many come before it: by rank, then the more populous, then by number; packed
/// tree    the least order of the names of each sixteen forms, none being the number of places; then of
///         each eight of those, and so on up to one; packed
/// ```
struct CompletionTree: Sendable {
    static let fanOutBits = 3
    static let fanOut = 1 << fanOutBits

    private let orders: PackedColumn
    private let nodes: PackedColumn
    /// Where the nodes of each level start, those over forms first.
    private let levels: [Range<Int>]

    init(orders: FlatSlice, nodes: FlatSlice, blocks: Int) {
        self.orders = PackedColumn(orders)
        self.nodes = PackedColumn(nodes)
        levels = Self.levels(blocks)
    }

    static func levels(_ blocks: Int) -> [Range<Int>] {
        var levels: [Range<Int>] = []
        var (start, count) = (0, blocks)
        while count > 0 {
            levels.append(start..<(start + count))
            start += count
            count = count == 1 ? 0 : (count + fanOut - 1) / fanOut
        }
        return levels
    }

    /// How many places come before one.
    func order(ofPlace place: Int) -> Int { Int(orders[place]) }

    /// The blocks of a range from the one with the least order on.
    func walk(_ blocks: Range<Int>) -> Walk { Walk(self, blocks) }

    /// What is wrong, or nil.
    func firstFault(places: Int) -> String? {
        guard orders.isWhole, nodes.isWhole, orders.count == places,
            nodes.count == levels.last?.upperBound ?? 0
        else { return "it is cut off" }
        var seen = [Bool](repeating: false, count: places)
        for place in 0..<places {
            let order = order(ofPlace: place)
            guard order < places, !seen[order] else {
                return "place \(place) has no place in the order"
            }
            seen[order] = true
        }
        return nil
    }

    /// The least order of a node.
    func least(level: Int, node: Int) -> Int { Int(nodes[levels[level].lowerBound + node]) }

    /// Gives block after block, that with the least order first.
    struct Walk {
        private let tree: CompletionTree
        private let blocks: Range<Int>
        private var nodes = LeastFirst<Node>(capacity: 64)

        /// A node that is not looked into yet; of equal orders the one before comes first.
        private struct Node: Comparable {
            var order: Int
            var level: Int
            var node: Int
            /// The first block below.
            var block: Int

            static func < (left: Node, right: Node) -> Bool {
                left.order == right.order ? left.block < right.block : left.order < right.order
            }
        }

        init(_ tree: CompletionTree, _ blocks: Range<Int>) {
            self.tree = tree
            self.blocks = blocks.clamped(to: tree.levels.first ?? 0..<0)
            if !self.blocks.isEmpty { add(level: tree.levels.count - 1, node: 0) }
        }

        /// No block that is left has a lesser order; nil when none is left.
        var leastOrder: Int? { nodes.first?.order }

        /// The next block.
        mutating func next() -> Int? {
            while let top = nodes.popFirst() {
                if top.level == 0 { return top.node }
                let first = top.node * CompletionTree.fanOut
                let end = min(first + CompletionTree.fanOut, tree.levels[top.level - 1].count)
                for node in first..<max(first, end) { add(level: top.level - 1, node: node) }
            }
            return nil
        }

        private mutating func add(level: Int, node: Int) {
            let span = 1 << (level * CompletionTree.fanOutBits)
            let block = node * span
            guard block < blocks.upperBound, block + span > blocks.lowerBound else { return }
            // A node that is only partly of the range has an order of the whole: at most too early.
            nodes.add(
                Node(
                    order: tree.least(level: level, node: node), level: level, node: node,
                    block: block))
        }
    }
}
