import Diagnostics
import EventIngest
import TabularText

/// Any bytes in any encoding, the first byte choosing: a fault, or a table whose texts are UTF-8; the
/// guess never reads what was said to be something else.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let all = Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let first = all.first else { return 0 }
    var options = ReadingOptions()
    let encodings = TextEncoding.allCases.map(Optional.some) + [nil]
    options.encoding = encodings[Int(first) % encodings.count]
    let text = Array(all.dropFirst())
    guard let table = try? EventTable.read(text, file: "a.csv", options: options) else { return 0 }
    precondition(table.rows == table.events.count + table.setAside.count, "a row is lost")
    for diagnostic in table.report.diagnostics { _ = "\(diagnostic)" }
    return 0
}
