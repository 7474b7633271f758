import Testing

@testable import Cartography

@Suite("Type on the map") struct MapTypeTests {
    @Test func `a right-to-left name among others is not broken`() {
        #expect(
            MapType.withWholeNames("New York / دریای خزر / Каспийское море")
                == "New York / دریای\u{A0}خزر / Каспийское море")
    }

    /// Expected: UAX #9, rules P2 and P3.
    @Test(arguments: [
        ("شهرهای ایران", true), ("12, تهران", true), ("Tehran / تهران", false), ("1988", false),
        ("Երևան", false),
    ])
    func `a text starts where its first letter does`(text: String, isFromRight: Bool) {
        #expect(MapType.startsFromRight(text) == isFromRight)
    }
}
