internal import Raster

/// How often each colour occurs in a picture, and where: a map is mostly flat, so that most of the work on
/// its pixels is done once for a stretch of equal ones.
struct ColorHistogram {
    /// A colour packed as 0xAARRGGBB.
    typealias Key = UInt32

    /// Equal pixels that follow each other, over the ends of rows too.
    struct Run {
        /// The colour, by its place in `keys`.
        var color: Int32
        /// The pixel behind the last.
        var end: Int32
    }

    /// The colours that occur, ascending.
    let keys: [Key]
    /// How often, by place in `keys`.
    let counts: [Int]
    /// All pixels, from the first to the last.
    let runs: [Run]

    init(_ buffer: PixelBuffer) {
        var table = ColorTable()
        var runs = Self.runs(of: buffer, &table)
        // By the key, with the number under which the table has it.
        let sorted = table.keys.enumerated()
            .map { UInt64($0.element) << 32 | UInt64($0.offset) }.sorted()
        var places = [Int32](repeating: 0, count: sorted.count)
        for (place, entry) in sorted.enumerated() {
            places[Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)] = Int32(place)
        }
        var counts = [Int](repeating: 0, count: sorted.count)
        var start = 0
        for index in runs.indices {
            let (place, end) = (places[Int(runs[index].color)], Int(runs[index].end))
            runs[index].color = place
            counts[Int(place)] += end - start
            start = end
        }
        keys = sorted.map { UInt32(truncatingIfNeeded: $0 >> 32) }
        self.counts = counts
        self.runs = runs
    }

    /// The stretches, with colours by their numbers in a table.
    private static func runs(of buffer: PixelBuffer, _ table: inout ColorTable) -> [Run] {
        var runs: [Run] = []
        PixelRuns(buffer).forEach { key, pixels in
            let color = table.number(of: key)
            runs.append(Run(color: Int32(color), end: Int32(pixels.upperBound)))
        }
        return runs
    }
}

/// Numbers colours in the order in which they are met: a hash table by open addressing.
struct ColorTable {
    /// The colours, by number.
    private(set) var keys: [UInt32] = []
    /// By slot: one more than a number, or 0 for none.
    private var slots = [Int32](repeating: 0, count: 1024)

    /// The number of a colour, which gets one if it has none.
    @inline(__always)
    mutating func number(of key: UInt32) -> Int {
        var slot = start(of: key)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) &- 1
            if keys[number] == key { return number }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
        keys.append(key)
        slots[slot] = Int32(keys.count)
        if keys.count * 2 > slots.count { grow() }
        return keys.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 4)
        for (number, key) in keys.enumerated() {
            var slot = start(of: key)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number + 1)
        }
    }

    /// Multiplicative hashing by 2³² over the golden ratio.
    ///
    /// Source: D. Knuth, "The Art of Computer Programming" vol. 3, section 6.4.
    private func start(of key: UInt32) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 8) & (slots.count &- 1)
    }
}
