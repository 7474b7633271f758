import TestSupport
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

    /// Each mark is written as eight letters; in steps that copied the text it took minutes.
    @Test func `show a megabyte of marks`() {
        let flood = String(repeating: "\u{202E}", count: 300_000)
        let text = Diagnostic(.note, code: "x", problem: flood).description
        #expect(text.utf8.count == "note: ".utf8.count + 300_000 * 8)
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

@Suite("Positions") struct TextPositionTests {
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `stepping over a range equals stepping over its bytes`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let letters = seed.isMultiple(of: 2) ? "abə\r\n\t" : "abcdefghijkləşБ\n"
        let text = Array(
            String(
                (0..<150).compactMap { _ in letters.unicodeScalars.randomElement(using: &random) }
                    .map(Character.init)
            ).utf8)
        let cut = Int.random(in: 0...text.count, using: &random)
        var (whole, single) = (TextPosition(), TextPosition())
        whole.step(over: text.span, 0..<cut)
        whole.step(over: text.span, cut..<text.count)
        for byte in text { single.step(over: byte) }
        #expect(whole == single)
    }
}

@Suite("Raw output") struct RawOutputTests {
    /// Worked by hand: units of 10^-digits, the point before the last digits.
    @Test(
        arguments: [
            (0, 0, "0"), (7, 0, "7"), (1_234, 0, "1234"), (5, 2, "0.05"),
            (1_234_567, 5, "12.34567"),
            (18_000_001, 5, "180.00001"), (1_000_000_000_000_000_000, 9, "1000000000.000000000"),
        ] as [(UInt, Int, String)])
    func `units are written with their point`(units: UInt, digits: Int, expected: String) {
        var bytes = Array("x".utf8)
        unsafe bytes.append(upTo: 24) { output in
            unsafe output.put(units: units, digits: digits)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == "x" + expected)
    }

    @Test func `short and long pieces are copied whole`() {
        let source = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)
        for start in 0..<source.count {
            for end in start...source.count {
                var bytes: [UInt8] = [0x2D]
                unsafe bytes.append(upTo: end - start) { output in
                    unsafe output.copy(source.span, start..<end)
                }
                #expect(bytes == [0x2D] + source[start..<end])
            }
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

    /// The judge is the standard library, which repairs what is ill-formed.
    @Test(arguments: 0..<200 as Range<UInt64>)
    func `letters of two bytes are checked eight bytes at a time as one by one`(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes = Array(String("aşəБԱ".randomElement(using: &random) ?? "a").utf8)
        while bytes.count < 24 {
            let letter = "aşəБԱშ".randomElement(using: &random) ?? "a"
            bytes += Array(String(letter).utf8)
        }
        let odd: [UInt8] = [0xC0, 0xC1, 0xC3, 0x80, 0xBF, 0xE1, 0x61, 0xDF]
        bytes[Int.random(in: 0..<24, using: &random)] = odd.randomElement(using: &random) ?? 0
        let isWellFormed = Array(String(decoding: bytes, as: UTF8.self).utf8) == bytes
        #expect((UTF8Check.firstFault(in: bytes.span) == nil) == isWellFormed)
    }
}
