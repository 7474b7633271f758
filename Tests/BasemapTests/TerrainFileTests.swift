import FlatFile
import GeoModel
import TestSupport
import Testing

@testable import Basemap

@Suite("Reading heights") struct TerrainFileTests {
    static func store(_ sections: [(tag: String, bytes: [UInt8])]) throws -> TerrainStore {
        try TerrainStore(FlatBytes(SampleTerrain.file(sections)))
    }

    /// The sample with some bytes of a section replaced, under a checksum that holds.
    static func changed(_ tag: String, at offset: Int, _ bytes: [UInt8]) throws -> [(
        String, [UInt8]
    )] {
        var sections = SampleTerrain().sections
        let index = try #require(sections.firstIndex { $0.tag == tag })
        sections[index].bytes.replaceSubrange(offset..<offset + bytes.count, with: bytes)
        return sections
    }

    @Test func `heights are read from blocks whole and cut`() throws {
        let store = try TerrainStore(FlatBytes(SampleTerrain().bytes))
        try store.verify()
        for (longitude, height) in [(40.05, 1000.0), (46.35, 1063), (46.45, 1064), (51.95, 1119)] {
            for latitude in [43.95, 37.65, 37.55, 36.05] {
                let place = Coordinate(longitude: longitude, latitude: latitude)
                #expect(abs((store.height(at: place) ?? 0) - height) < 1e-6)
            }
        }
        #expect(store.height(at: Coordinate(longitude: -180, latitude: 85)) == 0)
        #expect(store.height(at: Coordinate(longitude: 0, latitude: -85)) == 170)
        #expect(
            abs((store.height(at: Coordinate(longitude: 44.1, latitude: 40)) ?? 0) - 1040.5) < 1e-6)
    }

    @Test func `every shorter file is refused`() {
        let bytes = SampleTerrain().bytes
        for count in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: FlatFileError.self) {
                try TerrainStore(FlatBytes(Array(bytes.prefix(count))))
            }
        }
    }

    @Test func `a file cut at a section says how much is there`() throws {
        let whole = SampleTerrain().bytes
        for section in try SectionFile(FlatBytes(whole), kind: SampleTerrain.kind).sections {
            let error = #expect(throws: FlatFileError.self) {
                try TerrainStore(FlatBytes(Array(whole.prefix(section.offset))))
            }
            #expect(error == .otherLength(section.offset, expected: whole.count))
        }
    }

    @Test func `every changed byte is found`() {
        let whole = SampleTerrain().bytes
        for offset in stride(from: 0, to: whole.count, by: 11) {
            var bytes = whole
            bytes[offset] ^= 0x10
            #expect(throws: FlatFileError.self) { try TerrainStore(FlatBytes(bytes)) }
        }
    }

    @Test func `another file is refused, and one of a newer version says so`() {
        #expect(throws: FlatFileError.otherKind(expected: "TOPOTERR")) {
            try TerrainStore(FlatBytes(Array("ncols 12\nnrows 8\n".utf8)))
        }
        let newer = SectionFileWriter(SectionFile.Kind(magic: "TOPOTERR", version: 2)).bytes
        #expect(throws: FlatFileError.newerVersion(2, newestKnown: 1)) {
            try TerrainStore(FlatBytes(newer))
        }
    }

    @Test(arguments: ["texts", "sources", "levels", "blocks", "samples"])
    func `a missing section is named`(tag: String) {
        #expect(throws: FlatFileError.missingSection(tag)) {
            try Self.store(SampleTerrain().sections.filter { $0.tag != tag })
        }
    }

    /// What cannot be is refused where it stands, though all checksums hold.
    @Test(arguments: [
        ("levels", 0, [0, 0, 0, 0], "level 0 has squares of 0\"", 0),
        ("levels", 32, [0, 0, 2, 0], "level 1 has squares of 131072\"", 32),
        ("levels", 4, [0, 0, 0, 0x7F], "level 0 starts at 2130706432\", 324000\"", 0),
        ("levels", 12, [255, 255, 255, 0], "level 0 has 16777215 x 18 squares of 36000\"", 0),
        ("levels", 20, [9, 0, 0, 0], "level 0 names source 9 of 1", 0),
        ("levels", 56, [7, 0, 0, 0], "level 1 starts at block 7, not 1", 32),
        ("levels", 32, [0xA0, 0x8C, 0, 0], "level 1 has 120 x 80 squares of 36000\"", 32),
        ("sources", 4, [200, 0, 0, 0], "row 0 has no text for its credit", 0),
        ("blocks", 4, [255, 255, 255, 0], "block 1 ends before it starts", 4),
        ("blocks", 20, [0, 0, 0, 0], "block 4 ends before it starts", 16),
    ])
    func `a row that cannot be is refused`(
        tag: String, offset: Int, bytes: [UInt8], problem: String, place: Int
    ) throws {
        let sections = try Self.changed(tag, at: offset, bytes)
        #expect(throws: FlatFileError.damagedSection(tag, problem: problem, offset: place)) {
            try Self.store(sections)
        }
    }

    @Test func `a block that does not unpack is flat, and verifying finds it`() throws {
        // The first block of a file of stored ones says in its first byte that it is the last.
        let store = try Self.store(try Self.changed("samples", at: 0, [7]))
        #expect(store.height(at: Coordinate(longitude: 0, latitude: -85)) == 0)
        #expect(
            throws: FlatFileError.damagedSection(
                "samples", problem: "block 0 does not unpack to 36 x 18 heights", offset: 0)
        ) { try store.verify() }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func `bytes changed at random are read or refused, without a crash`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var sections = SampleTerrain().sections
        for _ in 0..<3 {
            let index = Int.random(in: sections.indices, using: &random)
            let offset = Int.random(in: sections[index].bytes.indices, using: &random)
            sections[index].bytes[offset] = .random(in: 0...255, using: &random)
        }
        guard let store = try? Self.store(sections) else { return }
        _ = store.height(at: Coordinate(longitude: 45, latitude: 40))
        let frame = BasemapFrame(
            box: BoundingBox(west: 170, south: -80, east: -170, north: 89), detailInMetres: 50_000)
        _ = (store.window(of: frame), store.credits(of: frame))
        try? store.verify()
    }

    @Test func `the linked heights are whole`() throws {
        try TerrainStore.embedded.verify()
    }
}
