import Synchronization
import Testing
import Threads

@Suite("Work in order") struct WorkInOrderTests {
    /// Some thousand steps that cannot be left out, so that pieces overtake each other.
    private static func spin(_ steps: Int) -> UInt64 {
        var state: UInt64 = 1
        for _ in 0..<steps { state = state &* 6_364_136_223_846_793_005 &+ 1 }
        return state
    }

    @Test(arguments: [1, 2, 3, 8])
    func `answers come in the order of the pieces, each once`(threads: Int) {
        var work = WorkInOrder(threads: threads) { (piece: Int) in
            (piece, Self.spin(piece % 7 == 0 ? 20_000 : 10))
        }
        var answers: [Int] = []
        for piece in 0..<500 {
            if let answer = work.give(piece) { answers.append(answer.0) }
        }
        while let answer = work.next() { answers.append(answer.0) }
        #expect(answers == Array(0..<500))
        #expect(work.next() == nil)
    }

    @Test(arguments: [1, 2, 5]) func `a bounded number is under way`(threads: Int) {
        let done = Mutex(0)
        var work = WorkInOrder(threads: threads) { (_: Int) in done.withLock { $0 += 1 } }
        var taken = 0
        for given in 1...200 {
            if work.give(given) != nil { taken += 1 }
            #expect(given - taken < max(2, 3 * threads))
        }
        while work.next() != nil { taken += 1 }
        #expect(taken == 200)
        #expect(done.withLock { $0 } == 200)
    }

    @Test func `what is left under way is no one's loss`() {
        for _ in 0..<50 {
            var work = WorkInOrder(threads: 3) { (piece: Int) in Self.spin(piece) }
            _ = work.give(1_000)
            _ = work.give(1_000)
        }
    }
}
