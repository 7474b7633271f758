import GeoModel

/// Any text: it is read or refused. What is read writes itself anew and reads back to the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    guard let figure = try? Figure(parsing: text) else { return 0 }
    guard let again = try? Figure(parsing: figure.description) else {
        fatalError("\(figure) does not read back")
    }
    precondition(again == figure, "\(again) is not \(figure)")
    return 0
}
