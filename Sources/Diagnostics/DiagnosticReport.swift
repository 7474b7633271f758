/// What was found while reading an input, in the order it was found.
public struct DiagnosticReport: Hashable, Sendable {
    /// The findings, in the order they were made.
    public private(set) var diagnostics: [Diagnostic] = []

    /// How many findings of one code are kept; nil for all.
    private let limit: Int?
    private var counts: [String: Int] = [:]
    /// How many findings were counted and not kept, by code.
    private var dropped: [String: Int] = [:]

    /// Makes an empty report.
    public init() { limit = nil }

    /// Makes an empty report that keeps so many findings of one code and counts the rest, so that a
    /// table of a million faults does not fill the memory.
    public init(keeping limit: Int) { self.limit = limit }

    /// How many findings were counted and not kept, by code, in the order of the codes.
    public var counted: [(code: String, count: Int)] {
        dropped.sorted { $0.key < $1.key }.map { (code: $0.key, count: $0.value) }
    }

    /// Adds one finding.
    public mutating func add(_ diagnostic: Diagnostic) {
        if let limit {
            let count = counts[diagnostic.code, default: 0]
            guard count < limit else {
                dropped[diagnostic.code, default: 0] += 1
                return
            }
            counts[diagnostic.code] = count + 1
        }
        diagnostics.append(diagnostic)
    }

    /// Adds a finding of a code, made only if it is kept: a table of a million rows may have as many.
    package mutating func add(code: String, _ make: () -> Diagnostic) {
        if let limit, counts[code, default: 0] >= limit {
            dropped[code, default: 0] += 1
        } else {
            add(make())
        }
    }

    /// Counts findings of a code that were not made.
    package mutating func count(_ number: Int, code: String) {
        if number > 0 { dropped[code, default: 0] += number }
    }

    /// Adds all findings of another report.
    public mutating func add(_ other: DiagnosticReport) {
        for diagnostic in other.diagnostics { add(diagnostic) }
        for (code, count) in other.dropped { dropped[code, default: 0] += count }
    }

    /// Whether nothing was found.
    package var isEmpty: Bool { diagnostics.isEmpty && dropped.isEmpty }

    /// Puts the findings into the order of their locations; equal ones stay as they were found.
    package mutating func sort() {
        let whole = SourceLocation(file: "")
        diagnostics = diagnostics.enumerated().sorted { left, right in
            let (first, second) = (left.element.location ?? whole, right.element.location ?? whole)
            return first == second ? left.offset < right.offset : first < second
        }.map(\.element)
    }

    /// Whether any finding is an error.
    public var hasErrors: Bool {
        diagnostics.contains { $0.severity == .error }
    }

    /// How many findings have a severity.
    public func count(_ severity: Diagnostic.Severity) -> Int {
        diagnostics.count { $0.severity == severity }
    }
}

/// A fault of a whole file: it cannot be read, decoded or understood, and nothing is made from it.
public struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var diagnostic: Diagnostic

    /// Makes a fault from its diagnostic.
    public init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }

    /// The diagnostic as one line.
    public var description: String { diagnostic.description }
}
