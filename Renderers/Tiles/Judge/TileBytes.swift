internal import SystemFiles

/// The bytes of an archive, read where they are asked for.
final class TileBytes {
    private enum Store: ~Copyable {
        case file(SystemFile)
        case memory([UInt8])
    }

    private let store: Store
    /// How many there are.
    let count: Int

    /// Bytes in memory.
    init(_ bytes: [UInt8]) {
        store = .memory(bytes)
        count = bytes.count
    }

    /// Those of a file.
    init(file name: String) throws(TileArchiveFault) {
        do throws(SystemFile.Failure) {
            let file = try SystemFile.reading(name)
            count = try file.size()
            store = .file(file)
        } catch {
            throw TileArchiveFault("cannot read it: \(error.reason)")
        }
    }

    /// The bytes from a place on, all of which have to be there.
    func bytes(at offset: Int, count: Int) throws(TileArchiveFault) -> [UInt8] {
        guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else {
            throw TileArchiveFault("the file ends before byte \(offset + count)", at: offset)
        }
        switch store {
        case .memory(let bytes): return Array(bytes[offset..<offset + count])
        case .file(let file):
            do throws(SystemFile.Failure) {
                let bytes = try file.bytes(at: offset, count: count)
                if bytes.count == count { return bytes }
            } catch {
                throw TileArchiveFault("cannot read it: \(error.reason)", at: offset)
            }
            throw TileArchiveFault("the file ends before byte \(offset + count)", at: offset)
        }
    }
}
