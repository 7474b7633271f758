package import Diagnostics
internal import EDTF
internal import GeoModel
package import TabularText

/// A table of positions: longitude, latitude, and nothing else that an event table knows.
///
/// Such tables have millions of rows and nothing to tell one from another, so each row is an event, and
/// they are read by blocks of bytes, by several threads if need be, without making strings of them.
package struct PositionTable {
    /// More rows are refused.
    package static let greatestRows = 1_000_000_000

    /// What reads the blocks.
    package let reader: PositionReader
    /// What was found in the header.
    package let report: DiagnosticReport
    private let input: any ByteInput
    private var rest: [UInt8]

    /// Opens a table; nil when it is none of positions alone, in CSV and UTF-8, or has a fault: then it is
    /// to be read as any other.
    package init?(_ input: any ByteInput, file: String, options: ReadingOptions) {
        guard options.encoding == nil || options.encoding == .utf8, options.preset == nil else {
            return nil
        }
        do throws(FileFault) {
            let opening = try TableOpening(input, file: file, options)
            let rows = try opening.rows()
            guard opening.note == nil, let csv = rows.csvRows else { return nil }
            var map = try ColumnMap(rows.headers, file: file, options)
            guard let longitude = map.fields[.longitude], let latitude = map.fields[.latitude],
                map.fields.count == 2, map.preset == nil,
                rows.headers.names.allSatisfy({ Headers.figureSense($0) == nil })
            else { return nil }
            try map.settle(NumericColumns())
            var report = rows.report
            report.add(map.report)
            self.report = report
            self.input = input
            let window = csv.window
            rest = Array(window.bytes[window.range])
            reader = PositionReader(
                csv.rowTaker, map, longitude: longitude, latitude: latitude, dates: options.dates,
                file: file, firstLine: window.position.line)
        } catch {
            return nil
        }
    }

    /// The next bytes of the table that are whole lines, at least so many where there are; empty at
    /// the end, nil where lines are longer than rows may be.
    ///
    /// - Throws: `FileFault` when the input cannot be read.
    package mutating func nextBlock(of size: Int) throws(FileFault) -> [UInt8]? {
        var block = rest
        rest = []
        block.reserveCapacity(size + 1 << 16)
        while true {
            while block.count < size {
                let piece = try input.next()
                if piece.isEmpty { return block }
                block += piece
            }
            if let end = block.lastIndex(of: 0x0A) {
                rest = Array(block[(end + 1)...])
                block.removeSubrange((end + 1)...)
                return block
            }
            guard block.count < ReadingLimits().rowBytes else { return nil }
            let piece = try input.next()
            if piece.isEmpty { return block }
            block += piece
        }
    }
}
