import Testing

@testable import Diagnostics

@Suite("Spelling") struct SpellingTests {
    /// Distances by hand: two letters exchanged, one left out, capitals alone; none is near the rest.
    @Test func `guesses what a slip was meant to be`() {
        let known = ["light", "dark", "print"]
        #expect(Spelling.nearest(to: "lihgt", among: known) == "light")
        #expect(Spelling.nearest(to: "drak", among: known) == "dark")
        #expect(Spelling.nearest(to: "lght", among: known) == "light")
        #expect(Spelling.nearest(to: "DARK", among: known) == "dark")
        #expect(Spelling.nearest(to: "qwerty", among: known) == nil)
        #expect(Spelling.nearest(to: "dark", among: []) == nil)
    }
}
