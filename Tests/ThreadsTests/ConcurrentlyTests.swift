import Testing
import Threads

@Suite("Work shared by threads") struct ConcurrentlyTests {
    @Test(arguments: [1, 2, 3, 8, 100])
    func `results stand in the order of the pieces, for any number of threads`(threads: Int) {
        let squares = concurrently(50, threads: threads) { $0 * $0 }
        #expect(squares == (0..<50).map { $0 * $0 })
    }

    @Test func `no pieces give no results`() {
        #expect(concurrently(0, threads: 4) { $0 }.isEmpty)
    }
}

@Suite("Two pieces of work") struct BothTests {
    @Test(arguments: [1, 2, 8])
    func `each result stands at its place, for any number of threads`(threads: Int) {
        let (number, text) = both(threads: threads) {
            6 * 7
        } and: {
            "forty-two"
        }
        #expect(number == 42)
        #expect(text == "forty-two")
    }
}
