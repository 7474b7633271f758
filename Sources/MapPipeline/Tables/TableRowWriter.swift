internal import EventIngest
internal import GeoJSON

/// Writes the rows of a table as they stand, with cells behind them.
struct TableRowWriter {
    let format: PlaceTableReader.Format

    /// The bytes of a header with the columns added; empty for JSON.
    func header(_ names: [String]) -> [UInt8] {
        guard case .csv(let delimiter) = format else { return [] }
        var bytes: [UInt8] = []
        for (number, name) in (names + TableAnswer.columns).enumerated() {
            if number > 0 { bytes.append(delimiter) }
            add(name, delimiter, to: &bytes)
        }
        return bytes + [0x0A]
    }

    /// What stands behind a row: made once for rows that say the same.
    func ending(_ cells: [String]) -> [UInt8] {
        switch format {
        case .csv(let delimiter):
            var bytes: [UInt8] = []
            bytes.reserveCapacity(96)
            for cell in cells {
                bytes.append(delimiter)
                add(cell, delimiter, to: &bytes)
            }
            bytes.append(0x0A)
            return bytes
        case .jsonLines:
            let members = zip(TableAnswer.columns, cells).map { column, text in
                JSONMember(column, value(text, column))
            }
            // Without its opening brace: it goes on where the row ended.
            return Array(JSONValue.object(members).description.utf8.dropFirst()) + [0x0A]
        }
    }

    /// Writes a row and what stands behind it.
    func write(_ row: PlaceTableRow, _ ending: [UInt8], to output: inout [UInt8]) {
        switch format {
        case .csv(let delimiter):
            output += row.bytes
            for _ in 0..<row.missingCells { output.append(delimiter) }
        case .jsonLines:
            let object = row.bytes[...row.bytes.lastIndexOfBrace]
            let rest = object.dropLast()
            output += rest
            let isEmpty = rest.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "{") }
            if !isEmpty { output.append(UInt8(ascii: ",")) }
        }
        output += ending
    }

    /// Numbers as numbers; what is empty as null.
    private func value(_ text: String, _ column: String) -> JSONValue {
        if text.isEmpty { return .null }
        switch column {
        case "match_longitude", "match_latitude":
            return Double(text).map { .number($0, digits: 7) } ?? .null
        case "match_score": return Double(text).map { .number($0, digits: 4) } ?? .null
        default: return .string(text)
        }
    }

    private func add(_ text: String, _ delimiter: UInt8, to bytes: inout [UInt8]) {
        let isQuoted = text.utf8.contains {
            $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
        }
        if isQuoted {
            bytes += "\"\(text.replacing("\"", with: "\"\""))\"".utf8
        } else {
            bytes.append(contentsOf: text.utf8)
        }
    }
}

extension [UInt8] {
    /// Where the closing brace of an object stands.
    fileprivate var lastIndexOfBrace: Int {
        lastIndex(of: UInt8(ascii: "}")) ?? endIndex - 1
    }
}
