internal import Dispatch
internal import Synchronization

/// Does two pieces of work, at the same time where there are threads for it.
///
/// With one thread nothing is started. Neither may wait for the other.
package func both<First: Sendable, Second: Sendable>(
    threads: Int, _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
    guard threads > 1 else { return (first(), second()) }
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { piece in
        if piece == 0 {
            let result = first()
            results.withLock { $0.0 = result }
        } else {
            let result = second()
            results.withLock { $0.1 = result }
        }
    }
    guard case (let one?, let other?) = results.withLock(\.self) else {
        preconditionFailure("both pieces have been done")
    }
    return (one, other)
}
