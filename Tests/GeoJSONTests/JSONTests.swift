import Testing

@testable import GeoJSON

@Suite("JSON") struct JSONTests {
    /// Values of RFC 8259 sections 3 to 7; the last string is the surrogate example of section 7.
    @Test(
        arguments: [
            ("null", JSONValue.null), (" true ", true), ("false", false), ("0", 0), ("-12", -12),
            ("1.5", 1.5), ("-0.25e2", -25.0), ("1E3", 1000.0),
            ("12345678901234567890", 12345678901234567890.0),
            ("\"\"", ""), (#""\"\\\/\b\f\n\r\t\u018F""#, "\"\\/\u{8}\u{C}\n\r\tƏ"),
            (#""\uD834\uDD1E""#, "\u{1D11E}"), ("[]", []), ("[1,[2]]", [1, [2]]), ("{}", [:]),
            (#"{"b":1,"a":{"c":null}}"#, ["b": 1, "a": ["c": .null]]),
        ] as [(String, JSONValue)])
    func `values are read`(text: String, expected: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == expected)
    }

    /// Texts that RFC 8259 does not allow, among them kinds of Nicolas Seriot's list of JSON traps.
    @Test(arguments: [
        ("", JSONError.unexpectedEnd(offset: 0, expected: "a value")),
        ("[1,]", .unexpected(0x5D, offset: 3, expected: "a value")),
        ("[1 2]", .unexpected(0x32, offset: 3, expected: ", or ]")),
        ("{\"a\":1,}", .unexpected(0x7D, offset: 7, expected: "a key in quotes")),
        ("{a:1}", .unexpected(0x61, offset: 1, expected: "a key in quotes")),
        ("{\"a\" 1}", .unexpected(0x31, offset: 5, expected: ": after the key")),
        ("{\"a\":1,\"a\":2}", .duplicateKey("a", offset: 11)),
        ("01", .unexpected(0x30, offset: 0, expected: "a number without leading zero")),
        ("-01", .unexpected(0x2D, offset: 0, expected: "a number without leading zero")),
        ("1.", .unexpectedEnd(offset: 2, expected: "a digit")),
        (".5", .unexpected(0x2E, offset: 0, expected: "a value")),
        ("+1", .unexpected(0x2B, offset: 0, expected: "a value")),
        ("1e", .unexpectedEnd(offset: 2, expected: "a digit")),
        ("1e999", .numberOutOfRange(offset: 0)),
        ("NaN", .unexpected(0x4E, offset: 0, expected: "a value")),
        ("tru", .unexpectedEnd(offset: 3, expected: "true")),
        ("nul!", .unexpected(0x21, offset: 3, expected: "null")),
        ("\"a", .unexpectedEnd(offset: 2, expected: "the closing quote of a string")),
        ("\"\n\"", .unexpected(0x0A, offset: 1, expected: "an escape for this control character")),
        (#""\x""#, .badEscape(offset: 1)), (#""\uD834""#, .badEscape(offset: 1)),
        (#""\uDD1E""#, .badEscape(offset: 1)), (#""\u12G4""#, .badEscape(offset: 1)),
        (#""\uD834\u0041""#, .badEscape(offset: 1)),
        ("1 2", .unexpected(0x32, offset: 2, expected: "the end")),
        ("// x", .unexpected(0x2F, offset: 0, expected: "a value")),
        (String(repeating: "[", count: 65), .tooDeep(limit: 64, offset: 64)),
    ])
    func `what is no JSON is told with its byte`(text: String, expected: JSONError) {
        #expect(throws: expected) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test func `strings that are no UTF-8 are refused`() {
        #expect(throws: JSONError.notUTF8(offset: 2)) {
            try JSONValue(parsing: [0x22, 0x61, 0xE9, 0x22])
        }
    }

    @Test func `what is written reads back`() throws {
        let value: JSONValue = [
            "text": "\"\\\u{1}\u{1F}\n\r\t\u{2028}Ə🙂/",
            "numbers": [0.1, 1e21, -0.0, 2.5e-300, 40.17765],
            "none": .null, "nested": [[[]], [:], true],
        ]
        let text = value.description
        #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{2028}" })
        #expect(try JSONValue(parsing: Array(text.utf8)).description == text)
        #expect(try JSONValue(parsing: Array(text.utf8))["text"] == value["text"])
    }

    @Test func `numbers are written as short as they are`() {
        let numbers: JSONValue = [
            1.0, 0.97, -0.0, .number(44.51261, digits: 3), .number(-0.0001, digits: 2),
            .number(.infinity), .number(2.5, digits: 0),
        ]
        #expect(numbers.description == "[1,0.97,0,44.513,0,null,3]")
    }

    /// Decimal expansions worked by hand; half rounds away from zero.
    @Test(arguments: [
        (44.512604, 4, "44.5126"), (-0.000001, 5, "0"), (180.0, 5, "180"), (-71.05, 2, "-71.05"),
        (0.5, 0, "1"), (12.3, 5, "12.3"), (-0.05, 2, "-0.05"), (100.0, 0, "100"),
    ])
    func `coordinates have no digits beyond those known`(
        number: Double, digits: Int, expected: String
    ) {
        var bytes: [UInt8] = []
        FixedPoint(number, digits: digits).append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
