public import Diagnostics
internal import TabularText

/// Writes features as the rows of a table with a header: comma-separated values (RFC 4180) or tab-separated
/// ones.
///
/// If wished, the feature's id stands in front in a column `id`, and its shape as well-known text at the end
/// in a column `WKT`, which GDAL and QGIS find by its name.
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
    private let hasShapes: Bool
    private var bytes: [UInt8] = []

    /// Starts a table with the columns of a schema.
    ///
    /// - Parameters:
    ///   - schema: The columns.
    ///   - style: What parts the cells.
    ///   - withShapes: Whether ids and shapes stand in columns of their own.
    public init(_ schema: FeatureSchema, _ style: Style, withShapes: Bool = false) {
        self.style = style
        hasShapes = withShapes
        var names = schema.columns.map(\.name)
        if withShapes {
            let own = (id: "id", shape: "WKT")
            names = [own.id] + SQLName.unique(names, beside: [own.id, own.shape]) + [own.shape]
        }
        for (index, name) in names.enumerated() {
            part(before: index)
            let name = Array(name.utf8)
            add(name, name.indices)
        }
        bytes.append(0x0A)
    }

    /// Writes a row, and hands on what was gathered.
    public mutating func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        if hasShapes { add(record.bytes, record.id) }
        for (index, cell) in record.cells.enumerated() {
            part(before: hasShapes ? index + 1 : index)
            switch cell {
            case .absent, .null: break
            case .integer(let number): bytes.append(contentsOf: "\(number)".utf8)
            case .number(let number): add(number)
            case .text(let range): add(record.bytes, range)
            }
        }
        if hasShapes {
            part(before: record.cells.count + 1)
            let text = record.geometry.map { WellKnownText($0, digits: record.digits).bytes } ?? []
            add(text, text.indices)
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
        bytes.append(contentsOf: PlainNumber.text(number).utf8)
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
