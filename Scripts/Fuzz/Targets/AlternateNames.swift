import PlaceImport
import Places
import TabularText

/// Any bytes as alternate names of GeoNames: a file fault, or names with every line accounted for. In
/// pieces of any size they are the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let size = 1 + (bytes.first.map { Int($0) % 13 } ?? 0)
    let whole = Names(MemoryInput(bytes))
    precondition(Names(Pieces(bytes, size)) == whole, "pieces make a difference")
    guard let whole else { return 0 }
    let leftOut = whole.log.leftOut.reduce(0) { $0 + $1.count }
    precondition(
        whole.log.records == whole.names.count + whole.log.passedOver + leftOut, "a line is lost")
    check(whole.log, lines: bytes.count { $0 == 0x0A || $0 == 0x0D } + 1)
    for name in whole.names { check(name) }
    precondition(whole.ids.allSatisfy { $0.hasPrefix("gn:") })
    return 0
}

/// The names of a file with the ids of their places.
struct Names: Equatable {
    var ids: [String] = []
    var names: [PlaceName] = []
    var log: ImportLog

    /// Reads to the end; nil at a fault of the file.
    init?(_ input: any ByteInput) {
        guard var importer = try? GeoNamesNames(input, file: "fuzz.txt") else { return nil }
        do {
            while let (id, name) = try importer.next() {
                ids.append(id)
                names.append(name)
            }
        } catch {
            return nil
        }
        log = importer.log
    }
}
