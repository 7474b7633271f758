import Gzip
import Testing

/// Packed bytes are what Python's `gzip.compress(text, mtime=0)` gives.
@Suite("Inflater") struct InflaterTests {
    private static let hello: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x2B, 0xC8, 0x49, 0x4C,
        0x4E, 0xE5, 0x3A, 0x3A, 0xAF, 0xF4, 0xE8, 0xFC, 0x44, 0x2E, 0x00, 0x86, 0xCF, 0xF2,
        0x17, 0x0D, 0x00, 0x00, 0x00,
    ]
    /// 100,000 letters `a`.
    private static let letters: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xED, 0xC1, 0x31, 0x01,
        0x00, 0x00, 0x00, 0xC2, 0xA0, 0xAC, 0xEB, 0x5F, 0xC2, 0x1A, 0x1E, 0x40, 0x01, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xAF, 0x06, 0x87,
        0xFA, 0xE2, 0x1B, 0xA0, 0x86, 0x01, 0x00,
    ]

    private func unpacked(
        _ bytes: [UInt8], piece: Int = 1_000, limits: InflationLimits = InflationLimits()
    ) throws -> [UInt8] {
        var inflater = try Inflater(limits: limits)
        var rest = bytes[...]
        var all: [UInt8] = []
        while true {
            let bytes = try inflater.next {
                defer { rest = rest.dropFirst(piece) }
                return Array(rest.prefix(piece))
            }
            if bytes.isEmpty { return all }
            all += bytes
        }
    }

    @Test(arguments: [1, 5, 1_000])
    func `unpacks from pieces of any size`(piece: Int) throws {
        #expect(try unpacked(Self.hello, piece: piece) == Array("place\nŞuşa\n".utf8))
        #expect(try unpacked(Self.letters, piece: piece).count == 100_000)
    }

    @Test func `several members are one text, zeros after them are padding`() throws {
        let twice = try unpacked(Self.hello + Self.hello + [0, 0, 0], piece: 7)
        #expect(twice == Array("place\nŞuşa\nplace\nŞuşa\n".utf8))
    }

    @Test func `damage is told`() {
        #expect(throws: GzipError.cutShort(after: 13)) {
            try unpacked(Array(Self.hello.dropLast(3)))
        }
        #expect(throws: GzipError.trailingBytes) { try unpacked(Self.hello + [7]) }
        var wrong = Self.hello
        wrong[wrong.count - 5] ^= 1
        #expect(throws: GzipError.damaged(after: 13)) { try unpacked(wrong, piece: 1) }
        #expect(throws: GzipError.damaged(after: 0)) { try unpacked([1, 2, 3]) }
        #expect(throws: GzipError.cutShort(after: 0)) { try unpacked([]) }
    }

    @Test func `what grows too much is refused`() {
        var limits = InflationLimits()
        limits.freeBytes = 1_000
        limits.growth = 100
        #expect(throws: GzipError.growsTooMuch(limit: 100)) {
            try unpacked(Self.letters, limits: limits)
        }
        limits.growth = 2_000
        limits.bytes = 70_000
        #expect(throws: GzipError.tooLarge(limit: 70_000)) {
            try unpacked(Self.letters, limits: limits)
        }
    }
}
