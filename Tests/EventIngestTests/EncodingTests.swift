import Diagnostics
import EventIngest
import TabularText
import Testing

/// The bytes are what Python's codecs of the same names give for the text.
@Suite("Encodings") struct EncodingTests {
    private func titles(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws -> (
        titles: [String], notes: [String]
    ) {
        var options = ReadingOptions()
        options.encoding = encoding
        let table = try EventTable.read(bytes, file: "a.csv", options: options)
        return (table.events.map(\.title), table.report.diagnostics.map(\.description))
    }

    private func file(_ title: [UInt8]) -> [UInt8] { Array("place,title\nx,".utf8) + title }

    @Test func `Cyrillic that is no UTF-8 is read as Windows-1251 and that is said`() throws {
        // "Шуша, взятие"
        let word: [UInt8] = [
            0xD8, 0xF3, 0xF8, 0xE0, 0x20, 0xE2, 0xE7, 0xFF, 0xF2, 0xE8, 0xE5,
        ]
        let (titles, notes) = try titles(file(word))
        #expect(titles == ["Шуша взятие"])
        #expect(
            notes == [
                "a.csv: note: the file is not UTF-8; it is read as Windows-1251; say another with --encoding, such as windows-1252"
            ])
    }

    @Test func `Turkish and French are told apart by their letters`() throws {
        // "Şuşa döyüşü" and "Bataille à Chouchi, fête"
        let turkish: [UInt8] = [
            0xDE, 0x75, 0xFE, 0x61, 0x20, 0x64, 0xF6, 0x79, 0xFC, 0xFE, 0xFC,
        ]
        #expect(try titles(file(turkish)).titles == ["Şuşa döyüşü"])
        let french: [UInt8] = [0x66, 0xEA, 0x74, 0x65, 0x20, 0xE0, 0x20, 0x43]
        #expect(try titles(file(french)).titles == ["fête à C"])
        #expect(try titles(file(french)).notes.first?.contains("Windows-1252") == true)
    }

    @Test(arguments: [true, false], [true, false])
    func `UTF-16 is read with a mark or without`(isBigEndian: Bool, hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "place,title\nx,Şuşa 😀 Շուշի\n"
        let bytes = text.utf16.flatMap { unit -> [UInt8] in
            let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isBigEndian ? pair : pair.reversed()
        }
        let (titles, notes) = try titles(bytes)
        #expect(titles == ["Şuşa 😀 Շուշի"])
        #expect(notes.count == 1)
    }

    @Test func `an encoding that is said outright is taken without a word`() throws {
        // 0xF0 is a letter of all three.
        #expect(try titles(file([0xF0]), encoding: .windows1251).titles == ["р"])
        #expect(try titles(file([0xF0]), encoding: .windows1252).titles == ["ð"])
        #expect(try titles(file([0xF0]), encoding: .windows1254).titles == ["ğ"])
        #expect(try titles(file([0xF0]), encoding: .windows1254).notes == [])
    }

    @Test(arguments: [
        (
            TextEncoding.windows1252, [0x61, 0x0A, 0x81] as [UInt8],
            "a.csv:2:1: error: the byte 0x81, which Windows-1252 does not have; say another encoding with --encoding, or save the file as UTF-8"
        ),
        (
            .utf16LittleEndian, [0x61, 0x00, 0x00, 0xDC],
            "a.csv:1:2: error: half of a surrogate pair, which UTF-16, little-endian does not have; say another encoding with --encoding, or save the file as UTF-8"
        ),
        (
            .utf16LittleEndian, [0x61, 0x00, 0x61],
            "a.csv:1:2: error: half a letter at the end, which UTF-16, little-endian does not have; say another encoding with --encoding, or save the file as UTF-8"
        ),
    ])
    func `what an encoding does not have is told`(
        encoding: TextEncoding, bytes: [UInt8], message: String
    ) {
        let fault = #expect(throws: FileFault.self) { try titles(bytes, encoding: encoding) }
        #expect(fault?.description == message)
    }
}
