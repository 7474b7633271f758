/// Finds out whether all events come from one source, while they pass by.
public struct OneSourceTally: Hashable, Sendable {
    private var source = Shared()
    private var reporter = Shared()

    /// A text that all events so far share.
    private struct Shared: Hashable {
        var text: [UInt8]?
        var isShared = true

        mutating func take(_ other: some Collection<UInt8>) {
            guard isShared else { return }
            guard let text else {
                self.text = Array(other)
                isShared = !other.isEmpty
                return
            }
            isShared = text.elementsEqual(other)
        }

        var name: String? {
            guard isShared, let text else { return nil }
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// A tally of no events.
    public init() {}

    /// Takes note of an event.
    public mutating func take(_ feature: Feature) {
        take(source: feature.source.utf8, reporter: feature.reportedBy.utf8)
    }

    /// Takes note of an event by the bytes of its `source` and `reported_by`.
    package mutating func take(
        source: some Collection<UInt8>, reporter: some Collection<UInt8>
    ) {
        self.source.take(source)
        self.reporter.take(reporter)
    }

    /// Whether all events so far have one source, and whether they have one reporter.
    package var isSourceShared: Bool { source.isShared }
    package var isReporterShared: Bool { reporter.isShared }

    /// Whether there is nothing more to find out: there are several sources and reporters.
    package var isSettled: Bool { !source.isShared && !reporter.isShared }

    /// The line to print, in English; nil when there are several sources or none.
    public var line: String? { (source.name ?? reporter.name).map(OneSource.line(name:)) }
}
