package import Diagnostics

/// The part of a text that is being read: what was not consumed yet, as far as it was fetched.
///
/// Offsets count in `bytes` and hold until the next `fetch()`. Everything that is fetched is known to
/// be UTF-8 without a NUL byte.
package struct TextWindow {
    /// The file as the user named it.
    package let file: String
    private let input: any ByteInput
    /// Whether columns mean anything: not where each line stands for a row of something else.
    package let tellsColumns: Bool
    /// What was fetched; up to `start` it is consumed.
    package private(set) var bytes: [UInt8] = []
    /// Where the text that is not consumed starts.
    package private(set) var start = 0
    /// Where `counted` stands in the file.
    private var positionCounted = TextPosition()
    /// Up to where lines and columns were counted: `start`, or less while nobody asked.
    private var counted = 0
    /// Whether the input has no more.
    package private(set) var isAtEnd = false
    private var checked = 0

    /// Starts at the start of an input, after a byte order mark.
    package init(_ input: any ByteInput, file: String) throws(FileFault) {
        self.input = input
        let records = input as? any RecordLines
        self.file = records?.name ?? file
        tellsColumns = records == nil
        try input.rewind()
        while bytes.count < 4, !isAtEnd { try fetch() }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (start, counted) = (3, 3) }
    }

    /// What was fetched and not consumed.
    package var range: Range<Int> { start..<bytes.count }

    /// Fetches more: at least as much again as is waiting, so that finding the end of a long row by
    /// trying again costs no more than a few times its length.
    package mutating func fetch() throws(FileFault) {
        if start > 0 {
            count(upTo: start)
            counted = 0
            bytes.removeSubrange(0..<start)
            checked -= start
            start = 0
        }
        let wanted = 2 * bytes.count
        repeat {
            let piece = try input.next()
            guard !piece.isEmpty else {
                isAtEnd = true
                break
            }
            if bytes.isEmpty { bytes = piece } else { bytes += piece }
        } while bytes.count < wanted
        try check()
    }

    /// Where `start` stands in the file.
    package var position: TextPosition { position(of: start) }

    /// Consumes up to an offset.
    package mutating func consume(to end: Int) { start = end }

    /// Consumes all that is known to be UTF-8: not the start of a sequence whose rest was not fetched.
    package mutating func consumeChecked() { start = max(start, checked) }

    /// Consumes lines without breaks inside, their ends included; `end` is the start of the next.
    package mutating func consumeLines(_ count: Int, to end: Int) {
        guard count > 0 else { return }
        self.count(upTo: start)
        positionCounted.stepToLine(after: count, afterReturn: bytes[end - 1] == 0x0D)
        (start, counted) = (end, end)
    }

    /// Counts lines and columns up to an offset, so that positions near it are soon told.
    package mutating func count(upTo end: Int) {
        guard counted < end else { return }
        var position = positionCounted
        position.step(over: bytes.span, counted..<end)
        positionCounted = position
        counted = end
    }

    // MARK: Faults

    /// The position of an offset that was not consumed when positions were asked for last.
    ///
    /// - Complexity: O(*n*) in the distance from there.
    package func position(of offset: Int) -> TextPosition {
        var position = positionCounted
        position.step(over: bytes.span, counted..<max(counted, offset))
        return position
    }

    /// The place of an offset that is not consumed.
    package func location(_ offset: Int) -> SourceLocation {
        var location = position(of: offset).location(in: file)
        if !tellsColumns { location.column = nil }
        return location
    }

    /// A fault of the file at an offset, or of the whole file.
    package func fault(
        _ code: String, at offset: Int?, _ problem: String, remedy: String
    ) -> FileFault {
        FileFault(
            Diagnostic(
                .error, code: code, at: offset.map(location) ?? SourceLocation(file: file),
                problem: problem, remedy: remedy))
    }

    /// A piece of the text that is not consumed, to be taken apart on its own.
    package func source(_ range: Range<Int>) -> SourceText {
        let piece = Array(bytes[range])
        return SourceText(
            file: file, bytes: piece,
            index: TextIndex(piece, from: position(of: range.lowerBound)),
            tellsColumns: tellsColumns)
    }

    /// Checks what was fetched last. A sequence cut by the end of the piece waits for its rest.
    private mutating func check() throws(FileFault) {
        var end = bytes.count
        if !isAtEnd {
            var back = 1
            while back <= 3, end - back >= checked, bytes[end - back] & 0xC0 == 0x80 { back += 1 }
            if back <= 3, end - back >= checked, bytes[end - back] >= 0xC0 { end -= back }
        }
        let fresh = bytes[checked..<end]
        if let fault = UTF8Check.firstFault(in: fresh.span) {
            let byte = String(bytes[checked + fault], radix: 16, uppercase: true)
            throw self.fault(
                "not-utf8", at: checked + fault, "the byte 0x\(byte) here is not UTF-8",
                remedy: "save the file as UTF-8, or say what it is with --encoding")
        }
        if let offset = UTF8Check.firstZero(in: fresh.span) {
            throw fault(
                "nul-byte", at: checked + offset, "a NUL byte, which no text has",
                remedy: "check that the file is a table saved as text")
        }
        checked = end
    }
}
