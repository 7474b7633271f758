import Diagnostics
import GeoModel
import SQLite
import TestSupport
import Testing

@testable import FeatureFormats

/// Expected tables, types and bytes follow OGC 12-128r17 (GeoPackage 1.3).
@Suite("GeoPackage") struct GeoPackageWriterTests {
    /// Writes features to a file of a folder of their own and asks the database.
    private func write(
        _ features: [Feature], ask: (borrowing SQLiteDatabase) throws -> Void
    ) throws {
        try withTemporaryDirectory { folder in
            let name = "\(folder)/x.gpkg"
            let recorder = EventRecorder(of: features)
            let writer = try GeoPackageWriter(recorder.schema, at: name, called: "x.gpkg")
            var record = FeatureRecord(recorder.schema)
            for feature in features {
                recorder.fill(&record, from: feature)
                try writer.write(record) { _ in }
            }
            try writer.finish(GeoJSONWriterTests.provenance) { _ in }
            try ask(try SQLiteDatabase(name, .reading))
        }
    }

    private func rows(
        _ query: String, in database: borrowing SQLiteDatabase, columns: Int = 1
    ) throws -> [[SQLiteValue]] {
        var rows: [[SQLiteValue]] = []
        try database.query(query) { row in rows.append((0..<columns).map { row.value($0) }) }
        return rows
    }

    /// Requirements 2, 5 and 10, and table 1 of the data types.
    @Test func `the file says what it is, and its columns have types`() throws {
        try write([try GeoJSONWriterTests.event()]) { (database: borrowing SQLiteDatabase) throws in
            #expect(try rows("PRAGMA application_id", in: database) == [[.integer(0x4750_4B47)]])
            #expect(try rows("PRAGMA user_version", in: database) == [[.integer(10300)]])
            #expect(try rows("PRAGMA integrity_check", in: database) == [[.text("ok")]])
            let types = try rows(
                "SELECT name, type FROM pragma_table_info('event_places')", in: database, columns: 2
            )
            for (name, type) in [
                ("fid", "INTEGER"), ("geom", "GEOMETRY"), ("id", "TEXT"), ("start", "DATE"),
                ("end", "DATE"), ("place_index", "INTEGER"), ("killed", "DOUBLE"), ("note", "TEXT"),
            ] {
                #expect(types.contains([.text(name), .text(type)]), "\(name)")
            }
            #expect(
                try rows("SELECT start, killed, note FROM event_places", in: database, columns: 3)
                    == [[.text("1992-02-25"), .real(613), .null]])
        }
    }

    /// Section 2.1.3, worked by hand: `GP`, version 0, little-endian without a box, EPSG 4326, then
    /// well-known binary of a point. 46.7946 and 39.9123 as IEEE 754.
    @Test func `a point is a blob of 29 bytes`() throws {
        try write([try GeoJSONWriterTests.event()]) { (database: borrowing SQLiteDatabase) throws in
            let head: [UInt8] = [0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0, 1, 1, 0, 0, 0]
            let numbers = [46.7946, 39.9123].flatMap { number in
                (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt64($0))) }
            }
            #expect(
                try rows("SELECT geom FROM event_places", in: database) == [
                    [.bytes(head + numbers)]
                ])
        }
    }

    @Test func `other shapes have their box in front, and the contents that of all`() throws {
        var feature = try GeoJSONWriterTests.event()
        feature.geometry = .lineString([
            Coordinate(longitude: 3, latitude: 1), Coordinate(longitude: 2, latitude: 4),
        ])
        try write([feature]) { (database: borrowing SQLiteDatabase) throws in
            let blob = try #require(
                try rows("SELECT geom FROM event_places", in: database).first?.first?.bytes)
            #expect(blob[3] == 0b11)
            let edges = (0..<4).map { edge in
                Double(
                    bitPattern: (0..<8).reduce(0) { bits, byte in
                        bits | UInt64(blob[8 + 8 * edge + byte]) << (8 * UInt64(byte))
                    })
            }
            #expect(edges == [2, 3, 1, 4])
            #expect(
                try rows(
                    "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE srs_id = 4326",
                    in: database, columns: 4) == [[.real(2), .real(1), .real(3), .real(4)]])
        }
    }

    /// SQLite's own check of an R*Tree, and what a look at every row finds.
    @Test(arguments: [0, 1, 51, 52, 2_700])
    func `the spatial index finds what lies in a window`(count: Int) throws {
        var random = SplitMix64(seed: UInt64(count))
        var features = [Feature(eventID: "none", placeIndex: 0, placeCount: 0)]
        for number in 0..<count {
            var feature = Feature(eventID: "\(number)", placeIndex: 1, placeCount: 1)
            feature.geometry = .point(
                Coordinate(
                    longitude: Double.random(in: -180...180, using: &random),
                    latitude: Double.random(in: -90...90, using: &random)))
            features.append(feature)
        }
        let inside = features.enumerated().filter { _, feature in
            guard case .point(let place)? = feature.geometry else { return false }
            return (-20...60).contains(place.longitude) && (0...45).contains(place.latitude)
        }
        try write(features) { (database: borrowing SQLiteDatabase) throws in
            #expect(
                try rows("SELECT rtreecheck('rtree_event_places_geom')", in: database)
                    == [[.text("ok")]])
            let found = try rows(
                """
                SELECT id FROM rtree_event_places_geom
                WHERE minx >= -20 AND maxx <= 60 AND miny >= 0 AND maxy <= 45 ORDER BY id
                """, in: database)
            #expect(found == inside.map { [.integer($0.offset + 1)] })
        }
    }

    @Test func `claims hold each row once, whatever places it has`() throws {
        var features: [Feature] = []
        for index in 1...3 {
            var feature = try GeoJSONWriterTests.event()
            feature.placeIndex = index
            features.append(feature)
        }
        features.append(Feature(eventID: "none", placeIndex: 0, placeCount: 0))
        try write(features) { (database: borrowing SQLiteDatabase) throws in
            #expect(
                try rows("SELECT fid, event_id, killed FROM claims", in: database, columns: 3) == [
                    [.integer(1), .text("E16"), .real(613)], [.integer(4), .text("none"), .null],
                ])
            #expect(
                try rows(
                    "SELECT data_type FROM gpkg_contents WHERE table_name = 'claims'", in: database)
                    == [[.text("attributes")]])
        }
    }

    /// SQL tells no capitals from small letters: `FID` would be the layer's own key.
    @Test func `names that SQL would take for one are told apart`() throws {
        var feature = try GeoJSONWriterTests.event()
        feature.passedThrough = [
            .init(key: "FID", value: "a"), .init(key: "Killed", value: "b"),
            .init(key: "geom", value: "c"), .init(key: "say \"x\"", value: "d"),
        ]
        try write([feature]) { (database: borrowing SQLiteDatabase) throws in
            #expect(
                try rows(
                    #"SELECT "FID_2", "Killed_2", geom_2, "say ""x""" FROM event_places"#,
                    in: database, columns: 4)
                    == [[.text("a"), .text("b"), .text("c"), .text("d")]])
            #expect(
                try rows(
                    "SELECT title FROM gpkg_data_columns WHERE column_name = 'Killed_2'",
                    in: database) == [[.text("Killed")]])
        }
    }

    /// `SQLITE_MAX_COLUMN` is 2000 unless SQLite was built for more.
    @Test func `more columns than a table can have are refused with the number that fits`() throws {
        var feature = try GeoJSONWriterTests.event()
        feature.passedThrough = (0..<2_000).map { .init(key: "c\($0)", value: "") }
        #expect {
            try write([feature]) { _ in }
        } throws: { error in
            "\(error)".contains("a GeoPackage holds 1997; choose some with --fields")
        }
    }

    @Test func `a folder that is not there is told by the name that was asked for`() throws {
        let schema = EventRecorder(of: []).schema
        #expect {
            _ = try GeoPackageWriter(schema, at: "/nowhere/x.gpkg.1.part", called: "x.gpkg")
        } throws: { error in
            "\(error)".hasPrefix("x.gpkg: error: cannot write it:")
        }
    }

    @Test func `numbers that are not finite are null`() {
        let schema = FeatureSchema(
            name: "x", summary: "", columns: [FeatureColumn("n", .number, summary: "")])
        var record = FeatureRecord(schema)
        for number in [Double.nan, .infinity, -.infinity] {
            record.set(0, to: .number(number))
            #expect(record[0] == .null)
        }
    }
}
