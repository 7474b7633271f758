package import Diagnostics

/// A row as text.
package struct RawRow {
    /// The data row, from 1.
    package var number: Int
    /// Where it starts, in bytes.
    package var offset: Int
    /// Its cells that are not empty.
    package var cells: [RawCell]

    /// Makes a row from its parts.
    package init(number: Int, offset: Int, cells: [RawCell]) {
        self.number = number
        self.offset = offset
        self.cells = cells
    }
}

/// A cell as text.
package struct RawCell {
    /// The index of its column.
    package var column: Int
    /// The text, without white space around it.
    package var text: String
    /// Where the text starts, in bytes.
    package var offset: Int

    /// Makes a cell from its parts.
    package init(column: Int, text: String, offset: Int) {
        self.column = column
        self.text = text
        self.offset = offset
    }
}

/// A piece of a text that is read, and how faults in it are told.
package struct SourceText {
    /// The file as the user named it.
    package let file: String
    /// The piece.
    package let bytes: [UInt8]
    /// Where its bytes stand in the file.
    package let index: TextIndex
    private let tellsColumns: Bool

    /// Makes a piece from its parts.
    package init(file: String, bytes: [UInt8], index: TextIndex, tellsColumns: Bool = true) {
        self.file = file
        self.bytes = bytes
        self.index = index
        self.tellsColumns = tellsColumns
    }

    /// The place of a byte of the piece in the file.
    package func location(_ offset: Int) -> SourceLocation {
        let position = index.position(of: offset)
        return SourceLocation(
            file: file, line: position.line, column: tellsColumns ? position.column : nil)
    }

    /// A fault of the file at a byte of the piece.
    package func fault(
        _ code: String, at offset: Int, _ problem: String, remedy: String
    ) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: code, at: location(offset), problem: problem, remedy: remedy))
    }
}

extension String {
    /// The text without white space around it, and how many bytes were cut in front.
    package func trimmedWithLead() -> (text: String, lead: Int) {
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

    /// The text, or its beginning when it is long: for messages.
    package var shortened: String {
        if utf8.count <= 60 { return self }
        // However many marks are on a letter, it is one character.
        let start = String(UnicodeScalarView(unicodeScalars.prefix(300)))
        return start.utf8.count == utf8.count && count <= 60 ? self : "\(start.prefix(59))…"
    }
}
