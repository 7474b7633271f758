import Testing

@testable import FlatFile

@Suite("Hashes of content") struct ContentHashTests {
    /// Expected values: draft-eastlake-fnv, section 6.3, test values of FNV-1a, 64 bits.
    @Test(arguments: [
        ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
    ])
    func `are those of the standard`(text: String, digits: String) {
        #expect(ContentHash(of: text).digits == digits)
    }
}
