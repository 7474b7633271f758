/// Rows in columns as wide as their widest cell, for a terminal.
///
/// Width counts grapheme clusters: right for the scripts of the gazetteer, short for East Asian ones.
public struct TextTable: Sendable {
    private var rows: [[String]]

    /// Makes a table with a header.
    public init(header: [String]) {
        rows = [header]
    }

    /// Adds a row; missing cells are empty.
    public mutating func add(_ row: [String]) {
        rows.append(row)
    }

    /// The table, one row a line, two spaces between columns, none at the end of a line.
    public var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                cell + String(repeating: " ", count: widths[column] - cell.count)
            }
            let line = cells.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
        }.joined()
    }
}
