internal import Diagnostics
internal import Projections
internal import SQLite
internal import SystemFiles

/// Writes an MBTiles database: each picture once in `images`, which tile shows which in `map`, and the
/// view `tiles` that readers ask.
///
/// Source: MBTiles 1.3 specification, where views are as good as tables and rows count from the south.
struct MBTilesWriter {
    private let facts: TileSetFacts

    init(_ facts: TileSetFacts) {
        self.facts = facts
    }

    func write(_ spool: borrowing TileSpool, to name: String) throws(FileFault) {
        let database = try tell(name) { () throws(SQLiteError) in
            let database = try SQLiteDatabase(name, .writing)
            try database.execute(Self.schema)
            try database.execute("BEGIN")
            return database
        }
        try tell(name) { () throws(SQLiteError) in
            let insert = try database.prepare("INSERT INTO metadata VALUES (?, ?)")
            for (key, text) in rows { try insert.run(.text(key), .text(text)) }
        }
        try addPictures(of: spool, to: database, name)
        try addTiles(of: spool, to: database, name)
        try tell(name) { () throws(SQLiteError) in
            try database.execute("CREATE UNIQUE INDEX name ON metadata (name)")
            try database.execute("COMMIT")
        }
        do throws(SystemFile.Failure) {
            try SystemFile.appending(name).synchronize()
        } catch {
            throw TileFault.unwritable(name, error)
        }
    }

    /// The file has no name that anybody knows before it is whole, so it needs no journal.
    private static let schema = """
        PRAGMA page_size = 4096;
        PRAGMA journal_mode = OFF;
        PRAGMA synchronous = OFF;
        PRAGMA application_id = 0x4D504258;
        CREATE TABLE metadata (name TEXT, value TEXT);
        CREATE TABLE images (tile_id INTEGER PRIMARY KEY, tile_data BLOB);
        CREATE TABLE map (
            zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_id INTEGER,
            PRIMARY KEY (zoom_level, tile_column, tile_row)) WITHOUT ROWID;
        CREATE VIEW tiles AS
            SELECT zoom_level, tile_column, tile_row, tile_data
            FROM map JOIN images ON images.tile_id = map.tile_id;
        """

    /// The rows of the table `metadata`.
    private var rows: [(key: String, text: String)] {
        let (plan, bounds) = (facts.plan, facts.plan.bounds)
        let centre = [bounds.centre.longitude, bounds.centre.latitude].map {
            decimal(Double($0) / Double(TileBounds.steps))
        }
        return facts.texts + [
            ("format", "png"),
            ("bounds", "\(bounds.declared)"),
            ("center", (centre + ["\(plan.zooms.lowerBound)"]).joined(separator: ",")),
            ("minzoom", "\(plan.zooms.lowerBound)"), ("maxzoom", "\(plan.zooms.upperBound)"),
        ]
    }

    private func addPictures(
        of spool: borrowing TileSpool, to database: borrowing SQLiteDatabase, _ name: String
    ) throws(FileFault) {
        let insert = try tell(name) { () throws(SQLiteError) in
            try database.prepare("INSERT INTO images VALUES (?, ?)")
        }
        for picture in 0..<spool.pictureCount {
            let file = try spool.file(of: picture)
            try tell(name) { () throws(SQLiteError) in
                try insert.run(.integer(picture + 1), .bytes(file))
            }
        }
    }

    private func addTiles(
        of spool: borrowing TileSpool, to database: borrowing SQLiteDatabase, _ name: String
    ) throws(FileFault) {
        let insert = try tell(name) { () throws(SQLiteError) in
            try database.prepare("INSERT INTO map VALUES (?, ?, ?, ?)")
        }
        try spool.forEachRun { (run) throws(FileFault) in
            for number in run.first..<run.end {
                guard let tile = TileID(hilbertNumber: number) else { continue }
                try tell(name) { () throws(SQLiteError) in
                    try insert.run(
                        .integer(tile.z), .integer(tile.x), .integer((1 << tile.z) - 1 - tile.y),
                        .integer(run.picture + 1))
                }
            }
        }
    }

    private func tell<Value: ~Copyable>(
        _ name: String, _ step: () throws(SQLiteError) -> Value
    ) throws(FileFault) -> Value {
        do throws(SQLiteError) {
            return try step()
        } catch {
            throw TileFault.unwritable(name, error)
        }
    }
}
