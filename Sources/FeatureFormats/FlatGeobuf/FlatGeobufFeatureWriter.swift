public import Diagnostics
internal import FlatGeobuf
internal import GeoJSON

/// Writes features as FlatGeobuf, with the index by which programs fetch those in a box alone.
///
/// The id stands in a column `id` in front, unless the schema has one. Numbers and texts are typed; a day is a
/// `DateTime` of ten letters, since the format has no type for days, and programs show it as a date. Where
/// features come from is JSON in the `metadata` of the header. The features come in the order of the index.
public final class FlatGeobufFeatureWriter: FeatureWriter {
    private var writer: FlatGeobufWriter
    private var properties = FlatGeobufProperties()
    private let columns: [FeatureColumn]
    /// How many columns stand before those of the schema.
    private let leading: Int

    /// Starts a file of features that have the columns of a schema.
    ///
    /// - Throws: `FileFault` when nothing can be laid aside, or there are more columns than the format can
    ///   number.
    public init(_ schema: FeatureSchema) throws(FileFault) {
        columns = schema.columns
        leading = columns.contains { $0.name == "id" } ? 0 : 1
        guard columns.count + leading <= Int(UInt16.max) + 1 else {
            throw FileFault(
                Diagnostic(
                    .error, code: "too-many-columns",
                    problem: "\(columns.count) columns, where FlatGeobuf has room for 65536",
                    remedy: "choose some with --fields"))
        }
        var header = FlatGeobufHeader(
            name: schema.name,
            columns: leading == 0
                ? [] : [FlatGeobufColumn("id", .text, description: "The id", isNullable: false)])
        header.description = schema.summary
        header.columns += columns.map(FlatGeobufColumn.init)
        writer = try FlatGeobufWriter(header)
    }

    /// Writes a feature: it is laid aside until all are there.
    public func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        properties.removeAll()
        if leading > 0 { properties.add(record.bytes.span, record.id, to: 0) }
        for (index, cell) in record.cells.enumerated() {
            let column = index + leading
            switch cell {
            case .absent, .null: break
            case .integer(let number):
                if columns[index].type == .number {
                    properties.add(Double(number), to: column)
                } else {
                    properties.add(Int64(number), to: column)
                }
            case .number(let number): properties.add(number, to: column)
            case .text(let range): properties.add(record.bytes.span, range, to: column)
            }
        }
        try writer.write(record.geometry?.written(digits: record.digits), properties)
    }

    /// Puts the features in order and hands over the file.
    public func finish(
        _ provenance: ExportProvenance, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        writer.header.metadata = provenance.json.description
        try writer.finish(receive)
    }
}

extension FlatGeobufColumn {
    /// The column of a schema in the types of the format.
    fileprivate init(_ column: FeatureColumn) {
        let kind: Kind =
            switch column.type {
            case .text: .text
            case .integer: .int64
            case .number: .double
            case .date: .dateTime
            case .json: .json
            }
        self.init(
            column.name, kind, description: column.summary, isNullable: column.nullRule != .never)
    }
}
