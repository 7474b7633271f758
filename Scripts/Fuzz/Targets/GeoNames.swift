import PlaceImport
import TabularText

/// Any bytes as a GeoNames dump, with the names that its lines list or without by the first byte: a file fault, or places with every record accounted for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let takesListedNames = bytes.first.map { $0 & 1 == 0 } ?? false
    checkImport(bytes) { input in
        try GeoNamesPlaces(input, file: "fuzz.txt", takesListedNames: takesListedNames)
    }
    return 0
}
