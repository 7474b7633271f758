/// Where a cell stands among bytes: a range in 12 bytes, since tables have many cells.
package struct ByteRange: Hashable, Sendable {
    /// Where it starts.
    package var start: Int32
    /// Where it ends.
    package var end: Int32
    /// Whether each quote in it stands there twice, as CSV writes it.
    package var hasDoubledQuotes = false

    /// Nothing.
    package static let empty = ByteRange(0..<0)

    /// Makes a range; one beyond 2 GiB is a mistake of the caller's.
    @inlinable @inline(__always)
    package init(_ range: Range<Int>) {
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    /// Whether nothing stands in it.
    @inlinable @inline(__always) package var isEmpty: Bool { start == end }
    /// How many bytes it has.
    @inlinable @inline(__always) package var count: Int { Int(end &- start) }
    /// The range.
    @inlinable @inline(__always) package var range: Range<Int> {
        // `init` saw to it that the bounds are in order.
        unsafe Range(uncheckedBounds: (Int(start), Int(end)))
    }
}
