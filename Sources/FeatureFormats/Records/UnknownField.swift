internal import Diagnostics

/// A name that no column of an export has.
public struct UnknownField: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let name: String
    /// The column that was meant, as far as one can guess.
    public let suggestion: String?

    /// Says that a name is none of those known.
    package init(_ name: String, among known: [String]) {
        self.name = name
        suggestion = Spelling.nearest(to: name, among: known)
    }

    /// What is wrong and, where one can guess, what was meant.
    public var description: String {
        let advice = suggestion.map { "; did you mean \"\($0)\"?" } ?? ""
        return "no property is called \"\(name)\"\(advice)"
    }
}
