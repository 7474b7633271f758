package import Diagnostics
internal import SQLite

/// A further layer of a GeoPackage: what a query makes of one that is there.
public struct DerivedLayer: Hashable, Sendable {
    /// How the rows are kept.
    public enum Form: Hashable, Sendable {
        /// A view with shapes, whose query gives `fid` and `geom` of the other layer.
        case spatialView
        /// A table of its own without shapes, of these columns of text, in the order of the query: what is
        /// made by functions of JSON, programs that trust no file refuse to look at in a view.
        case table(columns: [String])
    }

    /// What it is called.
    public var name: String
    /// What its rows are, in a sentence.
    public var summary: String
    /// The query.
    public var query: String
    /// How the rows are kept.
    public var form: Form

    /// Makes a layer from its parts.
    public init(name: String, summary: String, query: String, as form: Form) {
        self.name = name
        self.summary = summary
        self.query = query
        self.form = form
    }

    /// Adds layers to a GeoPackage that was written; `layer` is the one that they are made of.
    ///
    /// - Throws: `FileFault` when it cannot be written.
    package static func add(
        _ derived: [DerivedLayer], to layer: String, at path: String, called name: String
    ) throws(FileFault) {
        try GeoPackageFault.tell(name) { () throws(SQLiteError) in
            let database = try SQLiteDatabase(path, .writing)
            // The file has no name yet: nothing has to be undone.
            try database.execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
            for one in derived { try one.add(to: layer, of: database) }
            try database.execute("COMMIT")
        }
    }

    private func add(
        to layer: String, of database: borrowing SQLiteDatabase
    ) throws(SQLiteError) {
        let quoted = SQLName.quoted(name)
        let (known, text) = (SQLName.text(layer), SQLName.text(name))
        switch form {
        case .spatialView:
            try database.execute("CREATE VIEW \(quoted) AS \(query)")
            try database.execute(
                """
                INSERT INTO gpkg_contents
                    SELECT \(text), 'features', \(text), \(SQLName.text(summary)), last_change,
                        min_x, min_y, max_x, max_y, srs_id
                    FROM gpkg_contents WHERE table_name = \(known);
                INSERT INTO gpkg_geometry_columns
                    SELECT \(text), column_name, geometry_type_name, srs_id, z, m
                    FROM gpkg_geometry_columns WHERE table_name = \(known)
                """)
        case .table(let columns):
            let names = columns.map(SQLName.quoted)
            try database.execute(
                """
                CREATE TABLE \(quoted) (
                    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
                    \(names.map { "\($0) TEXT" }.joined(separator: ", ")));
                INSERT INTO \(quoted) (\(names.joined(separator: ", "))) \(query);
                INSERT INTO gpkg_contents
                    SELECT \(text), 'attributes', \(text), \(SQLName.text(summary)), last_change,
                        NULL, NULL, NULL, NULL, NULL
                    FROM gpkg_contents WHERE table_name = \(known)
                """)
        }
    }
}
