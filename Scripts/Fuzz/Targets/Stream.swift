import Diagnostics
import EventIngest
import TabularText

/// Any bytes as lines of JSON, a JSON text or CSV, the first byte choosing: the events of the stream
/// are those of the table, claims and all, and pieces make no difference.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let all = Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let first = all.first else { return 0 }
    let file = ["a.csv", "a.ndjson", "a.geojson", "a"][Int(first & 3)]
    let text = Array(all.dropFirst())
    let whole = try? EventTable.read(text, file: file)
    guard var reader = try? EventReader(Pieces(text, 1 + Int(first >> 4)), file: file) else {
        precondition(whole == nil, "the stream refuses what the table reads")
        return 0
    }
    var events: [Event] = []
    var setAside = 0
    reading: while true {
        do {
            switch try reader.next() {
            case .event(let event): events.append(event)
            case .setAside: setAside += 1
            case .end: break reading
            }
        } catch {
            preconditionFailure("the second reading finds what the first did not: \(error)")
        }
    }
    precondition(events == whole?.events, "the stream tells other events than the table")
    precondition(setAside == whole?.setAside.count, "the stream sets other rows aside")
    return 0
}
