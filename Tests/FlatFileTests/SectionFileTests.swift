import FlatFile
import FoundationEssentials
import TestSupport
import Testing

private let kind = SectionFile.Kind(magic: "TESTFILE", version: 2)

private func sample() -> [UInt8] {
    var writer = SectionFileWriter(kind)
    writer.add("one", [1, 2, 3])
    writer.add("empty", [])
    writer.add("numbers", [0x78, 0x56, 0x34, 0x12, 0xFF])
    return writer.bytes
}

private func open(_ bytes: [UInt8]) throws(FlatFileError) -> SectionFile {
    try SectionFile(FlatBytes(bytes), kind: kind)
}

@Suite("Flat file") struct FlatFileTests {
    @Test func `sections come back as they were written, at multiples of 16`() throws {
        let file = try open(sample())
        #expect(file.sections.map(\.tag) == ["one", "empty", "numbers"])
        #expect(file.sections.allSatisfy { $0.offset % 16 == 0 })
        #expect(try file.section("one").bytes(0..<9) == [1, 2, 3])
        #expect(try file.section("empty").count == 0)
        let numbers = FixedColumn<UInt32>(try file.section("numbers"))
        #expect(numbers.count == 1 && numbers[0] == 0x1234_5678)
        #expect(numbers[1] == 0 && numbers[-1] == 0 && numbers[.max / 8] == 0)
        #expect(throws: FlatFileError.missingSection("two")) { try file.section("two") }
        try file.verify()
    }

    /// The layout that PackFormat.md states, byte by byte.
    @Test func `the header is the documented one`() throws {
        let bytes = sample()
        #expect(Array(bytes[0..<8]) == Array("TESTFILE".utf8))
        #expect(Array(bytes[8..<16]) == [2, 0, 0, 0, 3, 0, 0, 0])
        #expect(Array(bytes[16..<24]) == [UInt8(bytes.count), 0, 0, 0, 0, 0, 0, 0])
        #expect(Array(bytes[32..<40]) == Array("one".utf8) + [0, 0, 0, 0, 0])
        #expect(bytes[40] == 128 && bytes[48] == 3)
        // CRC-32 of 01 02 03, as zlib.crc32 of Python has it: 0x55BC801D.
        #expect(Array(bytes[56..<60]) == [0x1D, 0x80, 0xBC, 0x55])
    }

    @Test func `a file cut anywhere is refused`() {
        let bytes = sample()
        for length in bytes.indices {
            #expect(throws: FlatFileError.self) { try open(Array(bytes.prefix(length))) }
        }
        #expect(throws: FlatFileError.otherLength(bytes.count + 1, expected: bytes.count)) {
            try open(bytes + [0])
        }
    }

    @Test func `a bit flipped anywhere is refused by opening or verifying`() {
        let bytes = sample()
        for index in bytes.indices {
            for bit in 0..<8 {
                var damaged = bytes
                damaged[index] ^= 1 << UInt8(bit)
                #expect(throws: FlatFileError.self) { try open(damaged).verify() }
            }
        }
    }

    @Test func `a newer or older version and a foreign file say so`() {
        var bytes = sample()
        bytes[8] = 3
        #expect(throws: FlatFileError.newerVersion(3, newestKnown: 2)) { try open(bytes) }
        bytes[8] = 1
        #expect(throws: FlatFileError.olderVersion(1, oldestKnown: 2)) { try open(bytes) }
        for foreign in ["", "id,name\n", "TESTFILf and more than thirty-two bytes"] {
            #expect(throws: FlatFileError.otherKind(expected: "TESTFILE")) {
                try open(Array(foreign.utf8))
            }
        }
    }

    @Test func `a mapped file reads as one in memory, and what is none is refused`() throws {
        try withTemporaryDirectory { folder in
            let name = "\(folder)/a.flat"
            try Data(sample()).write(to: URL(filePath: name))
            let file = try SectionFile(FlatBytes(mapping: name), kind: kind)
            #expect(try file.section("one").bytes(0..<3) == [1, 2, 3])
            #expect(file.hash == (try open(sample())).hash)
            #expect(throws: FlatFileError.unreadable("no such file or directory")) {
                try FlatBytes(mapping: "\(folder)/none")
            }
            #expect(throws: FlatFileError.unreadable("this is no regular file")) {
                try FlatBytes(mapping: folder)
            }
            try Data().write(to: URL(filePath: name))
            #expect(try FlatBytes(mapping: name).count == 0)
        }
    }
}

@Suite("Text pool") struct TextPoolTests {
    @Test func `a text is kept once and comes back`() {
        var builder = TextPoolBuilder()
        let long = String(repeating: "şəhər ", count: 100)
        let texts = ["", "Bakı", "Երևան", long, "Bakı"] + (0..<3_000).map { "tp:\($0)" }
        let offsets = texts.map { builder.offset(of: $0) }
        let pool = TextPool(FlatSlice(FlatBytes(builder.bytes)))
        #expect(offsets.map { pool[$0] } == texts)
        #expect(offsets[1] == offsets[4] && offsets[0] == 0)
        #expect(builder.offset(of: nil) == TextPool.none && pool.optional(TextPool.none) == nil)
        #expect(pool.firstFault() == nil)
        #expect(pool.holds("Bakı", at: offsets[1]))
        #expect(!pool.holds("Bak", at: offsets[1]))
        #expect(pool.precedes(offsets[1], offsets[2]) && !pool.precedes(offsets[1], offsets[1]))
    }

    @Test func `no offset is a crash`() {
        let bytes: [UInt8] = [0, 3, 0x61, 0xFF, 0x62, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80]
        let pool = TextPool(FlatSlice(FlatBytes(bytes)))
        #expect(pool[1] == "a\u{FFFD}b")
        for offset in [5, 8, 10, 11, UInt32.max - 1] as [UInt32] { #expect(pool[offset] == "") }
        #expect(pool.firstFault() == 1)
    }
}
