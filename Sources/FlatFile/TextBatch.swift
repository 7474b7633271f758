/// Texts to be looked up together, one behind the other.
public struct TextBatch: Sendable {
    /// The bytes of all.
    public private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Starts with none.
    public init() {}

    /// How many texts there are.
    public var count: Int { ends.count }

    /// Where a text stands in the bytes.
    public subscript(index: Int) -> Range<Int> {
        (index == 0 ? 0 : ends[index - 1])..<ends[index]
    }

    /// Adds a text that a closure appends to the bytes.
    public mutating func add(_ append: (inout [UInt8]) -> Void) {
        append(&bytes)
        precondition(bytes.count >= ends.last ?? 0, "a text is appended, and nothing taken away")
        ends.append(bytes.count)
    }

    /// The first eight bytes of a text, as `TextHead` has them.
    func head(_ index: Int) -> UInt64 {
        let range = self[index]
        guard range.lowerBound + 8 <= bytes.count else { return TextHead.head(of: bytes[range]) }
        // SAFETY: the eight bytes are inside the array.
        let eight = unsafe bytes.withUnsafeBytes { bytes in
            unsafe bytes.loadUnaligned(fromByteOffset: range.lowerBound, as: UInt64.self)
        }
        let head = UInt64(bigEndian: eight)
        return range.count >= 8 ? head : head & ~(UInt64.max >> UInt64(8 * range.count))
    }

    /// Takes all texts out; the room stays.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}
