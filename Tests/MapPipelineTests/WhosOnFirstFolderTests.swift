import Diagnostics
import EDTF
import FlatFile
import Foundation
import MapPipeline
import PlaceImport
import PlacePack
import Places
import TestSupport
import Testing

@Suite("Folders of Who's On First") struct WhosOnFirstFolderTests {
    static func record(_ number: Int, _ name: String) -> String {
        """
        {"type":"Feature","properties":{"wof:id":\(number),"wof:name":"\(name)","wof:placetype":"locality",\
        "name:eng_x_preferred":["\(name)"]},"geometry":{"type":"Point","coordinates":[46.7,39.\(number)]}}
        """
    }

    static func imported(_ folder: String) throws -> (
        places: [String], outcomes: [ImportedFiles.Outcome], credits: [String], recipe: String
    ) {
        let day = try #require(try HistoricalDate(edtf: "2024-06-01").earliest)
        var builder = PackBuilder(PackContents(title: "A", date: day))
        var files = ImportedFiles()
        files.files = [(.whosOnFirst, folder)]
        var outcomes: [ImportedFiles.Outcome] = []
        try files.add(to: &builder) { outcomes.append($0) }
        let pack = Pack(try PackFile(FlatBytes(try builder.finished().bytes)))
        return (
            pack.places.map(\.id), outcomes, pack.credits.map(\.credit), pack.files[0].info.recipe
        )
    }

    @Test func `files are read in the order of their names, in folders of any depth`() throws {
        try withTemporaryDirectory { folder in
            try make(
                folder,
                [
                    ("data/857/10/2.geojson", Self.record(2, "B")),
                    ("data/111/1.geojson", Self.record(1, "A")),
                    ("data/857/10/3-alt-x.geojson", Self.record(3, "C")),
                    ("data/857/9.geojson", "{"), ("README.md", "no record"),
                ])
            let found = try Self.imported(folder)
            #expect(found.places == ["wof:1", "wof:2"])
            #expect(found.outcomes.count == 1)
            #expect(
                found.outcomes[0].summary
                    == "3 records, 1 passed over; left out: alternative shapes 1")
            #expect(
                found.outcomes[0].log.report.diagnostics.map(\.location?.file)
                    == [folder + "/data/857/9.geojson"])
            #expect(
                found.credits == ["Who's On First (whosonfirst.org) and its sources, CC BY 4.0"])
            #expect(found.recipe.contains("CRC-32"))
            let again = try Self.imported(folder)
            #expect(again.recipe == found.recipe)
        }
    }

    @Test func `another record gives another sum`() throws {
        try withTemporaryDirectory { folder in
            try make(folder, [("a/1.geojson", Self.record(1, "A"))])
            try make(folder, [("b/1.geojson", Self.record(1, "B"))])
            let sums = try ["a", "b"].map {
                try Self.imported("\(folder)/\($0)").outcomes[0].checksum
            }
            #expect(sums[0] != sums[1])
        }
    }

    @Test func `a link to a folder above is not followed`() throws {
        try withTemporaryDirectory { folder in
            try make(folder, [("a/1.geojson", Self.record(1, "A"))])
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/a/up", withDestinationPath: folder)
            #expect(try Self.imported(folder).places == ["wof:1"])
        }
    }

    @Test func `a folder that is not there is a fault`() {
        #expect(throws: FileFault.self) { try Self.imported("/no/such/folder") }
    }

    private func make(_ folder: String, _ files: [(name: String, text: String)]) throws {
        for file in files {
            let path = "\(folder)/\(file.name)"
            let parent = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
            try FileManager.default.createDirectory(
                atPath: String(parent), withIntermediateDirectories: true)
            try OutputFile.write(Array(file.text.utf8), to: path)
        }
    }
}
