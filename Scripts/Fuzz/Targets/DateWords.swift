import EDTF

/// Any text: with and without what may be said about it, it is read or refused. What is read writes
/// itself and reads back; what is said of it in any language, if it is read, is never more certain.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    var options = DateReadingOptions()
    check(text, options)
    options.order = .dayFirst
    options.spreadsheetDays = .from1900
    check(text, options)
    return 0
}

func check(_ text: String, _ options: DateReadingOptions) {
    guard let reading = try? DateReading.read(text, options: options), let date = reading.date
    else { return }
    guard let again = try? HistoricalDate(edtf: date.description) else {
        fatalError("\(date) does not read back")
    }
    precondition(again == date, "\(again) is not \(date)")
    if let first = date.earliest, let last = date.latest { precondition(first <= last) }
    for language in DateLanguage.allCases {
        let words = date.formatted(in: language)
        guard let back = (try? DateReading.read(words))?.date else { continue }
        precondition(holds(back, date), "\"\(words)\" of \(date) is read as \(back)")
    }
}

/// Whether the days of one date hold those of another.
func holds(_ outer: HistoricalDate, _ inner: HistoricalDate) -> Bool {
    let starts =
        outer.earliest.map { first in inner.earliest.map { first <= $0 } ?? false } ?? true
    let ends = outer.latest.map { last in inner.latest.map { last >= $0 } ?? false } ?? true
    return starts && ends
}
