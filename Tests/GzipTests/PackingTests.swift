import Gzip
import Testing

@Suite("Packing with gzip") struct PackingTests {
    @Test(arguments: [0, 1, 70_000])
    func `packed bytes unpack to the same`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * $0 >> 5) }
        var packed = try gzipped(bytes)
        // RFC 1952, 2.3: the magic, method 8, no flags, no time.
        #expect(packed.prefix(8) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0])
        var inflater = try Inflater()
        var unpacked: [UInt8] = []
        while true {
            let piece = try inflater.next {
                defer { packed = [] }
                return packed
            }
            if piece.isEmpty { break }
            unpacked += piece
        }
        #expect(unpacked == bytes)
    }
}
