/// Why a text is no EDTF date.
@nonexhaustive
public enum EDTFError: Error, Hashable, Sendable {
    /// A character that fits nowhere here; `column` counts Unicode scalars from 1.
    case unexpected(Character, column: Int, expected: String)
    /// The text ended where more was needed.
    case unexpectedEnd(column: Int, expected: String)
    /// A month that no calendar has.
    case noSuchMonth(Int, column: Int)
    /// A day that the month does not have.
    case noSuchDay(year: Int, month: Int, day: Int, column: Int)
    /// An interval that ends before it starts.
    case endsBeforeStart(column: Int)
}
