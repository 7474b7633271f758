internal import FlatFile

/// Finds places by id: a hash table of place numbers, each plus one, 0 where free, two thirds full at
/// most. A text stands at the first free slot from `hash * slots >> 32` on.
struct IDTable: Sendable {
    private let slots: FixedColumn<UInt32>

    init(_ bytes: FlatSlice) {
        slots = FixedColumn(bytes)
    }

    /// The first place for which a test holds, of those that may have the hash.
    func first(hash: UInt32, where isWanted: (Int) -> Bool) -> Int? {
        guard slots.count > 0 else { return nil }
        var slot = Self.start(hash, slots.count)
        for _ in 0..<slots.count {
            let place = slots[slot]
            if place == 0 { return nil }
            if isWanted(Int(place - 1)) { return Int(place - 1) }
            slot = slot + 1 == slots.count ? 0 : slot + 1
        }
        return nil
    }

    /// The table of places, given by the hashes of their ids. Of equal ids the first is found.
    static func bytes(count: Int, hash: (Int) -> UInt32) -> [UInt8] {
        var slots = [UInt32](repeating: 0, count: count == 0 ? 0 : count * 3 / 2 + 1)
        for place in 0..<count {
            var slot = start(hash(place), slots.count)
            while slots[slot] != 0 { slot = slot + 1 == slots.count ? 0 : slot + 1 }
            slots[slot] = UInt32(place + 1)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(slots.count * 4)
        for slot in slots { bytes.append(littleEndian: slot) }
        return bytes
    }

    private static func start(_ hash: UInt32, _ count: Int) -> Int {
        // A shift binds closer than a product.
        Int((UInt64(hash) * UInt64(count)) >> 32)
    }
}
