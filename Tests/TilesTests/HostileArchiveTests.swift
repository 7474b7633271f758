import GeoModel
import SQLite
import TestSupport
import Testing

@testable import Tiles

@Suite("Archives that are not what they say") struct HostileArchiveTests {
    private static func archive(in folder: String) throws -> [UInt8] {
        let build = try TileBuildTests.build("a.pmtiles", in: folder, zooms: 0...3)
        _ = try build.run()
        return TileBuildTests.bytes("\(folder)/a.pmtiles")
    }

    private static func findings(_ bytes: [UInt8]) -> [String] {
        do throws(TileArchiveFault) {
            return try TileSet(pmtiles: bytes).verify().findings.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    /// Places of the header by the PMTiles Version 3 Specification, section 3.
    @Test(arguments: [
        (0, "byte 0: this is no PMTiles archive"),
        (7, "byte 7: version 255 of PMTiles; only 3 is read"),
        (15, "byte 8: a number beyond all files"), (72, "byte 72: the header counts"),
        (80, "byte 80: the header counts"), (88, "byte 88: the header counts"),
        (98, "byte 98: PNG files are compressed once more"),
        (99, "byte 99: tiles of type 255; 2 is PNG"),
        (100, "byte 100: zooms 255 to 3"), (118, "byte 118: the centre's zoom is 255"),
    ])
    func `a wrong header is told with its byte`(place: Int, words: String) throws {
        try withTemporaryDirectory { folder in
            var bytes = try Self.archive(in: folder)
            #expect(Self.findings(bytes) == [])
            bytes[place] = 255
            #expect(
                Self.findings(bytes).contains { $0.hasPrefix(words) }, "\(Self.findings(bytes))")
        }
    }

    @Test func `archives of any length are refused or read, and none crashes`() throws {
        try withTemporaryDirectory { folder in
            let bytes = try Self.archive(in: folder)
            for count in stride(from: 0, to: bytes.count, by: 61) {
                #expect(Self.findings(Array(bytes.prefix(count))) != [])
            }
            #expect(Self.findings(bytes + [0]) != [])
        }
    }

    @Test func `wrong bytes are seen wherever they stand`() throws {
        try withTemporaryDirectory { folder in
            let bytes = try Self.archive(in: folder)
            var random = SplitMix64(seed: 1)
            for _ in 0..<150 {
                var other = bytes
                // The name of the system in a gzip header may be anything.
                other[.random(in: 0..<other.count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
                _ = Self.findings(other)
            }
            // Any bit of the pictures.
            let header = try PMTilesHeader(bytes, fileSize: bytes.count)
            for _ in 0..<40 {
                var other = bytes
                other[.random(in: header.tiles.offset..<header.tiles.end, using: &random)] ^= 4
                #expect(Self.findings(other) != [])
            }
        }
    }

    @Test func `a run across zooms and one of all tiles are refused`() throws {
        func archive(_ entries: [PMTilesEntry], zooms: ClosedRange<Int>) -> [UInt8] {
            let root = PMTilesDirectory.bytes(of: entries)
            var header = PMTilesHeader()
            header.directoryCompression = .none
            header.root = .init(offset: 127, count: root.count)
            header.metadata = .init(offset: 127 + root.count, count: 2)
            header.tiles = .init(offset: 129 + root.count, count: 10)
            header.zooms = zooms
            header.edges = [-1_000_000, -1_000_000, 1_000_000, 1_000_000]
            return header.bytes + root + Array("{}".utf8) + [UInt8](repeating: 0, count: 10)
        }
        let crossing = archive(
            [PMTilesEntry(tile: 0, run: 5, offset: 0, count: 10)], zooms: 0...1)
        #expect(Self.findings(crossing).contains { $0.contains("reaches into another zoom") })
        let endless = archive(
            [PMTilesEntry(tile: 0, run: 1 << 50, offset: 0, count: 10)], zooms: 0...28)
        #expect(Self.findings(endless) == ["more than 100000000 tiles"])
        let outside = archive(
            [PMTilesEntry(tile: 0, run: 1, offset: 5, count: 10)], zooms: 0...1)
        #expect(
            Self.findings(outside) == [
                "byte 127: the picture of tile 0 lies outside the section of tiles"
            ])
        let back = archive(
            [
                PMTilesEntry(tile: 0, run: 3, offset: 0, count: 5),
                PMTilesEntry(tile: 1, run: 1, offset: 5, count: 5),
            ], zooms: 0...1)
        #expect(Self.findings(back) == ["byte 127: tile 1 comes after tile 2"])
    }

    @Test func `missing tiles and false bounds are seen in a database`() throws {
        try withTemporaryDirectory { folder in
            let name = "\(folder)/a.mbtiles"
            func change(_ statement: String) throws -> [String] {
                _ = try TileBuildTests.build("a.mbtiles", in: folder, zooms: 0...4).run()
                try SQLiteDatabase(name, .writing).execute(statement)
                do throws(TileArchiveFault) {
                    return try TileSet(name).verify().findings.map(\.description)
                } catch {
                    return ["\(error)"]
                }
            }
            let missing = try change("DELETE FROM map WHERE zoom_level = 3 AND tile_column = 4")
            #expect(missing.contains { $0.hasPrefix("zoom 3 lacks") })
            let unbounded = try change("UPDATE metadata SET value = '1,2' WHERE name = 'bounds'")
            #expect(unbounded.contains("the metadata says no bounds that there are"))
            let blank = try change("DELETE FROM images WHERE tile_id = 1")
            #expect(blank == ["a tile without a picture"])
            let outside = try change("UPDATE map SET tile_row = 99 WHERE zoom_level = 0")
            #expect(outside == ["a row of tiles that there is not"])
            let silent = try change("DROP TABLE metadata")
            #expect(silent.first?.hasPrefix("the database cannot") == true)
            let endless = try change(
                """
                DROP VIEW tiles; DROP TABLE map; CREATE VIEW tiles AS
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT 1 AS zoom_level, i AS tile_column, 1 AS tile_row, NULL AS tile_data FROM n
                """)
            #expect(endless.first?.contains("interrupted") == true)
        }
    }
}
