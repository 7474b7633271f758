internal import Diagnostics

/// A row as text.
struct RawRow {
    /// The data row, from 1.
    var number: Int
    /// Where it starts, in bytes.
    var offset: Int
    /// Its cells that are not empty.
    var cells: [RawCell]
}

/// A cell as text.
struct RawCell {
    /// The index of its column.
    var column: Int
    /// The text, without white space around it.
    var text: String
    /// Where the text starts, in bytes.
    var offset: Int
}

/// A piece of a text that is read, and how faults in it are told.
struct SourceText {
    let file: String
    let bytes: [UInt8]
    let index: TextIndex

    func location(_ offset: Int) -> SourceLocation {
        let position = index.position(of: offset)
        return SourceLocation(file: file, line: position.line, column: position.column)
    }

    func fault(
        _ code: String, at offset: Int, _ problem: String, remedy: String
    ) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: code, at: location(offset), problem: problem, remedy: remedy))
    }
}

extension String {
    /// The text without white space around it, and how many bytes were cut in front.
    func trimmedWithLead() -> (text: String, lead: Int) {
        // Letters and digits of ASCII at both ends: nothing to cut, and the common case.
        if let first = utf8.first, let last = utf8.last, (0x21...0x7E).contains(first),
            (0x21...0x7E).contains(last)
        {
            return (self, 0)
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return ("", 0) }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex {
            return (self, 0)
        }
        let lead = utf8.distance(from: utf8.startIndex, to: first)
        return (String(scalars[first...last]), lead)
    }
}
