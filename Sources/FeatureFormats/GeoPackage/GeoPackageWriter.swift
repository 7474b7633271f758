public import Diagnostics
internal import GeoJSON
internal import GeoModel
internal import SQLite

/// Writes features as a GeoPackage: one layer with its spatial index, a table for each view of the schema,
/// the data dictionary, the provenance, and a style that QGIS takes by itself.
///
/// The file is written where it is told to be and made new there: give it a name that nobody knows yet.
/// Equal features give equal bytes, by one version of SQLite.
///
/// Source: OGC 12-128r17, "GeoPackage Encoding Standard" 1.3.
public final class GeoPackageWriter: FeatureWriter {
    private let name: String
    private let layer: GeoPackageLayer
    private let database: SQLiteDatabase
    private let insert: SQLiteStatement
    private let tree: GeoPackageTree
    private let category: Int?
    private var palette = CategoryPalette()
    private var rows = 0
    private var extent: BoundingBox?
    private var bytes: [UInt8] = []
    private var pieces: [SQLitePiece] = []

    /// Starts a file.
    ///
    /// - Parameters:
    ///   - schema: The columns of its features.
    ///   - path: Where it is written: an empty file, or none.
    ///   - name: What faults call it.
    /// - Throws: `FileFault` for more columns than a table can have, and when it cannot be written.
    public init(_ schema: FeatureSchema, at path: String, called name: String) throws(FileFault) {
        guard schema.columns.count <= GeoPackageLayer.room else {
            throw GeoPackageFault.tooManyColumns(schema.columns.count, name)
        }
        let layer = GeoPackageLayer(schema)
        let database = try GeoPackageFault.tell(name) { () throws(SQLiteError) in
            let database = try SQLiteDatabase(path, .writing)
            try database.execute(GeoPackageTables.opening)
            try database.execute(GeoPackageTables.base)
            try database.execute(layer.definition)
            return database
        }
        tree = try GeoPackageFault.tell(name) { () throws(SQLiteError) in
            try GeoPackageTree("rtree_\(schema.name)_\(GeoPackageLayer.geometry)", in: database)
        }
        insert = try GeoPackageFault.tell(name) { () throws(SQLiteError) in
            try database.prepare(layer.insertion)
        }
        self.name = name
        self.layer = layer
        self.database = database
        category = schema.columns.firstIndex { $0.name == "category" }
    }

    /// Writes a row; hands nothing on.
    public func write(
        _ record: FeatureRecord, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        rows += 1
        bytes.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        bytes += record.bytes
        pieces.append(.integer(rows))
        let box = appendGeometry(of: record)
        pieces.append(.text(record.id))
        for cell in record.cells {
            switch cell {
            case .absent, .null: pieces.append(.null)
            case .integer(let number): pieces.append(.integer(number))
            case .number(let number): pieces.append(.real(number))
            case .text(let range): pieces.append(.text(range))
            }
        }
        if let category, case .text(let text) = record[category] { _ = palette.number(of: text) }
        try GeoPackageFault.tell(name) { () throws(SQLiteError) in
            try insert.run(pieces, among: bytes)
            if let box { try tree.add(box, row: rows) }
        }
    }

    /// Puts the shape behind the texts, and says what box it has.
    private func appendGeometry(of record: FeatureRecord) -> BoundingBox? {
        guard let geometry = record.geometry?.written(digits: record.digits),
            let box = geometry.boundingBox
        else {
            pieces.append(.null)
            return nil
        }
        let start = bytes.count
        GeoPackageGeometry.append(geometry, box: box, to: &bytes)
        pieces.append(.bytes(start..<bytes.count))
        extent = extent.map { $0.union(box) } ?? box
        return box
    }

    /// Writes the index, what the file says of itself, and the style; hands nothing on.
    public func finish(
        _ provenance: ExportProvenance, to receive: ([UInt8]) throws(FileFault) -> Void
    ) throws(FileFault) {
        let facts = GeoPackageFacts(
            layer: layer, provenance: provenance, extent: extent, palette: palette)
        try GeoPackageFault.tell(name) { () throws(SQLiteError) in
            try tree.finish(database)
            for (_, definition) in layer.views { try database.execute(definition) }
            try facts.write(to: database)
            try database.execute(
                GeoPackageTables.triggers(
                    layer: layer.schema.name, geometry: GeoPackageLayer.geometry,
                    key: GeoPackageLayer.key))
            try database.execute("COMMIT")
        }
    }
}

/// What ends the writing of a GeoPackage, in words.
enum GeoPackageFault {
    static func tooManyColumns(_ count: Int, _ name: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "too-many-columns", at: SourceLocation(file: name),
                problem: "\(count) properties, and a GeoPackage holds \(GeoPackageLayer.room)",
                remedy: "choose some with --fields"))
    }

    static func tell<Value: ~Copyable>(
        _ name: String, _ step: () throws(SQLiteError) -> Value
    ) throws(FileFault) -> Value {
        do throws(SQLiteError) {
            return try step()
        } catch {
            throw FileFault(
                Diagnostic(
                    .error, code: error.kind == .full ? "disk-full" : "unwritable-output",
                    at: SourceLocation(file: name), problem: "cannot write it: \(error)",
                    remedy: error.kind == .full
                        ? "make room, or name a file on another disk"
                        : "name a file in a folder that exists and that you may write to"))
        }
    }
}
