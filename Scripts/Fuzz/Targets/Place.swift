import EventIngest
import PlaceExpressions

/// Any text as places: they are read or refused within the text, and each names something and stands
/// within it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    let length = text.unicodeScalars.count
    do {
        for place in try EventPlace.list(parsing: text) {
            switch place {
            case .at(let place): check(place, length)
            case .movement(let from, let to):
                check(from, length)
                check(to, length)
            case .coordinate: fatalError("there are no coordinates")
            }
        }
    } catch {
        precondition((1...length + 1).contains(error.column), "\(error)")
    }
    return 0
}

func check(_ place: PlaceExpression, _ length: Int) {
    precondition(place.scalarOffset < length && !place.names.isEmpty)
    for name in place.names {
        precondition(!name.text.isEmpty && !name.containers.contains(""))
        precondition((place.scalarOffset..<length).contains(name.scalarOffset))
    }
}
