import PlaceImport
import TabularText

/// Any bytes as GeoJSON with names, one text or one a line by the first byte: a file fault, or places with every record accounted for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let file = bytes.first.map { $0 & 1 == 0 } == true ? "fuzz.geojson" : "fuzz.geojsonl"
    checkImport(bytes) { input in
        try GeoJSONPlaces(input, file: file, source: ImportSource(key: "fuzz"))
    }
    return 0
}
