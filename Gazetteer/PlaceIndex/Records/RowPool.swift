internal import FlatFile

/// Rows of one width, each there once.
struct RowPool: Sendable {
    private(set) var bytes: [UInt8] = []
    private let width: Int
    private var rows: [[UInt8]: UInt32] = [:]

    init(width: Int) {
        self.width = width
    }

    /// The number of a row, added when it is new.
    mutating func row(_ row: [UInt8]) -> UInt32 {
        precondition(row.count == width, "each row has the same width")
        if let known = rows[row] { return known }
        let number = UInt32(rows.count)
        rows[row] = number
        bytes.append(contentsOf: row)
        return number
    }
}
