import Diagnostics
import SystemFiles
import TestSupport
import Testing

@testable import MapPipeline

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite("Files") struct FileTests {
    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test(arguments: [
        (EPIPE, "pipe"), (ENOSPC, "make room"), (EFBIG, "ulimit -f"), (EACCES, "may write to"),
    ])
    func `what cannot be written has a remedy for its cause`(number: Int32, word: String) {
        let fault = OutputFile.fault("map.png", SystemFile.Failure(number: number))
        #expect(fault.diagnostic.remedy?.contains(word) == true)
    }

    @Test func `what is written is read again`() throws {
        try withTemporaryDirectory { folder in
            let file = folder + "/map.png"
            // More than one chunk of 64 KiB.
            let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            try OutputFile.write(bytes, to: file)
            #expect(try InputFile.read(file) == bytes)
            #expect(try names(in: folder) == ["map.png"])
        }
    }

    @Test func `an older file is replaced whole`() throws {
        try withTemporaryDirectory { folder in
            let file = folder + "/map.png"
            try OutputFile.write(Array("a long older file".utf8), to: file)
            try OutputFile.write([1, 2], to: file)
            #expect(try InputFile.read(file) == [1, 2])
            #expect(try names(in: folder) == ["map.png"])
        }
    }

    /// The rename fails: the folder that stands under the name has something in it.
    @Test func `where writing fails nothing is left and nothing is lost`() throws {
        try withTemporaryDirectory { folder in
            let old = folder + "/old.png"
            try OutputFile.write([7], to: old)
            for name in ["/old.png/map.png", "/missing/map.png", ""] {
                let fault = #expect(throws: FileFault.self) {
                    try OutputFile.write([1], to: folder + name)
                }
                #expect(fault?.diagnostic.code == "unwritable-output")
                #expect(fault?.diagnostic.location?.file == folder + name)
            }
            #expect(try names(in: folder) == ["old.png"])
            #expect(try InputFile.read(old) == [7])
        }
    }

    @Test func `of files that belong together all are written or none`() throws {
        try withTemporaryDirectory { folder in
            try OutputFile.write([7], to: folder + "/map.png")
            let fault = #expect(throws: FileFault.self) {
                try OutputFile.write([
                    ([1], folder + "/map.png"), ([2], folder + "/missing/map.json"),
                ])
            }
            #expect(fault?.diagnostic.location?.file == folder + "/missing/map.json")
            #expect(try InputFile.read(folder + "/map.png") == [7])
            #expect(try names(in: folder) == ["map.png"])

            try OutputFile.write([([1], folder + "/map.png"), ([2], folder + "/map.json")])
            #expect(try names(in: folder) == ["map.json", "map.png"])
            #expect(try InputFile.read(folder + "/map.png") == [1])
        }
    }

    @Test func `a file beyond the limit is refused before more is read`() throws {
        try withTemporaryDirectory { folder in
            let file = folder + "/events.csv"
            try OutputFile.write([UInt8](repeating: 0x61, count: 100_000), to: file)
            #expect(try InputFile.read(file, limit: 100_000).count == 100_000)
            let fault = #expect(throws: FileFault.self) {
                try InputFile.read(file, limit: 99_999)
            }
            #expect(fault?.diagnostic.code == "file-too-large")
        }
    }

    /// Who is root may write anywhere: there is nothing to see then.
    @Test(.enabled(if: getuid() != 0))
    func `a folder that may not be written to keeps what it has`() throws {
        try withTemporaryDirectory { folder in
            try OutputFile.write([7], to: folder + "/map.png")
            let files = FileManager.default
            try files.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder)
            defer { try? files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder) }
            let fault = #expect(throws: FileFault.self) {
                try OutputFile.write([1], to: folder + "/map.png")
            }
            #expect(fault?.diagnostic.problem == "cannot write it: permission denied")
            #expect(try InputFile.read(folder + "/map.png") == [7])
        }
    }

    @Test func `a file that cannot be read says why`() throws {
        try withTemporaryDirectory { folder in
            let missing = #expect(throws: FileFault.self) {
                try InputFile.read(folder + "/events.csv")
            }
            #expect(missing?.diagnostic.code == "unreadable-file")
            #expect(missing?.diagnostic.problem == "cannot read it: no such file or directory")
            let place = #expect(throws: FileFault.self) { try InputFile.read(folder) }
            #expect(place?.diagnostic.problem == "cannot read it: this is a folder")
        }
    }
}
