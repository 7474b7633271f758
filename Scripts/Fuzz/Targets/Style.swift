import Diagnostics
import Themes

/// Any bytes: a theme or a fault with a line and a column. What is read writes itself anew and reads back
/// to the same, with the same warnings at other places.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let file: ThemeFile
    do {
        file = try ThemeFile(reading: bytes, file: "mine.toml")
    } catch {
        let location = error.diagnostic.location
        precondition((location?.line ?? 0) > 0, "a fault without a line")
        precondition((location?.column ?? 0) > 0, "a fault without a column")
        precondition(error.diagnostic.remedy != nil, "a fault without a remedy")
        return 0
    }
    let text = ThemeFile.text(of: file.theme)
    guard let again = try? ThemeFile(reading: Array(text.utf8), file: "mine.toml") else {
        fatalError("a theme does not read back:\n\(text)")
    }
    precondition(again.theme == file.theme, "another theme came back")
    precondition(
        again.warnings.map(\.problem) == file.warnings.map(\.problem), "other warnings came back")
    return 0
}
