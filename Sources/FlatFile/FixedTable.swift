/// Rows of one width in flat bytes.
public struct FixedTable: Sendable {
    @usableFromInline let bytes: FlatSlice
    /// How many bytes a row has.
    public let width: Int
    /// How many whole rows there are.
    public let count: Int

    /// Takes a section as rows of so many bytes.
    public init(_ bytes: FlatSlice, width: Int) {
        precondition(width > 0, "a row has bytes")
        self.bytes = bytes
        self.width = width
        count = bytes.count / width
    }

    /// A number of a row; 0 for a row that is not there.
    @inlinable
    public func number<Number: FixedWidthInteger & BitwiseCopyable>(
        _ row: Int, at offset: Int, as type: Number.Type = Number.self
    ) -> Number {
        guard row >= 0, row < count else { return 0 }
        return bytes.number(at: row &* width &+ offset, as: type)
    }

    /// The first four numbers of 32 bits of a row, in one load; zeros for a row that is not there.
    @inlinable
    public func quad(_ row: Int) -> SIMD4<Int32> {
        guard row >= 0, row < count else { return .zero }
        return bytes.quad(at: row &* width)
    }
}

/// Numbers of one type in flat bytes.
public struct FixedColumn<Number: FixedWidthInteger & BitwiseCopyable & Sendable>: Sendable {
    @usableFromInline let bytes: FlatSlice
    /// How many numbers there are.
    public let count: Int

    /// Takes a section as numbers.
    public init(_ bytes: FlatSlice) {
        self.bytes = bytes
        count = bytes.count / MemoryLayout<Number>.size
    }

    /// A number; 0 for one that is not there.
    @inlinable
    public subscript(index: Int) -> Number {
        bytes.number(at: index &* MemoryLayout<Number>.size, as: Number.self)
    }
}
