public import Diagnostics
internal import TabularText

/// Writes features as comma-separated values (RFC 4180): their ids, their columns, and their shapes as
/// well-known text in a column `WKT`, which GDAL and QGIS find by its name.
///
/// Texts that a spreadsheet would run have an apostrophe in front. There is no place for the provenance.
public struct FeatureCSVWriter: FeatureWriter {
    private var bytes: [UInt8] = []

    /// Writes the header of features that have the columns of a schema.
    public init(_ schema: FeatureSchema) {
        let own = ["id", "WKT"]
        let names = SQLName.unique(schema.columns.map(\.name), beside: own)
        for (index, name) in ([own[0]] + names + [own[1]]).enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            add(cell: Array(name.utf8))
        }
        bytes.append(0x0A)
    }

    /// Writes a row, and hands on what was gathered.
    public mutating func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        add(cell: record.bytes, record.id)
        for cell in record.cells {
            bytes.append(UInt8(ascii: ","))
            switch cell {
            case .absent, .null: break
            case .integer(let number): bytes += "\(number)".utf8
            case .number(let number): bytes += PlainNumber.text(number).utf8
            case .text(let range): add(cell: record.bytes, range)
            }
        }
        bytes.append(UInt8(ascii: ","))
        if let geometry = record.geometry {
            add(cell: WellKnownText(geometry, digits: record.digits).bytes)
        }
        bytes.append(0x0A)
        guard bytes.count > featurePieceSize else { return }
        try hand(to: receive)
    }

    private mutating func add(cell text: [UInt8]) { add(cell: text, 0..<text.count) }

    private mutating func add(cell text: [UInt8], _ range: Range<Int>) {
        unsafe bytes.append(upTo: 2 * range.count + 3) { output in
            unsafe output.write(cell: text.span, ByteRange(range))
        }
    }

    /// Hands on the rest.
    public mutating func finish(
        _ provenance: ExportProvenance, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        try hand(to: receive)
    }

    private mutating func hand(to receive: ([UInt8]) throws(FileFault) -> Void) throws(FileFault) {
        try receive(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
