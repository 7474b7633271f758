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
