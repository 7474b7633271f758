/// A value of a cell, or one that is bound to a place of a statement.
public enum SQLiteValue: Hashable, Sendable {
    /// NULL.
    case null
    /// An INTEGER.
    case integer(Int)
    /// A REAL.
    case real(Double)
    /// A TEXT; bytes that are no UTF-8 are replaced when one is read.
    case text(String)
    /// A BLOB.
    case bytes([UInt8])

    /// The number of an integer, nil for all else.
    public var integer: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    /// The text of a text, nil for all else.
    public var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    /// The bytes of a blob, nil for all else.
    public var bytes: [UInt8]? {
        if case .bytes(let value) = self { value } else { nil }
    }
}
