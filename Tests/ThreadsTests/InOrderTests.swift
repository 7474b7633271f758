import Synchronization
import Testing
import Threads

@Suite("Work taken in order") struct InOrderTests {
    private struct Fault: Error, Equatable {
        let index: Int
    }

    @Test(arguments: [1, 2, 3, 8])
    func `results are taken in order, for any number of threads`(threads: Int) throws {
        let taken = Mutex<[Int]>([])
        let made = Mutex(0)
        try inOrder(200, threads: threads) { () throws(Fault) in
            made.withLock { $0 += 1 }
            return 0
        } work: { (done: inout Int, index) throws(Fault) -> Int in
            done += 1
            return index * index
        } take: { (index, square) throws(Fault) in
            taken.withLock { $0.append(square - index * index + index) }
        }
        #expect(taken.withLock(\.self) == Array(0..<200))
        #expect(made.withLock(\.self) <= threads)
    }

    @Test(arguments: [1, 4])
    func `a failure ends the work behind what stands before it`(threads: Int) {
        let taken = Mutex<[Int]>([])
        let error = #expect(throws: Fault.self) {
            try inOrder(100, threads: threads) { () throws(Fault) in
            } work: { (_: inout Void, index) throws(Fault) -> Int in
                if index == 40 { throw Fault(index: index) }
                return index
            } take: { (index, _) throws(Fault) in
                taken.withLock { $0.append(index) }
            }
        }
        #expect(error == Fault(index: 40))
        #expect(taken.withLock(\.self) == Array(0..<40))
    }

    @Test(arguments: [1, 4])
    func `what cannot be taken ends the work`(threads: Int) {
        let error = #expect(throws: Fault.self) {
            try inOrder(100, threads: threads) { () throws(Fault) in
            } work: { (_: inout Void, index) throws(Fault) -> Int in
                index
            } take: { (index, _) throws(Fault) in
                if index == 7 { throw Fault(index: index) }
            }
        }
        #expect(error == Fault(index: 7))
    }
}
