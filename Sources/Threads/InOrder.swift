internal import Dispatch
internal import Synchronization

/// Does pieces of work on up to so many threads and takes each result in order, as soon as it and all
/// before it are there.
///
/// No more than four results a thread wait for one before them, however many pieces there are. With one
/// thread nothing is started. The first failure ends everything: pieces before it are taken, none after.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - threads: How many threads work.
///   - makeWorker: Makes what one thread keeps between its pieces.
///   - work: Does a piece. It must not wait for another.
///   - take: Takes the next result; never on two threads at a time.
/// - Throws: The first failure, by the order of the pieces.
package func inOrder<Worker: ~Copyable, Result: Sendable, Failure: Error>(
    _ count: Int, threads: Int,
    makeWorker: @Sendable () throws(Failure) -> Worker,
    work: @Sendable (inout Worker, Int) throws(Failure) -> Result,
    take: @Sendable (Int, Result) throws(Failure) -> Void
) throws(Failure) {
    guard threads > 1, count > 1 else {
        var worker = try makeWorker()
        for index in 0..<count { try take(index, try work(&worker, index)) }
        return
    }
    let workers = min(threads, count)
    let queue = OrderedQueue<Result, Failure>(count: count, ahead: workers * 4)
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
        do throws(Failure) {
            var worker = try makeWorker()
            while let index = queue.next() {
                do throws(Failure) {
                    queue.put(.success(try work(&worker, index)), at: index)
                } catch {
                    queue.put(.failure(error), at: index)
                }
                queue.drain(take)
            }
        } catch {
            queue.fail(error)
        }
    }
    if let failure = queue.failure { throw failure }
}

/// Hands out pieces and keeps their results until it is their turn.
private final class OrderedQueue<Output: Sendable, Failure: Error>: Sendable {
    private struct State {
        var next = 0
        var results: [Int: Result<Output, Failure>] = [:]
        var taken = 0
        var isTaking = false
        var failure: Failure?
    }

    private let state = Mutex(State())
    private let count: Int
    /// One for each piece that may still be handed out before another result is taken.
    private let room = DispatchSemaphore(value: 0)

    init(count: Int, ahead: Int) {
        self.count = count
        // Not the first value: a semaphore that ends below that is taken for a mistake.
        for _ in 0..<ahead { room.signal() }
    }

    var failure: Failure? { state.withLock(\.failure) }

    /// The next piece; nil when there is none, or something failed.
    func next() -> Int? {
        room.wait()
        let index = state.withLock { state -> Int? in
            guard state.next < count, state.failure == nil else { return nil }
            defer { state.next += 1 }
            return state.next
        }
        // Those who wait for room have to learn of the end too.
        if index == nil { room.signal() }
        return index
    }

    func put(_ result: Result<Output, Failure>, at index: Int) {
        state.withLock { $0.results[index] = result }
    }

    func fail(_ error: Failure) {
        state.withLock { $0.failure = $0.failure ?? error }
        room.signal()
    }

    /// Takes what is ready, unless another thread is at it.
    func drain(_ take: (Int, Output) throws(Failure) -> Void) {
        while let (index, result) = begin() {
            do throws(Failure) {
                try take(index, try result.get())
                state.withLock { state in
                    state.taken += 1
                    state.isTaking = false
                }
                room.signal()
            } catch {
                state.withLock { $0.isTaking = false }
                fail(error)
            }
        }
    }

    private func begin() -> (Int, Result<Output, Failure>)? {
        state.withLock { state in
            guard !state.isTaking, state.failure == nil,
                let result = state.results.removeValue(forKey: state.taken)
            else { return nil }
            state.isTaking = true
            return (state.taken, result)
        }
    }
}
