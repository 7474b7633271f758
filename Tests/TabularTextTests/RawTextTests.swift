import TabularText
import Testing

@Suite("Text in messages") struct RawTextTests {
    @Test(arguments: [
        ("Goris", "Goris"), (String(repeating: "ə", count: 60), String(repeating: "ə", count: 60)),
        (String(repeating: "ə", count: 61), String(repeating: "ə", count: 59) + "…"),
        // Letters with one mark each.
        (String(repeating: "a\u{301}", count: 60), String(repeating: "a\u{301}", count: 60)),
        (String(repeating: "a\u{301}", count: 61), String(repeating: "a\u{301}", count: 59) + "…"),
    ])
    func `is short`(text: String, expected: String) {
        #expect(text.shortened == expected)
    }

    @Test func `is short whatever marks are on a letter`() {
        let flood = "a" + String(repeating: "\u{301}", count: 100_000)
        #expect(flood.shortened.unicodeScalars.count == 301)
    }
}
