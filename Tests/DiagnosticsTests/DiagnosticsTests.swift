import Testing

@testable import Diagnostics

@Suite("Diagnostics") struct DiagnosticsTests {
    /// The form that compilers print: file:line:column: severity: problem; remedy.
    @Test func `print place, problem and remedy`() {
        let location = SourceLocation(file: "events.csv", line: 14, column: 3)
        let diagnostic = Diagnostic(
            .error, code: "bad-date", at: location, problem: "month 13", remedy: "use a season")
        #expect(diagnostic.description == "events.csv:14:3: error: month 13; use a season")
        #expect(FileFault(diagnostic).description == diagnostic.description)
    }

    @Test func `print without what is not known`() {
        #expect(Diagnostic(.note, code: "x", problem: "a").description == "note: a")
        #expect(SourceLocation(file: "-", line: 3).description == "-:3")
    }

    /// A line end would forge a second message, ESC starts a terminal's commands (ECMA-48) and U+202E
    /// turns the direction of writing (Unicode UAX #9).
    @Test func `show what a terminal would obey`() {
        let diagnostic = Diagnostic(
            .error, code: "x", problem: "\"a\nb\u{1B}[2J\u{202E}c\u{9B}\" ə")
        #expect(
            diagnostic.description == #"error: "a\u{A}b\u{1B}[2J\u{202E}c\u{9B}" ə"#)
    }

    @Test func `are counted by severity`() {
        var report = DiagnosticReport()
        report.add(Diagnostic(.warning, code: "a", problem: "a"))
        #expect(!report.hasErrors)
        var other = DiagnosticReport()
        other.add(Diagnostic(.error, code: "b", problem: "b"))
        report.add(other)
        #expect(report.hasErrors && report.count(.warning) == 1 && report.count(.note) == 0)
        #expect(report.diagnostics.map(\.code) == ["a", "b"])
    }

    @Test func `locations come in reading order`() {
        let whole = SourceLocation(file: "a")
        let line = SourceLocation(file: "a", line: 2)
        let column = SourceLocation(file: "a", line: 2, column: 1)
        let other = SourceLocation(file: "b", line: 1)
        #expect([other, column, line, whole].sorted() == [whole, line, column, other])
    }
}

@Suite("Lines and columns") struct TextIndexTests {
    /// Worked by hand: ş, ə and 🙂 are one scalar each, of 2, 2 and 4 bytes.
    @Test func `columns count scalars and lines end at LF, CR LF and CR`() {
        let index = TextIndex(Array("aşb\r\nə🙂c\rd\ne".utf8))
        let positions = [0, 1, 3, 4, 6, 8, 12, 13, 14, 15, 16, 17, 99].map { offset in
            let position = index.position(of: offset)
            return "\(position.line):\(position.column)"
        }
        #expect(
            positions == [
                "1:1", "1:2", "1:3", "1:4", "2:1", "2:2", "2:3", "2:4", "3:1", "3:2", "4:1", "4:2",
                "4:2",
            ])
    }

    @Test func `a byte order mark has no column`() {
        let index = TextIndex([0xEF, 0xBB, 0xBF, 0x61, 0x62])
        #expect(index.position(of: 3) == (1, 1))
        #expect(index.position(of: 4) == (1, 2))
    }

    @Test func `far positions equal those counted from the start`() {
        let text = Array(String(repeating: "ab\r\nşəhər\n", count: 600).utf8)
        let index = TextIndex(text)
        var (line, column) = (1, 1)
        for (offset, byte) in text.enumerated() {
            if byte & 0xC0 != 0x80, byte != 0x0A || offset == 0 || text[offset - 1] != 0x0D {
                #expect(index.position(of: offset) == (line, column))
            }
            if byte == 0x0A { (line, column) = (line + 1, 1) }
            if byte & 0xC0 != 0x80, byte != 0x0A { column += 1 }
        }
    }
}

@Suite("UTF-8") struct UTF8CheckTests {
    /// Ill-formed sequences from RFC 3629 section 3 and Unicode 15 table 3-8.
    @Test(
        arguments: [
            ([0x61, 0xC3, 0xA9, 0xF0, 0x9F, 0x99, 0x82, 0xED, 0x9F, 0xBF], nil),
            ([0x61, 0xE9, 0x62], 1), ([0x80], 0), ([0xC0, 0xAF], 0), ([0xE0, 0x9F, 0x80], 0),
            ([0xED, 0xA0, 0x80], 0), ([0xF4, 0x90, 0x80, 0x80], 0), ([0x61, 0xC3], 1),
            ([0xF0, 0x9F, 0x99], 0), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xE2, 0x82, 0x41], 0),
            ([], nil),
        ] as [([UInt8], Int?)])
    func `the first ill-formed byte is found`(bytes: [UInt8], expected: Int?) {
        #expect(UTF8Check.firstFault(in: bytes.span) == expected)
    }
}
