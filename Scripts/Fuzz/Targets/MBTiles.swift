import Tiles

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The file that the bytes are read from: SQLite opens names.
private let name = FileManager.default.temporaryDirectory
    .appendingPathComponent("fuzz-\(ProcessInfo.processInfo.processIdentifier).mbtiles")

/// Any bytes as an MBTiles database. Laws: a fault with words, or a verdict; counts and verdict agree on how
/// many tiles there are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    do {
        try Data(UnsafeBufferPointer(start: start, count: count)).write(to: name)
    } catch {
        preconditionFailure("no file to write: \(error)")
    }
    do {
        let set = try TileSet(mbtiles: name.path)
        let counts = try set.counts()
        let verdict = try set.verify()
        precondition(counts.tiles == verdict.tiles, "counted otherwise")
    } catch {
        precondition(!error.problem.isEmpty, "a fault without words")
    }
    return 0
}
