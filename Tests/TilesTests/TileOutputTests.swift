import Diagnostics
import GeoModel
import TestSupport
import Testing

@testable import Tiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

@Suite("Where tiles go") struct TileOutputTests {
    private static func refusal(_ path: String) -> String? {
        do throws(FileFault) {
            try TileOutput(path).check()
            return nil
        } catch {
            return error.diagnostic.problem
        }
    }

    @Test func `what is something else is not replaced`() throws {
        try withTemporaryDirectory { folder in
            let files = FileManager.default
            try Data("hello, this is text".utf8).write(to: URL(filePath: "\(folder)/a.pmtiles"))
            try Data("hello".utf8).write(to: URL(filePath: "\(folder)/b"))
            for name in ["c.mbtiles", "d", "e"] {
                try files.createDirectory(
                    atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
            }
            try Data("mine".utf8).write(to: URL(filePath: "\(folder)/d/letter.txt"))
            #expect(
                Self.refusal("\(folder)/a.pmtiles")
                    == "a file of another kind stands there, and an archive of tiles was to be written"
            )
            #expect(Self.refusal("\(folder)/b")?.hasPrefix("a file stands there") == true)
            #expect(Self.refusal("\(folder)/c.mbtiles")?.hasPrefix("a folder stands there") == true)
            #expect(Self.refusal("\(folder)/d")?.hasPrefix("a folder without tiles") == true)
            #expect(Self.refusal("\(folder)/e") == nil)
            #expect(
                Self.refusal("\(folder)/none/x.pmtiles")?.hasPrefix("there is no folder") == true)
        }
    }

    @Test(arguments: ["a.pmtiles", "a.mbtiles", "a"])
    func `tiles are replaced by whole ones`(name: String) throws {
        try withTemporaryDirectory { folder in
            let first = try TileBuildTests.build(name, in: folder, zooms: 0...3)
            _ = try first.run()
            var second = try TileBuildTests.build(
                name, in: folder, zooms: 2...4, urlBase: "https://example.org/t/")
            second.threads = 2
            _ = try second.run()
            let set = try TileSet("\(folder)/\(name)")
            #expect(set.facts.zooms == 2...4)
            #expect(try set.verify().findings == [])
            let document = name == "a" ? "a/tiles.json" : "\(name).json"
            let text = String(
                decoding: TileBuildTests.bytes("\(folder)/\(document)"), as: UTF8.self)
            #expect(text.contains("\"https://example.org/t/{z}/{x}/{y}.png\""))
            #expect(text.contains("\"tilejson\":\"3.0.0\""))
            #expect(text.contains("\"bounds\":[-40,-30,50,60]") || text.contains("[-40.0,-30.0"))
        }
    }
}
