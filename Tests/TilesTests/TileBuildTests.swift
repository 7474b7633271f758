import Diagnostics
import GeoModel
import PNGEncoding
import Projections
import Raster
import TestSupport
import Testing

@testable import Tiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Building tiles") struct TileBuildTests {
    static let box = BoundingBox(west: -40, south: -30, east: 50, north: 60)
    static let details = TileSetDetails(
        name: "Made-up", description: "Sea & land", credits: ["© A <b> & B"],
        generator: "test 1", remarks: [.init("names_rule", "none")])

    static func build(
        _ name: String, in folder: String, source: SyntheticSource = SyntheticSource(),
        zooms: ClosedRange<Int> = 0...5, box: BoundingBox = box, scale: Int = 1,
        urlBase: String? = nil
    ) throws -> TileBuild<SyntheticSource> {
        TileBuild(
            plan: try TilePlan(zooms: zooms, box: box, scale: scale), source: source,
            output: TileOutput("\(folder)/\(name)", urlBase: urlBase), details: details)
    }

    static func bytes(_ path: String) -> [UInt8] {
        FileManager.default.contents(atPath: path).map(Array.init) ?? []
    }

    static func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test(arguments: ["a.pmtiles", "a.mbtiles", "a"])
    func `all kinds hold every tile once, and no parts stay`(name: String) throws {
        try withTemporaryDirectory { folder in
            let build = try Self.build(name, in: folder)
            let summary = try build.run()
            #expect(Self.names(folder) == [name])
            let set = try TileSet("\(folder)/\(name)")
            let verdict = try set.verify()
            #expect(verdict.findings == [])
            #expect(verdict.tiles == build.plan.tileCount)
            #expect(verdict.pictures == summary.pictures)
            #expect(verdict.tilesHash == summary.tilesHash)
            #expect(summary.pictures < summary.tiles)
            #expect(set.facts["attribution"] == "© A &lt;b&gt; &amp; B")
            #expect(set.facts["names_rule"] == "none")
            // Pixels are those of the source.
            for (tile, _, key) in try set.hashes().shuffled().prefix(20) {
                let range = TileRange(zoom: tile.z, columns: tile.x...tile.x, rows: tile.y...tile.y)
                let drawn =
                    switch build.source.picture(of: range) {
                    case .uniform(let color): PixelBuffer(width: 256, height: 256, color: color)
                    case .indexed(let picture): picture.pixels
                    case .trueColor(let picture): picture
                    }
                #expect(try set.picture(key) == drawn, "\(tile)")
            }
        }
    }

    @Test(arguments: ["a.pmtiles", "a.mbtiles"])
    func `any number of threads gives the same bytes`(name: String) throws {
        try withTemporaryDirectory { folder in
            var files: [[UInt8]] = []
            for threads in [1, 2, 4] {
                var build = try Self.build("\(threads)\(name)", in: folder, zooms: 0...6)
                build.threads = threads
                _ = try build.run()
                files.append(Self.bytes("\(folder)/\(threads)\(name)"))
            }
            #expect(files[0].count > 1000)
            #expect(files[1] == files[0])
            #expect(files[2] == files[0])
        }
    }

    @Test(arguments: [1, 3])
    func `each sheet is made once and holds its blocks`(threads: Int) throws {
        try withTemporaryDirectory { folder in
            let source = SyntheticSource()
            var build = try Self.build("a.pmtiles", in: folder, source: source, zooms: 6...8)
            build.threads = threads
            _ = try build.run()
            // 40° W to 50° E are columns 99 to 163 of zoom 8, which lie in two squares of 128.
            #expect(source.sheetCount == TilePlan.sheets(of: build.plan.blocks()[...]).count)
            #expect(source.sheetCount <= 8)
            #expect(source.blockCount == build.plan.blocks().count)
        }
    }

    @Test func `true colours and doubled scale hold too`() throws {
        try withTemporaryDirectory { folder in
            let source = SyntheticSource(scale: 2, manner: .trueColor)
            let build = try Self.build(
                "a.pmtiles", in: folder, source: source, zooms: 2...4, scale: 2)
            _ = try build.run()
            let set = try TileSet("\(folder)/a.pmtiles")
            #expect(try set.verify().findings == [])
            #expect(set.facts["tile_size"] == "512")
            let palette = try Self.build(
                "b.mbtiles", in: folder, source: SyntheticSource(scale: 2), zooms: 2...4, scale: 2)
            _ = try palette.run()
            let difference = try TileDifference(set, TileSet("\(folder)/b.mbtiles"))
            #expect(difference.isSame)
            #expect(difference.files.count > 0)
        }
    }

    @Test func `a box across the antimeridian has the tiles on both sides`() throws {
        try withTemporaryDirectory { folder in
            let box = BoundingBox(west: 170, south: -20, east: -170, north: 10)
            for name in ["a.pmtiles", "a.mbtiles", "a"] {
                let build = try Self.build(name, in: folder, zooms: 0...5, box: box)
                _ = try build.run()
                // 5.625° a column at zoom 6, 11.25° at zoom 5: one each side.
                #expect(build.plan.bounds.ranges(zoom: 5).map(\.columns) == [0...0, 31...31])
                #expect(build.plan.bounds.ranges(zoom: 0).map(\.columns) == [0...0])
                let set = try TileSet("\(folder)/\(name)")
                #expect(try set.verify().findings == [])
                #expect(set.facts.bounds?.crossesAntimeridian == true)
            }
        }
    }

    @Test func `one event's box gets some metres of width`() throws {
        try withTemporaryDirectory { folder in
            let box = BoundingBox(west: 46.75, south: 39.8, east: 46.75, north: 39.8)
            _ = try Self.build("a.pmtiles", in: folder, zooms: 0...12, box: box).run()
            let verdict = try TileSet("\(folder)/a.pmtiles").verify()
            #expect(verdict.findings == [])
            #expect(verdict.tiles == 13)
        }
    }

    @Test func `uniform pictures are drawn alike, whether they were drawn or known`() {
        let color = Color(hex: 0x88AACC)
        var contents = TileContents(side: 256)
        let known = contents.content(of: .uniform(color))
        let drawn = contents.content(
            of: .indexed(
                IndexedPicture(
                    width: 256, height: 256, colors: [Color(hex: 1), color],
                    indices: [UInt8](repeating: 1, count: 256 * 256))))
        let buffer = PixelBuffer(width: 256, height: 256, color: color)
        let colored = contents.content(of: .trueColor(buffer))
        #expect(known.hash == drawn.hash)
        #expect(known.pixels == drawn.pixels)
        #expect(known.hash == colored.hash)
    }

    @Test(arguments: [0, 1, 7, 8, 15, 16, 17, 65_536])
    func `hashes change in both halves with any bit`(count: Int) {
        var bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 31) }
        var seen: Set<UInt64> = []
        let places = Array(Set([0, count / 2, count - 1].filter { bytes.indices.contains($0) }))
        let hash = ContentHash(of: bytes)
        #expect(seen.insert(hash.low).inserted && seen.insert(hash.high).inserted)
        for place in places {
            for bit in 0..<8 {
                bytes[place] ^= 1 << UInt8(bit)
                let other = ContentHash(of: bytes)
                #expect(seen.insert(other.low).inserted && seen.insert(other.high).inserted)
                bytes[place] ^= 1 << UInt8(bit)
            }
        }
    }

    // MARK: Interruption

    @Test(arguments: ["a.pmtiles", "a.mbtiles", "a"])
    func `a build that was cut at any byte goes on to the same bytes`(name: String) throws {
        try withTemporaryDirectory { folder in
            let whole = try Self.build("whole-\(name)", in: folder)
            _ = try whole.run()
            let parts = TileSpoolFolder(output: "\(folder)/\(name)")
            var build = try Self.build(name, in: folder)
            let (journal, pictures) = try Self.spool(of: build)
            build.resumes = true
            var random = SplitMix64(seed: 3)
            for _ in 0..<8 {
                try FileManager.default.createDirectory(
                    atPath: parts.path, withIntermediateDirectories: true)
                // Pictures are written before what names them.
                let cut = Int.random(in: 0...journal.count, using: &random)
                try Data(journal.prefix(cut)).write(to: URL(filePath: parts.journal))
                try Data(pictures).write(to: URL(filePath: parts.pictures))
                try Data([1, 2, 3]).write(to: URL(filePath: parts.beside))
                _ = try build.run()
                #expect(Self.names(folder).filter { $0.hasSuffix(".part") } == [])
                if name != "a" {
                    #expect(
                        Self.bytes("\(folder)/\(name)") == Self.bytes("\(folder)/whole-\(name)"))
                } else {
                    let difference = try TileDifference(
                        TileSet("\(folder)/a"), TileSet("\(folder)/whole-a"))
                    #expect(difference.isSame && difference.files.count == 0)
                }
            }
        }
    }

    /// What is beside the output of a build after its last block.
    static func spool(
        of build: TileBuild<SyntheticSource>
    ) throws -> (journal: [UInt8], pictures: [UInt8]) {
        let parts = TileSpoolFolder(output: build.output.path)
        var copy = build
        copy.resumes = false
        let saved = SpoolKeeper(parts)
        _ = try copy.run { _ in saved.keep() }
        try FileManager.default.removeItem(atPath: build.output.path)
        return (saved.journal, saved.pictures)
    }

    @Test func `damaged parts are made anew`() throws {
        try withTemporaryDirectory { folder in
            let whole = try Self.build("whole.pmtiles", in: folder)
            _ = try whole.run()
            var build = try Self.build("a.pmtiles", in: folder)
            let (journal, pictures) = try Self.spool(of: build)
            build.resumes = true
            let parts = TileSpoolFolder(output: "\(folder)/a.pmtiles")
            var random = SplitMix64(seed: 4)
            for _ in 0..<6 {
                try FileManager.default.createDirectory(
                    atPath: parts.path, withIntermediateDirectories: true)
                var (bad, other) = (journal, pictures)
                bad[.random(in: 24..<bad.count, using: &random)] ^= 0x40
                other[.random(in: 0..<other.count, using: &random)] ^= 0x40
                try Data(bad).write(to: URL(filePath: parts.journal))
                try Data(other).write(to: URL(filePath: parts.pictures))
                _ = try build.run()
                #expect(Self.bytes("\(folder)/a.pmtiles") == Self.bytes("\(folder)/whole.pmtiles"))
            }
        }
    }

    @Test func `parts of other tiles are not gone on with`() throws {
        try withTemporaryDirectory { folder in
            var build = try Self.build("a.pmtiles", in: folder)
            let (journal, pictures) = try Self.spool(of: build)
            let parts = TileSpoolFolder(output: "\(folder)/a.pmtiles")
            try FileManager.default.createDirectory(
                atPath: parts.path, withIntermediateDirectories: true)
            try Data(journal).write(to: URL(filePath: parts.journal))
            try Data(pictures).write(to: URL(filePath: parts.pictures))
            build.identity = [1]
            build.resumes = true
            let fault = #expect(throws: FileFault.self) { try build.run() }
            #expect(fault?.diagnostic.code == "other-tiles")
            build.resumes = false
            _ = try build.run()
            #expect(try TileSet("\(folder)/a.pmtiles").verify().findings == [])
        }
    }

    @Test func `a build that goes on draws only what is missing`() throws {
        try withTemporaryDirectory { folder in
            let first = SyntheticSource()
            let build = try Self.build("a.pmtiles", in: folder, source: first)
            let (journal, pictures) = try Self.spool(of: build)
            let parts = TileSpoolFolder(output: "\(folder)/a.pmtiles")
            try FileManager.default.createDirectory(
                atPath: parts.path, withIntermediateDirectories: true)
            try Data(journal.prefix(journal.count - 1)).write(to: URL(filePath: parts.journal))
            try Data(pictures).write(to: URL(filePath: parts.pictures))
            let second = SyntheticSource()
            var rest = try Self.build("a.pmtiles", in: folder, source: second)
            rest.resumes = true
            _ = try rest.run()
            #expect(second.blockCount == 1)
            #expect(first.blockCount > 4)
        }
    }
}

/// Copies the parts of a build while they are there.
// SAFETY: a build reports its progress on one thread at a time, and the test reads when it has ended.
final class SpoolKeeper: @unchecked Sendable {
    private let parts: TileSpoolFolder
    private(set) var journal: [UInt8] = []
    private(set) var pictures: [UInt8] = []

    init(_ parts: TileSpoolFolder) {
        self.parts = parts
    }

    func keep() {
        journal = TileBuildTests.bytes(parts.journal)
        pictures = TileBuildTests.bytes(parts.pictures)
    }
}
