import PlaceImport
import TabularText

/// Any bytes as files of Who's On First, cut at each byte 0: places with every record accounted for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    checkImport(bytes) { input in
        var all: [UInt8] = []
        while case let more = try input.next(), !more.isEmpty { all += more }
        var files = all.split(separator: 0, omittingEmptySubsequences: false)[...]
        var number = 0
        return WhosOnFirst(
            {
                number += 1
                return files.popFirst().map { ("\(number).geojson", MemoryInput(Array($0))) }
            }, source: ImportSource(key: "fuzz"))
    }
    return 0
}
