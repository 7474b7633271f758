internal import Dispatch
internal import Synchronization

/// Pieces of work done by several threads while more pieces are made; the answers come in the order in
/// which the pieces were given.
///
/// A bounded number is under way. Whoever gives the pieces is one of the threads: while it waits for an
/// answer it does what nobody has begun, so nothing hangs on a thread that is not to be had. The work must
/// not wait for anything.
///
/// ```swift
/// var work = WorkInOrder(threads: 2) { (rows: [Row]) in written(rows) }
/// while let rows = try read() {
///     if let bytes = work.give(rows) { try write(bytes) }
/// }
/// while let bytes = work.next() { try write(bytes) }
/// ```
package struct WorkInOrder<Piece: Sendable, Answer: Sendable>: ~Copyable {
    private let desk: WorkDesk<Piece, Answer>
    /// What was given and is not handed back yet, the oldest first.
    private var underWay: [WorkJob<Piece, Answer>] = []
    private let most: Int

    /// Starts with nothing to do. With one thread nothing is started, and each piece is done when it is given.
    ///
    /// - Parameters:
    ///   - threads: how many work, the caller's among them.
    ///   - work: what is done with a piece.
    package init(threads: Int, _ work: @escaping @Sendable (Piece) -> Answer) {
        desk = WorkDesk(helpers: max(0, threads - 1), work)
        most = threads > 1 ? 3 * threads : 1
    }

    /// Adds a piece of work.
    ///
    /// - Returns: The answer to the oldest piece, where as many as may be are under way; it is waited for.
    package mutating func give(_ piece: Piece) -> Answer? {
        underWay.append(desk.put(piece))
        return underWay.count >= most ? next() : nil
    }

    /// The answer to the oldest piece that is under way, waited for; nil when there is none.
    package mutating func next() -> Answer? {
        guard !underWay.isEmpty else { return nil }
        let oldest = underWay.removeFirst()
        while !oldest.isDone, let job = desk.take() { desk.do(job) }
        return oldest.answer()
    }
}

/// One piece and, later, its answer.
private final class WorkJob<Piece: Sendable, Answer: Sendable>: Sendable {
    let piece: Piece
    private let result = Mutex<Answer?>(nil)
    private let done = DispatchSemaphore(value: 0)

    init(_ piece: Piece) { self.piece = piece }

    var isDone: Bool { result.withLock { $0 != nil } }

    func finish(_ answer: Answer) {
        result.withLock { $0 = answer }
        done.signal()
    }

    /// The answer, waited for; to be asked for once.
    func answer() -> Answer? {
        done.wait()
        return result.withLock { $0 }
    }
}

/// The pieces that nobody has begun, and the helpers that take them.
private final class WorkDesk<Piece: Sendable, Answer: Sendable>: Sendable {
    typealias Job = WorkJob<Piece, Answer>

    private struct State {
        var waiting: [Job] = []
        var helping = 0
    }

    private let state = Mutex(State())
    private let helpers: Int
    private let work: @Sendable (Piece) -> Answer

    init(helpers: Int, _ work: @escaping @Sendable (Piece) -> Answer) {
        self.helpers = helpers
        self.work = work
    }

    /// Lays down a piece; a helper comes for it unless all are there.
    func put(_ piece: Piece) -> Job {
        let job = Job(piece)
        let isCalling = state.withLock { state in
            state.waiting.append(job)
            guard state.helping < helpers else { return false }
            state.helping += 1
            return true
        }
        if isCalling { DispatchQueue.global().async { self.help() } }
        return job
    }

    /// The oldest piece that nobody has begun.
    func take() -> Job? {
        state.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    func `do`(_ job: Job) { job.finish(work(job.piece)) }

    /// Does pieces until none is left.
    private func help() {
        while true {
            let job = state.withLock { state -> Job? in
                if state.waiting.isEmpty {
                    state.helping -= 1
                    return nil
                }
                return state.waiting.removeFirst()
            }
            guard let job else { return }
            self.do(job)
        }
    }
}
