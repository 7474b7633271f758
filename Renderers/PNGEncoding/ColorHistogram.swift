internal import Raster

/// How often each colour occurs in a picture.
struct ColorHistogram {
    /// A colour packed as 0xAARRGGBB.
    typealias Key = UInt32

    /// The colours that occur, ascending.
    private(set) var keys: [Key] = []
    /// How often, by place in `keys`.
    private(set) var counts: [Int] = []

    init(_ buffer: PixelBuffer) {
        var table = ColorTable()
        PixelRuns(buffer).forEach { key, pixels in
            table.values[table.slot(for: key)] += pixels.count
        }
        let sorted = table.entries.sorted { $0.key < $1.key }
        keys = sorted.map(\.key)
        counts = sorted.map(\.value)
    }
}

/// A hash table from colours to numbers, by open addressing.
struct ColorTable {
    private var keys: [UInt32]
    private var isUsed: [Bool]
    /// By slot.
    var values: [Int]
    /// How many colours there are.
    private(set) var count = 0

    /// Makes a table that holds about `capacity` colours without growing.
    init(capacity: Int = 512) {
        var slots = 1024
        while slots < capacity * 2 { slots *= 2 }
        keys = [UInt32](repeating: 0, count: slots)
        isUsed = [Bool](repeating: false, count: slots)
        values = [Int](repeating: 0, count: slots)
    }

    /// The slot of a colour, which gets one with 0 if it has none; slots hold until the next new
    /// colour.
    mutating func slot(for key: UInt32) -> Int {
        if count * 2 > keys.count { grow() }
        var slot = Self.start(key, keys.count)
        while isUsed[slot] {
            if keys[slot] == key { return slot }
            slot = (slot + 1) & (keys.count - 1)
        }
        keys[slot] = key
        isUsed[slot] = true
        count += 1
        return slot
    }

    /// All colours with their numbers, in no useful order.
    var entries: [(key: UInt32, value: Int)] {
        keys.indices.filter { isUsed[$0] }.map { (keys[$0], values[$0]) }
    }

    private mutating func grow() {
        var larger = ColorTable(capacity: keys.count)
        for (key, value) in entries { larger.values[larger.slot(for: key)] = value }
        self = larger
    }

    /// Multiplicative hashing by 2³² over the golden ratio.
    ///
    /// Source: D. Knuth, "The Art of Computer Programming" vol. 3, section 6.4.
    private static func start(_ key: UInt32, _ slots: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 8) & (slots - 1)
    }
}
