/// Lays out which places maps name first.
enum CompletionTreeBuilder {
    /// How many places come before each: by rank, then the more populous, then by number.
    static func orders(_ places: [(rank: Int, population: Int)]) -> [UInt32] {
        let sorted = places.indices.sorted { left, right in
            let (l, r) = (places[left], places[right])
            return (l.rank, -l.population, left) < (r.rank, -r.population, right)
        }
        var orders = [UInt32](repeating: 0, count: places.count)
        for (order, place) in sorted.enumerated() { orders[place] = UInt32(order) }
        return orders
    }

    /// The nodes over blocks, given by the least order of each.
    static func nodes(_ blocks: [UInt32]) -> [UInt32] {
        var nodes = blocks
        for level in CompletionTree.levels(blocks.count).dropLast() {
            var start = level.lowerBound
            while start < level.upperBound {
                let end = min(start + CompletionTree.fanOut, level.upperBound)
                nodes.append(nodes[start..<end].min() ?? 0)
                start = end
            }
        }
        return nodes
    }
}
