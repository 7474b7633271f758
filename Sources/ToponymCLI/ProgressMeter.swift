internal import MapPipeline
internal import Synchronization
internal import Tiles

/// One line on the terminal that says how far a build is, how fast, and how long it will take.
final class ProgressMeter: Sendable {
    private let isShown: Bool
    private let start = ContinuousClock.now
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// Says how far it is, at most five times a second.
    func show(_ progress: TileProgress) {
        guard isShown else { return }
        let now = ContinuousClock.now
        let isDue = last.withLock { last in
            if let shown = last, now - shown < .milliseconds(200) { return false }
            last = now
            return true
        }
        guard isDue else { return }
        Terminal.writeError("\r\u{1B}[K" + Self.text(progress, after: now - start))
    }

    /// Takes the line away.
    func clear() {
        if isShown { Terminal.writeError("\r\u{1B}[K") }
    }

    /// What is said after some time.
    static func text(_ progress: TileProgress, after time: Duration) -> String {
        let done = progress.tiles - progress.resumed
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        let counts = "\(progress.tiles) of \(progress.all) tiles"
        guard seconds > 0, done > 0 else { return counts }
        let rate = Double(done) / seconds
        let left = Int((Double(progress.all - progress.tiles) / rate).rounded(.up))
        let rest = left < 120 ? "\(left) s" : left < 7200 ? "\(left / 60) min" : "\(left / 3600) h"
        return "\(counts), \(Int(rate)) a second, \(rest) left"
    }
}
