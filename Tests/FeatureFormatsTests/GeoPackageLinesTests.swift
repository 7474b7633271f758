import Diagnostics
import FeatureFormats
import SQLite
import TestSupport
import Testing

/// GeoPackages made by hand, by the tables of OGC 12-128r18, sections 1.1 and 2.1.
@Suite("Reading GeoPackage") struct GeoPackageLinesTests {
    /// A GeoPackage in a folder that goes with the test.
    private static func lines(
        _ statements: String, table: String? = nil
    ) throws -> (name: String, text: String) {
        try withTemporaryDirectory { folder in
            let file = folder + "/x.gpkg"
            try build(file, statements)
            let lines = try GeoPackageLines(file, table: table)
            var text = ""
            while case let piece = try lines.next(), !piece.isEmpty {
                text += String(decoding: piece, as: UTF8.self)
            }
            try lines.rewind()
            #expect(try lines.next().isEmpty == text.isEmpty)
            return (String(lines.name.dropFirst(folder.count + 1)), text)
        }
    }

    private static func build(_ file: String, _ statements: String) throws {
        let database = try SQLiteDatabase(file, .writing)
        try database.execute(
            """
            CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER PRIMARY KEY, organization TEXT,
                organization_coordsys_id INTEGER);
            INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326), (32638, 'EPSG', 32638);
            CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT);
            CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
            """)
        try database.execute(statements)
    }

    private static func table(_ name: String, srs: Int = 4326) -> String {
        """
        INSERT INTO gpkg_contents VALUES ('\(name)', 'features');
        INSERT INTO gpkg_geometry_columns VALUES ('\(name)', 'geom', \(srs));
        CREATE TABLE "\(name)" (fid INTEGER PRIMARY KEY, geom BLOB, place TEXT, killed REAL);
        """
    }

    /// POINT (1 2), little-endian, without an envelope: OGC 12-128r18, section 2.1.3.1.1.
    private static let point =
        "x'47500001E61000000101000000000000000000F03F0000000000000040'"

    @Test func `rows are lines of GeoJSON, in the order of their keys`() throws {
        let read = try Self.lines(
            Self.table("t")
                + "INSERT INTO t VALUES (7, \(Self.point), 'Şuşa', 2.5), (3, NULL, NULL, 4);")
        #expect(read.name == "x.gpkg:t")
        #expect(
            read.text == """
                {"type":"Feature","id":3,"geometry":null,"properties":{"killed":4}}
                {"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[1,2]},\
                "properties":{"place":"Şuşa","killed":2.5}}

                """)
    }

    @Test func `shapes cut short, empty or of other kinds do no harm`() throws {
        let read = try Self.lines(
            Self.table("t")
                + """
                INSERT INTO t (geom) VALUES (x'4750'), (x'47500001E610000001010000'), (x'00'),
                    (x'47500011E61000000101000000000000000000F87F000000000000F87F'),
                    (x'47500001E61000000103000000');
                """)
        #expect(
            read.text.split(separator: "\n").map { $0.contains(#""geometry":null"#) }
                == [true, true, true, true, false])
        #expect(read.text.contains(#""geometry":{"type":"Polygon"}"#))
    }

    @Test func `of several tables the one of events is read, or the one that is named`() throws {
        let two = Self.table("a") + Self.table("b b") + "INSERT INTO \"b b\" (place) VALUES ('x');"
        #expect(try Self.lines(two, table: "b b").text.contains(#""place":"x""#))
        #expect(
            Self.problem { try Self.lines(two) }
                == "it has several tables: a, b b; say which with --table NAME")
        #expect(
            Self.problem { try Self.lines(two, table: "c") }?.hasPrefix("no table \"c\"") == true)
        #expect(try Self.lines(two + Self.table("event_places")).name == "x.gpkg:event_places")
    }

    @Test func `coordinates of another system are refused with a remedy`() throws {
        #expect(
            Self.problem { try Self.lines(Self.table("t", srs: 32638)) }?
                .hasPrefix("the coordinates are in EPSG:32638; WGS 84 (EPSG:4326) is read") == true)
    }

    @Test func `a view that goes on for ever is given up`() throws {
        let view = """
            INSERT INTO gpkg_contents VALUES ('v', 'attributes');
            CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)
                SELECT count(*) AS place FROM c;
            """
        let problem = Self.problem {
            try withTemporaryDirectory { folder in
                try Self.build(folder + "/v.gpkg", view)
                let lines = try GeoPackageLines(
                    folder + "/v.gpkg", table: nil, millionsOfSteps: 1)
                _ = try lines.next()
            }
        }
        #expect(problem?.contains("interrupted") == true)
    }

    @Test func `a database that is no GeoPackage is told`() throws {
        let problem = Self.problem {
            try withTemporaryDirectory { folder in
                try SQLiteDatabase(folder + "/n.gpkg", .writing).execute("CREATE TABLE t (a)")
                _ = try GeoPackageLines(folder + "/n.gpkg", table: nil)
            }
        }
        #expect(problem?.contains("no such table: gpkg_contents") == true)
    }

    /// What a fault says, without the file, which stands in a folder of the machine.
    private static func problem<Result>(_ body: () throws -> Result) -> String? {
        do {
            _ = try body()
            return nil
        } catch let fault as FileFault {
            return "\(fault.diagnostic.problem); \(fault.diagnostic.remedy ?? "")"
        } catch {
            return nil
        }
    }
}
