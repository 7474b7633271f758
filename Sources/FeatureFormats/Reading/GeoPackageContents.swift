internal import Diagnostics
internal import FlatGeobuf
internal import SQLite

/// The tables that a GeoPackage says it has, with their geometry and reference system.
///
/// Source: OGC 12-128r18, sections 1.1.3 and 2.1.
struct GeoPackageContents {
    /// A table of features or of attributes.
    struct Table {
        var name: String
        /// The column of its shapes; nil for attributes.
        var geometry: String?
        /// The column of its whole-number key; nil for a view without one.
        var key: String?
        var reference: SpatialReference

        /// What rows are put in order by.
        var order: String { key.map(SQLName.quoted) ?? "1" }
    }

    private var tables: [Table] = []

    /// More tables than this are not looked at.
    private static let mostTables = 1_000
    private static let eventTable = "event_places"

    init(_ database: borrowing SQLiteDatabase) throws(SQLiteError) {
        var found: [Table] = []
        try database.query(
            """
            SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, g.srs_id
            FROM gpkg_contents AS c
            LEFT JOIN gpkg_geometry_columns AS g ON g.table_name = c.table_name
            LEFT JOIN gpkg_spatial_ref_sys AS s ON s.srs_id = g.srs_id
            WHERE c.data_type IN ('features', 'attributes')
            ORDER BY c.table_name LIMIT \(Self.mostTables)
            """
        ) { row in
            guard let name = row.value(0).text else { return }
            found.append(
                Table(
                    name: name, geometry: row.value(1).text, key: nil,
                    reference: Self.reference(
                        row.value(2).text ?? "", row.value(3).integer ?? 0,
                        row.value(4).integer ?? 0)))
        }
        for index in found.indices {
            try database.query(
                "SELECT name FROM pragma_table_info(?) WHERE pk = 1",
                [.text(found[index].name)]
            ) { row in
                found[index].key = row.value(0).text
            }
        }
        tables = found
    }

    /// -1 and 0 stand for systems that are not known: of a plane, and of the Earth.
    private static func reference(
        _ authority: String, _ code: Int, _ id: Int
    ) -> SpatialReference {
        switch id {
        case -1: .other("a plane that is not known")
        case 0: .unknown
        default: SpatialReference(authority: authority, code: code)
        }
    }

    /// The table with a name; without one, the only table, or that of events as exports call it.
    func table(named name: String?, file: String) throws(FileFault) -> Table {
        let names = tables.map(\.name)
        let list = names.joined(separator: ", ")
        if let name {
            if let table = tables.first(where: { $0.name == name }) { return table }
            let near = Spelling.nearest(to: name, among: names)
            throw Self.fault(
                file, "no table \"\(name)\"; its tables are \(list)",
                remedy: near.map { "did you mean --table \($0)?" } ?? "name one of them")
        }
        if let table = tables.first(where: { $0.name == Self.eventTable }) ?? tables.first,
            tables.count == 1 || table.name == Self.eventTable
        {
            return table
        }
        throw tables.isEmpty
            ? Self.fault(
                file, "no table of features or attributes in it",
                remedy: "add one, or check the file")
            : Self.fault(
                file, "it has several tables: \(list)", remedy: "say which with --table NAME")
    }

    private static func fault(_ file: String, _ problem: String, remedy: String) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: "no-such-table", at: SourceLocation(file: file), problem: problem,
                remedy: remedy))
    }
}

/// Reads what kind of shape a geometry of a GeoPackage is, and where a point is.
///
/// Source: OGC 12-128r18, section 2.1.3; OGC 06-103r4, section 8.2.
enum GeoPackageShape {
    private static let names = [
        "Geometry", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString",
        "MultiPolygon", "GeometryCollection",
    ]
    /// The bytes of the envelope by its code.
    private static let envelopes = [0, 32, 48, 48, 64]

    /// The shape; none for what is empty or is no geometry.
    static func shape(of bytes: [UInt8]) -> FeatureLine.Shape {
        guard bytes.count >= 8, bytes[0] == 0x47, bytes[1] == 0x50 else { return .none }
        let envelope = Int(bytes[3] >> 1 & 7)
        guard bytes[3] & 0x10 == 0, envelope < envelopes.count else { return .none }
        let start = 8 + envelopes[envelope]
        guard bytes.count >= start + 5 else { return .none }
        let isLittle = bytes[start] == 1
        func word(_ place: Int, _ count: Int) -> UInt64 {
            let piece = bytes[place..<place + count]
            let ordered = isLittle ? Array(piece.reversed()) : Array(piece)
            return ordered.reduce(0) { $0 << 8 | UInt64($1) }
        }
        // Thousands say whether there are heights and measures, behind the position.
        let type = Int(word(start + 1, 4) & 0xFFFF) % 1_000
        guard type == 1 else { return .other(type < names.count ? names[type] : "shape \(type)") }
        guard bytes.count >= start + 21 else { return .none }
        let longitude = Double(bitPattern: word(start + 5, 8))
        let latitude = Double(bitPattern: word(start + 13, 8))
        if longitude.isNaN, latitude.isNaN { return .none }
        return .point(longitude: longitude, latitude: latitude)
    }
}
