internal import Diagnostics
internal import FlatFile
internal import TabularText

/// An input whose bytes are counted and summed on the way, so that a recipe can say what was read.
///
/// The sum is that of the last reading, which has to go to the end.
final class SummedInput: ByteInput {
    private let base: any ByteInput
    /// The CRC-32 of what was read, as `Checksum` has it.
    private(set) var checksum: UInt32 = 0
    /// How many bytes were read.
    private(set) var count = 0

    private let start: (checksum: UInt32, count: Int)

    /// Sums up an input, or goes on where another one ended.
    init(_ base: any ByteInput, after other: SummedInput? = nil) {
        self.base = base
        start = (other?.checksum ?? 0, other?.count ?? 0)
        (checksum, count) = start
    }

    func next() throws(FileFault) -> [UInt8] {
        let bytes = try base.next()
        checksum = Checksum.crc32(bytes, after: checksum)
        count += bytes.count
        return bytes
    }

    func rewind() throws(FileFault) {
        try base.rewind()
        (checksum, count) = start
    }
}
