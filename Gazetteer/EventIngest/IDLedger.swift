/// Remembers the ids of a table by their hashes, to tell which ids several rows have.
///
/// 8 bytes a row, and up to as much again while the memory grows. Hashes that fall together only
/// make an id suspect: whoever asks compares the ids themselves.
struct IDLedger {
    /// By the uppermost byte, so that each is small enough for the caches of a processor.
    private var buckets = [[UInt64]](repeating: [], count: 256)

    /// Notes the id of one row.
    mutating func note(_ hash: UInt64) {
        buckets[Int(hash >> 56)].append(hash)
    }

    /// Whether some row has an id.
    ///
    /// - Complexity: O(*n*/256).
    func contains(_ hash: UInt64) -> Bool { buckets[Int(hash >> 56)].contains(hash) }

    /// The ids that more than one row has.
    ///
    /// - Complexity: O(*n*).
    func shared() -> Set<UInt64> {
        var shared: Set<UInt64> = []
        for bucket in buckets where bucket.count > 1 { Self.repeats(in: bucket, into: &shared) }
        return shared
    }

    /// Open addressing over twice as many slots as hashes; 0 marks an empty one and is told apart.
    private static func repeats(in bucket: [UInt64], into shared: inout Set<UInt64>) {
        var slots = 4
        while slots < 2 * bucket.count { slots *= 2 }
        var table = [UInt64](repeating: 0, count: slots)
        var hasZero = false
        for hash in bucket {
            guard hash != 0 else {
                if hasZero { shared.insert(0) }
                hasZero = true
                continue
            }
            var slot = Int(truncatingIfNeeded: hash) & (slots - 1)
            while table[slot] != 0, table[slot] != hash { slot = (slot + 1) & (slots - 1) }
            if table[slot] == hash { shared.insert(hash) } else { table[slot] = hash }
        }
    }
}
