import Diagnostics
import EventIngest
import MapPipeline
import TestSupport
import Testing

@Suite("Tables from files") struct FileInputTests {
    /// What Python's `gzip.compress(table, mtime=0)` gives for two rows.
    private static let packed: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xCB, 0x4C, 0xD1, 0x29,
        0xC8, 0x49, 0x4C, 0x4E, 0xE5, 0x72, 0xD4, 0x71, 0x4A, 0xCC, 0x2E, 0xE5, 0x72, 0xD2,
        0x71, 0x4F, 0xCC, 0xCB, 0x4A, 0xE4, 0x02, 0x00, 0xF3, 0xAA, 0xE5, 0x8F, 0x18, 0x00,
        0x00, 0x00,
    ]

    private func ids(_ bytes: [UInt8], name: String = "events.csv.gz") throws -> [String] {
        try withTemporaryDirectory { folder in
            let file = folder + "/" + name
            try OutputFile.write(bytes, to: file)
            return try EventTable.read(try FileInput.open(file), file: name).events.map(\.id)
        }
    }

    @Test func `a packed table is read like any other, whatever its name`() throws {
        #expect(try ids(Self.packed) == ["A", "B"])
        #expect(try ids(Self.packed, name: "events") == ["A", "B"])
        #expect(try ids(Array("id,place\nC,x\n".utf8)) == ["C"])
    }

    @Test(arguments: [
        (8, "the packed bytes are cut short, after 24 unpacked ones"),
        (20, "the packed bytes are cut short, after"),
    ])
    func `damaged packing is told`(cut: Int, problem: String) {
        let fault = #expect(throws: FileFault.self) { try ids(Array(Self.packed.dropLast(cut))) }
        #expect(fault?.diagnostic.code == "bad-gzip")
        #expect(fault?.diagnostic.problem.hasPrefix(problem) == true)
    }

    @Test func `bytes after the packing are told`() {
        let fault = #expect(throws: FileFault.self) { try ids(Self.packed + Array("more".utf8)) }
        #expect(
            fault?.diagnostic.problem
                == "something that is not packed stands after the packed bytes")
    }

    @Test func `a folder and a missing file are told`() throws {
        try withTemporaryDirectory { folder in
            #expect(throws: FileFault.self) { _ = try FileInput.open(folder) }
            #expect(throws: FileFault.self) { _ = try FileInput.open(folder + "/none.csv") }
        }
    }

    @Test func `a file that is not kept leaves nothing behind and an older one whole`() throws {
        try withTemporaryDirectory { folder in
            let name = folder + "/out.csv"
            try OutputFile.write([1], to: name)
            do {
                var file = try StreamedFile(name)
                try file.write([2, 3])
            }
            #expect(try InputFile.read(name) == [1])
            var file = try StreamedFile(name)
            try file.write([2])
            try file.write([3])
            try file.keep()
            #expect(try InputFile.read(name) == [2, 3])
        }
    }
}
