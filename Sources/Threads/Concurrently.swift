internal import Dispatch
internal import Synchronization

/// Does a number of pieces of work on up to so many threads and gives the results in order.
///
/// With one thread nothing is started. The work must not wait for anything.
package func concurrently<Result: Sendable>(
    _ count: Int, threads: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
    guard threads > 1, count > 1 else { return (0..<count).map(work) }
    let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
    // Pieces may differ a hundredfold: who is free takes the next.
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
        while true {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let result = work(index)
            results.withLock { $0[index] = result }
        }
    }
    return results.withLock { $0.compactMap(\.self) }
}
