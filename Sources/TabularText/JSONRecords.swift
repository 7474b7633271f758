package import Diagnostics
package import GeoJSON

/// Features or objects of a JSON text, one at a time.
package struct JSONRecords {
    private var elements: JSONElements
    /// What there is to say of the encoding.
    package let note: Diagnostic?

    /// Starts at the start of a text: one JSON text, one a line by the ending of the name, or a
    /// sequence of records by its first byte.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - file: The file as the user named it.
    ///   - encoding: How the letters are written; nil to tell by the bytes.
    ///   - limits: What is refused.
    ///   - wanted: What an empty file lacks, such as "places".
    /// - Throws: `FileFault` when the file is empty or its bytes are no text.
    package init(
        _ input: any ByteInput, file: String, encoding: TextEncoding? = nil,
        limits: ReadingLimits = ReadingLimits(), wanted: String
    ) throws(FileFault) {
        let opening = try TextOpening(input, file: file, encoding: encoding)
        note = opening.note
        var window = try opening.window()
        let layout = try Self.layout(&window, file, wanted)
        elements = JSONElements(window, layout, limits: limits)
    }

    private static func layout(
        _ window: inout TextWindow, _ file: String, _ wanted: String
    ) throws(FileFault) -> JSONElements.Layout {
        var words = file.lowercased().split(separator: ".")
        if words.last == "gz" { words.removeLast() }
        while window.range.count < 1 << 16, !window.isAtEnd { try window.fetch() }
        let first = window.bytes[window.range].first { $0 > 0x20 || $0 == 0x1E }
        guard let first else {
            throw window.fault(
                "empty-file", at: nil, "the file is empty", remedy: "give a file with \(wanted)")
        }
        if first == 0x1E { return .sequence }
        switch words.last {
        case "ndjson", "jsonl", "geojsonl", "geojsons": return .lines
        default: return .text
        }
    }

    /// What stands beside the features, as objects, as far as it was read.
    package var besides: [JSONValue] { elements.besides }

    /// The next value; nil at the end.
    ///
    /// - Parameter number: The number of the value, from 1, for messages.
    /// - Returns: The value, or why it cannot be read; nil at the end.
    /// - Throws: `FileFault` when the file cannot be read further.
    package mutating func next(number: Int) throws(FileFault) -> JSONElements.Taken? {
        while try elements.toNext() {
            if let taken = try elements.take(number: number) { return taken }
        }
        return nil
    }
}
