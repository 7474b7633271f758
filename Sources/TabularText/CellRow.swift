package import Diagnostics

/// A row whose cells stand in the text as they are: nothing to unquote, nothing missing.
///
/// Reading a million rows must not make a million strings: the cells are ranges of the bytes that
/// hold the row, good until the next row is asked for.
package struct CellRow: Sendable {
    /// A cell without the white space around it.
    package typealias Cell = ByteRange

    /// One cell for each column.
    package var cells: [Cell] = []
    /// Where the row starts and ends, without its line end.
    package var range = 0..<0

    /// Makes a row without cells.
    package init() {}
}
