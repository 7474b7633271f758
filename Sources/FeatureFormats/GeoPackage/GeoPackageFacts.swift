internal import GeoJSON
internal import GeoModel
internal import SQLite

/// What a GeoPackage says of itself: its layers, its data dictionary, its provenance and its style.
struct GeoPackageFacts {
    let layer: GeoPackageLayer
    let provenance: ExportProvenance
    let extent: BoundingBox?
    let palette: CategoryPalette

    /// The day of the data, since a clock would change the bytes.
    private var day: String { provenance.packDate + "T00:00:00.000Z" }
    private var table: String { layer.schema.name }

    func write(to database: borrowing SQLiteDatabase) throws(SQLiteError) {
        try writeContents(to: database)
        try writeDictionary(to: database)
        try database.execute(
            GeoPackageTables.extensions(layer: table, geometry: GeoPackageLayer.geometry))
        try database.prepare("INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, ?, ?)").run(
            .text("urn:toponym:provenance"), .text("application/json"),
            .text(provenance.json.description))
        try database.prepare(
            "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)"
        ).run(.text(day))
        try writeStyle(to: database)
    }

    private func writeContents(to database: borrowing SQLiteDatabase) throws(SQLiteError) {
        let insert = try database.prepare(
            "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let edges = extent.map { [$0.west, $0.south, $0.east, $0.north] }
        let box = (0..<4).map { index in edges.map { SQLiteValue.real($0[index]) } ?? .null }
        let about = ([layer.schema.summary] + provenance.lines).joined(separator: "\n")
        try insert.run(
            .text(table), .text("features"), .text(table), .text(about), .text(day), box[0],
            box[1], box[2], box[3], .integer(GeoPackageGeometry.srsID))
        let plain = layer.views.map { ($0.view.name, $0.view.summary) } + [("layer_styles", "")]
        for (name, summary) in plain {
            try insert.run(
                .text(name), .text("attributes"), .text(name), .text(summary), .text(day), .null,
                .null, .null, .null, .null)
        }
        try database.prepare(
            "INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'GEOMETRY', ?, 0, 0)"
        ).run(
            .text(table), .text(GeoPackageLayer.geometry), .integer(GeoPackageGeometry.srsID))
    }

    /// The data dictionary: each column's name in other formats, and what it holds.
    private func writeDictionary(to database: borrowing SQLiteDatabase) throws(SQLiteError) {
        let insert = try database.prepare(
            "INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, ?, ?, NULL, NULL)")
        for (name, column) in zip(layer.names, layer.schema.columns) {
            let unit = column.unit.map { ", in \($0)" } ?? ""
            try insert.run(
                .text(table), .text(name), .text(column.name), .text(column.summary + unit))
        }
    }

    private func writeStyle(to database: borrowing SQLiteDatabase) throws(SQLiteError) {
        let style = GeoPackageStyle(
            category: layer.name(of: "category"), status: layer.name(of: "status"),
            precision: layer.name(of: "precision"), categories: palette.categories)
        try database.prepare(
            """
            INSERT INTO layer_styles VALUES
                (1, '', '', ?, ?, 'Toponym', ?, NULL, 1, 'Events by category', '', NULL, ?)
            """
        ).run(
            .text(table), .text(GeoPackageLayer.geometry), .text(style.text), .text(day))
    }
}
