import Testing

@testable import Typesetting

@Suite("Recent cache") struct RecentCacheTests {
    @Test func `holds no more than its capacity by cost, and keeps what is in use`() {
        var cache = RecentCache<Int, String>(capacity: 100)
        cache.insert("in use", for: -1, cost: 10)
        for number in 0..<50 {
            cache.insert("\(number)", for: number, cost: 7 + number % 5)
            #expect(cache.cost <= 100)
            #expect(cache.value(for: -1) == "in use")
        }
        #expect(cache.value(for: 0) == nil)
        #expect(cache.value(for: 49) == "49")
    }

    @Test func `what costs too much is not held, and what is replaced costs once`() {
        var cache = RecentCache<Int, String>(capacity: 100)
        cache.insert("dear", for: 0, cost: 51)
        #expect(cache.value(for: 0) == nil)
        for _ in 0..<9 { cache.insert("again", for: 1, cost: 20) }
        #expect(cache.cost == 20)
    }
}
