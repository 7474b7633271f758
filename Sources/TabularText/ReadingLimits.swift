/// Bounds on what is read: what goes beyond is a file fault.
public struct ReadingLimits: Hashable, Sendable {
    /// The most columns.
    public var columns = 1_000
    /// The most bytes of one row.
    public var rowBytes = 1 << 20
    /// The most bytes of one feature or other value of a JSON text.
    public var valueBytes = 16 << 20
    /// The most rows.
    public var rows = 5_000_000

    /// The defaults.
    public init() {}
}

/// What the reader of a table expects of it, beside its limits.
package struct TableRules: Sendable {
    /// What is refused.
    package var limits: ReadingLimits
    /// Headers that may stand over one column only.
    package var singleHeaders: Set<String>
    /// What to do about a file without a header.
    package var remedyOfEmptyFile: String

    /// Makes rules from their parts.
    package init(
        limits: ReadingLimits = ReadingLimits(), singleHeaders: Set<String>,
        remedyOfEmptyFile: String
    ) {
        self.limits = limits
        self.singleHeaders = singleHeaders
        self.remedyOfEmptyFile = remedyOfEmptyFile
    }
}
