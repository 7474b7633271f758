import Diagnostics
import EventIngest

/// Any bytes as CSV: a file fault, or a table in which every row is accounted for.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let table = try? EventTable.read(text, file: "fuzz.csv") else { return 0 }
    account(for: table)
    return 0
}

func account(for table: EventTable) {
    precondition(table.rows == table.events.count + table.setAside.count, "a row is lost")
    let told = Set(table.report.diagnostics.compactMap(\.row))
    precondition(table.setAside.allSatisfy { told.contains($0.row) }, "a row goes untold")
    let parts = EventParts(table.events)
    for event in table.events {
        precondition(event.claimIndex <= event.claimCount)
        precondition(parts.allParts(of: event.id).count <= table.events.count)
    }
}
