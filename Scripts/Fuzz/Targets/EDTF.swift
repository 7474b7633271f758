import EDTF

/// Any text: it is read or refused. What is read writes itself anew, reads back to the same, covers
/// days in order and can be compared and put into words.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    guard let date = try? HistoricalDate(edtf: text) else { return 0 }
    guard let again = try? HistoricalDate(edtf: date.description) else {
        fatalError("\(date) does not read back")
    }
    precondition(again == date, "\(again) is not \(date)")
    if let first = date.earliest, let last = date.latest { precondition(first <= last) }
    guard let year = try? HistoricalDate(edtf: "1992-02-26") else { return 0 }
    let relations = (date.overlaps(year), year.overlaps(date), date.overlaps(date))
    precondition((relations.0 == .not) == (relations.1 == .not), "\(date) meets one way alone")
    precondition(relations.2 != .not, "\(date) does not meet itself")
    for language in DateLanguage.allCases {
        precondition(!date.formatted(in: language).isEmpty)
    }
    return 0
}
