import PlaceImport
import TabularText

/// Any bytes as LP-TSV: a file fault, or places with every record accounted for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    checkImport(bytes) { input in
        try LinkedPlacesTable(input, file: "fuzz.tsv", source: ImportSource(key: "fuzz"))
    }
    return 0
}
