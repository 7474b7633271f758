import FlatFile
import TestSupport
import Testing

@Suite("Sections that wait on the disk") struct SpoolTests {
    private func writer(spoolFolder: String?) -> SectionFileWriter {
        var writer = SectionFileWriter(
            SectionFile.Kind(magic: "TOPOTEST", version: 1), spoolFolder: spoolFolder)
        writer.add("small", [1, 2, 3])
        writer.add("large", (0..<(3 << 20 + 5)).map { UInt8(truncatingIfNeeded: $0 * $0 >> 7) })
        writer.add("empty", [])
        return writer
    }

    @Test func `make the same file as those in memory`() throws {
        let expected = writer(spoolFolder: nil).bytes
        try withTemporaryDirectory { folder in
            let spooled = writer(spoolFolder: folder)
            #expect(spooled.count == expected.count && spooled.bytes == expected)
        }
        let file = try SectionFile(
            FlatBytes(expected), kind: SectionFile.Kind(magic: "TOPOTEST", version: 1))
        try file.verify()
    }

    @Test func `stay in memory where the folder takes none`() {
        let expected = writer(spoolFolder: nil).bytes
        #expect(writer(spoolFolder: "/nowhere/at/all").bytes == expected)
    }
}
