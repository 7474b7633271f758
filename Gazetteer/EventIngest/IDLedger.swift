/// Remembers the ids of a table by their hashes, to tell which ids several rows have.
///
/// 5 bytes a row, and up to as much again while the memory grows. Of each hash 48 bits are kept: that
/// two of a million fall together happens once in five hundred tables, and only makes an id suspect:
/// whoever asks compares the ids themselves.
struct IDLedger {
    /// By the uppermost byte of the 48 bits, so that each is small enough for the caches of a
    /// processor.
    private var buckets = [Bucket](repeating: Bucket(), count: 256)

    private struct Bucket {
        /// The lowest 32 bits, and the 8 above them.
        var low: [UInt32] = []
        var high: [UInt8] = []

        func key(_ index: Int) -> UInt64 { UInt64(high[index]) << 32 | UInt64(low[index]) }
    }

    /// What is kept of a hash.
    static func key(_ hash: UInt64) -> UInt64 { hash >> 16 }

    /// Notes the id of one row.
    mutating func note(_ hash: UInt64) {
        let bucket = Int(hash >> 56)
        buckets[bucket].low.append(UInt32(truncatingIfNeeded: hash >> 16))
        buckets[bucket].high.append(UInt8(truncatingIfNeeded: hash >> 48))
    }

    /// The keys of the ids that more than one row has.
    ///
    /// - Complexity: O(*n*).
    func shared() -> Set<UInt64> {
        var shared: Set<UInt64> = []
        for (index, bucket) in buckets.enumerated() where bucket.low.count > 1 {
            Self.repeats(in: bucket, top: UInt64(index) << 40, into: &shared)
        }
        return shared
    }

    /// Open addressing over twice as many slots as keys; 0 marks an empty one and is told apart.
    private static func repeats(in bucket: Bucket, top: UInt64, into shared: inout Set<UInt64>) {
        var slots = 4
        while slots < 2 * bucket.low.count { slots *= 2 }
        var table = [UInt64](repeating: 0, count: slots)
        var hasZero = false
        for index in bucket.low.indices {
            let key = bucket.key(index)
            guard key != 0 else {
                if hasZero { shared.insert(top) }
                hasZero = true
                continue
            }
            var slot = Int(truncatingIfNeeded: key) & (slots - 1)
            while table[slot] != 0, table[slot] != key { slot = (slot + 1) & (slots - 1) }
            if table[slot] == key { shared.insert(top | key) } else { table[slot] = key }
        }
    }
}
