import Diagnostics
import EventIngest
import TabularText

/// Any bytes as CSV: a file fault, or a table in which every row is accounted for. In pieces of any
/// size they are the same table.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: bytes, count: count))
    let size = 1 + (text.first.map { Int($0) % 13 } ?? 0)
    // Of several faults of a file, which is met first depends on the pieces.
    let whole = try? EventTable.read(text, file: "fuzz.csv")
    let pieced = try? EventTable.read(Pieces(text, size), file: "fuzz.csv")
    precondition(pieced == whole, "pieces make a difference")
    if let whole { account(for: whole) }
    return 0
}

func account(for table: EventTable) {
    precondition(table.rows == table.events.count + table.setAside.count, "a row is lost")
    let told = Set(table.report.diagnostics.compactMap(\.row))
    precondition(table.setAside.allSatisfy { told.contains($0.row) }, "a row goes untold")
    let parts = EventParts(table.events)
    for event in table.events {
        precondition(event.claimIndex <= event.claimCount)
        precondition(parts.parts(of: event.id).count <= table.events.count)
    }
}
