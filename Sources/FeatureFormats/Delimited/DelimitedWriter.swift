public import Diagnostics
internal import TabularText

/// Writes features as the rows of a table with a header, without their shapes: comma-separated values
/// (RFC 4180) or tab-separated ones.
public struct DelimitedWriter: FeatureWriter {
    /// What parts the cells.
    public enum Style: Hashable, Sendable {
        /// Commas; what has a comma, quote or line end stands in quotes, and what a spreadsheet would run
        /// as a formula has an apostrophe in front.
        case commas
        /// Tabs, without quotes; a tab or line end in a text becomes a space.
        case tabs
    }

    private let style: Style
    private var bytes: [UInt8] = []

    /// Starts a table with the columns of a schema.
    public init(_ schema: FeatureSchema, _ style: Style) {
        self.style = style
        for (index, column) in schema.columns.enumerated() {
            part(before: index)
            let name = Array(column.name.utf8)
            add(name, name.indices)
        }
        bytes.append(0x0A)
    }

    /// Writes a row, and hands on what was gathered.
    public mutating func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        for (index, cell) in record.cells.enumerated() {
            part(before: index)
            switch cell {
            case .absent, .null: break
            case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
            case .number(let number): add(number)
            case .text(let range): add(record.bytes, range)
            }
        }
        bytes.append(0x0A)
        guard bytes.count > featurePieceSize else { return }
        try receive(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Hands on the rest. A table has no place for what it comes from.
    public mutating func finish(
        _ provenance: ExportProvenance, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        try receive(bytes)
        bytes = []
    }

    private mutating func part(before column: Int) {
        guard column > 0 else { return }
        bytes.append(style == .commas ? UInt8(ascii: ",") : 0x09)
    }

    /// Writes a number as short as reads back, a whole one without a point.
    private mutating func add(_ number: Double) {
        let text = number == 0 ? "0" : "\(number)"
        bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
    }

    private mutating func add(_ text: [UInt8], _ range: Range<Int>) {
        switch style {
        case .commas:
            unsafe bytes.append(upTo: 2 * range.count + 3) { output in
                unsafe output.write(cell: text.span, ByteRange(range))
            }
        case .tabs:
            bytes.append(contentsOf: text[range].lazy.map { $0 < 0x20 ? 0x20 : $0 })
        }
    }
}
