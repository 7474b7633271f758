import Tiles

/// Any bytes as a PMTiles archive, small enough that all of it is judged. Laws: a fault with words, or
/// a verdict; counts and verdict agree on how many tiles there are.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        let set = try TileSet(pmtiles: bytes, mostTiles: 5000)
        let counts = try set.counts()
        let verdict = try set.verify()
        precondition(counts.tiles == verdict.tiles, "counted otherwise")
    } catch {
        precondition(!error.problem.isEmpty, "a fault without words")
    }
    return 0
}
