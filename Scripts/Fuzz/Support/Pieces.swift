import TabularText

/// Bytes as an input of pieces of one size.
final class Pieces: ByteInput {
    private let bytes: [UInt8]
    private let size: Int
    private var offset = 0

    init(_ bytes: [UInt8], _ size: Int) {
        self.bytes = bytes
        self.size = size
    }

    func next() -> [UInt8] {
        let end = min(bytes.count, offset + size)
        defer { offset = end }
        return Array(bytes[offset..<end])
    }

    func rewind() { offset = 0 }
}
