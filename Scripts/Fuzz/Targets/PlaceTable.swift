import PlaceImport
import TabularText

/// Any bytes as a plain table of places: a file fault, or places with every record accounted for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    checkImport(bytes) { input in
        try TablePlaces(input, file: "fuzz.csv", source: ImportSource(key: "fuzz"))
    }
    return 0
}
