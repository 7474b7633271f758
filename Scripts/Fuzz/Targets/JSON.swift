import GeoJSON

/// Any bytes: a JSON value or an error within the text. What is read writes itself anew and reads
/// back to the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: bytes, count: count))
    do {
        let value = try JSONValue(parsing: text)
        let again = try JSONValue(parsing: Array(value.description.utf8))
        precondition(again.description == value.description, "\(value)")
    } catch {
        precondition((0...count).contains(error.offset), "\(error)")
    }
    return 0
}
