internal import Projections
internal import SQLite

/// An MBTiles database that was opened. Whatever stands in it is not trusted: cells are limited, and
/// statements end after a number of steps.
final class MBTilesArchive: TileArchive {
    private(set) var facts: TileArchiveFacts
    private let database: SQLiteDatabase
    /// Whether pictures stand in a table of their own, as ours do.
    private let isShared: Bool

    /// A picture of more bytes is refused.
    private static let mostBytes = 16 << 20
    /// Rows of metadata that are read.
    private static let mostTexts = 1000

    /// Opens a database.
    init(_ name: String, bytes: Int) throws(TileArchiveFault) {
        // Some steps a byte, for files of any size.
        let steps = 20 + bytes / 10_000
        let database = try Self.tell { () throws(SQLiteError) in
            let database = try SQLiteDatabase(name, .reading, millionsOfSteps: steps)
            database.limitCells(toBytes: Self.mostBytes)
            try database.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
            return database
        }
        var texts: [TileSetDetails.Remark] = []
        var tables: Set<String> = []
        try Self.tell { () throws(SQLiteError) in
            try database.query(
                "SELECT name, value FROM metadata LIMIT \(Self.mostTexts)"
            ) { row in
                texts.append(.init(row.value(0).asText, row.value(1).asText))
            }
            try database.query("SELECT name FROM sqlite_master WHERE type = 'table'") { row in
                tables.insert(row.value(0).asText)
            }
        }
        isShared = tables.isSuperset(of: ["map", "images"])
        facts = TileArchiveFacts(kind: .mbtiles, zooms: 0...0, texts: texts, bytes: bytes)
        facts.zooms = try Self.zooms(facts)
        facts.bounds = facts["bounds"].flatMap(TileArchiveFacts.bounds)
        facts.narrow()
        self.database = database
    }

    private static func zooms(
        _ facts: TileArchiveFacts
    ) throws(TileArchiveFault) -> ClosedRange<Int> {
        guard let first = facts["minzoom"].flatMap({ Int($0) }),
            let last = facts["maxzoom"].flatMap({ Int($0) }), first >= 0, first <= last,
            last <= TileID.deepestZoom
        else { throw TileArchiveFault("the metadata says no zooms that there are") }
        return first...last
    }

    func structureFindings(_ log: inout FindingLog) throws(TileArchiveFault) {
        for key in ["name", "format", "bounds", "center", "attribution"] where facts[key] == nil {
            log.add("the metadata has no \(key)")
        }
        if facts.bounds == nil { log.add("the metadata says no bounds that there are") }
        if let format = facts["format"], format != "png" {
            log.add("tiles of the format \(format)")
        }
        let keys = facts.texts.map(\.key)
        if Set(keys).count < keys.count { log.add("a key stands twice in the metadata") }
        var checks = [("PRAGMA integrity_check(1)", "ok", "the database is damaged")]
        if isShared {
            checks += [
                (
                    "SELECT count(*) FROM map LEFT JOIN images USING (tile_id) WHERE tile_data IS NULL",
                    "0", "tiles without a picture"
                ),
                (
                    "SELECT count(*) FROM images WHERE tile_id NOT IN (SELECT tile_id FROM map)",
                    "0",
                    "pictures that no tile shows"
                ),
            ]
        }
        for (statement, wanted, problem) in checks {
            try Self.tell { () throws(SQLiteError) in
                try database.query(statement) { row in
                    let found = row.value(0).asText
                    if found != wanted { log.add("\(problem): \(found)") }
                }
            }
        }
    }

    func forEachTile(
        _ body: (TileID, PictureKey) throws(TileArchiveFault) -> Void
    ) throws(TileArchiveFault) {
        let statement = try Self.tell { () throws(SQLiteError) in
            try database.prepare(
                isShared
                    ? "SELECT zoom_level, tile_column, tile_row, tile_id FROM map ORDER BY 1, 2, 3"
                    : "SELECT zoom_level, tile_column, tile_row FROM tiles ORDER BY 1, 2, 3")
        }
        var last: TileID?
        while try Self.tell({ () throws(SQLiteError) in try statement.step() }) {
            guard let zoom = statement.value(0).integer, (0...TileID.deepestZoom).contains(zoom),
                let column = statement.value(1).integer, let row = statement.value(2).integer,
                let tile = TileID(z: zoom, x: column, y: (1 << zoom) &- 1 &- row)
            else { throw TileArchiveFault("a row of tiles that there is not") }
            guard tile != last else { throw TileArchiveFault("the tile \(tile) stands twice") }
            last = tile
            if isShared, let id = statement.value(3).integer {
                try body(tile, .row(id))
            } else {
                try body(tile, .tile(tile))
            }
        }
    }

    func file(of picture: PictureKey) throws(TileArchiveFault) -> [UInt8] {
        var file: [UInt8]?
        try Self.tell { () throws(SQLiteError) in
            switch picture {
            case .range: return
            case .row(let id):
                try database.query("SELECT tile_data FROM images WHERE tile_id = ?", [.integer(id)])
                {
                    file = $0.value(0).bytes
                }
            case .tile(let tile):
                let row = (1 << tile.z) - 1 - tile.y
                try database.query(
                    """
                    SELECT tile_data FROM tiles
                    WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?
                    """, [.integer(tile.z), .integer(tile.x), .integer(row)]
                ) { file = $0.value(0).bytes }
            }
        }
        guard let file else { throw TileArchiveFault("a tile without a picture") }
        return file
    }

    private static func tell<Value: ~Copyable>(
        _ step: () throws(SQLiteError) -> Value
    ) throws(TileArchiveFault) -> Value {
        do throws(SQLiteError) {
            return try step()
        } catch {
            throw TileArchiveFault("the database cannot be read: \(error)")
        }
    }
}

extension SQLiteValue {
    /// A text or number as text; empty for all else.
    fileprivate var asText: String {
        switch self {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .bytes, .null: ""
        }
    }
}
