import Foundation

/// The processor time of this process: of all its threads, as the peers are measured.
enum ProcessClock {
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

enum Report {
    /// Does the work seven times over, each time often enough to be measured, and tells the median and
    /// the least, in milliseconds.
    static func tell(
        _ work: String, _ program: String, repeats: Int, note: (Double) -> String = { _ in "" },
        _ body: () -> Void
    ) {
        body()
        let times = (0..<7).map { _ in
            let start = ProcessClock.now
            for _ in 0..<repeats { body() }
            return (ProcessClock.now - start) / Double(repeats) * 1e3
        }.sorted()
        print(
            "{\"work\": \"\(work)\", \"program\": \"\(program)\", \"ms\": \(times[3]),"
                + " \"least\": \(times[0]), \"note\": \"\(note(times[3]))\"}")
    }
}
