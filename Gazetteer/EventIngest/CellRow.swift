/// A row whose cells stand in the text as they are: nothing to unquote, nothing missing.
///
/// Reading a million rows must not make a million strings: the cells are ranges of the bytes that
/// hold the row, good until the next row is asked for.
package struct CellRow: Sendable {
    /// A cell without the white space around it; empty when its ends are equal.
    package struct Cell: Hashable, Sendable {
        /// Where it starts.
        package var start: Int32
        /// Where it ends.
        package var end: Int32

        package static let empty = Cell(start: 0, end: 0)

        /// Whether nothing stands in it.
        package var isEmpty: Bool { start == end }
        /// Its bytes.
        package var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// One cell for each column.
    package internal(set) var cells: [Cell] = []
    /// Where the row starts and ends, without its line end.
    package internal(set) var range = 0..<0
}
