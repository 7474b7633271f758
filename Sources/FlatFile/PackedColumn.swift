/// Whole numbers in as few bytes as the greatest of them needs, one to four.
///
/// ```
/// width in bytes (1)  numbers, little-endian, without gaps  0 (3)
/// ```
///
/// A number is read by one load of four bytes: that is what the zeros are for.
public struct PackedColumn: Sendable {
    @usableFromInline let bytes: FlatSlice
    @usableFromInline let width: Int
    @usableFromInline let mask: UInt32
    /// How many numbers there are.
    public let count: Int

    /// Takes a section as numbers; one whose width cannot be has none.
    public init(_ bytes: FlatSlice) {
        self.bytes = bytes
        let width = Int(bytes[0])
        let isSound = (1...4).contains(width) && bytes.count >= 4
        self.width = isSound ? width : 1
        mask = isSound ? UInt32.max >> UInt32(32 - 8 * width) : 0
        count = isSound ? (bytes.count - 4) / width : 0
    }

    /// A number; 0 for one that is not there.
    @inlinable
    public subscript(index: Int) -> UInt32 {
        guard index >= 0, index < count else { return 0 }
        return bytes.number(at: 1 &+ index &* width, as: UInt32.self) & mask
    }

    /// Calls a closure with each number of a range, cut to what is there.
    ///
    /// The bounds are checked once: one by one that is most of reading.
    @inlinable
    public func forEach(_ range: Range<Int>, _ body: (UInt32) -> Void) {
        let range = range.clamped(to: 0..<count)
        var offset = 1 &+ range.lowerBound &* width
        for _ in range {
            // SAFETY: number `index` is below `count`, so its four bytes are inside the section.
            let number = unsafe bytes.start.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
            body(UInt32(littleEndian: number) & mask)
            offset &+= width
        }
    }

    /// The section of numbers.
    public static func bytes(_ numbers: some Collection<UInt32>) -> [UInt8] {
        let width = max(1, (32 - (numbers.max() ?? 0).leadingZeroBitCount + 7) / 8)
        var bytes = [UInt8(width)]
        bytes.reserveCapacity(4 + numbers.count * width)
        for number in numbers {
            for byte in 0..<width {
                bytes.append(UInt8(truncatingIfNeeded: number >> (8 * UInt32(byte))))
            }
        }
        bytes.append(contentsOf: [0, 0, 0])
        return bytes
    }

    /// Whether the section is as it is written: a sound width, no part of a number, zeros behind.
    public var isWhole: Bool {
        count > 0 || bytes.count == 4
            ? bytes.count == 4 + count * width
                && (1...4).contains(Int(bytes[0]))
                && bytes[bytes.count - 1] | bytes[bytes.count - 2] | bytes[bytes.count - 3] == 0
            : false
    }
}
