import Testing

@testable import Cartography

@Suite("Type on the map") struct MapTypeTests {
    @Test func `a right-to-left name among others is not broken`() {
        #expect(
            MapType.withWholeNames("New York / دریای خزر / Каспийское море")
                == "New York / دریای\u{A0}خزر / Каспийское море")
    }
}
