import EventIngest
import FeatureFormats
import Glibc

/// Any bytes as a GeoPackage, by way of a file. Laws: a fault with words, or rows that are read as events or
/// set aside, each once, however often the file is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let name = "fuzz-\(getpid()).gpkg"
    guard let file = fopen(name, "wb") else { return 0 }
    fwrite(start, 1, count, file)
    fclose(file)
    defer { unlink(name) }
    do {
        let lines = try GeoPackageLines(name, table: nil, millionsOfSteps: 1)
        let table = try EventTable.read(lines, file: name)
        precondition(table.rows == table.events.count + table.setAside.count, "a row is lost")
        let again = try EventTable.read(
            GeoPackageLines(name, table: nil, millionsOfSteps: 1), file: name)
        precondition(table == again, "reading makes a difference")
    } catch {
        precondition(!"\(error)".isEmpty, "a fault without words")
    }
    return 0
}
