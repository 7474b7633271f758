/// What was found while reading an input, in the order it was found.
public struct DiagnosticReport: Hashable, Sendable {
    /// The findings, in the order they were made.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Makes an empty report.
    public init() {}

    /// Adds one finding.
    public mutating func add(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// Adds all findings of another report.
    public mutating func add(_ other: DiagnosticReport) {
        diagnostics += other.diagnostics
    }

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
