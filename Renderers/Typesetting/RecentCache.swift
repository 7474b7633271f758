/// What was made last, so that what is asked for again and again is made once.
///
/// Two halves: what is asked for moves into the young one, and when that is full the old one is
/// dropped. So no more than `capacity` is held, and what is in use stays.
struct RecentCache<Key: Hashable, Value> {
    private let capacity: Int
    private var young: [Key: (value: Value, cost: Int)] = [:]
    private var old: [Key: (value: Value, cost: Int)] = [:]
    private var youngCost = 0
    private var oldCost = 0

    /// Makes a cache that holds values up to a sum of their costs.
    init(capacity: Int) {
        self.capacity = capacity
    }

    mutating func value(for key: Key) -> Value? {
        if let found = young[key] { return found.value }
        guard let found = old[key] else { return nil }
        insert(found.value, for: key, cost: found.cost)
        return found.value
    }

    /// Holds a value, unless it alone would cost more than half of the capacity.
    mutating func insert(_ value: Value, for key: Key, cost: Int = 1) {
        let half = max(1, capacity / 2)
        guard cost <= half else { return }
        if youngCost + cost > half {
            (old, oldCost) = (young, youngCost)
            young.removeAll(keepingCapacity: true)
            youngCost = 0
        }
        let replaced = young.updateValue((value, cost), forKey: key)
        youngCost += cost - (replaced?.cost ?? 0)
    }

    /// The sum of the costs of what is held.
    var cost: Int { youngCost + oldCost }
}
