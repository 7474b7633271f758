/// How the columns of a schema are named and typed in a GeoPackage.
struct GeoPackageLayer {
    let schema: FeatureSchema
    /// The names of the columns, no two of them one to SQL.
    let names: [String]
    /// The column of the feature's own id.
    let idName: String

    /// What a layer's own columns are called.
    static let key = "fid"
    static let geometry = "geom"

    init(_ schema: FeatureSchema) {
        self.schema = schema
        let hasID = schema.columns.contains { $0.name.lowercased() == "id" }
        idName = hasID ? "feature_id" : "id"
        names = SQLName.unique(
            schema.columns.map(\.name), beside: [Self.key, Self.geometry, idName])
    }

    /// The most columns that SQLite takes unless it was built for more (`SQLITE_MAX_COLUMN`).
    static let greatestColumns = 2_000
    /// How many are left for a schema.
    static let room = greatestColumns - 3

    /// The name of a column of the schema, by its name there.
    func name(of column: String) -> String? {
        schema.columns.firstIndex { $0.name == column }.map { names[$0] }
    }

    var definition: String {
        var columns = [
            "\(SQLName.quoted(Self.key)) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
            "\(SQLName.quoted(Self.geometry)) GEOMETRY", "\(SQLName.quoted(idName)) TEXT",
        ]
        for (name, column) in zip(names, schema.columns) {
            columns.append("\(SQLName.quoted(name)) \(column.type.nameInGeoPackage)")
        }
        return "CREATE TABLE \(SQLName.quoted(schema.name)) (\(columns.joined(separator: ", ")))"
    }

    var insertion: String {
        let places = Array(repeating: "?", count: names.count + 3).joined(separator: ", ")
        return "INSERT INTO \(SQLName.quoted(schema.name)) VALUES (\(places))"
    }

    /// The views whose columns and features can be told; a view without its limit's column cannot be.
    var views: [(view: FeatureView, definition: String)] {
        schema.views.compactMap { view in
            guard let limit = name(of: view.limit.column) else { return nil }
            let columns = ([Self.key] + view.columns.compactMap { name(of: $0) }).map(
                SQLName.quoted)
            let definition = """
                CREATE VIEW \(SQLName.quoted(view.name)) AS
                    SELECT \(columns.joined(separator: ", "))
                    FROM \(SQLName.quoted(schema.name))
                    WHERE \(SQLName.quoted(limit)) <= \(view.limit.greatest)
                """
            return (view, definition)
        }
    }
}

extension FeatureColumn.ValueType {
    /// The type of a column (OGC 12-128r17, table 1).
    var nameInGeoPackage: String {
        switch self {
        case .text, .json: "TEXT"
        case .integer: "INTEGER"
        case .number: "DOUBLE"
        case .date: "DATE"
        }
    }
}
