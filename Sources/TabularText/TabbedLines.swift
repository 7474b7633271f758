package import Diagnostics

/// Cuts lines without a header and without quotes at their tabs, in bounded memory.
///
/// So are the tables that databases dump: a quote is a letter like any other. Lines end at LF, CR LF or
/// a lone CR; empty ones are passed over.
package struct TabbedLines {
    /// The text, from the line taken last on.
    package private(set) var window: TextWindow
    /// The cells of the line taken last, in the bytes of the window, until the next is asked for.
    package private(set) var cells: [ByteRange] = []
    /// The number of the line that was taken last among those that are not empty, from 1.
    package private(set) var number = 0
    private var start = TextPosition()
    private var startOffset = 0
    private let limits: ReadingLimits

    /// Starts at the start of a text.
    package init(_ window: TextWindow, limits: ReadingLimits = ReadingLimits()) {
        self.window = window
        self.limits = limits
    }

    /// Takes the next line; false at the end.
    ///
    /// - Throws: `FileFault` for a line beyond the limits, and what the input throws.
    package mutating func next() throws(FileFault) -> Bool {
        while let end = try endOfLine() {
            let line = window.start..<end
            start = window.position
            startOffset = window.start
            cut(line)
            step(over: end)
            guard !line.isEmpty else { continue }
            number += 1
            return true
        }
        return false
    }

    /// The text of a cell without the white space around it; empty for one that the line does not have.
    package func text(_ column: Int) -> String {
        guard column < cells.count else { return "" }
        let bytes = window.bytes
        let range = ByteText.trimmed(bytes.span, cells[column].range)
        return ByteText.string(bytes.span, range)
    }

    /// Whether a cell holds exactly these bytes.
    package func matches(_ column: Int, _ word: [UInt8]) -> Bool {
        guard column < cells.count else { return word.isEmpty }
        return ByteText.matches(window.bytes.span, cells[column].range, word)
    }

    /// Where a cell of the line stands; its start for one that the line does not have.
    package func location(_ column: Int) -> SourceLocation {
        var position = start
        if column < cells.count {
            position.step(over: window.bytes.span, startOffset..<cells[column].range.lowerBound)
        }
        return position.location(in: window.file)
    }

    /// Finds the end of the line at the start of the window; nil at the end of the text.
    private mutating func endOfLine() throws(FileFault) -> Int? {
        var offset = window.start
        while true {
            let bytes = window.bytes
            let fetched = bytes.span
            while offset < fetched.count, fetched[offset] != 0x0A, fetched[offset] != 0x0D {
                offset += 1
            }
            let length = offset - window.start
            guard length <= limits.rowBytes else {
                throw window.fault(
                    "row-too-long", at: window.start,
                    "a line of more than \(limits.rowBytes) bytes",
                    remedy: "check the line ends of the file")
            }
            // The second half of CR LF must not be taken for a line of its own.
            if offset + 1 < fetched.count || window.isAtEnd {
                return length == 0 && offset == fetched.count ? nil : offset
            }
            try window.fetch()
            offset = window.start + length
        }
    }

    private mutating func step(over end: Int) {
        let bytes = window.bytes
        guard end < bytes.count else { return window.consume(to: end) }
        let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
        window.consumeLines(1, to: end + (isPair ? 2 : 1))
    }

    private mutating func cut(_ line: Range<Int>) {
        let bytes = window.bytes
        let span = bytes.span
        cells.removeAll(keepingCapacity: true)
        var start = line.lowerBound
        for offset in line where span[offset] == 0x09 && cells.count < limits.columns {
            cells.append(ByteRange(start..<offset))
            start = offset + 1
        }
        cells.append(ByteRange(start..<line.upperBound))
    }
}
