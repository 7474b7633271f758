import EventIngest

/// Any text as the place cell of a table: the row is kept or told, and each place names something and
/// stands within its cell.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let cell = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        .split(separator: "\"").joined().split(separator: "\0").joined()
    let text = "place,note\n\"\(cell)\",x\n"
    guard let table = try? EventTable.read(Array(text.utf8), file: "fuzz.csv") else { return 0 }
    precondition(table.rows == 1)
    for place in table.events.first?.places ?? [] {
        switch place {
        case .at(let place): check(place, cell)
        case .movement(let from, let to):
            check(from, cell)
            check(to, cell)
        case .coordinate: fatalError("there are no coordinates")
        }
    }
    return 0
}

func check(_ place: PlaceExpression, _ cell: String) {
    precondition(!place.name.isEmpty && !place.containers.contains(""))
    precondition(place.scalarOffset < cell.unicodeScalars.count)
}
