/// Where something stands among bytes: a range in 8 bytes, since tables have many cells.
package struct ByteRange: Hashable, Sendable {
    /// Where it starts.
    package var start: Int32
    /// Where it ends.
    package var end: Int32

    /// Nothing.
    package static let empty = ByteRange(start: 0, end: 0)

    /// Makes a range; one beyond 2 GiB is a mistake of the caller's.
    @inlinable
    package init(_ range: Range<Int>) {
        start = Int32(range.lowerBound)
        end = Int32(range.upperBound)
    }

    private init(start: Int32, end: Int32) {
        self.start = start
        self.end = end
    }

    /// Whether nothing stands in it.
    @inlinable package var isEmpty: Bool { start == end }
    /// The range.
    @inlinable package var range: Range<Int> { Int(start)..<Int(end) }
}
